import type { Language } from "../../engine/issues.ts";
import { about as aboutOf } from "../../scenarios/about.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Io } from "../io.ts";
import { languageOf, OptionReader } from "../options.ts";
import { readResult } from "../resultFile.ts";
import { word } from "../words.ts";

export interface ReportOptions {
  readonly lang?: string;
  readonly out?: string;
  readonly text?: true;
  readonly full?: true;
}

/** `utfall report RESULT.json`: the decision page, or the summary as text, of a result made earlier. */
export async function reportCommand(file: string, options: ReportOptions, io: Io): Promise<ExitCode> {
  const reader = new OptionReader();
  reader.oneOf<Language>("--lang", options.lang, "en", ["en", "sv"]);
  reader.done();
  const { result, scenario } = await readResult(file, io);
  const about = aboutOf(scenario, result.manifest.option);
  const language = languageOf(options.lang, io.env, about.language);
  const { page, summaryText } = await import("../../report/index.ts");
  if (options.text) {
    const extent = options.full ? "full" : "brief";
    await io.stdout.write(`${summaryText(result, about, language, io.stdout.columns, extent).trimEnd()}\n`);
  }
  if (options.text && options.out === undefined) return exitCodes.done;
  const path = options.out ?? `${file.replace(/\.json$/i, "")}.html`;
  await io.files.write([{ path, content: await page(result, about, language) }]);
  await io.stderr.write(`${word("wrote", language, { file: path })}\n`);
  return exitCodes.done;
}
