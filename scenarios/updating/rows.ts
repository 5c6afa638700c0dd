import type { Figure, OutputSummary } from "../../engine/result/result.ts";
import type { LearntRow, ProcessRow, SeenRow, Spread, WholeRow } from "../../engine/result/update.ts";
import type { RestOutput, SeenOutput } from "../compile/updating.ts";
import type { ProcessSeen } from "../observed/observed.ts";

export type Outputs = Readonly<Record<string, OutputSummary>>;

/** Mean and spread of an output that is a number. */
export function spreadOf(outputs: Outputs, id: string): Spread {
  const own = outputs[id];
  if (own?.kind !== "number") throw new Error(`no number is called ${id}`);
  return { mean: own.mean, sd: own.sd, low: own.percentiles["5"], high: own.percentiles["95"] };
}

export function seenRow(output: SeenOutput, before: Outputs, after: Outputs): SeenRow {
  const { key, unit, expected, actual, judged } = output;
  const row = {
    ...aboutSeen(output),
    key,
    unit,
    actual,
    before: spreadOf(before, expected),
    after: spreadOf(after, expected),
  };
  if (judged === undefined) return row;
  const of = spreadOf(before, judged.by);
  const variance = of.sd.value * of.sd.value + luckOf(judged.luck, of.mean.value);
  const away = (judged.value - of.mean.value) / Math.sqrt(variance);
  const own = errorOf(output);
  return { ...row, ...(own === undefined ? {} : { se: own }), away: Number.isFinite(away) ? away : 0 };
}

function aboutSeen(output: SeenOutput): Pick<SeenRow, "kind" | "what" | "whose" | "by" | "segment" | "years"> {
  const { kind, seen } = output;
  const segment = kind === "cost" || seen.segment === undefined ? {} : { segment: seen.segment };
  if (kind === "cost") {
    const { years } = seen;
    return { kind, what: seen.cost, years: [years[0].year, years[years.length - 1].year] };
  }
  const years = seen.year === undefined ? {} : { years: [seen.year, seen.year] as const };
  if (kind === "people") return { kind, what: seen.group, ...segment, ...years };
  return { kind, what: seen.outcome, whose: seen.whose, by: seen.measure.by, ...segment, ...years };
}

type Luck = NonNullable<SeenOutput["judged"]>["luck"];

/** Variance of what is seen about what it is expected to be. */
function luckOf(luck: Luck, mean: number): number {
  if (luck === "poisson") return Math.max(0, mean);
  if ("se" in luck) return luck.se * luck.se;
  const share = Math.min(1, Math.max(0, mean));
  return (share * (1 - share)) / luck.of;
}

/** Standard error of what was measured; counts of people speak for themselves. */
function errorOf({ kind, judged }: SeenOutput): number | undefined {
  if (kind === "people" || judged === undefined || judged.luck === "poisson") return undefined;
  const { luck, value } = judged;
  if ("se" in luck) return luck.se;
  // Of none or all of few the error is not nothing: half a case more and half a case less (Jeffreys).
  const share = (value * luck.of + 0.5) / (luck.of + 1);
  return Math.sqrt((share * (1 - share)) / luck.of);
}

export function wholeRow(
  { kind, what, segment, unit, actual, whole, rest }: RestOutput,
  before: Outputs,
  after: Outputs,
): WholeRow {
  const left = spreadOf(after, rest);
  const shifted = (figure: Figure): Figure => ({
    value: figure.value + actual,
    se: figure.se,
    low: figure.low + actual,
    high: figure.high + actual,
  });
  const { mean, sd, low, high } = left;
  return {
    kind,
    what,
    ...(segment === undefined ? {} : { segment }),
    unit,
    actual,
    before: spreadOf(before, whole),
    after: { mean: shifted(mean), sd, low: shifted(low), high: shifted(high) },
  };
}

/** What is left of the plan is done in the pace seen so far. */
export function processRow({ id, plan, actual, planInAll }: ProcessSeen, title: ProcessRow["title"]): ProcessRow {
  const named = { id, ...(title === undefined ? {} : { title }), plan, actual };
  if (planInAll === undefined) return named;
  return { ...named, whole: { plan: planInAll, projected: (actual / plan) * planInAll } };
}

export function learntRow(input: string, unit: string, before: Spread, after: Spread): LearntRow {
  const [was, is] = [before.sd.value * before.sd.value, after.sd.value * after.sd.value];
  return { input, unit, before, after, learnt: was > 0 ? 1 - is / was : 0 };
}
