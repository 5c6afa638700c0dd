import type { Issue } from "../engine/issues.ts";
import { divideUnits, type Unit } from "../engine/units/unit.ts";
import {
  type AccountView,
  figuresInView,
  isAccountView,
  isModelView,
  type ModelView,
  modelViews,
} from "./accountViews.ts";
import { type ScaleFigure, scaleFigures } from "./figureTable/scaleUp.ts";
import { type FigureMeaning, type FigureName, type FigurePart, figureTable } from "./figureTable.ts";
import { isFinancing } from "./financing.ts";
import { isImplementation } from "./implementation.ts";
import { isObserved, measurementPlace } from "./measurement.ts";
import { suggestion } from "./nearest.ts";
import type { ScaleIds } from "./scaleFigures.ts";
import { stopFigures } from "./stopRules.ts";

export { type FigureName, figureTable } from "./figureTable.ts";

/** What may stand before a figure and a stroke. */
type FigureView = AccountView | ModelView;

/** A figure as asked for, each part resolved. Without a part: the total. */
export interface FigurePath {
  readonly figure: FigureName;
  /** Another way to look at the accounts, or to run the programme. */
  readonly view?: FigureView;
  /** Outcome, consequence, cost or formula. */
  readonly what?: string;
  /** Actor (a leaf or a parent) or perspective. */
  readonly who?: string;
  readonly segment?: string;
  /** Year of the programme; a calendar year in the budget. */
  readonly year?: number;
}

/** What a scenario has that figures can be asked of. */
export interface FigureIds {
  /** Every actor, parents too, with its parts (none for a leaf). */
  readonly actors: Readonly<Record<string, readonly string[]>>;
  readonly perspectives: readonly string[];
  readonly segments: readonly string[];
  readonly outcomes: Readonly<Record<string, OutcomeUnits>>;
  readonly consequences: readonly string[];
  readonly costs: readonly string[];
  /** Formulas that join the accounts. */
  readonly gainingFormulas?: readonly string[];
  readonly payingFormulas?: readonly string[];
  /** Figures of ordinary operation, and of the way there, that the file states enough for. */
  readonly implementation?: readonly string[];
  /** Figures of financing that the file states enough for. */
  readonly financing?: readonly string[];
  /** True where money moves between actors beside the accounts. */
  readonly financed?: boolean;
  readonly contracts?: readonly string[];
  readonly tiers?: readonly string[];
  /** What `scaleUp/…` has otherwise. */
  readonly scale?: ScaleIds;
  readonly risks?: readonly string[];
  /** Stop rules; absent where there are none. */
  readonly stopRules?: readonly string[];
  /** Stop rules that change the programme, and do not end it. */
  readonly reactions?: readonly string[];
  readonly criteria: readonly string[];
  /** Options, whose figures stand after their id and a slash. */
  readonly options?: readonly string[];
  readonly programmeYears: number;
  readonly horizonYears: number;
  /** True where the scenario weighs what people gain by their income. */
  readonly weighted?: boolean;
  /** In which other ways the scenario says enough to run its programme. */
  readonly modelViews?: readonly ModelView[];
  /** First and last budget year, where the scenario asks for its budget. */
  readonly budgetYears?: { readonly first: number; readonly last: number };
  /** Base unit of money; `kr` where not said. */
  readonly money?: string;
  /** Base unit of people; `people` where not said. */
  readonly people?: string;
}

interface OutcomeUnits {
  /** Unit of the outcome itself: none for a share, `hour/people/year` for hours. */
  readonly unit: Unit;
  /** Unit in which the effect is stated: none where it is a share of the level at the start. */
  readonly stated?: Unit;
  /** True where it says how it is followed up. */
  readonly measured?: boolean;
}

export type ParsedFigure =
  | { readonly ok: true; readonly figure: FigurePath; readonly unit: Unit }
  | { readonly ok: false; readonly issue: Issue };

/** The path of a figure as it is written, and as it stands among a result's outputs. */
export function figureId(path: FigurePath): string {
  const parts = [path.figure, path.what, path.who, path.segment, path.year === undefined ? undefined : `y${path.year}`];
  const own = parts.filter((part) => part !== undefined).join(".");
  return path.view === undefined ? own : `${path.view}/${own}`;
}

/**
 * Reads a figure's path (`net.organisation`, `cases.absence.over60.y2`) against what the scenario has. Says one problem, with
 * the nearest name that would have been right.
 */
