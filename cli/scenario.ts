import { existsSync } from "node:fs";
import { type Language, UtfallError } from "../engine/issues.ts";
import { checkText } from "../scenarios/check.ts";
import type { CheckedScenario } from "../scenarios/checked.ts";
import { catalogueFile, catalogueIds, priceFiles, readScenarioFile } from "../scenarios/files.ts";
import { suggestion } from "../scenarios/nearest.ts";
import { BadInput } from "./badInput.ts";

export interface Opened {
  readonly file: string;
  readonly text: string;
  /** What the text says its language is, however broken the rest. */
  readonly language: Language | undefined;
}

/** The text of a scenario, by an id of the catalogue or by the path of a file. Throws UtfallError. */
export function openScenario(name: string): Opened {
  const file = fileOf(name);
  const read = readScenarioFile(file);
  if (!read.ok) throw new UtfallError(read.issues);
  const { text } = read;
  const language = /^language:\s*["']?(en|sv)\b/m.exec(text)?.[1] as Language | undefined;
  return { file, text, language };
}

/** An id means the catalogue, whatever lies in the folder; `./id` means a file. */
function fileOf(name: string): string {
  const ids = catalogueIds();
  if (ids.includes(name)) return catalogueFile(name);
  if (existsSync(name) || /[/\\]|\.(ya?ml|json)$/i.test(name)) return name; // meant as a file: reading it says what is wrong
  throw new UtfallError([{ code: "scenarioNotFound", with: { name, nearest: suggestion(name, ids) } }]);
}

/** A scenario that has passed every check. Throws BadInput with all that is wrong. */
export function checked({ file, text, language }: Opened): CheckedScenario {
  const outcome = checkText(text, file, priceFiles(file));
  if (!outcome.ok) throw new BadInput(outcome.issues, { file, text }, language);
  return outcome.scenario;
}

export const loadScenario = (name: string): CheckedScenario => checked(openScenario(name));
