import { blockSize, type Design, replicateOf, roundDraws } from "../../engine/design/plan.ts";
import type { Issue } from "../../engine/issues.ts";
import type { Executor } from "../../engine/run/executor.ts";
import { type AlternativeDraws, compareAlternatives } from "../../engine/sensitivity/alternatives.ts";
import type { Analysis } from "../../engine/sensitivity/analysis.ts";
import { strongestInputs } from "../../engine/sensitivity/strongest.ts";
import { columnsOf, studyOf } from "../../engine/sensitivity/study.ts";
import type { CheckedScenario } from "../checked.ts";
import { type Compiled, compile } from "../compile/index.ts";
import type { PriceFiles } from "../unitCosts/priceFiles.ts";
import type { Alternative } from "./alternative.ts";
import { alternativesOf } from "./alternativesOf.ts";
import { changed } from "./changed.ts";

export interface AlternativesAnalysisRequest {
  readonly seed: string;
  readonly design: Design;
  /** For each alternative; 65,536 at most. */
  readonly draws: number;
  /** Ids of outputs: numbers, and criteria (`criteria.success`). The headline figure and all criteria where absent. */
  readonly outputs?: readonly string[];
  /** Further figures that these are among. */
  readonly figures?: readonly string[];
  readonly chance?: "on" | "off";
  /** Those to try in place of the automatic ones, `alternativesOf`. */
  readonly alternatives?: readonly Alternative[];
  /** How many of the strongest inputs have their family changed one at a time. */
  readonly strongest?: number;
  /** A criterion holds where its chance is at least this. */
  readonly level?: number;
  /** Where an alternative may name a discount schedule or unit costs that come with the program. */
  readonly prices?: PriceFiles;
}

const mostDraws = 65_536;

/**
 * Runs a scenario and its alternatives with the same draws and tells whether the decision changes; one analysis for each output.
 * Undefined where the signal ended it. An alternative that does not pass the check is left out, and a note says so.
 *
 * @throws RangeError for an output that is not there, or for weights that can't be
 */
export async function alternativesAnalysis(
  checked: CheckedScenario,
  request: AlternativesAnalysisRequest,
  executor: Executor,
  signal?: AbortSignal,
): Promise<readonly Analysis[] | undefined> {
  const { seed, design, figures = [], chance = "off", strongest = 5, level } = request;
  const { options: _, ...file } = checked;
  const { draws, replicates } = roundDraws(design, Math.min(request.draws, mostDraws));
  const settings = { outputs: figures, chance, options: "none" } as const;
  const own = compile(file, settings);
  const outputs = request.outputs ?? [own.headline, ...criteriaOf(own)];
  const study = (compiled: Compiled) =>
    studyOf(
      {
        ...compiled,
        seed,
        design,
        draws,
        outputs,
        ...(compiled.assumptions === undefined ? {} : { names: compiled.assumptions }),
      },
      executor,
      signal,
    );
  const ownStudy = study(own);
  const ownColumns = await columnsOf(ownStudy);
  const paths = request.alternatives === undefined ? await strongestInputs(ownStudy, strongest) : [];
  if (ownColumns === undefined || paths === undefined) return undefined;
  const strong = checked.inputs.flatMap(({ path, place }) => (paths.includes(path) ? [place] : []));
  const notes: Issue[] = [];
  const found: (Omit<AlternativeDraws, "values"> & { readonly columns: readonly Float64Array[] })[] = [];
  for (const alternative of request.alternatives ?? alternativesOf(file, strong)) {
    const { id, about, weight } = alternative;
    const compiled = compiledAs(file, alternative, settings, request.prices);
    if (compiled === undefined || !outputs.every((output) => compiled.graph.outputs.some((one) => one.id === output))) {
      notes.push({ code: "sensitivityAlternativeLeftOut", with: { name: id } });
      continue;
    }
    const columns = await columnsOf(study(compiled));
    if (columns === undefined) return undefined;
    found.push({ id, about, columns, ...(weight === undefined ? {} : { weight }) });
  }
  const evaluations = draws * (found.length + 1);
  return ownStudy.outputs.map((output, k) =>
    compareAlternatives({
      output,
      own: ownColumns[k],
      alternatives: found.map(({ columns, ...alternative }) => ({ ...alternative, values: columns[k] })),
      replicates: { count: replicates, of: (draw) => replicateOf(Math.floor(draw / blockSize), replicates) },
      ...(level === undefined ? {} : { level }),
      evaluations,
      notes,
    }),
  );
}

const criteriaOf = ({ graph }: Compiled): readonly string[] =>
  graph.outputs.flatMap(({ id, kind }) => (kind === "test" && id.startsWith("criteria.") ? [id] : []));

/**
 * Compiled as an option of the file, so that its inputs take the file's numbers even where one is gone. A horizon of its own is an
 * axis of its own: then by itself, which leaves the inputs as they are.
 */
function compiledAs(
  file: CheckedScenario,
  alternative: Alternative,
  settings: Parameters<typeof compile>[1],
  prices: PriceFiles | undefined,
): Compiled | undefined {
  const outcome = changed(file, alternative, prices);
  if (!outcome.ok) return undefined;
  const { scenario } = outcome;
  if (scenario.content.horizon !== file.content.horizon) {
    const { option: _, ...alone } = scenario;
    return compile(alone, settings);
  }
  return compile({ ...file, options: [scenario] }, { ...settings, option: alternative.id });
}
