import type { Design } from "../../engine/design/plan.ts";
import { type Language, UtfallError } from "../../engine/issues.ts";
import type { CsvStyle } from "../../report/csv.ts";
import { decimal } from "../../report/format.ts";
import { about as aboutOf } from "../../scenarios/about.ts";
import type { CheckedScenario } from "../../scenarios/checked.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { printWarnings } from "../findings.ts";
import type { Io } from "../io.ts";
import { followUpsOf, openObserved } from "../observed.ts";
import { languageOf, OptionReader } from "../options.ts";
import { productsOf } from "../products.ts";
import { readResult } from "../resultFile.ts";
import { checked, openScenario } from "../scenario.ts";
import { simulateUpdate, withExecutor } from "../simulate.ts";
import { standards } from "../standards.ts";
import { word } from "../words.ts";

/** As commander gives them. */
export interface UpdateOptions {
  readonly observed?: readonly string[];
  readonly after?: string;
  readonly draws?: string;
  readonly seed?: string;
  readonly threads?: string;
  readonly design?: string;
  readonly chance?: string;
  readonly option?: string;
  readonly lang?: string;
  readonly out?: string;
  readonly page: boolean;
  readonly full?: true;
  readonly json?: string | true;
  readonly csv?: string | true;
  readonly csvStyle?: string;
  readonly output?: readonly string[];
  readonly memory?: string;
}

/** `utfall update SCENARIO --observed FILE`: forecasts again from what has been seen, and says what has changed. */
export async function updateCommand(name: string, options: UpdateOptions, io: Io): Promise<ExitCode> {
  const { how, threads, wanted } = readOptions(options, io);
  return withExecutor({ draws: how.draws, threads, target: undefined }, async (executor) => {
    const scenario = checked(openScenario(name));
    const about = aboutOf(scenario, options.option);
    const language = languageOf(options.lang, io.env, about.language);
    const before = options.after === undefined ? { held: [], trail: [] } : await readAfter(options.after, scenario, io);
    const own = (options.observed ?? []).map((file) => openObserved(file, scenario, language));
    const request = { ...how, scenario, followUps: [...before.held, ...own], trail: before.trail };
    const simulated = await simulateUpdate(request, executor, io, language);
    const { result } = simulated;
    const { files, text } = await productsOf(simulated, about, language, wanted, io.stdout.columns);
    await io.files.write(files);
    if (wanted.json === true || wanted.csv === true) await printWarnings(result.warnings, language, io);
    const { draws, of } = result.update!.effective;
    const lines = [
      word("updated", language, {
        scenario: result.manifest.scenario,
        seconds: decimal(result.run?.seconds ?? 0, -1, language),
        effective: decimal(draws, 0, language),
        draws: decimal(of, 0, language),
      }),
      ...files.map(({ path }) => word("wrote", language, { file: path })),
    ];
    await io.stderr.write(`${lines.join("\n")}\n`);
    await io.stdout.write(text);
    return exitCodes.done;
  });
}

/** What an earlier update held. Throws UtfallError `updateAfter` where it is of another scenario. */
async function readAfter(file: string, scenario: CheckedScenario, io: Io) {
  const { result } = await readResult(file, io);
  if (result.manifest.scenarioHash !== scenario.hash) throw new UtfallError([{ code: "updateAfter", with: { file } }]);
  return { held: followUpsOf(result, scenario), trail: result.update?.trail ?? [] };
}

/** Throws UtfallError with all that is wrong with them. */
function readOptions(options: UpdateOptions, io: Io) {
  const reader = new OptionReader();
  const how = {
    draws: reader.wholeNumber("--draws", options.draws, standards.draws, 1, 1e9),
    memoryBudgetMiB: reader.wholeNumber("--memory", options.memory, standards.memoryMiB, 16, 1_048_576),
    design: reader.oneOf<Design>("--design", options.design, standards.design, ["sobol", "plain"]),
    chance: reader.oneOf<"on" | "off">("--chance", options.chance, standards.chance, ["on", "off"]),
    ...(options.option === undefined ? {} : { option: options.option }),
    seed: options.seed ?? standards.seed,
    outputs: options.output ?? [],
  };
  const threads = reader.wholeNumber("--threads", options.threads, io.cores, 1, 256);
  reader.oneOf<Language>("--lang", options.lang, "en", ["en", "sv"]);
  const csvStyle = reader.oneOf<CsvStyle>("--csv-style", options.csvStyle, "plain", ["plain", "excel-sv"]);
  const { out, page, json, csv, full } = options;
  if (json === true && csv === true) reader.issues.push({ code: "oneOutput", with: { options: "--json, --csv" } });
  if (options.observed === undefined) reader.issues.push({ code: "updateNothing" });
  reader.done();
  return { how, threads, wanted: { out, page, json, csv, csvStyle, full, suffix: "-updated" } };
}
