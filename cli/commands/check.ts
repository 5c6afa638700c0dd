import { type Issue, UtfallError } from "../../engine/issues.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { findingData, findingText } from "../findings.ts";
import type { Io } from "../io.ts";
import { languageOf, OptionReader } from "../options.ts";
import { BadInput, checked, openScenario } from "../scenario.ts";
import { word } from "../words.ts";

export interface CheckOptions {
  readonly lang?: string;
  readonly json?: true;
}

/** `utfall check FILE…`: everything that is wrong, or worth a second look, in each file. */
export async function checkCommand(names: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const reader = new OptionReader();
  reader.oneOf("--lang", options.lang, "en", ["en", "sv"]);
  reader.done();
  const checks = [];
  for (const name of names) checks.push(await checkOne(name, options, io));
  if (options.json) {
    const data = checks.map(({ file, ok, issues, language }) => ({
      file,
      ok,
      issues: issues.map((issue) => findingData(issue, language)),
    }));
    await io.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
  } else {
    for (const { file, ok, issues, language, text } of checks) {
      for (const issue of issues) await io.stdout.write(`${findingText(issue, language, text)}\n`);
      const count = issues.length;
      const verdict = ok
        ? word(count === 1 ? "fineOne" : "fine", language, { file, warnings: count })
        : word(count === 1 ? "problem" : "problems", language, { file, errors: count });
      await io.stdout.write(`${verdict}\n`);
    }
  }
  return checks.every(({ ok }) => ok) ? exitCodes.done : exitCodes.badInput;
}

async function checkOne(name: string, options: CheckOptions, io: Io) {
  let file = name;
  let language = languageOf(options.lang, io.env, "en");
  let text: string | undefined;
  try {
    const opened = await openScenario(name, io);
    ({ file, text } = opened);
    language = languageOf(options.lang, io.env, opened.language ?? "en");
    const { warnings } = checked(opened);
    return { file, text, language, ok: true, issues: warnings };
  } catch (error) {
    if (!(error instanceof UtfallError)) throw error;
    const issues: readonly Issue[] = error.issues;
    return { file, text: error instanceof BadInput ? error.text : text, language, ok: false, issues };
  }
}
