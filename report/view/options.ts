import type { OptionSummary, OptionsSummary } from "../../engine/result/options.ts";
import type { Figure } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import { moneyUnitText } from "../format.ts";
import { type Cell, fill, type Sentence, type Table } from "../shown.ts";
import { goalTitle, jointGoals } from "./criteria.ts";
import { errorText } from "./figures.ts";

/** The options of a scenario beside each other. */
export interface OptionsView {
  readonly lead: readonly Sentence[];
  /** What each comes to. */
  readonly compared: Table;
  /** What sets each apart from the file as it stands. */
  readonly differences: Table;
  readonly goals?: Table;
  /** By effect: which options are dominated, and what one more unit costs. */
  readonly frontiers: readonly Table[];
  readonly changes: Table;
}

export function options(context: Context): OptionsView | undefined {
  const { result, about } = context;
  const summary = result.options;
  if (summary === undefined || about.options === undefined) return undefined;
  const goals = goalsByOption(context, summary);
  return {
    lead: lead(context, summary),
    compared: compared(context, summary),
    differences: differences(context, summary),
    ...(goals === undefined ? {} : { goals }),
    frontiers: summary.frontiers.flatMap((_, k) => frontier(context, summary, k)),
    changes: changes(context),
  };
}

const statusWords = { dominated: "dominated", extendedlyDominated: "extendedlyDominated" } as const;

const place = (k: number, key: string): string => `options|options|${k}|${key}`;

/** Of several that come to the same the first. */
function largest(options: readonly OptionSummary[], of: (option: OptionSummary) => Figure): number {
  return options.reduce((best, option, k) => (of(option).value > of(options[best]).value ? k : best), 0);
}

function lead(context: Context, { options }: OptionsSummary): Sentence[] {
  const { word } = context;
  const mean = largest(options, ({ net }) => net);
  const often = largest(options, ({ chanceBest }) => chanceBest);
  return [
    fill(word("optionBestMean"), {
      option: context.title(options[mean].id),
      net: context.shown(place(mean, "net"), options[mean].net, context.currency, 2),
    }),
    fill(word("optionBestOften"), {
      option: context.title(options[often].id),
      chance: context.chance(place(often, "chanceBest"), options[often].chanceBest),
    }),
  ];
}

function compared(context: Context, { options }: OptionsSummary): Table {
  const { word, result } = context;
  const unit = context.moneyUnitFor(
    ...options.flatMap(({ benefit, cost, net }) => [benefit, cost, net].map((x) => x.value)),
  );
  const hasSuccess = Object.hasOwn(result.criteria, "success");
  const money = (k: number, key: "benefit" | "cost" | "net"): Cell =>
    context.amount(place(k, key), options[k][key], unit, Math.max(0, unit.exponent - 2));
  return {
    caption: `${word("optionsCompared")}, ${moneyUnitText(unit, context.about.currency, context.language)}`,
    columns: [
      { title: word("option") },
      ...[word("cost"), word("benefit"), word("netWord"), word("optionReturn"), word("chanceGain")].map(numeric),
      ...(hasSuccess ? [numeric(word("optionSuccess"))] : []),
      numeric(word("optionChanceBest")),
    ],
    rows: options.map(({ id, returnPerKrona, chanceOfGain, chanceBest }, k) => {
      const isNothing = id === "nothing";
      return {
        id,
        cells: [
          context.title(id),
          ...(["cost", "benefit", "net"] as const).map((key) => (isNothing ? "0" : money(k, key))),
          returnPerKrona === undefined ? "–" : context.shown(place(k, "returnPerKrona"), returnPerKrona, "1"),
          isNothing ? "–" : context.chance(place(k, "chanceOfGain"), chanceOfGain),
          ...(hasSuccess ? [isNothing ? "–" : chanceOf(context, id, "success")] : []),
          context.chance(place(k, "chanceBest"), chanceBest),
        ],
      };
    }),
    note: word("optionsNote"),
  };
}

const numeric = (title: string) => ({ title, numeric: true });

/** The chance of a criterion in an option. */
function chanceOf(context: Context, option: string, criterion: string): Cell {
  const { result } = context;
  const id = option === result.options?.leading ? criterion : `${option}/${criterion}`;
  const found = Object.hasOwn(result.criteria, id) ? result.criteria[id] : undefined;
  return found === undefined ? "–" : context.chance(`criteria|${id}|probability`, found.probability);
}

