import { describe } from "../../engine/distributions/index.ts";
import { shrinkTowards } from "../../engine/evidence/shrink.ts";
import { ln } from "../../engine/numeric/elementary.ts";
import type { ParsedUnit } from "../../engine/units/index.ts";
import type { Shrinkage } from "../basis.ts";
import { suggestion } from "../nearest.ts";
import { checkSource } from "./annotations.ts";
import { type Checking, report } from "./checking.ts";
import { inBase, supportOf } from "./distribution.ts";
import { agrees, type Entry, fitsBare, type Plain, readEntries, type Uncertain, unitOfEntries } from "./entries.ts";
import { unitName } from "./unitName.ts";

/** What a class is stated by: on the quantity's own scale, or on that of logarithms for a ratio. */
const scales = {
  own: { family: "normal", centre: "mean", spread: "sd" },
  log: { family: "lognormal", centre: "median", spread: "sdlog" },
} as const;
const notes: ReadonlySet<string> = new Set(["source", "title", "note"]);

/**
 * Reads `referenceClass: { mean, sd, se, source }` beside a distribution, or `{ median, sdlog, se, source }` beside a lognormal one,
 * and shrinks the distribution towards it. The stated one is drawn; the shrunk one stands beside it. Undefined where it is broken,
 * which has then been told.
 */
export function readReferenceClass(
  checking: Checking,
  written: unknown,
  raw: Uncertain,
  path: string,
  outer: ParsedUnit | undefined,
  factor: number,
): Shrinkage | undefined {
  const refuse = (code: Parameters<typeof report>[1], values: Parameters<typeof report>[3] = {}): undefined => {
    report(checking, code, path, values, "key");
  };
  if (typeof written !== "object" || written === null || Array.isArray(written)) return refuse("referenceClassForm");
  const map = written as Plain;
  const scale = map.median !== undefined || map.sdlog !== undefined ? "log" : "own";
  const { family, centre, spread } = scales[scale];
  const known = [centre, spread, "se"];
  const unknown = Object.keys(map).find((key) => !known.includes(key) && !notes.has(key));
  if (unknown !== undefined) {
    const nearest = suggestion(unknown, [...known, ...notes]);
    report(checking, "unknownKey", `${path}.${unknown}`, { key: unknown, nearest }, "key");
    return undefined;
  }
  if (map[centre] === undefined || map[spread] === undefined) return refuse("referenceClassForm");
  if (map.source === undefined) return refuse("referenceClassSource");
  checkSource(checking, map.source, `${path}.source`);
  if (scale === "log" && supportOf(raw.spec)[0] < 0) return refuse("referenceClassLog");
  const entries = readEntries(
    checking,
    family,
    map,
    known.filter((key) => map[key] !== undefined),
    path,
  );
  if (entries === undefined) return undefined;
  const owned = entries.filter(({ key }) => scale === "own" || key === centre);
  const unit = unitOfEntries(checking, family, owned, outer, path);
  if (unit === "broken" || !fitsRaw(checking, owned, unit, raw)) return undefined;
  const numberOf = (key: string): number | undefined => {
    const entry = entries.find((own) => own.key === key);
    if (entry === undefined) return undefined;
    return owned.includes(entry)
      ? inBase(entry.literal, unit, "own") * factor
      : inBase(entry.literal, undefined, "number");
  };
  return shrinkageOf(checking, path, raw, {
    scale,
    centre: numberOf(centre)!,
    spread: numberOf(spread)!,
    standardError: numberOf("se") ?? 0,
    source: String(map.source),
  });
}

interface ReadClass {
  readonly scale: "own" | "log";
  readonly centre: number;
  readonly spread: number;
  readonly standardError: number;
  readonly source: string;
}

function shrinkageOf(checking: Checking, path: string, raw: Uncertain, read: ReadClass): Shrinkage | undefined {
  const { scale, centre, spread, standardError, source } = read;
  const refuse = (rule: string, values: string): undefined => {
    report(checking, "distributionImpossible", path, { rule, values, possible: rule });
  };
  if (!(spread >= 0 && standardError >= 0)) return refuse("sd ≥ 0, se ≥ 0", `sd ${spread}, se ${standardError}`);
  if (!(spread > 0 || standardError > 0)) return refuse("sd > 0", `sd ${spread}`);
  if (scale === "log" && !(centre > 0)) return refuse("median > 0", `median ${centre}`);
  const own = scale === "log" ? logMoments(raw) : moments(raw);
  if (!(own.sd > 0 && Number.isFinite(own.sd))) {
    report(checking, "referenceClassSpread", path, {}, "key");
    return undefined;
  }
  const reference = { mean: scale === "log" ? ln(centre) : centre, sd: spread, meanStandardError: standardError };
  const shrunk = shrinkTowards({ estimate: own.mean, standardError: own.sd }, reference);
  const stretch = Math.sqrt(shrunk.weight);
  const [low, high] = supportOf(raw.spec);
  return {
    scale,
    stated: own,
    reference: { mean: reference.mean, sd: spread, standardError },
    shrunk: { mean: shrunk.mean, sd: shrunk.sd },
    weight: shrunk.weight,
    shift: shrunk.mean - stretch * own.mean,
    stretch,
    ...(Number.isFinite(low) ? { low } : {}),
    ...(Number.isFinite(high) ? { high } : {}),
    source,
  };
}

function moments({ spec }: Uncertain) {
  const { mean, variance } = describe(spec);
  return { mean, sd: Math.sqrt(variance) };
}

/** Levels at which a logarithm is looked at where its moments have no closed form. */
const looks = 4_096;

/** Of the logarithm: of a lognormal number its own parameters, before a cut; else by equally likely values. */
function logMoments({ spec }: Uncertain) {
  const { meanlog, sdlog } = spec.parameters;
  if (spec.family === "lognormal") return { mean: meanlog, sd: sdlog };
  const { quantile } = describe(spec);
  const logarithms = Array.from({ length: looks }, (_, i) => ln(quantile((i + 0.5) / looks)));
  const mean = logarithms.reduce((sum, x) => sum + x, 0) / looks;
  const squares = logarithms.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return { mean, sd: Math.sqrt(squares / looks) };
}

/** Is the class in the unit of the number it stands beside? */
function fitsRaw(checking: Checking, entries: readonly Entry[], unit: ParsedUnit | undefined, raw: Uncertain): boolean {
  if (raw.bare && unit === undefined) return true;
  if (unit !== undefined && agrees(unit.unit, raw.unit)) return true;
  const differing = entries.find(({ literal }) => literal.unit !== undefined || !fitsBare(literal, raw.unit));
  if (differing === undefined) return true;
  const { path, text } = differing;
  if (unit !== undefined) {
    report(checking, "unitsDiffer", path, { first: unitName(unit.unit), second: unitName(raw.unit) });
    return false;
  }
  const wanted = unitName(raw.unit);
  report(checking, "unitAbsent", path, { written: text, wanted, example: `${text} ${wanted}` });
  return false;
}
