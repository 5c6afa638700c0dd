import type { FindingCode } from "../../engine/findings/index.ts";
import { reservedUnitWords } from "../../engine/units/index.ts";
import { figureTable } from "../figures.ts";
import { formulaWords } from "../formula/functions.ts";
import { scenario } from "../schema/index.ts";
import { noteKeys } from "./annotations.ts";
import { type Checking, positionOf, report } from "./checking.ts";
import { distributionKeys } from "./distribution.ts";
import { lookUp } from "./structure.ts";

type Plain = { readonly [key: string]: unknown };

/** Words with a meaning of their own, and the finding that says so. */
const reserved = new Map<string, FindingCode>();
const reserve = (code: FindingCode, words: Iterable<string>) => {
  for (const word of words) if (!reserved.has(word)) reserved.set(word, code);
};
reserve("idFigure", Object.keys(figureTable));
reserve("idQuantityKey", [...noteKeys, ...distributionKeys, "value"]);
reserve("idFormulaWord", formulaWords);
reserve("idSection", Object.keys(scenario.shape));
reserve("idReserved", [
  "withStops",
  "financed",
  "scaleUp",
  "adjusted",
  "shrunk",
  "weighted",
  "base",
  "nothing",
  "all",
  "any",
  "everyone",
]);

/** Another name, where this one is taken. */
const otherName = (id: string): string => `my${id[0].toUpperCase()}${id.slice(1)}`;

/** Every place of a file that gives something an id: section path and ids. */
function* declared(value: unknown): Generator<readonly [string, string]> {
  const keys = function* (path: string): Generator<readonly [string, string]> {
    const section = lookUp(value, path.split("."));
    if (typeof section !== "object" || section === null || Array.isArray(section)) return;
    for (const id of Object.keys(section)) yield [`${path}.${id}`, id];
  };
  yield* keys("quantities");
  const actors = function* (path: string): Generator<readonly [string, string]> {
    for (const [own, id] of keys(path)) {
      yield [own, id];
      yield* actors(`${own}.parts`);
    }
  };
  yield* actors("actors");
  for (const section of [
    "perspectives",
    "target.segments",
    "outcomes",
    "consequences",
    "costs",
    "risks",
    "formulas",
    "stopRules",
    "criteria",
    "comparators",
    "components",
    "options",
    "financing.contracts",
  ])
    yield* keys(section);
}

/** Ids that the file gives, sound or not, so that a broken entry is not called unknown where it is named. */
export const declaredIds = (value: unknown): string[] => [...declared(value)].map(([, id]) => id);

/** The keys of a section as written. */
export const declaredUnder = (value: unknown, section: string): string[] =>
  Object.keys(lookUp(value, section.split(".")) ?? {});

export function checkIds(checking: Checking): void {
  const first = new Map<string, string>();
  const { source } = checking;
  for (const [path, id] of declared(source.value)) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(id)) report(checking, "badId", path, { id }, "key");
    else if (reserved.has(id)) report(checking, reserved.get(id)!, path, { id, right: otherName(id) }, "key");
    const before = first.get(id);
    if (before === undefined) first.set(id, path);
    else report(checking, "idTwice", path, { id, line: positionOf(source, before, "key")?.line ?? "–" }, "key");
  }
  const units = (source.value as Plain).units;
  if (typeof units === "object" && units !== null) {
    for (const word of Object.keys(units)) {
      if (reservedUnitWords.includes(word)) report(checking, "unitReserved", `units.${word}`, { unit: word }, "key");
      else if (!/^[a-z][A-Za-z0-9]*$/.test(word)) report(checking, "badId", `units.${word}`, { id: word }, "key");
    }
  }
  for (const id of Object.keys(checking.content.sources)) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(id)) report(checking, "badId", `sources.${id}`, { id }, "key");
  }
}

/** The programme's own id. */
export function checkProgrammeId(checking: Checking): void {
  const { id } = checking.content;
  if (!/^[a-z][a-z0-9-]*$/.test(id)) report(checking, "badProgrammeId", "id", { id });
}
