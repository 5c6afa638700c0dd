import type { Study } from "../../engine/evidence/study.ts";
import { UtfallError } from "../../engine/issues.ts";
import { ln } from "../../engine/numeric/elementary.ts";
import { normalUpperQuantile } from "../../engine/numeric/normalQuantile.ts";
import { isPlain, type ParsedUnit } from "../../engine/units/index.ts";
import { poolingMethods } from "../basis.ts";
import { unitOfLiteral } from "../literal.ts";
import { suggestion } from "../nearest.ts";
import { checkSource } from "./annotations.ts";
import { type Checking, report } from "./checking.ts";
import { readChoice } from "./choice.ts";
import { inBase } from "./distribution.ts";
import { type Entry, type Plain, readEntries, someDoubtful, type Uncertain, unitOfEntries } from "./entries.ts";
import { shown } from "./shown.ts";
import { effectInNewPlace, type PoolingScale } from "./studies.ts";

const studyKeys: ReadonlySet<string> = new Set(["estimate", "se", "interval", "level", "title", "source", "note"]);

/** One study's numbers as read, at their places. */
interface Row {
  readonly path: string;
  readonly entries: readonly Entry[];
}

/**
 * Reads `{ studies: [ { estimate, se | interval } … ], method }`: what studies found, pooled for a new place. With `as: lognormal`
 * they are ratios, pooled as logarithms, and `se` is that of the logarithm.
 */
export function readStudies(
  checking: Checking,
  map: Plain,
  own: readonly string[],
  path: string,
  outer: ParsedUnit | undefined,
  factor: number,
): Uncertain | undefined {
  const { method: written = "REML", as } = map;
  const method = readChoice(checking, path, "method", written, poolingMethods);
  if (method === undefined) return undefined;
  const forms = "{ studies }, { studies, method }, { as: lognormal, studies }";
  const others = own.filter((key) => !["studies", "method", "as"].includes(key));
  const foreign = others.find((key) => key !== "min" && key !== "max");
  if (foreign !== undefined || (as !== undefined && as !== "lognormal")) {
    const family = foreign === undefined ? String(as) : "studies";
    report(checking, "distributionParameters", path, {
      family,
      keys: own.filter((key) => key !== "as").join(", "),
      forms,
    });
    return undefined;
  }
  const scale: PoolingScale = as === "lognormal" ? "log" : "own";
  const rows = readRows(checking, map.studies, `${path}.studies`, scale);
  const cuts = readEntries(checking, "studies", map, others, path);
  if (rows === undefined || cuts === undefined) return undefined;
  const entries = [...rows.flatMap((row) => row.entries), ...cuts];
  // the error of a logarithm has no unit
  const owned = entries.filter(({ key }) => scale === "own" || key !== "se");
  const unit = unitOfEntries(checking, "studies", owned, outer, path);
  if (unit === "broken" || (unit !== undefined && someDoubtful(checking, "studies", owned, unit))) return undefined;
  const numberOf = ({ key, literal }: Entry): number =>
    key === "level" || (key === "se" && scale === "log")
      ? inBase(literal, undefined, "number")
      : inBase(literal, unit, "own") * factor;
  const studies = rows.map((row) => studyOf(checking, row, numberOf, scale));
  if (studies.some((study) => study === undefined)) return undefined;
  const cut = Object.fromEntries(cuts.map((entry) => [entry.key, numberOf(entry)]));
  if (cut.min !== undefined && cut.max !== undefined && !(cut.min < cut.max)) {
    report(checking, "distributionCut", path, { min: shown(map.min), max: shown(map.max) });
    return undefined;
  }
  try {
    const { spec, basis } = effectInNewPlace(studies as readonly Study[], method, scale);
    return { spec: { ...spec, ...cut }, unit: unit?.unit ?? {}, bare: unit === undefined, basis };
  } catch (error) {
    if (!(error instanceof UtfallError)) throw error;
    const { rule = "", values = "" } = error.issues[0].with ?? {};
    report(checking, "distributionImpossible", `${path}.studies`, { rule, values, possible: rule });
    return undefined;
  }
}

function readRows(checking: Checking, list: unknown, path: string, scale: PoolingScale): readonly Row[] | undefined {
  if (!Array.isArray(list) || list.length === 0) {
    report(checking, Array.isArray(list) ? "listOfNone" : "listExpected", path, { key: "studies" });
    return undefined;
  }
  const rows = list.map((study, i) => readRow(checking, study, `${path}.${i}`, scale));
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

function readRow(checking: Checking, study: unknown, path: string, scale: PoolingScale): Row | undefined {
  if (typeof study !== "object" || study === null || Array.isArray(study)) {
    report(checking, "studyForm", path);
    return undefined;
  }
  const map = study as Plain;
  const keys = Object.keys(map);
  const unknown = keys.find((key) => !studyKeys.has(key));
  if (unknown !== undefined) {
    report(
      checking,
      "unknownKey",
      `${path}.${unknown}`,
      { key: unknown, nearest: suggestion(unknown, [...studyKeys]) },
      "key",
    );
    return undefined;
  }
  if (map.source !== undefined) checkSource(checking, map.source, `${path}.source`);
  const either = (map.se === undefined) !== (map.interval === undefined);
  if (!either || (map.interval === undefined && (map.estimate === undefined || map.level !== undefined))) {
    report(checking, "studyForm", path);
    return undefined;
  }
  const numbers = keys.filter((key) => !["title", "source", "note"].includes(key));
  const entries = readEntries(checking, "studies", map, numbers, path);
  if (entries === undefined) return undefined;
  const se = entries.find(({ key }) => key === "se");
  if (scale === "log" && se !== undefined && !isPlain(unitOfLiteral(se.literal))) {
    report(checking, "unitsDiffer", se.path, { first: se.text, second: "ln" });
    return undefined;
  }
  return { path, entries };
}

/** Estimate and standard error on the scale; an interval without an estimate has it in its middle. */
function studyOf(
  checking: Checking,
  { path, entries }: Row,
  numberOf: (entry: Entry) => number,
  scale: PoolingScale,
): Study | undefined {
  const numbers = Object.fromEntries(entries.map((entry) => [entry.key, numberOf(entry)]));
  const { se, low, high, level = 0.95 } = numbers;
  const refuse = (rule: string): undefined => {
    const values = entries.map(({ key, text }) => `${key} ${text}`).join(", ");
    report(checking, "distributionImpossible", path, { rule, values, possible: rule });
  };
  if (scale === "log" && ["estimate", "low", "high"].some((key) => numbers[key] <= 0)) return refuse("estimate > 0");
  const on = scale === "log" ? ln : (x: number) => x;
  if (se !== undefined) {
    if (!(se > 0)) return refuse("se > 0");
    return { id: path, estimate: on(numbers.estimate), standardError: se };
  }
  if (!(level > 0 && level < 1)) return refuse("0 < level < 1");
  if (!(low < high)) return refuse("low < high");
  const middle = on(low) + (on(high) - on(low)) / 2;
  const estimate = numbers.estimate === undefined ? middle : on(numbers.estimate);
  if (!(on(low) < estimate && estimate < on(high))) return refuse("low < estimate < high");
  return { id: path, estimate, standardError: (on(high) - on(low)) / (2 * normalUpperQuantile((1 - level) / 2)) };
}
