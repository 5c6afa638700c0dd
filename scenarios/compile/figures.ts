import { UtfallError } from "../../engine/issues.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import type { DerivedRequest } from "../../engine/run/request.ts";
import { formatUnit, type Unit } from "../../engine/units/index.ts";
import { type FigurePath, figureId, figureTable, isOfScaleUp } from "../figures.ts";
import { isFinancing } from "../financing.ts";
import { isImplementation } from "../implementation.ts";
import type { Accounts } from "./accounts.ts";
import { budgetFigure } from "./budget.ts";
import { caseYears, caseYearsFigure } from "./caseYears.ts";
import { type Context, inYear, outputPrefix, period, segment } from "./context.ts";
import { financingNode } from "./financing/figures.ts";
import { financed } from "./financing/index.ts";
import { implementationNode } from "./implementation.ts";
import { improvement } from "./improvement.ts";
import { loses } from "./losers.ts";
import { cumulativeNet, net, ofYear, paybackYear, presentWorth } from "./money.ts";
import { notSplit } from "./notSplit.ts";
import { observed } from "./observed.ts";
import { cases, casesFigure, casesWithout } from "./outcomes.ts";
import { partOfBenefit } from "./partOfBenefit.ts";
import { isSplitPeople, peopleFigure } from "./peopleFigures.ts";
import { ratioParts } from "./ratios.ts";
import { asWritten, riskEvent } from "./risks/events.ts";
import { scaleNode } from "./scale/figures.ts";
import { atScaleView } from "./scale/people.ts";
import { againstPlan } from "./stops/againstPlan.ts";
import { reacted, stopped, stopYear } from "./stops/figures.ts";
import { worthOfOnePerYear } from "./time.ts";
import { weightedAccounts, weightFigure } from "./weights.ts";

const improvements = {
  statedEffect: "stated",
  adjustedEffect: "adjusted",
  improvementNet: "net",
  improvementGross: "gross",
} as const;

/** The node of a figure: one number per draw. */
export function figureNode(context: Context, accounts: Accounts, path: FigurePath): NodeId {
  if (path.view === "budget") return budgetFigure(context, accounts, path);
  if (path.view === "weighted") {
    const { view: _, ...own } = path;
    return figureNode(context, weightedAccounts(context, accounts), own);
  }
  if (path.view === "financed") {
    const { view: _, ...own } = path;
    return figureNode(context, financed(context, accounts).accounts, own);
  }
  if (path.view === "withStops" || path.view === "scaleUp") {
    const { view, ...own } = path;
    return context.figureOf(own, view === "scaleUp" ? atScaleView(context) : { ...context.view, looks: "all" });
  }
  const { builder } = context;
  const { figure, what, who, year } = path;
  const inSegment = path.segment === undefined ? undefined : context.shape.segments.indexOf(path.segment);
  const select = { what, who, segment: inSegment };
  const split = (node: NodeId): NodeId => {
    if (inSegment !== undefined && !builder.hasAxis(node, segment)) throw notSplit(path);
    return node;
  };
  if (isImplementation(figure)) return implementationNode(context, figure, path);
  if (isFinancing(figure)) return financingNode(context, accounts, figure, path);
  if (isOfScaleUp(figure)) return scaleNode(context, figure, path);
  switch (figure) {
    case "pvBenefit":
      return presentWorth(context, accounts, { ...select, side: "benefit" }, year);
    case "pvCost":
      return presentWorth(context, accounts, { ...select, side: "cost" }, year);
    case "net":
      return net(context, accounts, select, year);
    case "cumulativeNet":
      return builder.at(period, year!, cumulativeNet(context, accounts, select));
    case "returnPerKrona":
    case "netPresentValueRatio":
    case "moneyMultiple":
    case "breakEvenShare":
    case "netPerPerson":
    case "costPer": {
      const [over, under] = ratioParts(path)!.map((part) => figureNode(context, accounts, part));
      return builder.divide(over, under);
    }
    case "cashable":
    case "pvCashable":
    case "freed":
    case "pvFreed":
    case "pvFiscalBenefit":
    case "pvEconomicBenefit":
    case "pvSocialBenefit":
      return partOfBenefit(context, accounts, figure, select, year);
    case "annualEquivalent":
      return builder.divide(net(context, accounts, select), worthOfOnePerYear(context));
    case "internalRate":
      throw new UtfallError([{ code: "figureNotDrawn", path: figureId(path), with: { name: figureId(path) } }]);
    case "benefit":
    case "cost":
      return ofYear(context, accounts.flow({ ...select, side: figure }), year);
    case "balance": {
      const benefit = ofYear(context, accounts.flow({ ...select, side: "benefit" }), year);
      return builder.subtract(benefit, ofYear(context, accounts.flow({ ...select, side: "cost" }), year));
    }
    case "paybackYear":
      return paybackYear(context, accounts, select);
    case "distributionalWeight":
      return weightFigure(context, path);
    case "loses":
    case "losesThoughTotalGains":
    case "losesThoughLeadingGains":
      return loses(context, accounts, figure, who);
    case "planned":
    case "everyone":
    case "reached":
    case "enrolled":
    case "completed":
    case "dropped":
    case "harmed":
    case "misjudged":
    case "notReached":
    case "notAccepted":
    case "queue":
    case "lost":
    case "personYears":
    case "arrived":
    case "died":
    case "movedAway":
      if (inSegment !== undefined && !isSplitPeople(context, figure)) throw notSplit(path);
      return peopleFigure(context, figure, { segment: inSegment, year });
    case "cases":
      return casesFigure(context, split(cases(context, what!)), inSegment, year);
    case "casesWithout":
      return casesFigure(context, split(casesWithout(context, what!)), inSegment, year);
    case "caseYears":
    case "caseYearsGross":
    case "deadweight":
    case "attribution":
    case "displacement":
    case "dropOff": {
      const which = figure === "caseYears" ? "net" : figure === "caseYearsGross" ? "gross" : figure;
      split(cases(context, what!));
      return caseYearsFigure(context, caseYears(context, what!, which), inSegment, year);
    }
    case "happened": {
      const { ever, on } = riskEvent(context, what!);
      return year === undefined ? ever : inYear(context, on, year);
    }
    case "worsens": {
      const spared = casesFigure(context, split(cases(context, what!)), inSegment);
      return builder.binary("less", spared, builder.constant(0));
    }
    case "anyoneHarmed": {
      if (inSegment !== undefined && !isSplitPeople(context, "harmed")) throw notSplit(path);
      return builder.binary("greater", peopleFigure(context, "harmed", { segment: inSegment }), builder.constant(0));
    }
    case "improvementGross":
    case "improvementNet":
    case "statedEffect":
    case "adjustedEffect": {
      const which = improvements[figure];
      split(cases(context, what!));
      // What is stated of an effect, weighed by people as they are written, no risk touches.
      const isStated = which === "stated" || which === "adjusted";
      return improvement(isStated ? asWritten(context) : context, what!, which, inSegment);
    }
    case "observed":
    case "observedGross":
    case "observedRate":
      return observed(context, path);
    case "observedCost":
    case "observedReached":
    case "observedEnrolled":
    case "observedCompleted":
      return againstPlan(context, figure, 12 * ((year ?? context.shape.programmeYears - 1) + 1));
    case "stopped":
      return stopped(context, what);
    case "reacted":
      return reacted(context, what!);
    case "stopYear":
      return stopYear(context);
    case "shrunkEffect":
      split(cases(context, what!));
      return improvement(asWritten(context.inView({ ...context.view, effects: "shrunk" })), what!, "stated", inSegment);
  }
}

