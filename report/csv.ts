import type { Language } from "../engine/issues.ts";
import type { About } from "../engine/result/about.ts";
import type { Figure, OutputSummary, Result } from "../engine/result/result.ts";
import type { ForWhom } from "../engine/result/risks.ts";
import { type Context, contextOf } from "./context.ts";
import { fill, plain } from "./shown.ts";
import { updateFigures } from "./update/csv.ts";
import { inputTitle } from "./view/assumptions.ts";
import { goalTitle, successList } from "./view/criteria.ts";
import { transferTitle } from "./view/financing.ts";
import { timeText } from "./view/lookText.ts";
import type { WordKey } from "./words/index.ts";

/** `plain`: comma, decimal point, UTF-8. `excel-sv`: what a Swedish Excel opens by a double click: semicolon, decimal comma, byte order mark. */
export type CsvStyle = "plain" | "excel-sv";

type Value = string | number | null;
type Row = readonly Value[];

const columns = ["c_id", "c_what", "c_statistic", "c_value", "c_se", "c_low", "c_high", "c_unit"] as const;

/** Every figure of a result, one a row, unrounded: id, what it is in words, statistic, value, standard error, 95 % interval, unit. */
export function csv(result: Result, about: About, language: Language, style: CsvStyle): string {
  const context = contextOf(result, about, language);
  const rows: Row[] = [
    columns.map((key) => context.word(key)),
    ...Object.entries(result.outputs).flatMap(([id, output]) => outputRows(context, id, output)),
    ...Object.entries(result.criteria).map(([id, { probability }]) =>
      row(`criteria.${id}`, criterionTitle(context, id), context.word("s_chance"), probability, "share"),
    ),
    ...Object.entries(result.chances ?? {}).map(([id, { probability }]) =>
      row(`chances.${id}`, criterionTitle(context, id), context.word("s_chance"), probability, "share"),
    ),
    ...accountRows(context),
    ...budgetRows(context),
    ...context.about.notCounted.map(
      (one, index): Row => [
        `notCounted.${index}`,
        context.text(one),
        context.word("notCounted").toLowerCase(),
        null,
        null,
        null,
        null,
        "",
      ],
    ),
    ...costRows(context),
    ...transferRows(context),
    ...stopRuleRows(context),
    ...verdictRows(context),
    ...levelRows(context),
    ...updateFigures(context).map(({ id, what, statistic, figure, unit }) => row(id, what, statistic, figure, unit)),
    ...worthRows(context),
    ...optionRows(context),
    ...riskRows(context),
    ...Object.entries(result.rankCorrelations).flatMap(([id, list]) =>
      list.map((one) =>
        row(
          id,
          context.label(id),
          say(context, "s_rank", { input: inputTitle(context, one.input) }),
          one.correlation,
          "",
        ),
      ),
    ),
  ];
  const mark = style === "excel-sv" ? ";" : ",";
  const text = rows.map((cells) => cells.map((value) => cell(value, style)).join(mark)).join("\r\n");
  return `${style === "excel-sv" ? "\ufeff" : ""}${text}\r\n`;
}

const say = (context: Context, key: WordKey, values: Readonly<Record<string, string>> = {}): string =>
  plain(fill(context.word(key), values));

const row = (id: string, what: string, statistic: string, figure: Figure, unit: string): Row => [
  id,
  what,
  statistic,
  figure.value,
  figure.se,
  figure.low,
  figure.high,
  unit,
];

export function criterionTitle(context: Context, id: string): string {
  const slash = id.indexOf("/");
  const option = context.about.options?.find((one) => one.id === id.slice(0, slash) || id.startsWith("base/"));
  if (option !== undefined)
    return `${context.title(id.slice(0, slash))}: ${criterionTitle(context, id.slice(slash + 1))}`;
  if (id === "all") return context.word("allGoals");
  if (id === "success") return say(context, "success", { list: successList(context) });
  // What a figure says of each draw is counted among the criteria, under the figure's own path.
  return context.about.criteria.some((one) => one.id === id) ? goalTitle(context, id) : context.label(id);
}

