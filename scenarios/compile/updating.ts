import type { NodeId } from "../../engine/model/graph.ts";
import { formatUnit, parseUnit, type Unit } from "../../engine/units/index.ts";
import { figureId } from "../figures.ts";
import {
  type CostSeen,
  keyOfCost,
  keyOfOutcome,
  keyOfPeople,
  type Observations,
  type OutcomeSeen,
  type PeopleSeen,
} from "../observed/observed.ts";
import { unitWordsOf } from "../twins.ts";
import { inYear, parameter } from "./context.ts";
import { likelihoods } from "./likelihood.ts";
import type { Lowered } from "./lowered.ts";
import type { Seen } from "./seen.ts";
import { expectedMeasure } from "./seenLevels.ts";
import { peopleTerms } from "./seenPeople.ts";
import { stated } from "./view.ts";

/** Stands before the outputs that only an update needs; they are taken out of its result again. */
export const updatePrefix = "update/";

/** One thing that was seen, with the outputs that hold what the scenario leads one to expect. */
export type SeenOutput = {
  readonly key: string;
  readonly unit: string;
  /** Id of the output of what is expected, in the unit of `actual`. */
  readonly expected: string;
  readonly actual: number;
  /**
   * What it is judged by: the id of the output that is held against `value`, and how far luck or measurement takes the one from the
   * other (`of`: a share of so many; `poisson`: a count; else a standard error). Absent where nothing is learnt of it.
   */
  readonly judged?: {
    readonly by: string;
    readonly value: number;
    readonly luck: { readonly of: number } | "poisson" | { readonly se: number };
  };
} & (
  | { readonly kind: "people"; readonly seen: PeopleSeen }
  | { readonly kind: "outcome"; readonly seen: OutcomeSeen }
  | { readonly kind: "cost"; readonly seen: CostSeen }
);

/** What comes after the time followed up, of people and costs that were seen. */
export interface RestOutput {
  readonly kind: "people" | "cost";
  readonly what: string;
  readonly segment?: string;
  readonly unit: string;
  readonly actual: number;
  /** Ids of the outputs of the whole and of what is left of it. */
  readonly whole: string;
  readonly rest: string;
}

/** What updating a scenario needs of its graph. */
export interface Updating {
  /** Logarithm of the likelihood of all that was seen; absent where nothing is learnt. */
  readonly logLikelihood?: NodeId;
  readonly seen: readonly SeenOutput[];
  readonly rest: readonly RestOutput[];
}

/** Declares what was seen: what is expected of it, what is left, and how likely it is. Chance is averaged, not drawn. */
export function declareUpdating(scenario: Lowered, observations: Observations): Updating {
  const own = scenario.inView(stated);
  const { context } = own;
  const { builder } = context;
  const likely = likelihoods(context);
  const terms: NodeId[] = [];
  const output = (name: string, node: NodeId, unit: string): string => {
    const id = `${updatePrefix}${name}`;
    builder.output({ id, node, unit, kind: "figure", worse: "low" });
    return id;
  };
  const seen: SeenOutput[] = [];
  for (const { seen: people, expected, weighed } of peopleTerms(context, observations.people)) {
    const key = keyOfPeople(people);
    const base = { kind: "people", seen: people, key, unit: "people", actual: people.count } as const;
    const id = output(`expected/${key}`, expected, "people");
    if (weighed === undefined) seen.push({ ...base, expected: id });
    else if (weighed === "poisson") {
      terms.push(likely.poisson(key, people.count, expected));
      seen.push({ ...base, expected: id, judged: { by: id, value: people.count, luck: "poisson" } });
    } else {
      const { of, share } = weighed;
      if (of === 0) {
        seen.push({ ...base, expected: id });
        continue;
      }
      terms.push(likely.binomial(key, people.count, of, share));
      const by = output(`share/${key}`, share, "share");
      seen.push({ ...base, expected: id, judged: { by, value: people.count / of, luck: { of } } });
    }
  }
  for (const one of observations.outcomes) {
    const { outcome, segment, whose, year, measure } = one;
    const key = keyOfOutcome(one);
    const inSegment = segment === undefined ? undefined : context.shape.segments.indexOf(segment);
    const at = { whose, by: measure.by, year, ...(inSegment === undefined ? {} : { inSegment }) };
    const expected = expectedMeasure(context, outcome, at);
    const unit = formatUnit(measure.by === "mean" ? unitOfOutcome(scenario, outcome) : {});
    const id = output(`expected/${key}`, expected, unit);
    const base = { kind: "outcome", seen: one, key, unit, expected: id } as const;
    if (measure.by === "count") {
      const { count, of } = measure;
      terms.push(likely.binomial(key, count, of, expected));
      seen.push({ ...base, actual: count / of, judged: { by: id, value: count / of, luck: { of } } });
    } else {
      const { value, se } = measure;
      terms.push(likely.normal(key, value, se, expected));
      seen.push({ ...base, actual: value, judged: { by: id, value, luck: { se } } });
    }
  }
  const money = context.money;
  for (const one of observations.costs) {
    const key = keyOfCost(one);
    const expected = expectedCost(own, one);
    terms.push(likely.normal(key, one.amount, one.se, expected));
    const id = output(`expected/${key}`, expected, money);
    const judged = { by: id, value: one.amount, luck: { se: one.se } };
    seen.push({ kind: "cost", seen: one, key, unit: money, expected: id, actual: one.amount, judged });
  }
  const rest = [...restOfPeople(scenario, own, observations, output), ...restOfCosts(own, observations, output)];
  return {
    ...(terms.length === 0 ? {} : { logLikelihood: builder.name(builder.sum(terms), "observed") }),
    seen,
    rest,
  };
}

