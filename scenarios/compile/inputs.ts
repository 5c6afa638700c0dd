import type { Source } from "../../engine/design/plan.ts";
import type { DistributionSpec } from "../../engine/distributions/index.ts";
import type { GraphBuilder } from "../../engine/model/builder.ts";
import type { InputDeclaration, ModelData, ScoreCorrelation, TCopula } from "../../engine/model/graph.ts";
import { formatUnit } from "../../engine/units/index.ts";
import type { CheckedInput, CheckedScenario } from "../checked.ts";
import { isComponentShare } from "../components.ts";
import { type RiskContent, riskWhen } from "../risks.ts";
import { isOfScale } from "../scaleUp.ts";
import type { ScenarioContent } from "../schema/index.ts";
import { eventPath } from "./risks/paths.ts";

/** How the inputs of one scenario of a graph are declared there. */
export interface DeclaredInputs {
  /** By the input's path in the scenario. */
  readonly parameters: ReadonlyMap<string, InputDeclaration>;
  /** Uniform numbers by which it is decided whether risks happen, by path. */
  readonly events: ReadonlyMap<string, InputDeclaration>;
  /** A draw of chance at a path of the scenario. */
  readonly chance: (path: string, distribution: DistributionSpec, suite: string) => InputDeclaration;
}

/**
 * The inputs of the scenarios that share a graph. The same path with the same distribution is one input. Where a later scenario
 * has other numbers at a path, or other dependence, it gets an input of its own under its prefix, which takes the numbers of the
 * first one's stream: so the two differ by what is stated, not by luck. Inputs that hang together do so with all of their group.
 */
export class Inputs {
  readonly distributions: Record<string, DistributionSpec> = {};
  readonly correlations: ScoreCorrelation[] = [];
  readonly copulas: TCopula[] = [];
  readonly sources: Record<string, Source> = {};
  readonly #builder: GraphBuilder;
  /** What is drawn at a path, with all that it depends on, as text. */
  readonly #meanings = new Map<string, string>();
  /** Luck is asked for many times over, nearly always of the same distribution. */
  readonly #texts = new WeakMap<DistributionSpec, string>();

  constructor(builder: GraphBuilder) {
    this.#builder = builder;
  }

  /** The rest of what the model needs to know of them. */
  get dependence(): Pick<ModelData, "correlations" | "copulas"> {
    const { correlations, copulas } = this;
    return { correlations, ...(copulas.length === 0 ? {} : { copulas }) };
  }

  /** @param prefix stands before paths that mean something else than in the scenarios before */
  add(checked: CheckedScenario, prefix: string): DeclaredInputs {
    const { id } = checked.content;
    const inputs = checked.inputs.filter((input) => isDeclared(checked, input));
    const names = new Map<string, string>();
    for (const group of groupsOf(inputs, checked)) {
      const meanings = new Map(group.paths.map((path) => [path, JSON.stringify([group.meaning, path])]));
      const isSame = [...meanings].every(([path, meaning]) => (this.#meanings.get(path) ?? meaning) === meaning);
      const isNew = group.paths.some((path) => !this.#meanings.has(path));
      for (const [path, meaning] of meanings) {
        names.set(path, isSame ? path : prefix + path);
        if (isSame) this.#meanings.set(path, meaning);
      }
      if (!isSame || isNew) this.#depend(group, (path) => names.get(path) ?? path);
    }
    const parameters = new Map<string, InputDeclaration>();
    const events = new Map<string, InputDeclaration>();
    const declareParameter = (input: CheckedInput): void => {
      const name = names.get(input.path)!;
      const suite = input.suite === "shared" ? "shared" : `${id}/${isOfScale(input.place) ? "scale" : input.suite}`;
      const declared = this.#declare(input.path, name, input.distribution, {
        path: name,
        level: "parameter",
        suite,
        unit: formatUnit(input.unit),
      });
      parameters.set(input.path, declared);
    };
    const isOfRisk = (risk: string) => (input: CheckedInput) => input.place.startsWith(`risks.${risk}.`);
    const risks = Object.entries(checked.content.risks ?? {});
    for (const input of inputs) if (!risks.some(([risk]) => isOfRisk(risk)(input))) declareParameter(input);
    // Each risk's event before its own numbers: a risk added at the end moves none of the others.
    for (const [risk, content] of risks) {
      for (const path of eventPaths(checked.content, risk, content))
        events.set(path, this.#luck(path, uniform, `${id}/risks`, prefix));
      inputs.filter(isOfRisk(risk)).forEach(declareParameter);
    }
    return {
      parameters,
      events,
      chance: (path, distribution, suite) => this.#luck(path, distribution, suite, prefix),
    };
  }

  #luck(path: string, distribution: DistributionSpec, suite: string, prefix: string): InputDeclaration {
    const meaning = this.#texts.get(distribution) ?? JSON.stringify(distribution);
    this.#texts.set(distribution, meaning);
    const isSame = (this.#meanings.get(path) ?? meaning) === meaning;
    const name = isSame ? path : prefix + path;
    if (isSame) this.#meanings.set(path, meaning);
    return this.#declare(path, name, distribution, {
      path: name,
      level: "chance",
      suite,
      unit: "share",
    });
  }

