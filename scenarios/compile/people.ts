import type { NodeId } from "../../engine/model/graph.ts";
import { countAmong, wholePeople } from "./chance.ts";
import { type Context, inYear, overSegments, overYears, period, programmeYears } from "./context.ts";
import { type Dropouts, dropoutsAmong } from "./people/dropouts.ts";
import { isNewEachYear, sameGroups } from "./people/groups.ts";
import { harmedCompleted, harmedDropouts, mayBeHarmed } from "./people/harmed.ts";
import { hasPlaces, withPlace } from "./people/places.ts";
import { hasStock, stockOf } from "./people/stock.ts";
import { shareOfFull } from "./scale/people.ts";
import { runningShare } from "./stops/running.ts";

export { isNewEachYear, sameGroups } from "./people/groups.ts";

/** `wanted` are those who accepted, before it is asked whether there are places enough. */
export type PeopleGroup = "everyone" | "reached" | "wanted" | "enrolled" | "completed" | "dropped" | "harmed";

/**
 * People in one programme year, per segment where the target group has segments. Where chance is drawn each is reached, accepts
 * and drops out or not: new people each year by luck of their own, the same people once for all years.
 */
export function peopleOf(context: Context, group: PeopleGroup): NodeId {
  const { builder } = context;
  switch (group) {
    case "everyone": {
      const stock = (): NodeId => shareOfFull(context, stockOf(context).personYears);
      const people = hasStock(context) ? stock() : context.quantity("target.size");
      return wholePeople(context, "everyone", people, isNewEachYear(context));
    }
    case "reached":
      return shareOf(context, group, "everyone", "funnel.reached", runningShare(context));
    case "wanted":
      return shareOf(context, "enrolled", "reached", "funnel.accepted");
    case "enrolled": {
      const wanted = peopleOf(context, "wanted");
      return hasPlaces(context) ? withPlace(context, wanted) : wanted;
    }
    case "dropped":
      return builder.sum(dropouts(context).map(({ people }) => people));
    case "completed":
      return builder.subtract(peopleOf(context, "enrolled"), peopleOf(context, "dropped"));
    case "harmed": {
      if (!mayBeHarmed(context)) return builder.multiply(peopleOf(context, "enrolled"), builder.constant(0));
      const completed = harmedCompleted(context, peopleOf(context, "completed"));
      return builder.sum([completed, ...dropouts(context).map((own) => harmedDropouts(context, own))]);
    }
  }
}

const dropouts = (context: Context): readonly Dropouts[] => dropoutsAmong(context, peopleOf(context, "enrolled"));

/**
 * Those of a group whom a share of the funnel lets pass: all, where nothing is written.
 *
 * @param part of each year in which the programme is there for them
 */
function shareOf(context: Context, name: string, from: PeopleGroup, place: string, part?: NodeId): NodeId {
  const people = peopleOf(context, from);
  const whole = context.quantity(place, 1);
  const share = part === undefined ? whole : context.builder.multiply(whole, part);
  sameGroups(context, people, share, "target.size", place);
  // Without a funnel all of the target group take part for certain.
  if (context.checked.content.funnel === undefined) return context.builder.multiply(people, share);
  return countAmong(context, name, people, share, isNewEachYear(context));
}

/**
 * Those of the started that the effect reaches: the completed, and dropouts by the share of the effect they keep, without those
 * who are harmed. Where chance is drawn that share is the chance that it reaches a dropout.
 */
export function completedInEffect(context: Context): NodeId {
  const { builder } = context;
  const completed = peopleOf(context, "completed");
  const harm = mayBeHarmed(context);
  const unharmed = harm ? builder.subtract(completed, harmedCompleted(context, completed)) : completed;
  return dropouts(context).reduce((sum, own) => {
    const people = harm ? builder.subtract(own.people, harmedDropouts(context, own)) : own.people;
    return builder.add(sum, keepingEffect(context, own, people));
  }, unharmed);
}

function keepingEffect(context: Context, { name, effectKept }: Dropouts, people: NodeId): NodeId {
  if (context.chance === undefined || context.checked.content.funnel === undefined)
    return context.builder.multiply(effectKept(), people);
  return countAmong(context, `${name}.effectKept`, people, effectKept(), isNewEachYear(context));
}

/** Those of the started that cost as one: dropouts by the share of the cost that arises all the same. */
export function enrolledInCost(context: Context): NodeId {
  const { builder } = context;
  return dropouts(context).reduce(
    (sum, { people, costKept }) => {
      const spared = builder.subtract(builder.constant(1), costKept());
      return builder.subtract(sum, builder.multiply(spared, people));
    },
    peopleOf(context, "enrolled"),
  );
}

/**
 * People over the whole programme: new ones each year (`people/year`) are added up, the same ones (`people`) counted once, and
 * where a list makes their number differ between the years, at its largest; of a stock it is the mean over the programme's years.
 */
export function peopleInAll(context: Context, inOneYear: NodeId): NodeId {
  const { builder } = context;
  const newEachYear = isNewEachYear(context);
  if (!newEachYear && !builder.hasAxis(inOneYear, period)) return inOneYear;
  if (newEachYear) return overYears(context, { node: inOneYear, years: programmeYears(context) });
  const { programmeYears: length } = context.shape;
  const years = Array.from({ length }, (_, year) => inYear(context, inOneYear, year));
  if (hasStock(context)) return builder.divide(builder.sum(years), builder.constant(length));
  return years.reduce((most, people) => builder.max(most, people));
}

/** Everybody together, however the target group is divided. */
export function allPeople(context: Context, group: PeopleGroup): NodeId {
  return overSegments(context, peopleOf(context, group));
}
