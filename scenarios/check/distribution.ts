import { describe, filledIn } from "../../engine/distributions/describe.ts";
import type { Distribution, KnowledgeForm, ParameterUnit, Rule } from "../../engine/distributions/distribution.ts";
import { type DistributionSpec, distributions, type Family } from "../../engine/distributions/index.ts";
import { UtfallError } from "../../engine/issues.ts";
import { noUnit, type ParsedUnit, toBase } from "../../engine/units/index.ts";
import type { Literal, Problem } from "../literal.ts";
import { suggestion } from "../nearest.ts";
import { furtherWays, type Known, type Numbers, type Way } from "./ways.ts";

type Table = Readonly<Record<string, Distribution<Numbers>>>;

/** The table of families, read by names that a file gives. */
const families = distributions as unknown as Table;

/** Keys whose numbers are counts or shares whatever the quantity's unit. */
const plainKeys: ReadonlySet<string> = new Set(["level", "count", "of", "prior"]);
/** What `quantiles` and `prior` become when they are read: plain numbers as well, which no file writes. */
const readKeys: ReadonlySet<string> = new Set(["levels", "priorAlpha", "priorBeta"]);

/** Which family is meant where none is named. */
const meantBy: readonly { readonly keys: readonly string[]; readonly family: string }[] = [
  { keys: ["low", "best", "high"], family: "pert" },
  { keys: ["mean", "sd"], family: "normal" },
  { keys: ["interval"], family: "normal" },
  { keys: ["count", "of"], family: "beta" },
  { keys: ["quantiles"], family: "metalog" },
  { keys: ["data"], family: "empirical" },
  { keys: ["parts"], family: "mixture" },
  { keys: ["edges", "chips"], family: "histogram" },
];

/** The keys of a family's own parameters as a file has them: `quantiles` holds levels and values together. */
function writtenKeys(family: string): readonly string[] {
  const names = Object.keys(families[family].parameters);
  return names.includes("levels") ? ["quantiles", ...names.filter((name) => !quantileKeys.has(name))] : names;
}

const quantileKeys: ReadonlySet<string> = new Set(["levels", "values"]);

/** What stands in the file under a parameter: a list, distributions, or one number. */
export function holdsOf(family: string, key: string): "list" | "parts" | "quantiles" | "number" {
  if (key === "quantiles") return "quantiles";
  if (key === "data" || quantileKeys.has(key)) return "list";
  return families[family]?.parameters[key]?.holds ?? "number";
}

function waysOf(family: string): readonly Way[] {
  const { parameters, forms } = families[family];
  const names = writtenKeys(family);
  const own: Way = {
    required: names.filter((name) => parameters[name]?.default === undefined),
    allowed: names,
    rules: [],
    toParameters: (known) => known,
  };
  return [own, ...forms.map(wayOf), ...furtherWays(family)];
}

function wayOf(form: KnowledgeForm<Numbers>): Way {
  const toParameters = (known: Known) => form.toParameters(known as Numbers);
  return { required: form.keys, allowed: form.keys, rules: form.rules, toParameters };
}

/** Every key that may stand in a quantity as a number of a distribution. */
export const distributionKeys: ReadonlySet<string> = new Set(
  [
    "as",
    "min",
    "max",
    "interval",
    "quantiles",
    ...meantBy.flatMap(({ keys }) => keys),
    ...Object.keys(families).flatMap((family) => waysOf(family).flatMap((way) => way.allowed)),
    ...plainKeys,
    "experts",
    "pool",
    "studies",
    "method",
  ].filter((key) => !readKeys.has(key)),
);

const familyNames: readonly string[] = Object.keys(families);

/** What each way to state a family asks for, as text for messages and for the schema. */
function waysAsText(family: string): string {
  return waysOf(family)
    .map((way) => `{ ${way.required.join(", ").replace(/^low, high, level$/, "interval, level")} }`)
    .join(", ");
}

export type DistributionOutcome =
  | { readonly ok: true; readonly spec: DistributionSpec }
  /** `key` is the one at which the problem is shown; without it, the whole. */
  | { readonly ok: false; readonly problem: Problem; readonly key?: string };

/** What a family's parameter is in; a key of a knowledge form is in the quantity's own unit unless it is a count or a share. */
export function unitKindOf(family: string | undefined, key: string): ParameterUnit {
  const parameter = family === undefined ? undefined : families[family]?.parameters[key];
  return parameter?.unit ?? (plainKeys.has(key) || readKeys.has(key) ? "number" : "own");
}

/** The family that these keys mean, or why none can be told. */
export function familyMeant(
  named: string | undefined,
  keys: readonly string[],
): { family: string } | { problem: Problem } {
  if (named !== undefined) {
    if (Object.hasOwn(families, named)) return { family: named };
    return {
      problem: { code: "distributionUnknown", with: { family: named, nearest: suggestion(named, familyNames) } },
    };
  }
  const meant = meantBy.find((row) => row.keys.every((key) => keys.includes(key)));
  if (meant !== undefined) return { family: meant.family };
  const partly = meantBy.find((row) => row.keys.some((key) => keys.includes(key)));
  const shown = keys.join(", ");
  if (partly === undefined) return { problem: { code: "distributionKeys", with: { keys: shown } } };
  const missing = partly.keys.filter((key) => !keys.includes(key)).join(", ");
  return {
    problem: {
      code: "distributionParameterMissing",
      with: { missing, keys: shown, forms: `{ ${partly.keys.join(", ")} }` },
    },
  };
}

/**
 * Makes the distribution from what is known about it.
 * @param known numbers in base units, by key; an interval as `low` and `high`
 * @param written the same as they stand in the file, for messages
 */