/** The side on which a figure's bad values lie: what is there without the programme is bad where less of it is better. */
function worseSide(context: Context, { figure, what }: FigurePath): "low" | "high" {
  if (figure === "observedRate" && context.checked.content.outcomes[what!].better === "lower") return "high";
  if (figure === "casesWithout" && context.checked.content.outcomes[what!].better === "higher") return "low";
  return figureTable[figure].worse;
}

/** Declares a figure as an output under its path, with the figures that it is made of. The same figure again changes nothing. */
export function declareFigure(
  context: Context,
  accounts: Accounts,
  path: FigurePath,
  unit: (path: FigurePath) => Unit,
): string {
  const { builder } = context;
  const { shape } = path.view === "scaleUp" ? context.inView(atScaleView(context)) : context;
  const id = outputPrefix(context) + figureId(path);
  if (builder.hasOutput(id)) return id;
  const part = (of: FigurePath): string => declareFigure(context, accounts, of, unit);
  if (path.figure === "internalRate") {
    const { figure: _, ...whose } = path;
    const years = Array.from({ length: shape.horizonYears }, (_, year) => year);
    const flows = years.map((year) => part({ figure: "balance", ...whose, year }));
    derive(context, { kind: "rate", id, unit: formatUnit(unit(path)), flows });
    return id;
  }
  const node = builder.name(figureNode(context, accounts, path), id);
  const ratio = ratioParts(path);
  if (figureTable[path.figure].happens) builder.output({ id, node, kind: "test", beside: true });
  else if (figureTable[path.figure].unit === "year")
    builder.output({ id, node, kind: "year", years: shape.horizonYears });
  else if (ratio !== undefined) {
    const [numerator, denominator] = ratio.map(part);
    builder.output({ id, node, unit: formatUnit(unit(path)), kind: "ratio", numerator, denominator });
  } else builder.output({ id, node, unit: formatUnit(unit(path)), kind: "figure", worse: worseSide(context, path) });
  return id;
}

/** Declares a ratio by the means of what it is made of alone: it then costs no draw, and has no percentiles. */
export function declareRatioOfMeans(
  context: Context,
  accounts: Accounts,
  path: FigurePath,
  unit: (path: FigurePath) => Unit,
): void {
  const [numerator, denominator] = ratioParts(path)!.map((part) => declareFigure(context, accounts, part, unit));
  const id = outputPrefix(context) + figureId(path);
  derive(context, { kind: "ratio", id, unit: formatUnit(unit(path)), numerator, denominator });
}

/** Asks for a figure that is made from the means of others; the same again changes nothing. */
export function derive({ derived }: Context, request: DerivedRequest): void {
  if (!derived.some(({ id }) => id === request.id)) derived.push(request);
}