function differences(context: Context, { options }: OptionsSummary): Table {
  const { word } = context;
  const own = options.flatMap((option, k) =>
    option.againstBase === undefined ? [] : [{ ...option.againstBase, id: option.id, k }],
  );
  const unit = context.moneyUnitFor(
    ...own.flatMap(({ benefit, cost, net }) => [benefit, cost, net].map((x) => x.value)),
  );
  const amount = (k: number, key: string, figure: Figure): Cell =>
    context.amount(place(k, `againstBase|${key}`), figure, unit, Math.max(0, unit.exponent - 3));
  return {
    caption: `${word("optionDifferences")}, ${moneyUnitText(unit, context.about.currency, context.language)}`,
    columns: [
      { title: word("option") },
      ...[word("optionMoreCost"), word("optionMoreBenefit"), word("optionMoreNet")].map(numeric),
      ...[word("standardError"), word("optionBetter")].map(numeric),
    ],
    rows: own.map(({ id, k, cost, benefit, net, chanceBetter }) => ({
      id,
      cells: [
        context.title(id),
        amount(k, "cost", cost),
        amount(k, "benefit", benefit),
        amount(k, "net", net),
        net.se === 0 ? "0" : `± ${errorText(context, net.se, context.currency)}`,
        context.chance(place(k, "againstBase|chanceBetter"), chanceBetter),
      ],
    })),
    note: word("optionDifferencesNote"),
  };
}

function goalsByOption(context: Context, { options }: OptionsSummary): Table | undefined {
  const { about, result, word } = context;
  const own = about.criteria.filter(({ id, added }) => !added && Object.hasOwn(result.criteria, id));
  if (own.length === 0) return undefined;
  const ids = options.map(({ id }) => id).filter((id) => id !== "nothing");
  const goals = [...own.map(({ id }) => ({ id, title: goalTitle(context, id) as Cell })), ...jointGoals(context)];
  return {
    caption: word("optionGoals"),
    columns: [{ title: word("goal") }, ...ids.map((id) => numeric(context.title(id)))],
    rows: goals.map(({ id, title }) => ({ cells: [title, ...ids.map((option) => chanceOf(context, option, id))] })),
  };
}

/** What each option costs and does on the mean, the cheapest first; none where no option does anything. */
function frontier(context: Context, { options, frontiers }: OptionsSummary, k: number): Table[] {
  const { word, about } = context;
  const { effect, unit, options: of, steps } = frontiers[k];
  const rows = options.flatMap((option, n) => (Object.hasOwn(of, option.id) ? [{ ...option, n }] : []));
  if (!rows.some(({ id }) => of[id].effect.value !== 0)) return [];
  const isMoney = effect === "benefit";
  const money = context.moneyUnitFor(...rows.map(({ cost }) => cost.value));
  const name = isMoney ? word("benefit") : context.figureWord("cases", effect);
  const effectCell = (id: string): Cell => {
    if (id === "nothing") return "0";
    const ref = `options|frontiers|${k}|options|${id}|effect`;
    return isMoney
      ? context.amount(ref, of[id].effect, money, Math.max(0, money.exponent - 2))
      : context.shown(ref, of[id].effect, unit, 3);
  };
  const stepCell = (id: string): Cell => {
    const { status } = of[id];
    if (status !== "frontier") return word(statusWords[status]);
    const index = steps.findIndex(({ to }) => to === id);
    const { costPerEffect } = steps[index] ?? {};
    const per = isMoney ? context.currency : `${context.currency}/${unit}`;
    return costPerEffect === undefined
      ? "–"
      : context.shown(`options|frontiers|${k}|steps|${index}|costPerEffect`, costPerEffect, isMoney ? "1" : per);
  };
  return [
    {
      caption: `${isMoney ? word("optionFrontierMoney") : `${word("optionFrontier")}: ${context.title(effect)}`}`,
      columns: [
        { title: word("option") },
        numeric(`${word("cost")}, ${moneyUnitText(money, about.currency, context.language)}`),
        numeric(isMoney ? `${name}, ${moneyUnitText(money, about.currency, context.language)}` : name),
        numeric(word(isMoney ? "optionPerKrona" : "optionPerEffect")),
      ],
      rows: [...rows]
        .sort((a, b) => a.cost.value - b.cost.value)
        .map(({ id, n, cost }) => ({
          id,
          cells: [
            context.title(id),
            id === "nothing" ? "0" : context.amount(place(n, "cost"), cost, money, Math.max(0, money.exponent - 2)),
            effectCell(id),
            stepCell(id),
          ],
        })),
      note: word("optionFrontierNote"),
    },
  ];
}

function changes(context: Context): Table {
  const { about, word, text } = context;
  return {
    caption: word("optionChanges"),
    columns: [
      { title: word("option") },
      { title: word("assumption") },
      { title: word("optionFrom") },
      { title: word("optionTo") },
    ],
    rows: (about.options ?? []).flatMap(({ id, changes: own, without }) => [
      ...own.map(({ title, from, to }) => ({ cells: [context.title(id), text(title), text(from), text(to)] })),
      ...without.map((component) => ({
        cells: [context.title(id), text(component), word("optionWith"), word("optionWithout")],
      })),
    ]),
    note: (about.options ?? []).some(({ without }) => without.length > 0) ? word("optionWithoutNote") : "",
  };
}