export function makeDistribution(
  family: string,
  known: Known,
  written: Readonly<Record<string, string>>,
  parts?: readonly DistributionSpec[],
): DistributionOutcome {
  const { min, max, ...rest } = known as Numbers;
  const stated = parts === undefined ? Object.keys(rest) : [...Object.keys(rest), "parts"];
  const keys = stated.includes("levels") ? ["quantiles", ...stated.filter((key) => !quantileKeys.has(key))] : stated;
  const ways = waysOf(family);
  const way = ways.find(
    ({ required, allowed }) =>
      required.every((key) => keys.includes(key)) && keys.every((key) => allowed.includes(key)),
  );
  const forms = waysAsText(family);
  const shownKeys = keys.length === 0 ? "{ }" : keys.join(", ");
  if (way === undefined) {
    const near = ways.find(
      ({ required, allowed }) =>
        keys.length > 0 && keys.every((key) => allowed.includes(key)) && required.some((key) => keys.includes(key)),
    );
    const missing = near?.required.filter((key) => !keys.includes(key)).join(", ");
    if (missing)
      return {
        ok: false,
        problem: { code: "distributionParameterMissing", with: { missing, keys: shownKeys, forms } },
      };
    return { ok: false, problem: { code: "distributionParameters", with: { family, keys: shownKeys, forms } } };
  }
  const impossible = (rule: Rule<Numbers>, about: Numbers = rest): DistributionOutcome => {
    const named = Object.keys(written).filter((key) => new RegExp(`\\b${key}\\b`).test(rule.text));
    const values = (named.length > 0 ? named : Object.keys(written)).map((key) => `${key} ${written[key]}`).join(", ");
    const key = named.length === 1 ? named[0] : undefined;
    return {
      ok: false,
      problem: {
        code: "distributionImpossible",
        with: { rule: rule.text, values, possible: rule.possible?.(about) ?? rule.text },
      },
      ...(key === undefined ? {} : { key }),
    };
  };
  const formRule = way.rules.find((rule) => !rule.holds(rest));
  if (formRule !== undefined) return impossible(formRule);
  const parameters = parametersFrom(way, rest);
  if (typeof parameters === "string") return impossible({ text: parameters, holds: () => false });
  const spec = specFrom(family as Family, parameters, parts);
  const filled = filledIn(spec);
  const ownRule = families[family].rules.find((rule) => !rule.holds(filled));
  if (ownRule !== undefined) return impossible(ownRule, filled);
  if ([...Object.values(spec.parameters), ...Object.values(spec.lists ?? {}).flat()].some((x) => !Number.isFinite(x))) {
    const values = Object.entries(written)
      .map(([key, value]) => `${key} ${value}`)
      .join(", ");
    return {
      ok: false,
      problem: { code: "distributionImpossible", with: { rule: "−∞ < x < ∞", values, possible: "−∞ < x < ∞" } },
    };
  }
  if (min === undefined && max === undefined) return { ok: true, spec };
  if (describe(spec).atoms !== undefined)
    return {
      ok: false,
      problem: { code: "distributionNotCut", with: { family } },
      key: min === undefined ? "max" : "min",
    };
  const cut = { ...spec, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  return massLeft(cut) > 1e-9
    ? { ok: true, spec: cut }
    : { ok: false, problem: { code: "distributionCut", with: { min: written.min ?? "−∞", max: written.max ?? "∞" } } };
}

/** Parameters sorted into numbers and lists, with the finite defaults filled in. */
function specFrom(family: Family, parameters: Known, parts: readonly DistributionSpec[] | undefined): DistributionSpec {
  const numbers: Record<string, number> = {};
  const lists: Record<string, readonly number[]> = {};
  for (const [name, meaning] of Object.entries(families[family].parameters)) {
    const value = parameters[name] ?? meaning.default;
    if (typeof value === "object") lists[name] = value;
    else if (value !== undefined && (Number.isFinite(value) || value !== meaning.default)) numbers[name] = value;
  }
  return {
    family,
    parameters: numbers,
    ...(Object.keys(lists).length === 0 ? {} : { lists }),
    ...(parts === undefined ? {} : { parts }),
  };
}

/** The parameters, or the rule that says why there are none. */
function parametersFrom(way: Way, known: Known): Known | string {
  try {
    return way.toParameters(known);
  } catch (error) {
    if (error instanceof UtfallError) return String(error.issues[0]?.with?.rule ?? "").replaceAll("Infinity", "∞");
    throw error;
  }
}

/** Probability that a cut leaves, of the whole family. */
function massLeft({ min, max, ...whole }: DistributionSpec): number {
  const { cdf, upper } = describe(whole);
  if (min !== undefined && max !== undefined && !(min < max)) return 0;
  const below = min === undefined ? 0 : cdf(min);
  const above = max === undefined ? 0 : upper(max);
  return 1 - below - above;
}

/** Lower and upper end of what a distribution can be, its cuts included. */
export const supportOf = (spec: DistributionSpec): readonly [number, number] => describe(spec).support;

/** A number of a distribution in base units; a rate scales the other way. */
export function inBase(literal: Literal, outer: ParsedUnit | undefined, kind: ParameterUnit): number {
  const plain: ParsedUnit = { unit: noUnit, exponent10: 0, times: 1, over: 1 };
  const scale = literal.unit ?? (kind === "number" ? plain : (outer ?? plain));
  if (kind !== "perOwn") return toBase(literal.digits, scale);
  return toBase(literal.digits, { unit: noUnit, exponent10: -scale.exponent10, times: scale.over, over: scale.times });
}
