import { roundDraws } from "../design/plan.ts";
import { UtfallError } from "../issues.ts";
import type { Manifest } from "../result/result.ts";
import type { Executor } from "../run/executor.ts";
import type { RunControl } from "../run/finished.ts";
import type { RunRequest } from "../run/request.ts";
import { engineVersion } from "../version.ts";
import type { Analysis } from "./analysis.ts";
import { chosenMethods, hasCorrelated, type MethodChoice } from "./defaultMethods.ts";
import { type Method, methods as registry } from "./methods.ts";
import type { Sample } from "./sample.ts";
import { type StudiedOutput, type Study, type StudyRequest, sampleOf, studyOf } from "./study.ts";

/** What is asked about a model; a compiled scenario with seed, design, draws and outputs is one. */
export interface SensitivityRequest extends Omit<StudyRequest, "names">, Pick<RunRequest, "scenario" | "scenarioHash"> {
  readonly option?: string;
  readonly chance?: "on" | "off";
  /** What inputs are called, by path: others take no part. All, by their paths, where absent. */
  readonly assumptions?: Readonly<Record<string, string>>;
  /** Ids of methods, see `sensitivityMethods`; chosen by a rule where absent, see `chosenMethods`. */
  readonly methods?: readonly string[];
}

/** What of draws from elsewhere stands where a run has its manifest. */
interface DrawsManifest {
  readonly source: "draws";
  readonly draws: number;
  readonly replicates: number;
  readonly engine: string;
}

/** What several methods found of one model, or of draws from elsewhere. */
export interface Sensitivity {
  readonly format: "utfall-sensitivity/1";
  readonly manifest: Manifest | DrawsManifest;
  readonly choice: MethodChoice;
  /** What is studied; draws from elsewhere have no units. */
  readonly outputs: readonly StudiedOutput[];
  /** By method in the order in which they were asked for, and in it by output. */
  readonly analyses: readonly Analysis[];
}

export interface SensitivityControl extends Pick<RunControl, "signal" | "pause"> {
  /** Before each method: how many are done, of how many, and which comes now. */
  readonly onMethod?: (done: number, all: number, method: string) => void;
}

const known: Readonly<Record<string, Method>> = registry;

/** Ids of all methods, in the order in which they are told. */
export const sensitivityMethods: readonly string[] = Object.keys(known);

/**
 * Runs methods of sensitivity on a model. Where the signal ends it, those that were done stand, and the manifest says so.
 *
 * @returns undefined when the signal ended it before the first method was done
 * @throws RangeError for a method or an output that is not there, or an output that is no number and no test
 */
export async function sensitivity(
  { methods: asked, assumptions: names, ...request }: SensitivityRequest,
  executor: Executor,
  { signal, pause, onMethod }: SensitivityControl = {},
): Promise<Sensitivity | undefined> {
  for (const id of asked ?? []) methodOf(id);
  const study = studyOf({ ...request, ...(names === undefined ? {} : { names }) }, executor, signal);
  const { plan, graph } = study.job;
  const choice: MethodChoice =
    asked === undefined
      ? chosenMethods(study, sensitivityMethods)
      : { by: "asked", methods: asked, inputs: study.inputs.length, correlated: hasCorrelated(study) };
  const samples = new Samples(study, choice.methods);
  const analyses: Analysis[] = [];
  let ended: Manifest["ended"] = "fixed";
  for (const [k, id] of choice.methods.entries()) {
    onMethod?.(k, choice.methods.length, id);
    await pause?.();
    const found = signal?.aborted ? undefined : await analysed(methodOf(id), study, samples);
    if (found === undefined) {
      ended = "interrupted";
      break;
    }
    analyses.push(...found);
  }
  if (ended === "interrupted" && analyses.length === 0) return undefined;
  const { scenario, scenarioHash, option, chance } = request;
  return {
    format: "utfall-sensitivity/1",
    manifest: {
      scenario,
      scenarioHash,
      seed: plan.seed,
      design: plan.design,
      ...(chance === "on" ? { chance } : {}),
      ...(option === undefined ? {} : { option }),
      replicates: plan.replicates,
      draws: plan.draws,
      paths: graph.inputs.map(({ path }) => path),
      engine: engineVersion,
      ended,
    },
    choice,
    outputs: study.outputs,
    analyses,
  };
}

/**
 * The same of draws from elsewhere: methods that read draws alone.
 *
 * @param asked ids of methods; all that read draws alone and are chosen for every model where absent
 * @throws RangeError for a method that is not there; UtfallError `sensitivityNeedsModel` for one that runs the model
 */
export function sensitivityOfDraws(sample: Sample, asked?: readonly string[]): Sensitivity {
  const ids = asked ?? sensitivityMethods.filter((id) => known[id].needs === "draws");
  const draws = Math.min(...sample.outputs.map(({ values }) => values.length));
  const analyses = ids.flatMap((id) => {
    const method = methodOf(id);
    if (method.needs === "model") {
      const able = sensitivityMethods.filter((own) => known[own].needs === "draws").join(", ");
      throw new UtfallError([{ code: "sensitivityNeedsModel", with: { method: id, known: able } }]);
    }
    return method.analyse(beginning(sample, Math.min(draws, method.mostDraws), sample.replicates));
  });
  return {
    format: "utfall-sensitivity/1",
    manifest: { source: "draws", draws, replicates: sample.replicates.count, engine: engineVersion },
    choice: {
      by: asked === undefined ? "rule" : "asked",
      methods: ids,
      inputs: sample.inputs.length,
      correlated: true,
    },
    outputs: sample.outputs.map(({ id, kind, unit = "" }) => ({ id, unit, kind })),
    analyses,
  };
}

function methodOf(id: string): Method {
  if (!Object.hasOwn(known, id)) throw new RangeError(`there is no method ${id}`);
  return known[id];
}

const analysed = async (method: Method, study: Study, samples: Samples): Promise<readonly Analysis[] | undefined> => {
  if (method.needs === "model") return method.analyse(study);
  const sample = await samples.of(method.mostDraws);
  return sample && method.analyse(sample);
};

/** Draws of a study, made once for all methods that read them. */
class Samples {
  private readonly study: Study;
  private readonly most: number;
  private made: Promise<Sample | undefined> | undefined;

  constructor(study: Study, ids: readonly string[]) {
    this.study = study;
    const wanted = ids.map((id) => known[id]).flatMap((method) => (method.needs === "draws" ? [method.mostDraws] : []));
    this.most = Math.min(study.job.plan.draws, Math.max(0, ...wanted));
  }

  /** The first of them, as many as a run of so many has. */
  async of(most: number): Promise<Sample | undefined> {
    const { draws: asked, design } = this.study.job.plan;
    const { draws, replicates } = roundDraws(design, Math.min(asked, most));
    // Few draws have other replicates than many, so that they are those of a run of their own.
    if (replicates !== roundDraws(design, this.most).replicates) return sampleOf(this.study, draws);
    this.made ??= sampleOf(this.study, this.most);
    const sample = await this.made;
    return sample && beginning(sample, draws, sample.replicates);
  }
}

const beginning = ({ inputs, outputs }: Sample, draws: number, replicates: Sample["replicates"]): Sample => ({
  inputs: inputs.map((own) => ({ ...own, values: own.values.subarray(0, draws) })),
  outputs: outputs.map((own) => ({ ...own, values: own.values.subarray(0, draws) })),
  replicates,
});