function outputRows(context: Context, id: string, output: OutputSummary): Row[] {
  const what = context.label(id);
  const one = (
    key: WordKey,
    figure: Figure | undefined,
    unit: string,
    values?: Readonly<Record<string, string>>,
  ): Row[] => (figure ? [row(id, what, say(context, key, values), figure, unit)] : []);
  const unit = output.kind === "year" ? "year" : output.unit;
  const percentiles = Object.entries((output.kind === "rate" ? undefined : output.percentiles) ?? {}).flatMap(
    ([level, figure]) => one("s_percentile", figure, unit, { level }),
  );
  switch (output.kind) {
    case "number":
      return [
        ...one("s_mean", output.mean, unit),
        ...one("s_sd", output.sd, unit),
        ...percentiles,
        ...Object.entries(output.expectedShortfall).flatMap(([level, figure]) =>
          one("s_shortfall", figure, unit, { level }),
        ),
        ...one("s_above", output.chanceAboveZero, "share"),
        ...one("s_belowMean", output.meanBelowZero, unit),
        ...one("s_expectedLoss", output.expectedLoss, unit),
      ];
    case "ratio":
      return [
        ...one("s_ratio", output.ratioOfMeans, unit),
        ...one("s_median", output.median, unit),
        ...percentiles,
        ...one("s_perDrawMean", output.perDrawMean, unit),
        ...one("s_perDrawSd", output.perDrawSd, unit),
        ...one("s_divisorNotPositive", output.divisorNotPositive, "share"),
      ];
    case "rate":
      return [
        ...one("s_rate", output.ofMeanFlows, unit),
        ...(output.ofMeanFlows === undefined ? output.rates : []).map(
          (rate): Row => [id, what, context.word("s_rateOfSeveral"), rate, null, null, null, unit],
        ),
      ];
    case "year":
      return [
        ...one("s_mean", output.mean, unit),
        ...one("s_sd", output.sd, unit),
        ...percentiles,
        ...Object.entries(output.chance).flatMap(([year, figure]) =>
          one(year === "never" ? "s_chanceNever" : "s_chanceYear", figure, "share", {
            year: /^\d+$/.test(year) ? context.yearRunning(Number(year)) : year,
          }),
        ),
      ];
  }
}

/** Of the options what stands nowhere else: which is best, and what more effect costs. */
function optionRows(context: Context): Row[] {
  const { options = [], frontiers = [], acceptability = [] } = context.result.options ?? {};
  const { word } = context;
  const { currency } = context;
  return [
    ...options.map(({ id, chanceBest }) =>
      row(`options.${id}`, context.title(id), word("optionChanceBest"), chanceBest, "share"),
    ),
    ...frontiers.flatMap(({ effect, unit, steps }) =>
      steps.flatMap(({ from, to, costPerEffect }): Row[] => {
        if (costPerEffect === undefined) return [];
        const what = say(context, "lessOption", { first: context.title(to), second: context.title(from) });
        const statistic = effect === "benefit" ? word("optionPerKrona") : word("optionPerEffect");
        const per = effect === "benefit" ? "" : `${currency}/${unit}`;
        return [row(`options.${to}-${from}/${effect}`, what, statistic, costPerEffect, per)];
      }),
    ),
    ...acceptability.flatMap(({ outcome, unit, curve }) =>
      curve.flatMap(({ willingness, chanceBest, best, ahead }) => {
        const at = { amount: String(willingness), unit, outcome: context.title(outcome) };
        return [
          ...Object.entries(chanceBest).map(([id, figure]) =>
            row(`options.${id}/${outcome}`, context.title(id), say(context, "s_optionWorth", at), figure, "share"),
          ),
          row(`options.${best}/${outcome}`, context.title(best), say(context, "s_optionAhead", at), ahead, currency),
        ];
      }),
    ),
  ];
}

