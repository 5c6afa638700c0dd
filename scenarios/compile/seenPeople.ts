import type { NodeId } from "../../engine/model/graph.ts";
import { keyOfPeople, type PeopleSeen } from "../observed/observed.ts";
import type { SeenGroup } from "../schema/observed.ts";
import { type Context, inYear, overSegments, parameter, segment } from "./context.ts";
import { hasPlaces } from "./people/places.ts";
import { peopleOf } from "./people.ts";

/** The group of the model that a counted one is. */
export const modelGroup = (group: SeenGroup) => (group === "accepted" ? "wanted" : group);

/** How a count is held against the scenario. */
export interface PeopleTerm {
  readonly seen: PeopleSeen;
  /** How many the scenario leads one to expect, by then. */
  readonly expected: NodeId;
  /**
   * `share`: of so many each is one with that probability; without it the number itself is a Poisson count of what is expected.
   * Absent where nothing is learnt: it follows from other counts, or is not over yet.
   */
  readonly weighed?: { readonly of: number; readonly share: NodeId } | "poisson";
}

/**
 * Each group among the nearest one before it that was counted too, as a binomial count; the first of the chain as a Poisson count,
 * whose part that passes on is a Poisson count again. Who has left is counted among those whose way is over.
 */
export function peopleTerms(context: Context, all: readonly PeopleSeen[]): readonly PeopleTerm[] {
  const at = new Map(all.map((own) => [keyOfPeople(own), own]));
  return all.map((seen) => {
    const expected = expectedPeople(context, seen);
    const sibling = (group: SeenGroup) => at.get(keyOfPeople({ ...seen, group }));
    const among = amongWhom(context, seen, sibling);
    return { seen, expected, ...(among === undefined ? {} : { weighed: weighed(context, seen, among) }) };
  });
}

type Among = { readonly of: number; readonly before: SeenGroup } | "poisson" | undefined;

function amongWhom(
  context: Context,
  { group, count, done }: PeopleSeen,
  sibling: (group: SeenGroup) => PeopleSeen | undefined,
): Among {
  const nearest = (...groups: readonly SeenGroup[]): Among => {
    const before = groups.map(sibling).find((own) => own !== undefined);
    return before === undefined ? "poisson" : { of: before.count, before: before.group };
  };
  switch (group) {
    case "everyone":
      return "poisson";
    case "reached":
      return nearest("everyone");
    case "accepted":
      // Without places all who accept begin, and who began was counted.
      return !hasPlaces(context) && sibling("enrolled") !== undefined ? undefined : nearest("reached", "everyone");
    case "enrolled":
      return hasPlaces(context) && sibling("accepted") !== undefined ? undefined : nearest("reached", "everyone");
    case "dropped": {
      const completed = sibling("completed");
      if (completed !== undefined && sibling("enrolled") !== undefined)
        return { of: count + completed.count, before: "enrolled" };
      return done ? nearest("enrolled") : undefined;
    }
    case "completed":
      if (sibling("dropped") !== undefined && sibling("enrolled") !== undefined) return undefined;
      return done ? nearest("enrolled") : undefined;
    case "harmed":
      return done ? nearest("enrolled") : undefined;
  }
}

function weighed(context: Context, seen: PeopleSeen, among: Exclude<Among, undefined>): PeopleTerm["weighed"] {
  if (among === "poisson") return among;
  const { builder } = context;
  const [over, under] = [seen.group, among.before].map((group) => modelPeople(context, { ...seen, group }));
  return { of: among.of, share: builder.divide(over, under) };
}

/** Those of the model in the year and segment; all together without a segment. */
function modelPeople(
  context: Context,
  { group, segment: id, year }: Pick<PeopleSeen, "group" | "segment" | "year">,
): NodeId {
  const { builder } = context;
  const people = inYear(context, peopleOf(context, modelGroup(group)), year ?? 0);
  return id === undefined
    ? overSegments(context, people)
    : builder.at(segment, context.shape.segments.indexOf(id), people);
}

/** What part of them is expected by then. */
function expectedPeople(context: Context, seen: PeopleSeen): NodeId {
  const people = modelPeople(context, seen);
  if (seen.part === 1) return people;
  return context.builder.multiply(people, parameter(context, `observed.${keyOfPeople(seen)}.part`, seen.part));
}
