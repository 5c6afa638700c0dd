import type { NodeId } from "../../../engine/model/graph.ts";
import type { ContractContent } from "../../schema/financing.ts";
import { type Context, type Flow, inYear, overSegments } from "../context.ts";
import { cohortImprovement } from "../improvement.ts";
import { observed } from "../observed.ts";
import { cases } from "../outcomes.ts";
import { flowIn } from "./transfer.ts";

/** What an outcome is paid by before cap and shares, in the years when it is. */
export interface Payments extends Flow {
  /** Of this, what is paid at each tier; empty without tiers. */
  readonly tiers: readonly { readonly paid: NodeId; readonly reached: NodeId }[];
}

interface Judged {
  readonly improvement: NodeId;
  /** What it is paid by: avoided cases, or the improvement itself. */
  readonly units: NodeId;
  readonly year: number;
}

/**
 * Payment by an outcome: each programme year's group is a cohort, paid `after` years later by its avoided cases or its improvement
 * net of the comparison, the true ones or those that its follow-up sees. A cohort whose improvement reaches `from` (or its lowest tier, or `each`) is paid; where no cohort is,
 * all are paid together if their joint improvement reaches `pooled`, in the last one's year.
 */
export function outcomePayments(context: Context, at: string, { pays }: ContractContent): Payments {
  const { builder, shape } = context;
  const { from, tiers, cohorts, after = 0 } = pays;
  const outcome = pays.of.trim();
  const zero = builder.constant(0);
  const amounts = (tiers ?? [undefined]).map((_, k) =>
    context.quantity(tiers === undefined ? `${at}.pays.amount` : `${at}.pays.tiers.${k}.amount`),
  );
  const thresholds = (tiers ?? []).map((_, k) => context.quantity(`${at}.pays.tiers.${k}.from`));
  const groups = Array.from({ length: shape.programmeYears }, (_, year): Judged & { readonly weight: NodeId } => {
    const { improvement: effect, weight } = cohortImprovement(context, outcome, year);
    const isSeen = pays.measured === "observed";
    const improvement = isSeen ? observed(context, { figure: "observed", what: outcome, year }) : effect;
    const avoided = isSeen
      ? builder.multiply(improvement, weight)
      : overSegments(context, inYear(context, cases(context, outcome), year));
    const units = pays.per === "point" ? improvement : avoided;
    return { improvement, units, weight, year: year + after + shape.yearsLater };
  });
  /** Whether each tier is the one that an improvement is paid at, or the one amount is paid. */
  const paidAt = (improvement: NodeId): readonly NodeId[] => {
    const reaches = (threshold: NodeId) => builder.binary("greaterOrEqual", improvement, threshold);
    if (tiers === undefined)
      return [from === undefined ? builder.constant(1) : reaches(context.quantity(`${at}.pays.from`))];
    return thresholds.map((own, k) => {
      const next = thresholds[k + 1];
      if (next === undefined) return reaches(own);
      return builder.binary("and", reaches(own), builder.unary("not", reaches(next)));
    });
  };
  const parts: { readonly tier: number; readonly year: number; readonly pays: NodeId; readonly amount: NodeId }[] = [];
  const add = ({ improvement, units, year }: Judged, passes: NodeId | undefined): void => {
    // Nobody pays back for what gets worse.
    const worth = builder.max(units, zero);
    for (const [tier, is] of paidAt(improvement).entries()) {
      const pays = passes === undefined ? is : builder.binary("and", is, passes);
      const amount = builder.select(pays, builder.multiply(amounts[tier], worth), zero);
      parts.push({ tier, year, pays, amount });
    }
  };
  if (cohorts === undefined) for (const group of groups) add(group, undefined);
  else {
    const each = context.quantity(`${at}.pays.cohorts.each`);
    const passed = groups.map(({ improvement }) => builder.binary("greaterOrEqual", improvement, each));
    for (const [c, group] of groups.entries()) add(group, passed[c]);
    const weighed = groups.map(({ improvement, weight }) => builder.multiply(improvement, weight));
    const joint = builder.divide(builder.sum(weighed), builder.sum(groups.map(({ weight }) => weight)));
    const none = builder.unary(
      "not",
      passed.reduce((a, b) => builder.binary("or", a, b)),
    );
    const enough = builder.binary("greaterOrEqual", joint, context.quantity(`${at}.pays.cohorts.pooled`));
    const units =
      pays.per === "point"
        ? builder.multiply(joint, builder.constant(groups.length))
        : builder.sum(groups.map((group) => group.units));
    const { year } = groups[groups.length - 1];
    add({ improvement: joint, units, year }, builder.binary("and", none, enough));
  }
  const years = Array.from({ length: shape.horizonYears }, (_, year) => parts.some((part) => part.year === year));
  const inHorizon = parts.filter((part) => part.year < shape.horizonYears);
  const flow = flowIn(context, years, (year) =>
    builder.sum(parts.filter((part) => part.year === year).map(({ amount }) => amount)),
  );
  return {
    ...flow,
    tiers: (tiers ?? []).map((_, k) => {
      const own = inHorizon.filter(({ tier }) => tier === k);
      const paid = builder.sum(own.map(({ amount }) => amount));
      return { paid, reached: own.map((part) => part.pays).reduce((a, b) => builder.binary("or", a, b)) };
    }),
  };
}