export function parseFigure(text: string, whole: FigureIds): ParsedFigure {
  const refuse = (code: Issue["code"], values: Record<string, string | number>): ParsedFigure => ({
    ok: false,
    issue: { code, with: values },
  });
  const [, before, own] = /^(?:([^/]*)\/)?(.*)$/s.exec(text.trim())!;
  const view = before === undefined ? undefined : before.trim();
  const ids = view === "scaleUp" ? { ...whole, ...whole.scale } : whole;
  if (view?.split("-").some((name) => ids.options?.includes(name)))
    return refuse("figureOfOption", { name: text, right: own });
  if (view !== undefined && !isFigureView(view))
    return refuse("figureUnknown", { name: text, nearest: `${suggestion(view, views)}/${own}` });
  if (view === "scaleUp" && whole.scale === undefined) return refuse("figureScale", { name: text });
  if (view === "withStops" && !ids.modelViews?.includes(view))
    return refuse("figureWithout", { name: text, place: "stopRules" });
  if (view === "budget" && ids.budgetYears === undefined) return refuse("figureBudget", { name: text });
  if (view === "financed" && ids.financed !== true) return refuse("figureFinancing", { name: text });
  const isOfWeights = view === "weighted" || own.startsWith("distributionalWeight");
  if (isOfWeights && ids.weighted !== true) return refuse("figureWeights", { name: text });
  const [name, ...parts] = own.trim().split(".");
  const known: readonly string[] = figuresOf(view);
  const [second, inner] = own.trim().split("/", 2);
  if (view !== undefined && inner !== undefined && isFigureView(second.trim()))
    return refuse("figureTwoViews", { name: text, first: `${view}/${inner}`, second: own.trim() });
  if (view === "scaleUp" && isOfProject(name)) return refuse("figureOfProject", { name: text, right: own.trim() });
  if (!isFigureName(name) || !known.includes(name))
    return refuse("figureUnknown", { name, nearest: suggestion(name, known) });
  if (isFinancing(name) && !(ids.financing ?? []).includes(name)) return refuse("figureFinancing", { name });
  const isForecast = isImplementation(name) || isOfScaleUp(name);
  if (isForecast && view !== undefined) return refuse("figureForecast", { name, right: own.trim() });
  if (isForecast && !(ids.implementation ?? []).includes(name)) return refuse("figureImplementation", { name });
  const row: FigureMeaning = figureTable[name];
  const form = formOf(name, row);
  const found: { what?: string; who?: string; segment?: string; year?: number } = {};
  let next = 0;
  for (const part of parts) {
    const kind = row.takes.find((candidate) => names(candidate, row, ids, part));
    if (kind === undefined) {
      const known = row.takes.flatMap((candidate) => namesOf(candidate, row, ids));
      return refuse("figurePart", { figure: name, part, form, nearest: suggestion(part, known) });
    }
    const place = row.takes.indexOf(kind);
    if (place < next) return refuse("figureOrder", { name: text, part, form });
    next = place + 1;
    if (kind === "year") {
      const year = Number(part.slice(1));
      const last = lastYear(row, ids);
      const calendar = view === "budget" ? ids.budgetYears : undefined;
      if (calendar !== undefined && (year < calendar.first || year > calendar.last))
        return refuse("figureBudgetYear", { name: text, ...calendar });
      if (calendar === undefined && year > last) return refuse("figureYear", { name: text, year, last });
      found.year = year;
    } else found[kind] = part;
  }
  for (const kind of row.needs ?? []) {
    if (found[kind] !== undefined) continue;
    const first = kind === "year" ? "y0" : (namesOf(kind, row, ids)[0] ?? "…");
    return refuse("figureNeeds", { name: text, form, nearest: `${text}.${first}` });
  }
  const rules = name === "reacted" ? ids.reactions : ids.stopRules;
  if (isOfStops(name) && (rules ?? []).length === 0) return refuse("figureWithout", { name: text, place: "stopRules" });
  if (isObserved(name) && ids.outcomes[found.what!].measured !== true)
    return refuse("figureWithout", { name: text, place: measurementPlace(found.what!) });
  const figure: FigurePath = { figure: name, ...(view === undefined ? {} : { view }), ...found };
  return { ok: true, figure, unit: unitOf(figure, ids) };
}

/** A figure of the way from the project to ordinary operation. */
export const isOfScaleUp = (figure: string): figure is ScaleFigure => Object.hasOwn(scaleFigures, figure);

