import { suggestion } from "../nearest.ts";
import { type ScenarioContent, scenario } from "../schema/index.ts";
import type { Extent, Source } from "../source.ts";
import { type Checking, report } from "./checking.ts";
import { lookUp } from "./structure.ts";

type Plain = { [key: string]: unknown };
type Patching = Pick<Checking, "source" | "content" | "issues" | "broken">;

const isMap = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

/** What all options share: who and what they are compared for, by which goals, over which years, in which money. */
const shared: ReadonlySet<string> = new Set([
  ...["$schema", "format", "id", "version", "language", "status", "title", "summary", "decision", "notCounted"],
  ...["sources", "defaults", "units", "currency", "priceYear", "priceIndex", "unitCosts", "period", "horizon"],
  ...["discounting", "perspective", "actors", "perspectives", "criteria", "success", "reproduces", "accept"],
  ...["components", "options", "translations", "target.segments"],
]);

/** Sections whose keys are ids: a new entry there is a map, or it would most likely be a slip of the pen. */
const entrySections = ["outcomes", "consequences", "costs"];

/** A place of the document that is written anew. */
export interface Change {
  /** As the option names it. */
  readonly named: string;
  /** Its keys in the document. */
  readonly keys: readonly string[];
  readonly value: unknown;
}

/**
 * The document as an option has it: what it sets stands in the place of what was there, with its own place in the text. What can't
 * be set is told and left as it was.
 *
 * @param fixed what can't be set
 * @param set by path: a place (`costs.team.number`, `reach`, `target.size.over60`, `costs.team.number.y1`), or a key left out so far
 */
export function patched(
  checking: Patching,
  option: string,
  set: { readonly [path: string]: unknown },
  fixed: ReadonlySet<string> = shared,
): { readonly source: Source; readonly changes: readonly Change[] } {
  const { source, content } = checking;
  const at = (named: string) => `options.${option}.set.${named}`;
  const found = Object.entries(set).flatMap(([named, value]): readonly Change[] => {
    const keys = keysOf(checking, named, value, at(named), fixed);
    return keys === undefined ? [] : [{ named, keys, value }];
  });
  const changes = found.filter(({ keys, named }) => {
    const outer = found.find((other) => other.named !== named && other.keys.every((key, i) => keys[i] === key));
    if (outer !== undefined) report(checking, "optionTwice", at(named), { path: outer.named, other: named }, "key");
    return outer === undefined;
  });
  const value = structuredClone(source.value) as Plain;
  const extents = new Map(source.extents);
  // What follows from the programme's years in the file does not follow from the option's.
  value.horizon ??= content.horizon;
  for (const change of changes) {
    write(value, content, change);
    move(source.extents, extents, at(change.named), change.keys.join("."));
  }
  return { source: { ...source, value, extents }, changes };
}

/** The keys in the document that lead to a place; undefined where there is no such place, which is told with the nearest. */
function keysOf(
  checking: Patching,
  named: string,
  value: unknown,
  at: string,
  isFixed: ReadonlySet<string>,
): readonly string[] | undefined {
  const { content, source, broken } = checking;
  const words = named.trim().split(".");
  const isName = Object.hasOwn(content.quantities, words[0]);
  const keys = (isName ? ["quantities", ...words] : words).map((key) => key.replace(/^y(?=\d+$)/, ""));
  const fixed = keys.map((_, i) => keys.slice(0, i + 1).join(".")).find((path) => isFixed.has(path));
  if (fixed !== undefined) {
    report(checking, "optionFixed", at, { path: named, part: fixed }, "key");
    return undefined;
  }
  let here: unknown = content;
  for (const [depth, key] of keys.entries()) {
    const inner = isContainer(here) && Object.hasOwn(here, key) ? (here as Plain)[key] : undefined;
    const isNew = depth === keys.length - 1 && inner === undefined && mayAdd(keys, here, source, value);
    if (inner === undefined && !isNew) {
      // What is broken is not there, and that has been told.
      if (!keys.slice(0, depth + 1).some((part) => broken.has(part)))
        report(checking, "optionPath", at, { path: named, part: key, nearest: nearest(content, keys, depth) }, "key");
      return undefined;
    }
    here = inner;
  }
  return keys;
}

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

/** May something stand here that was not there? Its section then judges it; of an id's entry it has to be the whole. */
function mayAdd(keys: readonly string[], above: unknown, source: Source, value: unknown): boolean {
  // Where the file has it but the content does not, it was written shorter than what it means.
  if (!isMap(above) || lookUp(source.value, keys) !== undefined) return false;
  if (keys.length === 1) return Object.hasOwn(scenario.shape, keys[0]);
  return keys.length > 2 || !entrySections.includes(keys[0]) || isMap(value);
}

function nearest(content: ScenarioContent, keys: readonly string[], depth: number): string {
  const above = lookUp(content, keys.slice(0, depth));
  const known = isContainer(above) ? Object.keys(above) : [];
  const names = depth === 0 ? [...known.filter((key) => !shared.has(key)), ...Object.keys(content.quantities)] : known;
  return suggestion(keys[depth], names);
}

/** Writes a value into the document; what is written shorter than what it means is written out on the way. */
function write(document: Plain, content: ScenarioContent, { keys, value }: Change): void {
  let holder = document;
  for (const [depth, key] of keys.slice(0, -1).entries()) {
    if (!isContainer(holder[key])) {
      const full = lookUp(content, keys.slice(0, depth + 1));
      holder[key] = holder[key] === undefined ? (Array.isArray(full) ? [...full] : {}) : structuredClone(full);
    }
    holder = holder[key] as Plain;
  }
  holder[keys[keys.length - 1]] = structuredClone(value);
}

/** Lets a path lead to where a value is written in an option. */
function move(from: ReadonlyMap<string, Extent>, to: Map<string, Extent>, written: string, path: string): void {
  for (const key of from.keys()) if (key === path || key.startsWith(`${path}.`)) to.delete(key);
  for (const [key, extent] of from)
    if (key === written || key.startsWith(`${written}.`)) to.set(path + key.slice(written.length), extent);
}
