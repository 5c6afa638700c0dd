import type { ComparisonRequest } from "../../engine/decision/comparison.ts";
import type { Source } from "../../engine/design/plan.ts";
import { type Issue, UtfallError } from "../../engine/issues.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { ModelData, ModelGraph } from "../../engine/model/graph.ts";
import type { DerivedRequest } from "../../engine/run/request.ts";
import type { CheckedScenario } from "../checked.ts";
import { suggestion } from "../nearest.ts";
import type { Observations } from "../observed/observed.ts";
import type { ScenarioContent } from "../schema/index.ts";
import { declareAxes } from "./axes.ts";
import { Inputs } from "./inputs.ts";
import { type Lowered, lowered } from "./lowered.ts";
import { base, declareAskedOf, declareOptions } from "./options.ts";
import { declareUpdating, type Updating } from "./updating.ts";
import { type Declared, declareWhole } from "./whole.ts";

/** A scenario as a model to run: with a seed, a design and a number of draws it is a `RunRequest`. */
export interface Compiled extends Declared {
  /** The scenario's id, hash, content and findings, as a result carries them. */
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly content: ScenarioContent;
  readonly warnings: readonly Issue[];
  readonly graph: ModelGraph;
  readonly data: ModelData;
  /** Whether people and cases are drawn as whole numbers. */
  readonly chance: "on" | "off";
  /** Figures made from the means of other outputs. */
  readonly derived: readonly DerivedRequest[];
  /** Inputs of options that take the numbers of another input. Absent where there are none. */
  readonly sources?: Readonly<Record<string, Source>>;
  /** The option whose figures stand first; absent where the file as it stands leads. */
  readonly option?: string;
  /** Inputs of the leading scenario by path in the graph, with their path in the scenario; absent where these are all. */
  readonly assumptions?: Readonly<Record<string, string>>;
  /** How its options are compared; absent without options. */
  readonly comparison?: ComparisonRequest;
  /** Present where something has been seen. */
  readonly updating?: Updating;
}

export interface CompileOptions {
  /** Further figures, by path, beside those that are always given. */
  readonly outputs?: readonly string[];
  /** `on`: people and cases are whole numbers drawn as counts. `off`, as unless said: they are their expected values. */
  readonly chance?: "on" | "off";
  /** The option that leads, in place of the file as it stands. */
  readonly option?: string;
  /** `none` leaves the other options out. */
  readonly options?: "all" | "none";
  /** What has been seen of the programme that leads. */
  readonly observed?: Observations;
}

/**
 * Turns a checked scenario into a graph and its numbers, its options beside it in the same graph. The graph depends on the shape
 * only: programme years, horizon, segments, `when`, whole-year `starts` and `lasts`, and which keys are written; every number is a
 * parameter beside it.
 *
 * @throws UtfallError for figures in `outputs` that do not exist, a figure asked for by segment that is not divided into them, a
 * number of people that is not given by segment where it must be, formulas that depend on themselves, and an option that there is not
 */
