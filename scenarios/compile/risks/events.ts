import type { NodeId } from "../../../engine/model/graph.ts";
import { isMitigationChosen, type RiskContent, type RiskWhen, riskWhen } from "../../risks.ts";
import { type Context, inYear, inYears, programmeYears } from "../context.ts";
import { eventPath } from "./paths.ts";

/** What happens of a risk: 1 or 0 in each draw. */
export interface RiskEvent {
  /** At any time. */
  readonly ever: NodeId;
  /** Along the period where it is on in some years only. */
  readonly on: NodeId;
  /** Begins in this year; undefined where it can't. */
  readonly begins: (year: number) => NodeId | undefined;
  /** Years in which it may be on and something of the programme goes on. */
  readonly years: readonly boolean[];
}

/** The view in which a risk's own numbers are read: as they are written, before anything happens to them. */
export function asWritten(context: Context): Context {
  const { looks, withoutRule: _, stoppedAt, ...view } = context.view;
  const isWritten = view.risks === "none" || context.checked.risks === undefined;
  return isWritten && looks === undefined && stoppedAt === undefined
    ? context
    : context.inView({ ...view, risks: "none" });
}

export const riskOf = ({ checked }: Context, id: string): RiskContent => checked.content.risks![id];

/** Views in which nothing happens: numbers as they are written, the plan, and ordinary operation. */
export const hasNoRisks = ({ view }: Context): boolean =>
  view.risks === "none" || view.asPlanned !== undefined || view.atScale !== undefined;

/** The one risk that a view takes away. */
export const takenAway = ({ view: { risks } }: Context): string | undefined =>
  risks !== undefined && risks !== "none" && "without" in risks ? risks.without : undefined;

/** True where it can't happen in this view. */
const isTakenAway = (context: Context, id: string): boolean => hasNoRisks(context) || takenAway(context) === id;

/** Whether a risk is mitigated in this view: as the file has it, unless the view says which are. */
export function isMitigated(context: Context, id: string): boolean {
  const { risks } = context.view;
  if (riskOf(context, id).mitigated === undefined || risks === "none") return false;
  if (risks !== undefined && "mitigated" in risks) return risks.mitigated.includes(id);
  return isMitigationChosen(riskOf(context, id));
}

/** How likely it is in this view. Mitigated it is never more likely than without. */
function likelihoodOf(context: Context, id: string): NodeId {
  const written = asWritten(context);
  const unmitigated = written.quantity(`risks.${id}.likelihood`);
  if (!isMitigated(context, id)) return unmitigated;
  return context.builder.min(written.quantity(`risks.${id}.mitigated.likelihood`), unmitigated);
}

/**
 * It happens where a uniform number of its own lies below its likelihood: what happens when it is unlikely happens as well when it is
 * likelier, draw by draw.
 */
export function riskEvent(context: Context, id: string): RiskEvent {
  const { builder, shape } = context;
  const when = riskWhen(riskOf(context, id), context.checked.content);
  const years = yearsOf(context, when);
  if (isTakenAway(context, id)) {
    const never = builder.constant(0);
    return { ever: never, on: never, begins: () => undefined, years };
  }
  const likelihood = likelihoodOf(context, id);
  const drawn = (year?: number): NodeId => builder.input(context.events.get(eventPath(shape.id, id, year))!);
  const below = (uniform: NodeId, share: NodeId): NodeId => builder.binary("less", uniform, share);
  switch (when.kind) {
    case "each": {
      const on = inYears(context, years, (year) => below(drawn(year), inYear(context, likelihood, year)));
      const all = Array.from({ length: shape.programmeYears }, (_, year) => inYear(context, on, year));
      const ever = all.reduce((any, one) => builder.max(any, one));
      return { ever, on, begins: (year) => (years[year] ? inYear(context, on, year) : undefined), years };
    }
    case "drawn": {
      const uniform = drawn();
      const of = when.last - when.first + 1;
      // By a year it has begun with its share of the likelihood; those that begin early are those of the lowest numbers.
      const begun = (year: number): NodeId | undefined =>
        year < when.first
          ? undefined
          : below(
              uniform,
              year >= when.last
                ? likelihood
                : builder.multiply(likelihood, builder.constant((year - when.first + 1) / of)),
            );
      const from = Array.from({ length: shape.horizonYears }, (_, year) => year >= when.first);
      const on = inYears(context, from, (year) => begun(year)!);
      const begins = (year: number): NodeId | undefined => {
        if (year < when.first || year > when.last) return undefined;
        const before = begun(year - 1);
        return before === undefined ? begun(year) : builder.subtract(begun(year)!, before);
      };
      return { ever: below(uniform, likelihood), on, begins, years };
    }
    default: {
      const ever = below(drawn(), likelihood);
      const first = when.kind === "programme" ? 0 : when.first;
      const begins = (year: number): NodeId | undefined => (year === first ? ever : undefined);
      if (when.kind === "programme") return { ever, on: ever, begins, years };
      const last = when.kind === "years" ? when.last : shape.horizonYears - 1;
      const mask = Array.from({ length: shape.horizonYears }, (_, year) => year >= first && year <= last);
      return { ever, on: inYears(context, mask, () => ever), begins, years };
    }
  }
}

/** The years in which a yearly cost of the risk may come: to the end of the programme, or where it begins later of the horizon. */
function yearsOf(context: Context, when: RiskWhen): readonly boolean[] {
  const running = programmeYears(context);
  if (when.kind === "programme" || when.kind === "each") return running;
  return running.map((runs, year) => {
    if (year < when.first) return false;
    if (when.kind === "years") return year <= when.last;
    return runs || when.first >= context.shape.programmeYears;
  });
}