  /** Inputs that take the numbers of others stand in a suite of their own, so that they move nobody's place. */
  #declare(path: string, name: string, distribution: DistributionSpec, own: InputDeclaration): InputDeclaration {
    const declared = name === path ? own : { ...own, suite: `${own.suite}/options` };
    this.#builder.declareInput(declared);
    this.distributions[name] = distribution;
    if (name !== path && this.#meanings.has(path)) this.sources[name] = { kind: "stream", path };
    return declared;
  }

  #depend({ correlations, copulas }: Group, name: (path: string) => string): void {
    for (const { between, correlation } of correlations)
      this.correlations.push({ between: [name(between[0]), name(between[1])], correlation });
    for (const { of, degreesOfFreedom } of copulas) {
      const own = of.map(name);
      this.copulas.push({ of: own, degreesOfFreedom });
      const [path, first] = [scaleOf(own), scaleOf(of)];
      if (path !== first) this.sources[path] = { kind: "stream", path: first };
    }
  }
}

const uniform: DistributionSpec = { family: "uniform", parameters: { low: 0, high: 1 } };

/** A risk has one draw, or one for each programme year where it may happen anew. */
function eventPaths(content: ScenarioContent, risk: string, own: RiskContent): readonly string[] {
  const isAnew = riskWhen(own, content).kind === "each";
  const years = isAnew ? Array.from({ length: content.programme.years }, (_, year) => year) : [undefined];
  return years.map((year) => eventPath(content.id, risk, year));
}

/** Path of the further score that a t copula draws. */
const scaleOf = (of: readonly string[]): string => `${[...of].sort()[0]}#scale`;

/** Shares by component matter only where a component is left out, or where something else depends on them. */
function isDeclared({ option, correlations, copulas }: CheckedScenario, { path, place }: CheckedInput): boolean {
  if (!isComponentShare(place) || (option?.without ?? []).length > 0) return true;
  return correlations.some(({ between }) => between.includes(path)) || copulas.some(({ of }) => of.includes(path));
}

/** Inputs that depend on each other, or one that depends on none. */
interface Group {
  readonly paths: readonly string[];
  readonly correlations: readonly ScoreCorrelation[];
  readonly copulas: readonly TCopula[];
  /** Two groups of the same meaning are drawn alike. */
  readonly meaning: unknown;
}

function groupsOf(inputs: readonly CheckedInput[], { correlations, copulas }: CheckedScenario): readonly Group[] {
  const groupOf = new Map(inputs.map(({ path }) => [path, [path]]));
  const join = (paths: readonly string[]): void => {
    const known = paths.filter((path) => groupOf.has(path));
    const all = [...new Set(known.flatMap((path) => groupOf.get(path)!))];
    for (const path of all) groupOf.set(path, all);
  };
  for (const { between } of correlations) join(between);
  for (const { of } of copulas) join(of);
  const distributions = new Map(inputs.map(({ path, distribution }) => [path, distribution]));
  return [...new Set(groupOf.values())].map((paths) => {
    const own = new Set(paths);
    const inside = {
      correlations: correlations.filter(({ between }) => between.some((path) => own.has(path))),
      copulas: copulas.filter(({ of }) => of.some((path) => own.has(path))),
    };
    const members = [...paths].sort().map((path) => [path, distributions.get(path)]);
    return { paths, ...inside, meaning: [members, inside] };
  });
}
