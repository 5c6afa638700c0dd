import { report } from "../check/checking.ts";
import { period, segment } from "../compile/context.ts";
import { mayBeHarmed } from "../compile/people/harmed.ts";
import { isNewEachYear, peopleOf } from "../compile/people.ts";
import { modelGroup } from "../compile/seenPeople.ts";
import { type SeenGroup, seenGroups } from "../schema/observed.ts";
import { type Cell, keyOfPeople, type PeopleSeen } from "./observed.ts";
import { countAt, isKnown, partOfYear, type Reading, yearsSeen } from "./reading.ts";

/** Whom each group is part of. */
const among: Readonly<Partial<Record<SeenGroup, readonly SeenGroup[]>>> = {
  reached: ["everyone"],
  accepted: ["reached", "everyone"],
  enrolled: ["accepted", "reached", "everyone"],
  completed: ["enrolled"],
  dropped: ["enrolled"],
  harmed: ["enrolled"],
};

/** The counts of people, cell by cell. */
export function readPeople(to: Reading): readonly PeopleSeen[] {
  const seen: PeopleSeen[] = [];
  for (const group of seenGroups) {
    const written = to.content.people[group];
    if (written !== undefined) seen.push(...readGroup(to, group, written));
  }
  checkOrder(to, seen);
  checkPossible(to, seen);
  return seen;
}

function readGroup(to: Reading, group: SeenGroup, written: unknown): PeopleSeen[] {
  const path = `people.${group}`;
  const { context } = to;
  const node = peopleOf(context, modelGroup(group));
  const byYear = isNewEachYear(context) || context.builder.hasAxis(node, period);
  const years = yearsSeen(to.months, context.shape.programmeYears);
  const part = (year: number) => partOfYear(to.months, year);
  const done = (year: number) => (byYear ? part(year) === 1 : to.months >= 12 * context.shape.programmeYears);
  if (Array.isArray(written)) {
    if (!byYear) {
      report(to, "observedSamePeople", path, { group });
      return [];
    }
    if (written.length > years) {
      report(to, "observedFuture", path, { years, n: written.length });
      return [];
    }
    return written.flatMap((own, year) =>
      cells(to, group, `${path}.${year}`, own, { year }, { part: part(year), done: done(year) }),
    );
  }
  if (byYear && years > 1) {
    report(to, "observedByYear", path, { group, years });
    return [];
  }
  return cells(to, group, path, written, byYear ? { year: 0 } : {}, {
    part: byYear ? part(0) : 1,
    done: done(0),
  });
}

function cells(
  to: Reading,
  group: SeenGroup,
  path: string,
  written: unknown,
  cell: Cell,
  passed: Pick<PeopleSeen, "part" | "done">,
): PeopleSeen[] {
  const whole = (own: unknown, at: string, of: Cell): PeopleSeen[] => {
    const count = countAt(to, at, own);
    return count === undefined ? [] : [{ ...of, group, count, ...passed }];
  };
  if (typeof written !== "object" || written === null) return whole(written, path, cell);
  const { context } = to;
  if (!context.builder.hasAxis(peopleOf(context, modelGroup(group)), segment)) {
    report(to, "observedNotSplit", path, { name: group });
    return [];
  }
  return Object.entries(written).flatMap(([id, own]) =>
    isKnown(to, "observedSegment", `${path}.${id}`, id, context.shape.segments, "key")
      ? whole(own, `${path}.${id}`, { ...cell, segment: id })
      : [],
  );
}

const pathOf = (to: Reading, { group, segment: own, year }: PeopleSeen): string =>
  [
    `people.${group}`,
    ...(Array.isArray(to.content.people[group]) ? [String(year)] : []),
    ...(own === undefined ? [] : [own]),
  ].join(".");

/** No group is larger than the one that it is part of, and all are divided alike. */
function checkOrder(to: Reading, seen: readonly PeopleSeen[]): void {
  const at = new Map(seen.map((own) => [keyOfPeople(own), own]));
  for (const own of seen) {
    for (const group of among[own.group] ?? []) {
      const before = at.get(keyOfPeople({ ...own, group }));
      if (before === undefined) continue;
      if (own.count > before.count)
        report(to, "observedMore", pathOf(to, own), { group: own.group, n: own.count, of: group, m: before.count });
      break;
    }
  }
  for (const own of seen.filter(({ group }) => group === "dropped")) {
    const [enrolled, completed] = (["enrolled", "completed"] as const).map((group) =>
      at.get(keyOfPeople({ ...own, group })),
    );
    if (enrolled !== undefined && completed !== undefined && own.count + completed.count > enrolled.count)
      report(to, "observedMore", pathOf(to, own), {
        group: "completed + dropped",
        n: own.count + completed.count,
        of: "enrolled",
        m: enrolled.count,
      });
  }
  const divided = seen.filter((own) => own.segment !== undefined);
  const whole = seen.find((own) => own.segment === undefined);
  if (whole !== undefined && divided.length > 0)
    report(to, "observedDivided", pathOf(to, whole), { group: whole.group });
}

/** What the scenario says for certain of a share, and the opposite has been seen. */
function checkPossible(to: Reading, seen: readonly PeopleSeen[]): void {
  const certain = (place: string, otherwise: number): number | undefined => {
    const quantity = to.scenario.quantities.get(place);
    if (quantity === undefined) return otherwise;
    return quantity.kind === "number" ? quantity.value : undefined;
  };
  const stages = (to.scenario.content.funnel?.dropouts?.stages ?? []).length > 0;
  for (const own of seen) {
    const never = (place: string) =>
      report(to, "observedNever", pathOf(to, own), { group: own.group, n: own.count, place });
    if (own.count === 0) continue;
    if (own.group === "harmed" && !mayBeHarmed(to.context)) never("funnel.harmed");
    if (own.group === "dropped" && !stages && certain("funnel.dropout", 0) === 0) never("funnel.dropout");
    if (own.group === "reached" && certain("funnel.reached", 1) === 0) never("funnel.reached");
    if (own.group === "accepted" && certain("funnel.accepted", 1) === 0) never("funnel.accepted");
  }
}
