import { calibration, fewestOutturns, fewestProgrammes } from "../../engine/evidence/calibration/calibration.ts";
import type { Issue, Language } from "../../engine/issues.ts";
import { about as aboutOf } from "../../scenarios/about.ts";
import { outturnsOf } from "../../scenarios/observed/outturns.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { findingText } from "../findings.ts";
import { forecastPairs } from "../forecasts.ts";
import type { Io } from "../io.ts";
import { languageOf, OptionReader } from "../options.ts";
import { word } from "../words.ts";

export interface CalibrateOptions {
  readonly lang?: string;
  readonly json?: true;
  readonly svg?: string;
}

/** `utfall calibrate FOLDER`: past forecasts held against what came of them. */
export async function calibrateCommand(folder: string, options: CalibrateOptions, io: Io): Promise<ExitCode> {
  const reader = new OptionReader();
  reader.oneOf<Language>("--lang", options.lang, "en", ["en", "sv"]);
  reader.done();
  const { pairs, issues } = await forecastPairs(folder, io);
  const language = languageOf(options.lang, io.env, pairs[0].scenario.content.language);
  const read = pairs.map((pair) => ({ ...pair, ...outturnsOf(pair.result, pair.observed, pair.scenario) }));
  const outturns = read.flatMap((own) => own.outturns);
  const chances = read.flatMap((own) => own.chances);
  const found = calibration(outturns, chances);
  const few: Issue = {
    code: "calibrationFew",
    with: {
      figures: found.outturns,
      programmes: found.programmes,
      least: fewestOutturns,
      leastProgrammes: fewestProgrammes,
    },
  };
  const told = [...issues, ...pairs.flatMap(({ observed }) => observed.warnings), ...(found.enough ? [] : [few])];
  for (const issue of told) await io.stderr.write(findingText(issue, language));
  const { calibrationSvg, calibrationText, shownOutturn } = await import("../../report/calibration/index.ts");
  if (options.svg !== undefined) {
    const scores = outturns.map(({ score }) => score);
    await io.files.write([{ path: options.svg, content: calibrationSvg(scores, found, language) }]);
    await io.stderr.write(`${word("wrote", language, { file: options.svg })}\n`);
  }
  if (options.json) {
    await io.stdout.write(`${JSON.stringify({ calibration: found, outturns, chances, findings: told }, null, 2)}\n`);
    return exitCodes.done;
  }
  const shown = read.flatMap(({ result, scenario, outturns: own }) =>
    own.map((one) => shownOutturn(result, aboutOf(scenario), language, one)),
  );
  await io.stdout.write(`${calibrationText(shown, found, language, io.stdout.columns)}\n`);
  return exitCodes.done;
}
