import { join } from "node:path";
import type { Design } from "../../engine/design/plan.ts";
import { type Language, UtfallError } from "../../engine/issues.ts";
import {
  type Sensitivity,
  type SensitivityControl,
  sensitivity,
  sensitivityOfDraws,
} from "../../engine/sensitivity/sensitivity.ts";
import type { Naming } from "../../report/sensitivity/index.ts";
import { about as aboutOf } from "../../scenarios/about.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { chosenInputs, figuresAsked, listed, methodIssues, studiedOutputs } from "../asked.ts";
import { readDrawsFile } from "../drawsFile.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { printWarnings } from "../findings.ts";
import type { Io } from "../io.ts";
import { languageOf, OptionReader } from "../options.ts";
import { methodProgressOn } from "../progress.ts";
import { checked, openScenario } from "../scenario.ts";
import { nextTurn, withExecutor } from "../simulate.ts";
import { standards } from "../standards.ts";
import { word } from "../words.ts";
import type { FileToWrite } from "../write.ts";

/** As commander gives them. */
export interface SensitivityOptions {
  readonly method?: readonly string[];
  readonly of?: readonly string[];
  readonly inputs?: readonly string[];
  readonly draws?: string;
  readonly seed?: string;
  readonly threads?: string;
  readonly design?: string;
  readonly chance?: string;
  readonly option?: string;
  readonly lang?: string;
  readonly json?: string | true;
  readonly csv?: string | true;
  readonly out?: string;
  readonly drawsFile?: string;
}

/** `utfall sensitivity SCENARIO`: what carries a result, by one or several methods. */
export async function sensitivityCommand(
  name: string | undefined,
  options: SensitivityOptions,
  io: Io,
): Promise<ExitCode> {
  const asked = readOptions(name, options, io);
  if (options.drawsFile !== undefined) return ofDraws(options.drawsFile, asked, options, io);
  return withExecutor(asked, async (executor) => {
    const scenario = checked(openScenario(name!));
    const about = aboutOf(scenario, options.option);
    const language = languageOf(options.lang, io.env, about.language);
    const criteria = [...about.criteria.map(({ id }) => id), "all", "success"];
    const { chance, draws, seed, design, of, methods, inputs } = asked;
    // Figures of other options are there only with them; elsewise they would only take time.
    const others = of.some((figure) => figure.includes("/")) ? "all" : "none";
    const outputs = figuresAsked(of, criteria);
    const compiled = compile(scenario, { outputs, chance, option: options.option, options: others });
    const request = {
      ...compiled,
      seed,
      design,
      draws,
      outputs: studiedOutputs(of, criteria, compiled),
      ...(methods === undefined ? {} : { methods }),
      ...(inputs === undefined ? {} : { inputs: chosenInputs(inputs, about.assumptions) }),
    };
    const done = await withMethodProgress(io, language, (control) => sensitivity(request, executor, control));
    await printWarnings(compiled.warnings, language, io);
    const { namesOfScenario } = await import("../../report/sensitivity/index.ts");
    if ("source" in done.manifest) throw new Error("a scenario was run");
    const naming = namesOfScenario(about, done.manifest, language);
    return tell(done, about.id, naming, options, io);
  });
}

async function ofDraws(file: string, asked: Asked, options: SensitivityOptions, io: Io): Promise<ExitCode> {
  const language = languageOf(options.lang, io.env, "en");
  const sample = await readDrawsFile(file, asked.of, io);
  const done = sensitivityOfDraws(sample, asked.methods);
  const { namesOfDraws } = await import("../../report/sensitivity/index.ts");
  const base = file.split(/[/\\]/).at(-1)!;
  return tell(done, base.replace(/\.\w+$/, ""), namesOfDraws(base, language), options, io);
}

type Asked = ReturnType<typeof readOptions>;

function readOptions(name: string | undefined, options: SensitivityOptions, io: Io) {
  const reader = new OptionReader();
  const methods = options.method === undefined ? undefined : listed(options.method);
  const inputs = options.inputs === undefined ? undefined : listed(options.inputs);
  const asked = {
    methods,
    inputs,
    of: listed(options.of ?? []),
    draws: reader.wholeNumber("--draws", options.draws, standards.draws, 1, 1e9),
    threads: reader.wholeNumber("--threads", options.threads, io.cores, 1, 256),
    design: reader.oneOf<Design>("--design", options.design, standards.design, ["sobol", "plain"]),
    chance: reader.oneOf<"on" | "off">("--chance", options.chance, standards.chance, ["on", "off"]),
    seed: options.seed ?? standards.seed,
  };
  reader.oneOf<Language>("--lang", options.lang, "en", ["en", "sv"]);
  if (options.json === true && options.csv === true)
    reader.issues.push({ code: "oneOutput", with: { options: "--json, --csv" } });
  if ((name === undefined) === (options.drawsFile === undefined))
    reader.refuse("utfall sensitivity", name ?? "", "SCENARIO | --draws-file FILE");
  if (inputs !== undefined && (inputs.length < 2 || options.drawsFile !== undefined))
    reader.refuse("--inputs", inputs.join(","), "SCENARIO --inputs PLACE,PLACE");
  const issues = [...reader.issues, ...methodIssues(methods ?? [])];
  if (issues.length > 0) throw new UtfallError(issues);
  return asked;
}

/** Work that tells which method is at work, and that a signal ends. */
async function withMethodProgress(
  io: Io,
  language: Language,
  work: (control: SensitivityControl) => Promise<Sensitivity | undefined>,
): Promise<Sensitivity> {
  const { wordsOf } = await import("../../report/sensitivity/index.ts");
  const progress = methodProgressOn(io, language);
  const signal = io.stopSignal();
  const sayStopping = () => progress.note(word("stoppingMethods", language));
  signal.addEventListener("abort", sayStopping);
  try {
    const onMethod = (done: number, all: number, method: string) =>
      progress.update(done, all, wordsOf(method, language).title);
    const done = await work({ signal, pause: nextTurn, onMethod });
    if (done === undefined) throw new UtfallError([{ code: "interruptedEarly" }]);
    return done;
  } finally {
    signal.removeEventListener("abort", sayStopping);
    await progress.end();
  }
}

/** Writes what was asked for, then says what was found. */
async function tell(
  done: Sensitivity,
  id: string,
  naming: Naming,
  { json, csv, out }: SensitivityOptions,
  io: Io,
): Promise<ExitCode> {
  const { sensitivityCsv, sensitivityPage, sensitivityText, sensitivityView } = await import(
    "../../report/sensitivity/index.ts"
  );
  const { language } = naming;
  const view = sensitivityView(done, naming);
  const asJson = `${JSON.stringify(done, null, 2)}\n`;
  const files: FileToWrite[] = [];
  if (out !== undefined) {
    const page = await sensitivityPage(view, done.manifest.engine, language);
    files.push(
      { path: join(out, `${id}-sensitivity.json`), content: asJson },
      { path: join(out, `${id}-sensitivity.html`), content: page },
    );
  }
  if (typeof json === "string") files.push({ path: json, content: asJson });
  if (typeof csv === "string") files.push({ path: csv, content: sensitivityCsv(done) });
  await io.files.write(files);
  for (const { path } of files) await io.stderr.write(`${word("wrote", language, { file: path })}\n`);
  if (json === true) await io.stdout.write(asJson);
  else if (csv === true) await io.stdout.write(sensitivityCsv(done));
  else await io.stdout.write(`${sensitivityText(view, language, io.stdout.columns).trimEnd()}\n`);
  return !("source" in done.manifest) && done.manifest.ended === "interrupted" ? exitCodes.interrupted : exitCodes.done;
}
