import { type Issue, UtfallError } from "../../engine/issues.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { ModelData, ModelGraph } from "../../engine/model/graph.ts";
import type { DerivedRequest } from "../../engine/run/request.ts";
import type { CheckedScenario } from "../checked.ts";
import { levelPlaceOf } from "../effects.ts";
import { type FigurePath, figureId, parseFigure } from "../figures.ts";
import { figureIdsOf } from "../ids.ts";
import type { ScenarioContent } from "../schema/index.ts";
import { type Twin, twinsOf } from "../twins.ts";
import { viewsOfScenario } from "../views.ts";
import { type BudgetOutput, declareBudget } from "./budgetRows.ts";
import type { Chance, Context, View } from "./context.ts";
import { declareCriteria } from "./criteria.ts";
import { defaultFigures, figuresBeside, ratiosBeside } from "./defaults.ts";
import { declareFigure, declareRatioOfMeans } from "./figures.ts";
import { cases, casesWithout } from "./outcomes.ts";
import { peopleOf } from "./people.ts";
import { inputDeclaration } from "./quantity.ts";
import { type AccountOutput, declareAccounts } from "./rows.ts";
import { type Seen, seenIn } from "./seen.ts";
import { shapeOf } from "./shape.ts";

/** A scenario as a model to run: with a seed, a design and a number of draws it is a `RunRequest`. */
export interface Compiled {
  /** The scenario's id, hash, content and findings, as a result carries them. */
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly content: ScenarioContent;
  readonly warnings: readonly Issue[];
  readonly graph: ModelGraph;
  readonly data: ModelData;
  readonly accounts: readonly AccountOutput[];
  /** Present where the scenario asks for its budget. */
  readonly budget?: readonly BudgetOutput[];
  /** Net of the leading perspective; of everybody where the file names none. */
  readonly headline: string;
  /** Outputs that deserve a histogram and a first sensitivity, the leading one first. */
  readonly headlines: readonly string[];
  /** Outputs whose variance is parted into assumptions and chance, where chance is drawn. */
  readonly varianceOf: readonly string[];
  /** Figures made from the means of other outputs. */
  readonly derived: readonly DerivedRequest[];
  /** Criteria on the whole improvement, with those on the improvement less the comparison. */
  readonly twins: readonly Twin[];
}

export interface CompileOptions {
  /** Further figures, by path, beside those that are always given. */
  readonly outputs?: readonly string[];
  /** `on`: people and cases are whole numbers drawn as counts. `off`, as unless said: they are their expected values. */
  readonly chance?: "on" | "off";
}

/**
 * Turns a checked scenario into a graph and its numbers. The graph depends on the shape only: programme years, horizon, segments,
 * `when`, whole-year `starts` and `lasts`, and which keys are written; every number is a parameter beside it.
 *
 * @throws UtfallError for figures in `outputs` that do not exist, a figure asked for by segment that is not divided into them, a
 * number of people that is not given by segment where it must be, and formulas that depend on themselves
 */
export function compile(checked: CheckedScenario, options: CompileOptions = {}): Compiled {
  const builder = new GraphBuilder();
  const parameters: Record<string, number | readonly number[]> = {};
  const { distributions, ...added } = addScenario(builder, parameters, checked, options);
  return {
    scenario: checked.content.id,
    scenarioHash: checked.hash,
    content: checked.content,
    warnings: options.chance === "on" ? checked.warnings : [...checked.warnings, ...countedAsMeans(checked)],
    graph: builder.build(),
    data: {
      parameters,
      distributions,
      correlations: checked.correlations,
      ...(checked.copulas.length === 0 ? {} : { copulas: checked.copulas }),
    },
    ...added,
  };
}

/**
 * Compiles a scenario into a builder that may hold others: with a prefix (`smallTeam/`), its outputs and parameters are told
 * apart from theirs, and what they have in common is computed once.
 */
