import type { RisksRequest } from "../../engine/result/risks.ts";
import type { StopRulesRequest } from "../../engine/result/stopRules.ts";
import type { VerdictRequest } from "../../engine/result/verdicts.ts";
import type { CostEffectivenessRequest } from "../../engine/run/request.ts";
import { movesMoney } from "../financing.ts";
import { hasScale } from "../scaleUp.ts";
import { type Twin, twinsOf } from "../twins.ts";
import { viewsOfScenario } from "../views.ts";
import { type BudgetOutput, declareBudget } from "./budgetRows.ts";
import { declareComparators } from "./comparators.ts";
import { type CostOutput, declareCosts } from "./costRows.ts";
import { declareCriteria } from "./criteria.ts";
import { defaultFigures, figuresBeside, ratiosBeside } from "./defaults.ts";
import { declareRatioOfMeans } from "./figures.ts";
import { declareTransfers, type TransferOutput } from "./financing/rows.ts";
import type { Lowered } from "./lowered.ts";
import { costEffectivenessOf } from "./planes.ts";
import { declareRisks } from "./risks/matrix.ts";
import { type AccountOutput, declareAccounts } from "./rows.ts";
import { figuresAtScale } from "./scale/defaults.ts";
import { declareStopRules } from "./stops/declare.ts";
import { declareVerdicts } from "./verdicts.ts";
import { stated as asWritten } from "./view.ts";

/** What a run of a scenario is asked for. */
export interface Declared {
  readonly accounts: readonly AccountOutput[];
  /** Each cost by payer and year. */
  readonly costs?: readonly CostOutput[];
  /** Present where money moves between actors. */
  readonly financing?: readonly TransferOutput[];
  /** Present where the scenario asks for its budget. */
  readonly budget?: readonly BudgetOutput[];
  /** What the stop rules come to, where there are any. */
  readonly stopRules?: StopRulesRequest;
  /** What a follow-up would say of the goals, where some are on what is followed up. */
  readonly verdicts?: readonly VerdictRequest[];
  /** Net of the leading perspective; of everybody where the file names none. */
  readonly headline: string;
  /** Outputs that deserve a histogram and a first sensitivity, the leading one first. */
  readonly headlines: readonly string[];
  /** Outputs whose variance is parted into assumptions and chance, where chance is drawn. */
  readonly varianceOf: readonly string[];
  /** Outcomes without a price, whose cost and effect are set against each other. */
  readonly costEffectiveness?: readonly CostEffectivenessRequest[];
  /** Present where the scenario has risks. */
  readonly risks?: RisksRequest;
  /** Criteria on the whole improvement, with those on the improvement less the comparison. */
  readonly twins: readonly Twin[];
}

/**
 * Declares all that a run of the leading scenario gives: figures, those asked for beside, criteria, views and accounts.
 *
 * @param outputs figures by path, with their view before a slash
 * @throws UtfallError for a figure that there is not
 */
export function declareWhole(scenario: Lowered, outputs: readonly string[]): Declared {
  const { checked, shape, parse, unit, declare, inView } = scenario;
  const { content } = checked;
  const stated = inView(asWritten);
  const { context } = stated;
  const whole = stated.whole();
  for (const path of defaultFigures(context, whole)) declare(path);
  for (const path of ratiosBeside(context, whole)) declareRatioOfMeans(context, whole, path, unit);
  for (const { figure } of content.reproduces) declare(parse(figure));
  const views = viewsOfScenario(checked);
  for (const figure of outputs) declareAsked(scenario, figure);
  declareCriteria(context, { parse, node: stated.figureOf, declare });
  for (const view of views) {
    const beside = inView({ effects: view });
    for (const path of figuresBeside(beside.context, beside.whole())) declare(path, { effects: view });
    // What a criterion looks at is shown as stated; of a view its chance is enough.
    declareCriteria(beside.context, { parse, node: beside.figureOf, declare: () => {} });
  }
  if (hasScale(content)) {
    const later = inView({ atScale: true });
    for (const path of figuresAtScale(later.context, later.whole())) declare({ ...path, view: "scaleUp" });
    const perPerson = {
      figure: "netPerPerson" as const,
      ...(shape.leading === undefined ? {} : { who: shape.leading }),
    };
    for (const path of [perPerson, { ...perPerson, view: "scaleUp" as const }])
      declareRatioOfMeans(context, whole, path, unit);
    declareCriteria(later.context, { parse, node: later.figureOf, declare: () => {} });
  }
  const who = shape.leading === undefined ? {} : { who: shape.leading };
  const headline = declare({ figure: "net", ...who });
  const headlines = [...new Set([headline, declare({ figure: "net" })])];
  declareComparators(context, stated.figureOf, declare, unit);
  const stopRules = declareStopRules(scenario);
  const verdicts = declareVerdicts(scenario);
  const planes = costEffectivenessOf(context, whole, declare, unit);
  for (const what of Object.keys(content.risks ?? {})) declare({ figure: "happened", what });
  const risks = declareRisks(scenario);
  return {
    ...(planes.length === 0 ? {} : { costEffectiveness: planes }),
    ...(stopRules === undefined ? {} : { stopRules }),
    ...(verdicts === undefined ? {} : { verdicts }),
    accounts: declareAccounts(context, whole),
    ...(Object.keys(content.costs).length === 0 ? {} : { costs: declareCosts(context, whole) }),
    ...(movesMoney(content) ? { financing: declareTransfers(context, whole) } : {}),
    ...(context.shape.budget === undefined ? {} : { budget: declareBudget(context, whole) }),
    headline,
    headlines,
    varianceOf: [
      ...headlines,
      ...(["pvBenefit", "pvCost"] as const).map((figure) => declare({ figure, ...who })),
      ...(content.target === undefined ? [] : [declare({ figure: "completed" })]),
      ...Object.keys(content.outcomes).map((what) => declare({ figure: "cases", what })),
    ],
    ...(risks === undefined ? {} : { risks }),
    twins: twinsOf(content),
  };
}

/** A figure by its path, with its view before a slash; one that needs a year stands for all its years where none is named. */
export function declareAsked({ checked, shape, parse, declare }: Lowered, figure: string): void {
  const view = viewsOfScenario(checked).find((own) => figure.startsWith(`${own}/`));
  const own = view === undefined ? figure : figure.slice(view.length + 1);
  const isOverTime = own.trim().startsWith("cumulativeNet") && !/\.y\d+\s*$/.test(own);
  const paths = isOverTime ? Array.from({ length: shape.horizonYears }, (_, year) => `${own.trim()}.y${year}`) : [own];
  for (const path of paths) declare(parse(path), view && { effects: view });
}
