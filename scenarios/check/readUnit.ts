import { type ParsedUnit, parseUnit } from "../../engine/units/index.ts";
import { unitProblem } from "../literal.ts";
import { type Checking, report, reportInText } from "./checking.ts";

/** The unit written at a path; undefined where it is none, which has then been told. */
export function readUnit(checking: Checking, written: unknown, path: string): ParsedUnit | undefined {
  if (typeof written !== "string") {
    report(checking, "wordExpected", path, { key: "unit" });
    return undefined;
  }
  const parsed = parseUnit(written, checking.words);
  if (parsed.ok) return parsed;
  const span = { from: parsed.from, to: parsed.from + Math.max(1, parsed.word.length) };
  reportInText(checking, unitProblem(written, parsed.word, checking.words), path, span);
  return undefined;
}