export function addScenario(
  builder: GraphBuilder,
  parameters: Record<string, number | readonly number[]>,
  checked: CheckedScenario,
  options: CompileOptions & { readonly prefix?: string } = {},
): Pick<Compiled, "accounts" | "budget" | "headline" | "headlines" | "varianceOf" | "derived" | "twins"> &
  Pick<ModelData, "distributions"> {
  const { content } = checked;
  const shape = shapeOf(content);
  builder.axis("period", shape.horizonYears);
  if (shape.segments.length > 0) builder.axis("segment", shape.segments.length);
  for (const input of checked.inputs) builder.declareInput(inputDeclaration(shape.id, input));

  const ids = figureIdsOf(content);
  const parse = (text: string): FigurePath => {
    const parsed = parseFigure(text, ids);
    if (!parsed.ok) throw new UtfallError([{ ...parsed.issue, path: text }]);
    return parsed.figure;
  };
  const unit = (path: FigurePath) => {
    const parsed = parseFigure(figureId(path), ids);
    if (!parsed.ok) throw new UtfallError([parsed.issue]);
    return parsed.unit;
  };
  const chance: Chance | undefined = options.chance === "on" ? { distributions: {} } : undefined;
  const derived: DerivedRequest[] = [];
  const shared = { builder, parameters, derived, checked, shape, prefix: options.prefix ?? "" };
  const parts = chance === undefined ? shared : { ...shared, chance };
  const seen = new Map<View, Seen>();
  const inView = (view: View): Seen => {
    const known = seen.get(view);
    if (known !== undefined) return known;
    const made = seenIn(view, parts, parse, inView);
    seen.set(view, made);
    return made;
  };
  const stated = inView("stated");
  const { context } = stated;
  if (chance !== undefined) declareCounts(context);
  const whole = stated.whole();
  const declareIn =
    ({ context: within, whole: accounts }: Seen) =>
    (path: FigurePath): string =>
      declareFigure(within, accounts(), path, unit);
  const declare = declareIn(stated);
  for (const path of defaultFigures(context, whole)) declare(path);
  for (const path of ratiosBeside(context, whole)) declareRatioOfMeans(context, whole, path, unit);
  for (const { figure } of content.reproduces) declare(parse(figure));
  const views = viewsOfScenario(checked);
  for (const figure of options.outputs ?? []) {
    const view = views.find((own) => figure.startsWith(`${own}/`));
    if (view === undefined) declare(parse(figure));
    else declareIn(inView(view))(parse(figure.slice(view.length + 1)));
  }
  declareCriteria(context, { parse, node: stated.figureOf, declare });
  for (const view of views) {
    const beside = inView(view);
    for (const path of figuresBeside(beside.context, beside.whole())) declareIn(beside)(path);
    // What a criterion looks at is shown as stated; of a view its chance is enough.
    declareCriteria(beside.context, { parse, node: beside.figureOf, declare: () => {} });
  }
  const who = shape.leading === undefined ? {} : { who: shape.leading };
  const headline = declare({ figure: "net", ...who });
  const headlines = [...new Set([headline, declare({ figure: "net" })])];
  return {
    accounts: declareAccounts(context, whole),
    ...(context.shape.budget === undefined ? {} : { budget: declareBudget(context, whole) }),
    headline,
    headlines,
    varianceOf: [
      ...headlines,
      ...(["pvBenefit", "pvCost"] as const).map((figure) => declare({ figure, ...who })),
      ...(content.target === undefined ? [] : [declare({ figure: "completed" })]),
      ...Object.keys(content.outcomes).map((what) => declare({ figure: "cases", what })),
    ],
    derived,
    twins: twinsOf(content),
    distributions: {
      ...Object.fromEntries(checked.inputs.map(({ path, distribution }) => [path, distribution])),
      ...chance?.distributions,
    },
  };
}

/** What is drawn for each person or case only where chance is drawn. */
function countedAsMeans({ quantities }: CheckedScenario): readonly Issue[] {
  const places = [...quantities].flatMap(([place, { kind }]) => (kind === "ownAmounts" ? [place] : []));
  return places.length === 0 ? [] : [{ code: "eachAsMean", with: { places: places.join(", ") } }];
}

/** Gives the draws of chance their order, whatever figures are asked for: people, then cases in file order. */
function declareCounts(context: Context): void {
  const { target, outcomes } = context.checked.content;
  if (target !== undefined)
    for (const group of ["everyone", "reached", "enrolled", "dropped", "harmed"] as const) peopleOf(context, group);
  for (const id of Object.keys(outcomes)) {
    if (levelPlaceOf(context.checked, id) !== undefined) casesWithout(context, id);
    cases(context, id);
  }
}
