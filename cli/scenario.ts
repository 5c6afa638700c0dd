import { type Issue, type Language, UtfallError } from "../engine/issues.ts";
import type { About } from "../engine/result/about.ts";
import { about } from "../scenarios/about.ts";
import { checkText } from "../scenarios/check.ts";
import type { CheckedScenario } from "../scenarios/checked.ts";
import { catalogueFile, catalogueIds } from "../scenarios/files.ts";
import { suggestion } from "../scenarios/nearest.ts";
import type { Io } from "./io.ts";

/** Bad input whose text is at hand, so that the lines it is about can be shown. */
export class BadInput extends UtfallError {
  readonly text: string;
  readonly language: Language | undefined;
  constructor(issues: readonly Issue[], text: string, language?: Language) {
    super(issues);
    this.text = text;
    this.language = language;
  }
}

export interface Opened {
  readonly file: string;
  readonly text: string;
  /** What the text says its language is, however broken the rest. */
  readonly language: Language | undefined;
}

/** The text of a scenario, by the path of a file or by an id of the catalogue. Throws UtfallError. */
export async function openScenario(name: string, io: Pick<Io, "files">): Promise<Opened> {
  const file = await fileOf(name, io);
  const text = await io.files.read(file);
  const language = /^language:\s*["']?(en|sv)\b/m.exec(text)?.[1] as Language | undefined;
  return { file, text, language };
}

async function fileOf(name: string, io: Pick<Io, "files">): Promise<string> {
  if (await io.files.exists(name)) return name;
  const ids = catalogueIds();
  if (ids.includes(name)) return catalogueFile(name);
  if (/[/\\]|\.(ya?ml|json)$/i.test(name)) return name; // meant as a file: reading it says what is wrong
  throw new UtfallError([{ code: "scenarioNotFound", with: { name, nearest: suggestion(name, ids) } }]);
}

/** A scenario that has passed every check. Throws BadInput with all that is wrong. */
export function checked({ file, text, language }: Opened): CheckedScenario {
  const outcome = checkText(text, file);
  if (!outcome.ok) throw new BadInput(outcome.issues, text, language);
  return outcome.scenario;
}

export const loadScenario = async (name: string, io: Pick<Io, "files">): Promise<CheckedScenario> =>
  checked(await openScenario(name, io));

export const aboutOf = (scenario: CheckedScenario): About => about(scenario);