function unitOfOutcome({ checked }: Lowered, outcome: string): Unit {
  const parsed = parseUnit(checked.content.outcomes[outcome].unit, unitWordsOf(checked.content));
  return parsed.ok ? parsed.unit : {};
}

/** What a cost ought to have come to: of each year as much as had passed of its months. */
function expectedCost({ context, whole }: Seen, { cost, years }: CostSeen): NodeId {
  const { builder } = context;
  const { node, years: may } = whole().flow({ side: "cost", what: cost });
  const parts = years.flatMap(({ year, part }) => {
    if (!may[year] || part === 0) return [];
    const own = inYear(context, node, year);
    return [part === 1 ? own : builder.multiply(own, parameter(context, `observed.costs.${cost}.part.y${year}`, part))];
  });
  return builder.sum(parts);
}

type Output = (name: string, node: NodeId, unit: string) => string;

/** People who come anew each year, group by group. */
function restOfPeople(
  scenario: Lowered,
  { context, figureOf }: Seen,
  { people }: Observations,
  output: Output,
): readonly RestOutput[] {
  const { builder } = context;
  const groups = new Map<string, PeopleSeen[]>();
  for (const own of people) {
    if (own.year === undefined || own.group === "accepted") continue;
    const key = own.segment === undefined ? own.group : `${own.group}.${own.segment}`;
    groups.set(key, [...(groups.get(key) ?? []), own]);
  }
  const terms = new Map(peopleTerms(context, people).map((term) => [keyOfPeople(term.seen), term.expected]));
  return [...groups].map(([key, own]): RestOutput => {
    const [{ group, segment }] = own;
    const path = scenario.parse(key);
    const whole = figureOf(path);
    const sofar = builder.sum(own.map((one) => terms.get(keyOfPeople(one))!));
    return {
      kind: "people",
      what: group,
      ...(segment === undefined ? {} : { segment }),
      unit: "people",
      actual: own.reduce((sum, { count }) => sum + count, 0),
      whole: output(`whole/${figureId(path)}`, whole, "people"),
      rest: output(`rest/${figureId(path)}`, builder.subtract(whole, sofar), "people"),
    };
  });
}

function restOfCosts(own: Seen, { costs }: Observations, output: Output): readonly RestOutput[] {
  const { context, whole } = own;
  const { builder, money } = { builder: context.builder, money: context.money };
  return [...new Set(costs.map(({ cost }) => cost))].map((cost): RestOutput => {
    const seen = costs.filter((one) => one.cost === cost);
    const { node, years } = whole().flow({ side: "cost", what: cost });
    const inAll = builder.sum(years.flatMap((may, year) => (may ? [inYear(context, node, year)] : [])));
    const sofar = builder.sum(seen.map((one) => expectedCost(own, one)));
    return {
      kind: "cost",
      what: cost,
      unit: money,
      actual: seen.reduce((sum, { amount }) => sum + amount, 0),
      whole: output(`whole/cost.${cost}`, inAll, money),
      rest: output(`rest/cost.${cost}`, builder.subtract(inAll, sofar), money),
    };
  });
}