function stopRuleRows(context: Context): Row[] {
  const { stopRules } = context.result;
  if (stopRules === undefined) return [];
  const { word } = context;
  const unit = context.currency;
  const { stopped, decisions, looks, families, good, goodStopped, badContinued, success, sunk, valueToAll } = stopRules;
  const ends = stopRules.rules.length > 0;
  const ofEnding = ["stopped", "goodStopped", "badContinued", "saved", "forgone"];
  const all = (part: string, key: WordKey, figure: Figure | undefined, own: string): Row[] =>
    figure === undefined || (!ends && ofEnding.includes(part))
      ? []
      : [row(`stopRules.${part}`, word("stopRules"), word(key), figure, own)];
  const isNet = good === "net";
  const { reactions = [], changed } = stopRules;
  return [
    ...reactions.flatMap(({ rule, reacted, value, cost }) => {
      const own = (part: string, key: WordKey, figure: Figure, of: string): Row =>
        row(`stopRules.${rule}.${part}`, context.title(rule), word(key), figure, of);
      return [
        own("reacted", "s_chance", reacted, "share"),
        own("value", "stopWorth", value, unit),
        own("cost", "changeCost", cost, unit),
      ];
    }),
    ...all("changed", "changesValue", changed, unit),
    ...all("stopped", "s_chance", stopped, "share"),
    ...decisions.map(({ rule, month, fired }) =>
      row(
        `stopRules.${rule}.m${month}`,
        context.title(rule),
        say(context, "s_stopFired", { time: timeText(context, month) }),
        fired,
        "share",
      ),
    ),
    ...looks.map(({ rule, month, cost }) =>
      row(
        `stopRules.${rule}.m${month}`,
        context.title(rule),
        say(context, "s_stopPaid", { time: timeText(context, month) }),
        cost,
        unit,
      ),
    ),
    ...all("goodStopped", isNet ? "stopGoodStoppedNet" : "stopGoodStopped", goodStopped, "share"),
    ...all("badContinued", isNet ? "stopBadContinuedNet" : "stopBadContinued", badContinued, "share"),
    ...all("success.without", "stopSuccessWithout", success?.without, "share"),
    ...all("success.with", "stopSuccessWith", success?.with, "share"),
    ...all("saved", "stopSaved", stopRules.saved, unit),
    ...all("forgone", "stopForgone", stopRules.forgone, unit),
    ...all("value", "stopValue", stopRules.value, unit),
    ...all("valueToAll", "stopValueAll", valueToAll, unit),
    ...all("sunk", "stopSunk", sunk, unit),
    ...stopRules.rules.map(({ rule, value }) =>
      row(`stopRules.${rule}.value`, context.title(rule), word("stopValue"), value, unit),
    ),
    ...families.flatMap(({ rule, rows, never }) => [
      ...(never === undefined
        ? []
        : [
            row(
              `stopRules.${rule}.never`,
              context.title(rule),
              say(context, "s_stopFamily", { what: word("stopValue"), limit: word("stopLimitNone") }),
              never.value,
              unit,
            ),
          ]),
      ...rows.flatMap(({ threshold, stopped: chance, value }, k) => {
        const limit = String(threshold);
        const at = (what: string) => say(context, "s_stopFamily", { what, limit });
        const id = `stopRules.${rule}.limit${k}`;
        return [
          row(id, context.title(rule), at(word("s_chance")), chance, "share"),
          row(id, context.title(rule), at(word("stopValue")), value, unit),
        ];
      }),
    ]),
  ];
}

const verdictWords = {
  met: "verdictMet",
  seen: "verdictSeen",
  seenOnly: "verdictSeenOnly",
  metOnly: "verdictMetOnly",
} as const;

const verdictRows = (context: Context): Row[] =>
  (context.result.verdicts ?? []).flatMap((verdict) =>
    (Object.keys(verdictWords) as (keyof typeof verdictWords)[]).map((part) =>
      row(
        `verdicts.${verdict.criterion}`,
        criterionTitle(context, verdict.criterion),
        context.word(verdictWords[part]),
        verdict[part],
        "share",
      ),
    ),
  );

/** Of the risks what stands nowhere else: what they take, and what prevention is worth. */
function riskRows(context: Context): Row[] {
  const { risks = [], allMitigated } = context.result.risks ?? {};
  const { currency } = context;
  const forWhom = (id: string, what: string, key: WordKey, figures: ForWhom<Figure> | undefined): Row[] => {
    if (figures === undefined) return [];
    const one = (who: string, figure: Figure) => row(id, what, say(context, key, { who }), figure, currency);
    const { leading, all } = figures;
    return [
      ...(leading === undefined ? [] : [one(context.leadingRunning, leading)]),
      one(context.word("everyoneRunning"), all),
    ];
  };
  return [
    ...risks.flatMap(({ id: risk, expectedLoss, lossIfHappens, successChange, mitigation }) => {
      const [id, what] = [`risks.${risk}`, context.title(risk)];
      return [
        ...forWhom(id, what, "s_riskExpected", expectedLoss),
        ...forWhom(id, what, "s_riskIfHappens", lossIfHappens),
        ...(successChange === undefined ? [] : [row(id, what, context.word("s_riskSuccess"), successChange, "share")]),
        ...(mitigation === undefined
          ? []
          : [
              row(id, what, context.word("s_riskMitigatedChance"), mitigation.chance, "share"),
              ...(mitigation.cost === undefined
                ? []
                : [row(id, what, context.word("s_riskMitigationCost"), mitigation.cost, currency)]),
              ...forWhom(id, what, "s_riskWorth", mitigation.worth),
            ]),
      ];
    }),
    ...forWhom("risks.allMitigated", context.word("riskAllMitigated"), "s_riskWorth", allMitigated),
  ];
}

