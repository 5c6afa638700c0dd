import type { DistributionSpec } from "../engine/distributions/index.ts";
import type { Issue, Position } from "../engine/issues.ts";
import type { ScoreCorrelation, TCopula } from "../engine/model/graph.ts";
import type { Unit } from "../engine/units/unit.ts";
import type { Basis, Shrinkage } from "./basis.ts";
import type { Expression } from "./formula.ts";
import type { HitWay } from "./risks.ts";
import type { ScenarioContent } from "./schema/index.ts";

/**
 * A quantity as understood: every name resolved, unit known, numbers in base units (kr, people, cases, years, shares).
 * Lists by year and by segment may hold any kind but their own.
 */
export type Quantity =
  | { readonly kind: "number"; readonly value: number; readonly unit: Unit }
  /** An uncertain number: the index into CheckedScenario.inputs. */
  | { readonly kind: "input"; readonly input: number; readonly unit: Unit }
  /** Another quantity, by its place (`quantities.reach` is written `reach`). */
  | { readonly kind: "reference"; readonly to: string; readonly unit: Unit }
  | {
      readonly kind: "formula";
      readonly expression: Expression;
      readonly unit: Unit;
      /** Of its values, where that is known without drawing them. */
      readonly margin?: DistributionSpec;
    }
  /**
   * What people or cases have of their own, drawn for each: added up over `<place>.number` of them, over a Poisson count whose
   * mean is `<place>.expected`, or where neither stands over those of its place; times `<place>.times`.
   */
  | {
      readonly kind: "ownAmounts";
      readonly each: DistributionSpec;
      readonly eachUnit: Unit;
      /** So many are drawn one by one; those beyond are added up by their moments. */
      readonly oneByOne: number;
      readonly counted?: "number" | "expected";
      readonly hasTimes: boolean;
      readonly unit: Unit;
    }
  /** One per programme year; the last holds afterwards. */
  | { readonly kind: "byYear"; readonly items: readonly Quantity[]; readonly unit: Unit }
  | { readonly kind: "bySegment"; readonly items: Readonly<Record<string, Quantity>>; readonly unit: Unit };

/** What a risk does to a number of the scenario. */
export interface CheckedHit {
  /** Of a quantity, of an outcome's effect (`outcomes.X.effect`), or of a flow (`costs.Z`, `consequences.Y`). */
  readonly place: string;
  readonly how: HitWay;
  /** The place of the number by which it is struck. */
  readonly by: string;
  /** Between which ends it is kept then. */
  readonly within?: { readonly low: number; readonly high?: number };
}

export interface CheckedRisk {
  readonly id: string;
  readonly hits: readonly CheckedHit[];
}

export interface CheckedInput {
  /** Path of the draws: `id/name`, `id/segment/name` or `shared/name`. */
  readonly path: string;
  /** Place in the file: `funnel.reached.over60`, or the name under `quantities`. */
  readonly place: string;
  readonly distribution: DistributionSpec;
  readonly unit: Unit;
  /** `parameters`, `shared` for shared quantities, or `risks` for the numbers of the risks. */
  readonly suite: "parameters" | "shared" | "risks";
  /** What the distribution was computed from, where that is more than its own numbers say. */
  readonly basis?: Basis;
  /** What it becomes in the light of its reference class, where the file names one; it is drawn as stated. */
  readonly shrinkage?: Shrinkage;
}

/**
 * A scenario that has passed every check. `content` is the plain JSON document with all defaults filled in, itself a scenario;
 * the maps below hold what its texts were understood to mean.
 */
export interface CheckedScenario {
  readonly content: ScenarioContent;
  /** sha256 of `content` in canonical JSON (keys sorted). */
  readonly hash: string;
  /** Every quantity of the file by its place: `costs.team.post.salary`, `outcomes.absence.effect.changes.participants`, `reach` (named). */
  readonly quantities: ReadonlyMap<string, Quantity>;
  /** In design order: named quantities first, then by first appearance in the file. */
  readonly inputs: readonly CheckedInput[];
  /** Correlations of normal scores, by input path; rank correlations already converted. */
  readonly correlations: readonly ScoreCorrelation[];
  /** t copulas, by input path; none where all dependence is Gaussian. */
  readonly copulas: readonly TCopula[];
  /** In file order; absent where the file has none. */
  readonly risks?: readonly CheckedRisk[];
  /** What stop rules that change the programme strike, in file order; absent where there are none. */
  readonly reactions?: readonly CheckedRisk[];
  /** Position in the file of a place, for messages made later. */
  readonly positionOf: (place: string) => Position | undefined;
  readonly warnings: readonly Issue[];
  /** Warnings that the file accepts, with the reasons it gives. */
  readonly accepted: readonly Accepted[];
  /** Its options, each a scenario of its own, in file order; absent where it has none. */
  readonly options?: readonly CheckedScenario[];
  /** Present where this is an option of a scenario. */
  readonly option?: OptionOf;
}

/** What an option does otherwise than the file. */
export interface OptionOf {
  readonly id: string;
  /** Paths in the content that it sets. */
  readonly paths: readonly string[];
  /** Components that it leaves out. */
  readonly without: readonly string[];
  /** By so many years its programme begins after the file's. */
  readonly yearsLater: number;
}

export interface Accepted {
  readonly issue: Issue;
  /** As written: a text, or one in both languages. */
  readonly reason: unknown;
}

export type CheckOutcome =
  | { readonly ok: true; readonly scenario: CheckedScenario }
  | { readonly ok: false; readonly issues: readonly Issue[] };