export function compile(file: CheckedScenario, options: CompileOptions = {}): Compiled {
  const { outputs = [], chance = "off" } = options;
  const builder = new GraphBuilder();
  const parameters: Record<string, number | readonly number[]> = {};
  const derived: DerivedRequest[] = [];
  const inputs = new Inputs(builder);
  declareAxes(builder, file);
  const leading = leadingOf(file, options.option);
  const all = options.options === "none" ? [] : (file.options ?? []);
  const hasOptions = all.length > 0 || leading !== file;
  // The file's inputs come first, then those of all options in their order: whichever leads, and beside whom, the draws are the same.
  const drawn = hasOptions ? [file, ...(file.options ?? [])] : [file];
  const declared = new Map(drawn.map((own) => [own, inputs.add(own, own === file ? "" : `${idOf(own)}/`)]));
  const lower = (own: CheckedScenario, drawn = chance): Lowered => {
    const place = { builder, parameters, derived, inputs: declared.get(own)!, chance: drawn };
    if (own === leading) return lowered(own, { ...place, prefix: "" });
    const set = [leading, own].flatMap(({ option }) => option?.paths ?? []);
    const ownPlaces = set.map((path) => path.replace(/^quantities\./, ""));
    return lowered(own, { ...place, prefix: `${idOf(own)}/`, ownPlaces });
  };
  const lead = lower(leading);
  const ownOutputs = hasOptions ? [] : outputs;
  const whole = declareWhole(lead, ownOutputs);
  const compared =
    all.length === 0
      ? { builder, leading: idOf(leading), scenarios: new Map([[idOf(leading), lead]]) }
      : {
          builder,
          leading: idOf(leading),
          scenarios: new Map(drawn.map((own) => [idOf(own), own === leading ? lead : lower(own)])),
        };
  const comparison = all.length === 0 ? undefined : declareOptions(compared);
  if (hasOptions) for (const figure of outputs) declareAskedOf(compared, figure);
  // How likely something was follows from the assumptions: luck is averaged, not drawn.
  const expecting = () => (chance === "on" ? lower(leading, "off") : lead);
  const updating = options.observed === undefined ? undefined : declareUpdating(expecting(), options.observed);
  const { sources } = inputs;
  return {
    scenario: file.content.id,
    scenarioHash: file.hash,
    content: file.content,
    warnings: chance === "on" ? file.warnings : [...file.warnings, ...countedAsMeans(leading)],
    graph: builder.build(),
    data: { parameters, distributions: inputs.distributions, ...inputs.dependence },
    ...whole,
    chance,
    derived,
    ...(Object.keys(sources).length === 0 ? {} : { sources }),
    ...(leading === file ? {} : { option: idOf(leading) }),
    ...(hasOptions ? { assumptions: namesOf(declared.get(leading)!.parameters) } : {}),
    ...(comparison === undefined ? {} : { comparison }),
    ...(updating === undefined ? {} : { updating }),
  };
}

const idOf = ({ option }: CheckedScenario): string => option?.id ?? base;

function leadingOf(file: CheckedScenario, option: string | undefined): CheckedScenario {
  if (option === undefined || option === base) return file;
  const found = file.options?.find((own) => idOf(own) === option);
  if (found !== undefined) return found;
  const known = [base, ...(file.options ?? []).map(idOf)];
  throw new UtfallError([{ code: "optionUnknown", with: { name: option, nearest: suggestion(option, known) } }]);
}

const namesOf = (parameters: ReadonlyMap<string, { readonly path: string }>): Readonly<Record<string, string>> =>
  Object.fromEntries([...parameters].map(([path, declared]) => [declared.path, path]));

/**
 * Compiles a scenario into a builder that may hold others: with a prefix (`smallTeam/`), its outputs and parameters are told
 * apart from theirs, and what they have in common is computed once.
 */
export function addScenario(
  builder: GraphBuilder,
  parameters: Record<string, number | readonly number[]>,
  checked: CheckedScenario,
  options: CompileOptions & { readonly prefix?: string } = {},
): Declared & Pick<Compiled, "derived"> & Pick<ModelData, "distributions"> {
  const { outputs = [], chance = "off", prefix = "" } = options;
  const inputs = new Inputs(builder);
  declareAxes(builder, checked);
  const derived: DerivedRequest[] = [];
  const place = { builder, parameters, derived, inputs: inputs.add(checked, ""), prefix, chance };
  return { ...declareWhole(lowered(checked, place), outputs), derived, distributions: inputs.distributions };
}

/** What is drawn for each person or case only where chance is drawn. */
function countedAsMeans({ quantities }: CheckedScenario): readonly Issue[] {
  const places = [...quantities].flatMap(([place, { kind }]) => (kind === "ownAmounts" ? [place] : []));
  return places.length === 0 ? [] : [{ code: "eachAsMean", with: { places: places.join(", ") } }];
}