function levelRows(context: Context): Row[] {
  return Object.entries(context.result.varianceByLevel ?? {}).flatMap(([id, { assumptions, chance }]) => {
    const output = context.result.outputs[id];
    const unit = output.kind === "year" ? "year" : output.unit;
    const one = (key: WordKey, figure: Figure, own: string) =>
      row(id, context.label(id), context.word(key), figure, own);
    return [
      one("s_levelAssumptions", assumptions.share, "share"),
      one("s_levelChance", chance.share, "share"),
      one("s_levelAssumptionsSd", assumptions.sd, unit),
      one("s_levelChanceSd", chance.sd, unit),
    ];
  });
}

function worthRows(context: Context): Row[] {
  return Object.entries(context.result.costEffectiveness ?? {}).flatMap(([outcome, { quadrants, curve, unit }]) => [
    ...(Object.keys(quadrants) as (keyof typeof quadrants)[]).map((quadrant) =>
      row(
        `costEffectiveness.${outcome}`,
        context.title(outcome),
        say(context, "s_quadrant", { quadrant: context.word(quadrant) }),
        quadrants[quadrant],
        "share",
      ),
    ),
    ...curve.map(({ willingness, chance }) =>
      row(
        `costEffectiveness.${outcome}`,
        context.title(outcome),
        say(context, "s_worth", { amount: String(willingness), unit }),
        chance,
        "share",
      ),
    ),
  ]);
}

function accountRows(context: Context): Row[] {
  return context.result.accounts.flatMap((account) => {
    const id = [
      "accounts",
      account.actor,
      ...(account.segment === null ? [] : [account.segment]),
      `y${account.year}`,
    ].join(".");
    const who = context.who(account.actor);
    const isParted = context.result.accounts.some(({ actor, segment }) => actor === account.actor && segment !== null);
    const segment = account.segment === null ? context.word("c_notParted") : context.title(account.segment);
    const what = isParted ? `${who}, ${segment}` : who;
    const year = context.yearRunning(account.year);
    const flows = (["cost", "benefit", "cashable"] as const).filter((flow) => account[flow] !== undefined);
    return flows.map((flow) =>
      row(
        id,
        what,
        say(context, account.discounted ? `s_${flow}Discounted` : `s_${flow}`, { year }),
        account[flow]!,
        context.currency,
      ),
    );
  });
}

const budgetStatistics = { cost: "s_cost", benefit: "s_benefit", cashable: "s_cashable" } as const;

function budgetRows(context: Context): Row[] {
  return (context.result.budget ?? []).flatMap(({ actor, year, ...flows }) =>
    (["cost", "benefit", "cashable"] as const).flatMap((flow) => {
      const figure = flows[flow];
      if (figure === undefined) return [];
      const statistic = say(context, budgetStatistics[flow], { year: String(year) });
      const what = `${context.title("budget")}: ${context.who(actor)}`;
      const unit = context.currency;
      return [row(`budget.${actor}.y${year}`, what, statistic, figure, unit)];
    }),
  );
}

function costRows(context: Context): Row[] {
  const unit = context.currency;
  return (context.result.costs ?? []).map(({ what, actor, year, cost }) =>
    row(
      `costs.${what}.${actor}.y${year}`,
      `${context.title(what)}, ${context.who(actor)}`,
      say(context, "s_cost", { year: context.yearRunning(year) }),
      cost,
      unit,
    ),
  );
}

function transferRows(context: Context): Row[] {
  const unit = context.currency;
  return (context.result.financing ?? []).map(({ transfer, actor, year, received }) =>
    row(
      `financing.${transfer}.${actor}.y${year}`,
      `${transferTitle(context, transfer)}, ${context.who(actor)}`,
      say(context, "s_moved", { year: context.yearRunning(year) }),
      received,
      unit,
    ),
  );
}

function cell(value: Value, style: CsvStyle): string {
  if (value === null || (typeof value === "number" && !Number.isFinite(value))) return "";
  if (typeof value === "number") return style === "excel-sv" ? String(value).replace(".", ",") : String(value);
  // A spreadsheet runs a text that begins like a formula, quoted or not; an apostrophe before it makes it text.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
