import { type Language, UtfallError } from "../../engine/issues.ts";
import type { Explanation } from "../../report/explain/explanation.ts";
import { about as aboutOf } from "../../scenarios/about.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { explain } from "../explain.ts";
import { optionChanges } from "../explainOptions.ts";
import type { Io } from "../io.ts";
import { languageOf, OptionReader } from "../options.ts";
import { checked, openScenario } from "../scenario.ts";
import { word } from "../words.ts";

export interface ExplainOptions {
  readonly lang?: string;
  readonly json?: true;
  readonly svg?: string;
}

/** `utfall explain SCENARIO INPUT`: how a quantity was read, and what it looks like; without INPUT, how all that are uncertain were read. */
export async function explainCommand(
  name: string,
  input: string | undefined,
  options: ExplainOptions,
  io: Io,
): Promise<ExitCode> {
  const reader = new OptionReader();
  reader.oneOf<Language>("--lang", options.lang, "en", ["en", "sv"]);
  reader.done();
  const opened = openScenario(name);
  const scenario = checked(opened);
  const language = languageOf(options.lang, io.env, scenario.content.language);
  if (input === undefined) {
    if (options.svg !== undefined) throw new UtfallError([{ code: "explainWhich", with: { file: options.svg } }]);
    const about = aboutOf(scenario);
    const all = scenario.inputs.map(({ place }) => explain(scenario, place, opened, about));
    await io.stdout.write(options.json ? `${JSON.stringify(all, null, 2)}\n` : listOf(all, language));
    if (!options.json) await io.stdout.write(optionChanges(scenario, language));
    return exitCodes.done;
  }
  const explanation = explain(scenario, input, opened);
  const { explanationSvg, explanationText, cutOf, spreadOf } = await import("../../report/explain/index.ts");
  if (options.svg !== undefined) {
    if (explanation.spec === undefined)
      throw new UtfallError([{ code: "explainNoPicture", with: { name: explanation.place } }]);
    await io.files.write([{ path: options.svg, content: explanationSvg(explanation, language) }]);
    await io.stderr.write(`${word("wrote", language, { file: options.svg })}\n`);
  }
  if (options.json) {
    const data = { ...explanation, ...figures(explanation) };
    await io.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
  } else {
    await io.stdout.write(`${explanationText(explanation, language, io.stdout.columns)}\n`);
    await io.stdout.write(optionChanges(scenario, language, explanation.place));
  }
  return exitCodes.done;

  /** The distribution in numbers, in base units. */
  function figures({ spec }: Explanation) {
    if (spec === undefined) return {};
    const { after, before, below, above } = cutOf(spec);
    return {
      spread: spreadOf(after),
      ...(before === undefined ? {} : { beforeCut: spreadOf(before), cutOff: { below, above } }),
    };
  }
}

/** Each by the name that the command takes, and as it was read. */
function listOf(all: readonly Explanation[], language: Language): string {
  const lines = all.map(({ place, written }) => `${place}\n  ${written?.[language] ?? ""}`.trimEnd());
  return `${lines.length === 0 ? word("nothingUncertain", language) : lines.join("\n")}\n`;
}