const views: readonly string[] = [...modelViews, ...Object.keys(figuresInView)];
const isFigureView = (view: string): view is FigureView => isModelView(view) || isAccountView(view);

const figuresOf = (view: FigureView | undefined): readonly string[] =>
  view === undefined || isModelView(view) ? Object.keys(figureTable) : figuresInView[view];

const isOfStops = (figure: string): boolean => stopFigures.some((own) => own === figure);

/** Rules by which the project is stopped, and what moves between actors to finance it, do not reach ordinary operation. */
const isOfProject = (figure: string): boolean => isOfStops(figure) || isFinancing(figure);

/** True for figures that have a value in every draw, so that formulas and tests can use them. */
export const isDrawn = (figure: FigureName): boolean => {
  const row: FigureMeaning = figureTable[figure];
  return row.ofMeans !== true;
};

/** True for figures made from the accounts: they can be asked of an actor. */
export function takesActors(figure: FigureName): boolean {
  return figureTable[figure].takes.some((part) => part === "who");
}

function isFigureName(name: string): name is FigureName {
  return Object.hasOwn(figureTable, name);
}

function names(kind: FigurePart, row: FigureMeaning, ids: FigureIds, part: string): boolean {
  return kind === "year" ? /^y(0|[1-9]\d*)$/.test(part) : namesOf(kind, row, ids).includes(part);
}

function namesOf(kind: FigurePart, row: FigureMeaning, ids: FigureIds): readonly string[] {
  switch (kind) {
    case "what":
      if (row.of === "outcome") return Object.keys(ids.outcomes);
      if (row.of === "contract") return ids.contracts ?? [];
      if (row.of === "tier") return ids.tiers ?? [];
      if (row.of === "risk") return ids.risks ?? [];
      if (row.of === "stopRule") return ids.stopRules ?? [];
      if (row.of === "reaction") return ids.reactions ?? [];
      if (row.of === "benefit") return [...ids.consequences, ...(ids.gainingFormulas ?? [])];
      return [...ids.costs, ...(ids.payingFormulas ?? [])];
    case "who":
      return [...Object.keys(ids.actors), ...ids.perspectives];
    case "segment":
      return ids.segments;
    case "year":
      return Array.from({ length: lastYear(row, ids) + 1 }, (_, year) => `y${year}`);
  }
}

function lastYear(row: FigureMeaning, ids: FigureIds): number {
  return (row.years === "programme" ? ids.programmeYears : ids.horizonYears) - 1;
}

function formOf(name: string, row: FigureMeaning): string {
  const shown: Record<FigurePart, string> = {
    what: row.of === undefined || row.of === "benefit" ? "consequence" : row.of,
    who: "actor",
    segment: "segment",
    year: "yN",
  };
  const part = (kind: FigurePart) => (row.needs?.includes(kind) ? `.${shown[kind]}` : `[.${shown[kind]}]`);
  return name + row.takes.map(part).join("");
}

function unitOf(path: FigurePath, ids: FigureIds): Unit {
  const money = ids.money ?? "kr";
  const outcome = path.what === undefined ? undefined : ids.outcomes[path.what];
  switch (figureTable[path.figure].unit) {
    case "money":
      return { [money]: 1 };
    case "moneyPerYear":
      return { [money]: 1, year: -1 };
    case "perYear":
      return { year: -1 };
    case "share":
      return {};
    case "people":
      return { [ids.people ?? "people"]: 1 };
    case "year":
      return { year: 1 };
    case "posts":
      return { post: 1 };
    case "moneyPerPerson":
      return divideUnits({ [money]: 1 }, { [ids.people ?? "people"]: 1 });
    case "level":
      return outcome!.unit;
    case "cases":
      return casesUnit(outcome!.unit, ids);
    case "moneyPerCase":
      return divideUnits({ [money]: 1 }, casesUnit(outcome!.unit, ids));
    case "stated":
      return outcome!.stated ?? {};
  }
}

/**
 * What an outcome counts when it is added up over people and programme years: cases for a share (a share of people is so many
 * people, each a case), else the outcome's unit without `per person` and `per year` (hours/person/year are hours).
 */
function casesUnit(unit: Unit, ids: FigureIds): Unit {
  const left = Object.entries(unit).filter(([word]) => word !== (ids.people ?? "people") && word !== "year");
  return left.length === 0 ? { case: 1 } : Object.fromEntries(left);
}
