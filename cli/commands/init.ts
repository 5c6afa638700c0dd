import { basename } from "node:path";
import { type Language, UtfallError } from "../../engine/issues.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Io } from "../io.ts";
import { languageOf, OptionReader } from "../options.ts";
import { starter } from "../starter.ts";
import { word } from "../words.ts";

export interface InitOptions {
  readonly lang?: string;
  readonly force?: true;
}

/** `utfall init [FILE]`: writes a small scenario with comments, to be changed into one's own. */
export async function initCommand(file: string, options: InitOptions, io: Io): Promise<ExitCode> {
  const reader = new OptionReader();
  reader.oneOf<Language>("--lang", options.lang, "en", ["en", "sv"]);
  reader.done();
  const language = languageOf(options.lang, io.env, "en");
  if (!options.force && (await io.files.exists(file))) throw new UtfallError([{ code: "fileExists", with: { file } }]);
  await io.files.write([{ path: file, content: named(starter[language], file) }]);
  await io.stderr.write(`${word("started", language, { file })}\n`);
  return exitCodes.done;
}

/** The starter with the file's name as its id, where it makes one: results are then called as their scenario is. */
function named(content: string, file: string): string {
  const name = basename(file).replace(/\.[^.]*$/, "");
  if (name === "scenario" || !/^[a-z][a-z0-9-]*$/.test(name)) return content;
  return content.replace(/^id: (\S+) */m, (line) => `id: ${name} `.padEnd(line.length));
}
