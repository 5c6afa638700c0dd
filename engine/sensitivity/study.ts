import { blockSize, type Plan, replicateOf, roundDraws } from "../design/plan.ts";
import { type Issue, UtfallError } from "../issues.ts";
import type { GraphNode, Level, ModelData, ModelGraph, OutputDeclaration } from "../model/graph.ts";
import { inputsOf } from "../model/inputsOf.ts";
import { makeColumns } from "../run/columns.ts";
import type { Executor, Job } from "../run/executor.ts";
import type { RunRequest } from "../run/request.ts";
import { cutTasks } from "../run/tasks.ts";
import { layoutOf } from "../summary/layout.ts";
import { onlyFor } from "./onlyFor.ts";
import type { Sample } from "./sample.ts";

/** An output whose sensitivity is asked for. */
export interface StudiedOutput {
  readonly id: string;
  readonly unit: string;
  /** `chance`: 1 in draws where a criterion is met, else 0; its mean is a probability. */
  readonly kind: "number" | "chance";
}

/** An input whose part in it is asked for. */
export interface StudiedInput {
  readonly path: string;
  /** What people call it. */
  readonly name: string;
  readonly level: Level;
  readonly unit: string;
}

/** A model cut down to what is asked about: what every method by design runs, with a plan of its own. */
export interface Study {
  /** Its graph has the studied outputs alone, as figures, all inputs being declared as they were: draws are the same. */
  readonly job: Job;
  readonly outputs: readonly StudiedOutput[];
  /** Those that are drawn and on which some output depends, in declared order. */
  readonly inputs: readonly StudiedInput[];
  /** Names of those that are drawn, but on which none depends: they have no influence at all. */
  readonly idle: readonly string[];
  /** Paths of those that methods of pairs shall take; the strongest where absent. */
  readonly chosen?: readonly string[];
  readonly executor: Executor;
  readonly signal?: AbortSignal;
}

export interface StudyRequest extends Pick<RunRequest, "graph" | "data" | "sources" | "seed" | "design" | "draws"> {
  /** Ids of outputs of kind `figure`, `mean` or `test`. */
  readonly outputs: readonly string[];
  /** What inputs are called, by path: others take no part. All, by their paths, where absent. */
  readonly names?: Readonly<Record<string, string>>;
  /** Names or paths of at least two inputs that methods of pairs shall take; the strongest two where absent. */
  readonly inputs?: readonly string[];
}

/**
 * @throws UtfallError for an output that is a ratio, with the reason and what to ask about instead; for an input in \`inputs\` that is
 *   not drawn, or on which no output depends
 * @throws RangeError for an output that is not there, or is no number and no test
 */
export function studyOf(
  { graph, data, sources = {}, seed, design, draws, outputs: ids, names, inputs: wanted }: StudyRequest,
  executor: Executor,
  signal?: AbortSignal,
): Study {
  const declared = ids.map((id) => outputOf(graph, id));
  const outputs = declared.map((output): StudiedOutput => {
    const { id } = output;
    return output.kind === "test"
      ? { id, unit: "share", kind: "chance" }
      : { id, unit: unitOf(output), kind: "number" };
  });
  const { draws: rounded, replicates } = roundDraws(design, draws);
  const drawn = graph.inputs.filter(
    ({ path }) => sources[path]?.kind !== "fixed" && (names === undefined || Object.hasOwn(names, path)),
  );
  const reached = new Set(declared.flatMap(({ node }) => inputsOf(graph, node)));
  const named = drawn.map(({ path, level, unit }) => ({ path, name: names?.[path] ?? path, level, unit }));
  const inputs = named.filter(({ path }) => reached.has(path));
  const chosen = wanted?.map((asked) => chosenPath(inputs, asked));
  return {
    job: {
      graph: onlyFor(
        graph,
        declared.map(({ id, node }, k) => ({ id, node, unit: outputs[k].unit, kind: "figure", worse: "low" })),
      ),
      data,
      plan: { seed, design, draws: rounded, replicates, sources },
    },
    outputs,
    inputs,
    idle: named.filter(({ path }) => !reached.has(path)).map(({ name }) => name),
    ...(chosen === undefined ? {} : { chosen }),
    executor,
    ...(signal === undefined ? {} : { signal }),
  };
}

