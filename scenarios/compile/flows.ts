import type { NodeId } from "../../engine/model/graph.ts";
import { signedCountAmong } from "./chance.ts";
import {
  type Context,
  everyYear,
  type Flow,
  inYear,
  inYears,
  overSegments,
  period,
  programmeYears,
  segment,
} from "./context.ts";
import { isCounted } from "./drawnCases.ts";
import { active, cases, isToHorizon } from "./outcomes.ts";
import { addedUp, timesOf, uncountedAt } from "./ownAmounts.ts";
import { allPeople, enrolledInCost, type PeopleGroup, peopleOf, sameGroups } from "./people.ts";
import { yearsOfWhen } from "./shape.ts";
import { growth } from "./time.ts";
import { lasting, windowAt } from "./windows.ts";

/** What one entry of the file means for one actor: kr in each year of the horizon, per segment where it differs between these. */
export interface Line extends Flow {
  /** Id of the consequence, cost or formula. */
  readonly what: string;
  readonly side: "benefit" | "cost";
  /** A leaf actor. */
  readonly actor: string;
}

/** All lines of the accounts: consequences, costs and formulas that name an actor, in file order. */
export function linesOf(context: Context): readonly Line[] {
  const { consequences, costs, formulas } = context.checked.content;
  return [
    ...Object.keys(consequences).flatMap((id) => consequenceLines(context, id)),
    ...Object.keys(costs).flatMap((id) => costLines(context, id)),
    ...Object.keys(formulas).flatMap((id) => formulaLines(context, id)),
  ];
}

/**
 * flow[t] = Σ over years s of happening[s] · w(t − s) · share · amount · (1 + drift)^t. What one actor gains and another loses is
 * a transfer: it stands with both, and nets out where both are counted.
 */
function consequenceLines(context: Context, id: string): readonly Line[] {
  const { builder, checked } = context;
  const { of, lasts, gains, loses } = checked.content.consequences[id];
  const place = `consequences.${id}`;
  const happening = happeningOf(context, of);
  const share = context.quantity(`${place}.share`, 1);
  const amount = context.quantity(`${place}.amount`);
  const window = windowAt(context, place, isToHorizon(lasts));
  sameGroups(context, happening.node, builder.multiply(share, amount), `outcomes.${of}`, place);
  const drawn = drawnOf(context, id, of, share);
  const lasted = lasting(context, drawn?.happening ?? happening, window);
  const worth = drawn?.worth ?? builder.multiply(share, amount);
  const grown = growth(context, context.quantity(`${place}.drift`, 0));
  const flow = inYears(context, lasted.years, (year) => {
    const still = builder.multiply(inYear(context, lasted.node, year), inYear(context, grown, year));
    return builder.multiply(still, inYear(context, worth, year));
  });
  const node = builder.name(flow, id);
  const lines: Line[] = [];
  const line = (actor: string, flow: NodeId): Line => ({
    what: id,
    side: "benefit",
    actor,
    node: flow,
    years: lasted.years,
  });
  if (gains !== undefined) lines.push(line(gains, node));
  if (loses !== undefined) lines.push(line(loses, builder.negate(node)));
  return lines;
}

const groups: readonly string[] = ["everyone", "enrolled", "completed"];

/**
 * Where chance is drawn: those of the cases or people whom a consequence strikes, each with probability `share`, once for all
 * its years, and what each of them is worth; or what they have of their own, added up. Undefined where they are not counted one
 * by one.
 */
function drawnOf(
  context: Context,
  id: string,
  of: string,
  share: NodeId,
): { readonly happening: Flow; readonly worth: NodeId } | undefined {
  const { builder } = context;
  const place = `consequences.${id}`;
  const isGroup = groups.includes(of);
  if (context.chance === undefined || !(isGroup || isCounted(context, of))) return undefined;
  const own = uncountedAt(context, `${place}.amount`);
  // A share that differs between the years says how many of those still there it strikes: an expected number.
  const once = !builder.hasAxis(share, period);
  if (!once && own === undefined) return undefined;
  const years = programmeYears(context);
  const all = isGroup ? peopleOf(context, of as PeopleGroup) : cases(context, of);
  const node = inYears(context, years, (year) => {
    const number = inYear(context, all, year);
    const struck = once ? signedCountAmong(context, `cases.${id}`, number, share, year) : number;
    return own === undefined ? struck : addedUp(context, own, struck, `${place}.amount.y${year}`);
  });
  const each = own === undefined ? context.quantity(`${place}.amount`) : timesOf(context, own);
  return {
    happening: isGroup ? { node, years } : active(context, of, node),
    worth: once ? each : builder.multiply(share, each),
  };
}

