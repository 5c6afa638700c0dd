import type { NodeId } from "../../engine/model/graph.ts";
import { signedCountAmong } from "./chance.ts";
import { type Context, type Flow, inYear, inYears, period, programmeYears } from "./context.ts";
import { isCounted } from "./drawnCases.ts";
import type { Line } from "./line.ts";
import { active, cases, isToHorizon } from "./outcomes.ts";
import { addedUp, timesOf, uncountedAt } from "./ownAmounts.ts";
import { whileAlive } from "./people/survival.ts";
import { type PeopleGroup, peopleOf, sameGroups } from "./people.ts";
import { growth } from "./time.ts";
import { windowAt } from "./window.ts";
import { lasting } from "./windows.ts";

/**
 * flow[t] = Σ over years s of happening[s] · w(t − s) · share · amount · (1 + drift)^t. What one actor gains and another loses is
 * a transfer: it stands with both, and nets out where both are counted.
 */
export function consequenceLines(context: Context, id: string): readonly Line[] {
  const { builder, checked } = context;
  const { of, lasts, gains, loses } = checked.content.consequences[id];
  const place = `consequences.${id}`;
  const happening = happeningOf(context, of);
  const share = context.quantity(`${place}.share`, 1);
  const amount = context.quantity(`${place}.amount`);
  const window = windowAt(context, place, isToHorizon(lasts));
  sameGroups(context, happening.node, builder.multiply(share, amount), `outcomes.${of}`, place);
  const drawn = drawnOf(context, id, of, share);
  const last = (flow: Flow): Flow => lasting(context, flow, window);
  const begun = drawn?.happening ?? happening;
  const isOfOthers = checked.content.outcomes[of]?.among !== undefined;
  const lasted = isOfOthers ? last(begun) : whileAlive(context, begun, last);
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

const groups: readonly string[] = ["everyone", "enrolled", "completed", "harmed"];

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
