import type { ScalePart } from "../scaleUp.ts";
import type { BesideView } from "../views.ts";

/** Ordinary operation in another way than the file says: without some of what makes it differ, or begun when the project would be. */
export interface AtScale {
  readonly without?: readonly ScalePart[];
  readonly atOnce?: true;
}

/**
 * One way to look at the whole model: what is written leads, everything else stands beside it. A part that is absent is as the file
 * says: effects as stated, every risk as likely as it is without mitigation, the programme run to its end, at the project's scale.
 */
export interface View {
  readonly effects?: BesideView;
  /** One risk that can't happen; those that are mitigated, and no others; or none at all, as where numbers are read as written. */
  readonly risks?: { readonly without: string } | { readonly mitigated: readonly string[] } | "none";
  /** What is changed at the first so many looks, nothing ending the programme: what is seen at the next. `all` is `withStops/…`. */
  readonly looks?: number | "all";
  /** A stop rule that is not there. */
  readonly withoutRule?: string;
  /** Stopped at this look by this rule, whatever is seen. */
  readonly stoppedAt?: { readonly rule: string; readonly month: number };
  /** Every number at its mean and nothing happens: the plan that costs and people are held against. */
  readonly asPlanned?: true;
  /** The programme as ordinary operation: `scaleUp/…`. */
  readonly atScale?: true | AtScale;
}

/** The scenario as written. */
export const stated: View = {};

/** Tells views apart; what stands before a stroke in the ids of their outputs. Empty for the scenario as written. */
export function viewKey({ effects, risks, looks, withoutRule, stoppedAt, asPlanned, atScale }: View): string {
  const ofRisks =
    risks === undefined
      ? []
      : risks === "none"
        ? ["noRisks"]
        : "without" in risks
          ? [`without-${risks.without}`]
          : [`mitigated-${risks.mitigated.join("-")}`];
  const ofLooks = looks === undefined || looks === 0 ? [] : [looks === "all" ? "withStops" : `looks-${looks}`];
  const ofStop = stoppedAt === undefined ? [] : [`stopped-${stoppedAt.rule}-${stoppedAt.month}`];
  return [
    ...(atScale === undefined ? [] : [scaleKey(atScale)]),
    ...(asPlanned ? ["asPlanned"] : []),
    ...ofLooks,
    ...(withoutRule === undefined ? [] : [`withoutRule-${withoutRule}`]),
    ...ofStop,
    ...ofRisks,
    ...(effects === undefined ? [] : [effects]),
  ].join("/");
}

function scaleKey(atScale: true | AtScale): string {
  if (atScale === true) return "scaleUp";
  const { without = [], atOnce } = atScale;
  const parts = without.length === 0 ? [] : ["without", ...without];
  return ["scaleUp", ...(atOnce ? ["atOnce"] : []), ...parts].join("-");
}