/** Cases of an outcome in each year, or the people of each programme year for a difference measured in kr per person. */
function happeningOf(context: Context, of: string): Flow {
  if (!groups.includes(of)) return active(context, of);
  const people = peopleOf(context, of as PeopleGroup);
  const years = programmeYears(context);
  return { node: inYears(context, years, (year) => inYear(context, people, year)), years };
}

/**
 * cost[t] = amount · number · (1 | people | groups) · (1 + drift)^t in the years of `when`. A post costs a year's salary with
 * charges and overhead (amounts per month have become amounts per year). Negative amounts are income.
 */
function costLines(context: Context, id: string): readonly Line[] {
  const { builder, checked, shape } = context;
  const { post, per, when, paidBy } = checked.content.costs[id];
  const place = `costs.${id}`;
  const amount = post === undefined ? context.quantity(`${place}.amount`) : postCost(context, `${place}.post`);
  let each = builder.multiply(amount, context.quantity(`${place}.number`, 1));
  if (per !== undefined) {
    const times = timesIn(context, per, place);
    sameGroups(context, times, each, "target.size", place);
    each = builder.multiply(each, times);
  }
  const { first, last } = yearsOfWhen(when, shape.programmeYears);
  const years = Array.from({ length: shape.horizonYears }, (_, year) => year >= first && year <= last);
  const grown = growth(context, context.quantity(`${place}.drift`, 0));
  const flow = inYears(context, years, (year) =>
    builder.multiply(inYear(context, each, year), inYear(context, grown, year)),
  );
  const node = builder.name(flow, id);
  if (typeof paidBy === "string") return [{ what: id, side: "cost", actor: paidBy, node, years }];
  return Object.keys(paidBy).map((actor) => {
    const share = context.quantity(`${place}.paidBy.${actor}`);
    return { what: id, side: "cost", actor, node: builder.multiply(node, share), years };
  });
}

function postCost(context: Context, place: string): NodeId {
  const { builder } = context;
  const with1 = (share: string): NodeId => builder.add(builder.constant(1), context.quantity(`${place}.${share}`, 0));
  return builder.product([context.quantity(`${place}.salary`), with1("charges"), with1("overhead")]);
}

/** How many times the amount arises in a year: the people, or whole groups of all enrolled together. */
function timesIn(context: Context, per: string, place: string): NodeId {
  const { builder } = context;
  const written = per.trim();
  if (written === "enrolled") return enrolledInCost(context);
  if (written === "completed") return peopleOf(context, "completed");
  const size = /^group of (\d+)$/.exec(written);
  if (size === null) throw new Error(`a cost can't arise per "${per}"`);
  const people = context.quantity(`${place}.per`, Number(size[1]));
  return builder.unary("ceil", builder.divide(allPeople(context, "enrolled"), people));
}

/** A formula with `gains` or `paidBy` joins the accounts; a number counts in every year. */
function formulaLines(context: Context, id: string): readonly Line[] {
  const { gains, paidBy } = context.checked.content.formulas[id];
  if (gains === undefined && paidBy === undefined) return [];
  const node = context.builder.name(everyYear(context, formulaNode(context, id)), id);
  const years = Array.from({ length: context.shape.horizonYears }, () => true);
  const lines: Line[] = [];
  if (gains !== undefined) lines.push({ what: id, side: "benefit", actor: gains, node, years });
  if (paidBy !== undefined) lines.push({ what: id, side: "cost", actor: paidBy, node, years });
  return lines;
}

/** A formula's node, under whichever place the checker keeps it. */
export function formulaNode(context: Context, id: string): NodeId {
  const places = [`formulas.${id}.value`, `formulas.${id}`, id];
  const place = places.find((candidate) => context.checked.quantities.has(candidate));
  if (place === undefined) throw new Error(`the scenario has no formula ${id}`);
  return context.quantity(place);
}

/** A flow added up over the segments, or that of one of them. */
export function flowOf(context: Context, line: Line, inSegment?: number): NodeId {
  return inSegment === undefined ? overSegments(context, line.node) : context.builder.at(segment, inSegment, line.node);
}

/** True where a flow is not divided into segments. */
export const isWhole = (context: Context, line: Line): boolean => !context.builder.hasAxis(line.node, segment);

/** A flow of nothing. */
export function nothing(context: Context): NodeId {
  return context.builder.spread(period, context.builder.constant(0));
}