function chosenPath(inputs: readonly StudiedInput[], asked: string): string {
  const found = inputs.find(({ path, name, level }) => level !== "chance" && (path === asked || name === asked));
  if (found === undefined) throw new UtfallError([{ code: "sensitivityInputIdle", with: { input: asked } }]);
  return found.path;
}

function outputOf(graph: ModelGraph, id: string): OutputDeclaration {
  const found = graph.outputs.find((output) => output.id === id);
  if (found === undefined) throw new RangeError(`there is no output ${id}`);
  if (found.kind === "ratio") throw new UtfallError([ratioRefused(graph, id)]);
  if (found.kind === "year") throw new RangeError(`${id} is a year, not a number or a test`);
  return found;
}

/** Net values stand beside their ratios: `small/net.region` beside `small/returnPerKrona.region`. */
function ratioRefused({ outputs }: ModelGraph, id: string): Issue {
  const [, view, actor] = /^(.*\/)?[^.]*(\..*)?$/.exec(id) ?? [];
  const beside = [`${view ?? ""}net${actor ?? ""}`, `${view ?? ""}net`];
  const instead = beside.find((net) => outputs.some((output) => output.id === net)) ?? "net";
  return { code: "sensitivityRatio", path: id, with: { output: id, instead } };
}

const unitOf = (output: OutputDeclaration): string => ("unit" in output ? output.unit : "");

/**
 * The studied outputs, one column each, in order of draws; NaN in all of them where a draw failed. Undefined where the signal
 * ended it.
 *
 * @param change of the plan: another number of draws or replicates, other sources
 * @param graph with the same inputs and further outputs of kind `figure`, each of another node
 */
export async function columnsOf(
  { job, executor, signal }: Study,
  change: Partial<Plan> = {},
  data: ModelData = job.data,
  graph: ModelGraph = job.graph,
): Promise<readonly Float64Array[] | undefined> {
  const plan = { ...job.plan, ...change };
  const { kept, keptPlaces } = layoutOf(graph);
  const cut = { replicates: plan.replicates, threads: executor.threads, byRow: true };
  const tasks = cutTasks(0, plan.draws / blockSize, cut, { columns: kept.map((_, k) => k) });
  const { aborted, columns } = await makeColumns(executor, { graph, data, plan }, tasks, signal);
  // Outputs of the same node share a column.
  return aborted ? undefined : graph.outputs.map(({ id }) => columns[keptPlaces.get(id)!]);
}

/** The draws with which a run of the study begins: inputs and outputs. Undefined where the signal ended it. */
export async function sampleOf(study: Study, draws: number): Promise<Sample | undefined> {
  const { job, inputs, outputs } = study;
  const { graph, plan } = job;
  const rounded = roundDraws(plan.design, draws);
  const nodes: GraphNode[] = [...graph.nodes];
  const own = inputs.map(({ path }): OutputDeclaration => {
    const input = graph.inputs.findIndex((declared) => declared.path === path);
    const found = nodes.findIndex((node) => node.op === "input" && node.input === input);
    const node = found < 0 ? nodes.push({ op: "input", input }) - 1 : found;
    return { id: `${path}#input`, node, unit: "", kind: "figure", worse: "low" };
  });
  const columns = await columnsOf(study, rounded, job.data, { ...graph, nodes, outputs: [...graph.outputs, ...own] });
  if (columns === undefined) return undefined;
  return {
    inputs: inputs.map(({ name }, i) => ({ name, values: columns[outputs.length + i] })),
    outputs: outputs.map(({ id, kind, unit }, k) => ({ id, kind, unit, values: columns[k] })),
    replicates: {
      count: rounded.replicates,
      of: (draw) => replicateOf(Math.floor(draw / blockSize), rounded.replicates),
    },
  };
}
