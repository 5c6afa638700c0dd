import { isPlain, parseUnit, type Unit } from "../../engine/units/index.ts";
import { report } from "../check/checking.ts";
import { segment } from "../compile/context.ts";
import { canSee, seenNodes } from "../compile/seenLevels.ts";
import { isPostponed } from "../effects.ts";
import type { ObservedContent, SeenGroupContent } from "../schema/observed.ts";
import { keyOfOutcome, type Measure, type OutcomeSeen } from "./observed.ts";
import { countAt, isKnown, numberAt, type Reading, yearsSeen } from "./reading.ts";

type Measured = ObservedContent["outcomes"][string][number];

/** The measurements of outcomes, group by group. */
export function readOutcomes(to: Reading): readonly OutcomeSeen[] {
  const seen: OutcomeSeen[] = [];
  const { outcomes } = to.scenario.content;
  for (const [id, entries] of Object.entries(to.content.outcomes)) {
    const path = `outcomes.${id}`;
    if (!isKnown(to, "outcomeUnknown", path, id, Object.keys(outcomes), "key")) continue;
    if (isPostponed(outcomes[id].effect)) {
      report(to, "figurePostponed", path, { outcome: id }, "key");
      continue;
    }
    for (const [index, entry] of entries.entries()) {
      const own = readEntry(to, id, entry, `${path}.${index}`);
      for (const one of own) {
        if (seen.some((other) => keyOfOutcome(other) === keyOfOutcome(one)))
          report(to, "observedTwice", `${path}.${index}`, { what: keyOfOutcome(one) }, "key");
        else seen.push(one);
      }
    }
  }
  return seen;
}

function readEntry(to: Reading, outcome: string, entry: Measured, path: string): OutcomeSeen[] {
  const { context, scenario } = to;
  if (entry.segment !== undefined) {
    if (!isKnown(to, "observedSegment", `${path}.segment`, entry.segment, context.shape.segments, "value")) return [];
    if (!isSplit(to, outcome)) {
      report(to, "observedNotSplit", `${path}.segment`, { name: outcome });
      return [];
    }
  }
  const years = yearsSeen(to.months, context.shape.programmeYears);
  const complete = Math.max(1, Math.min(Math.floor(to.months / 12), context.shape.programmeYears));
  const year = entry.year === undefined ? complete - 1 : countAt(to, `${path}.year`, entry.year);
  if (year === undefined) return [];
  if (year >= years) {
    report(to, "observedFuture", `${path}.year`, { years, n: year + 1 });
    return [];
  }
  const parsed = parseUnit(scenario.content.outcomes[outcome].unit, to.words);
  const unit = parsed.ok ? parsed.unit : {};
  const whose = (["participants", "comparison", "net"] as const).filter((key) => entry[key] !== undefined);
  if (whose.length === 0) report(to, "observedNothing", path, { outcome }, "key");
  if (entry.net !== undefined && whose.length > 1) report(to, "observedNetTwice", `${path}.net`, { outcome });
  return whose.flatMap((key) => {
    const measure = readMeasure(to, entry[key]!, `${path}.${key}`, unit);
    if (measure === undefined) return [];
    const cell = { year, ...(entry.segment === undefined ? {} : { segment: entry.segment }) };
    const can = canSee(seenNodes(context, outcome), key, measure.by);
    if (!can) report(to, "observedNoLevel", `${path}.${key}`, { outcome, by: measure.by });
    return can ? [{ ...cell, outcome, whose: key, measure }] : [];
  });
}

const isSplit = ({ context }: Reading, outcome: string): boolean => {
  const { people, own } = seenNodes(context, outcome);
  return [people, own].some((node) => context.builder.hasAxis(node, segment));
};

function readMeasure(to: Reading, group: SeenGroupContent, path: string, unit: Unit): Measure | undefined {
  const ways = (["count", "mean", "change"] as const).filter((key) => group[key] !== undefined);
  if (ways.length !== 1) {
    report(to, "observedWay", path, { key: path.split(".").at(-1)! });
    return undefined;
  }
  const [by] = ways;
  if (by === "count") return readCounted(to, group, path, unit);
  const wanted = by === "mean" ? unit : {};
  const value = numberAt(to, `${path}.${by}`, group[by], wanted);
  const se = readError(to, group, path, wanted);
  return value === undefined || se === undefined ? undefined : { by, value, se };
}

function readCounted(to: Reading, { count, of }: SeenGroupContent, path: string, unit: Unit): Measure | undefined {
  if (!isPlain(unit)) {
    report(to, "observedNotShare", `${path}.count`, {});
    return undefined;
  }
  if (of === undefined) {
    report(to, "keyMissing", path, { key: "of" });
    return undefined;
  }
  const [n, size] = [countAt(to, `${path}.count`, count), countAt(to, `${path}.of`, of)];
  if (n === undefined || size === undefined) return undefined;
  if (n > size) {
    report(to, "observedMore", `${path}.count`, { group: "count", n, of: "of", m: size });
    return undefined;
  }
  return { by: "count", count: n, of: size };
}

/** The standard error as stated, or that of a mean of so many people. */
function readError(to: Reading, { se, sd, of }: SeenGroupContent, path: string, unit: Unit): number | undefined {
  if (se === undefined && (sd === undefined || of === undefined)) {
    report(to, "observedError", path, {});
    return undefined;
  }
  const key = se === undefined ? "sd" : "se";
  const spread = numberAt(to, `${path}.${key}`, se ?? sd, unit);
  const people = se === undefined ? countAt(to, `${path}.of`, of) : 1;
  if (spread === undefined || people === undefined) return undefined;
  if (spread > 0 && people > 0) return spread / Math.sqrt(people);
  report(to, "observedErrorForm", `${path}.${spread > 0 ? "of" : key}`, { key: spread > 0 ? "of" : key });
  return undefined;
}
