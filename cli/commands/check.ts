import { type Issue, type Language, severityOf, UtfallError } from "../../engine/issues.ts";
import { checkText } from "../../scenarios/check.ts";
import { priceFiles } from "../../scenarios/files.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { findingData, findingText } from "../findings.ts";
import type { Io } from "../io.ts";
import { languageOf, OptionReader } from "../options.ts";
import { openScenario } from "../scenario.ts";
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
  const checks = names.map((name) => checkOne(name, options, io));
  if (options.json) {
    const data = checks.map(({ file, ok, issues, language }) => ({
      file,
      ok,
      issues: issues.map((issue) => findingData(issue, language)),
    }));
    await io.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
  } else {
    for (const { file, issues, language, text } of checks) {
      for (const issue of issues) await io.stdout.write(`${findingText(issue, language, { file, text })}\n`);
      await io.stdout.write(`${file}: ${verdict(issues, language)}\n`);
    }
  }
  return checks.every(({ ok }) => ok) ? exitCodes.done : exitCodes.badInput;
}

interface Checked {
  readonly file: string;
  readonly text: string;
  readonly language: Language;
  readonly ok: boolean;
  readonly issues: readonly Issue[];
}

function checkOne(name: string, { lang }: CheckOptions, { env }: Pick<Io, "env">): Checked {
  try {
    const { file, text, language } = openScenario(name);
    const outcome = checkText(text, file, priceFiles(file));
    const issues = outcome.ok ? outcome.scenario.warnings : outcome.issues;
    return { file, text, language: languageOf(lang, env, language ?? "en"), ok: outcome.ok, issues };
  } catch (error) {
    if (!(error instanceof UtfallError)) throw error;
    return { file: name, text: "", language: languageOf(lang, env, "en"), ok: false, issues: error.issues };
  }
}

/** `2 errors, 1 warning`. */
function verdict(issues: readonly Issue[], language: Language): string {
  const errors = issues.filter((issue) => severityOf(issue) === "error").length;
  const warnings = issues.length - errors;
  return [
    word(errors === 0 ? "noErrors" : errors === 1 ? "oneError" : "errors", language, { n: errors }),
    ...(warnings === 0 ? [] : [word(warnings === 1 ? "oneWarning" : "warnings", language, { n: warnings })]),
  ].join(", ");
}
