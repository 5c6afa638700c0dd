import type { NodeId } from "../../engine/model/graph.ts";
import { groupsOfPeople } from "../groups.ts";
import { poissonAmong, signedCountAmong } from "./chance.ts";
import { type Context, type Flow, inYear, inYears, period, programmeYears } from "./context.ts";
import { isCounted } from "./drawnCases.ts";
import { active, cases } from "./outcomes.ts";
import { addedUp, timesOf, uncountedAt } from "./ownAmounts.ts";
import { type PeopleGroup, peopleOf } from "./people.ts";
import { keptAtScale } from "./scale/effect.ts";

/** Something of a consequence year by year, as what lasts from its beginning, and by what that is multiplied. */
interface Counted {
  readonly flow: Flow;
  readonly times: NodeId;
}

/** What a consequence strikes: its money, and behind that the cases and the events or days of these. */
export interface Struck {
  readonly money: Counted;
  /** Made only where somebody asks how many there are. */
  readonly cases: () => Counted;
  readonly events: () => Counted;
}

/** What a consequence strikes in each year, before its own delay and duration. */
export function struckBy(context: Context, id: string, of: string): Struck {
  const { builder } = context;
  const place = `consequences.${id}`;
  const share = context.quantity(`${place}.share`, 1);
  const hasNumber = context.checked.quantities.has(`${place}.number`);
  const events = hasNumber ? builder.multiply(share, context.quantity(`${place}.number`)) : share;
  const drawn = drawnFor(context, id, of, share);
  if (drawn !== undefined) return drawn;
  const flow = happeningOf(context, of);
  const money = builder.multiply(events, context.quantity(`${place}.amount`));
  return {
    money: { flow, times: money },
    cases: () => ({ flow, times: share }),
    events: () => ({ flow, times: events }),
  };
}

/** Cases of an outcome in each year, or the people of each programme year for a difference measured in kr per person. */
function happeningOf(context: Context, of: string): Flow {
  if (!groupsOfPeople.includes(of)) return active(context, of);
  const people = peopleOf(context, of as PeopleGroup);
  const years = programmeYears(context);
  // A difference measured of each person is an effect too.
  const kept = keptAtScale(context, people);
  return { node: inYears(context, years, (year) => inYear(context, kept, year)), years };
}

/**
 * Where chance is drawn: those of the cases or people whom a consequence strikes, each with probability `share`, once for all
 * its years; how many events these have, Poisson about the expected number; and what each is worth, or what they have of their
 * own, added up. Undefined where they are not counted one by one.
 */
function drawnFor(context: Context, id: string, of: string, share: NodeId): Struck | undefined {
  const { builder } = context;
  const place = `consequences.${id}`;
  const isGroup = groupsOfPeople.includes(of);
  if (context.chance === undefined || !(isGroup || isCounted(context, of))) return undefined;
  const own = uncountedAt(context, `${place}.amount`);
  // A share that differs between the years says how many of those still there it strikes: an expected number.
  const once = !builder.hasAxis(share, period);
  if (!once && own === undefined) return undefined;
  const years = programmeYears(context);
  const all = isGroup ? peopleOf(context, of as PeopleGroup) : cases(context, of);
  const number = context.checked.quantities.has(`${place}.number`) ? context.quantity(`${place}.number`) : undefined;
  const isDrawn = number !== undefined && once && !builder.hasAxis(number, period) && countsEvents(context, id);
  const begun = (make: (year: number) => NodeId): Flow => {
    const node = inYears(context, years, make);
    return isGroup ? { node, years } : active(context, of, node);
  };
  const struckIn = (year: number): NodeId => {
    const among = inYear(context, all, year);
    return once ? signedCountAmong(context, `cases.${id}`, among, share, year) : among;
  };
  const eventsIn = (year: number): NodeId =>
    isDrawn ? poissonAmong(context, `events.${id}`, struckIn(year), number, year) : struckIn(year);
  const moneyIn = (year: number): NodeId =>
    own === undefined ? eventsIn(year) : addedUp(context, own, eventsIn(year), `${place}.amount.y${year}`);
  // What is not drawn as a count is an expected number beside it.
  const shares = once ? [] : [share];
  const numbers = number === undefined || isDrawn ? [] : [number];
  const each = own === undefined ? context.quantity(`${place}.amount`) : timesOf(context, own);
  return {
    money: { flow: begun(moneyIn), times: builder.product([...shares, ...numbers, each]) },
    cases: () => ({ flow: begun(struckIn), times: once ? builder.constant(1) : share }),
    events: () => ({ flow: begun(eventsIn), times: builder.product([...shares, ...numbers, builder.constant(1)]) }),
  };
}

/** True where the number has a counting word above, such as visits: days and other durations are no counts. */
function countsEvents(context: Context, id: string): boolean {
  const unit = context.checked.quantities.get(`consequences.${id}.number`)?.unit ?? {};
  const counting = context.checked.content.units;
  return Object.entries(unit).some(([word, power]) => power > 0 && Object.hasOwn(counting, word));
}
