import type { StopRulesSummary } from "../../engine/result/stopRules.ts";
import type { Context } from "../context.ts";
import { type MoneyUnit, moneyUnitText } from "../format.ts";
import { type Cell, fill, plain, type Sentence, type Table } from "../shown.ts";
import type { WordKey } from "../words/index.ts";
import { moneyCell, tableUnit } from "./moneyUnit.ts";

/** What was agreed about stopping, and what that comes to. */
export interface StopRules {
  /** For the first screen: when more is known, and what it has cost by then. */
  readonly whenKnown: readonly Sentence[];
  readonly lead: readonly Sentence[];
  readonly tables: readonly Table[];
}

/** Looks told on the first screen. */
const mostLooks = 3;

export function stopRules(context: Context): StopRules | undefined {
  const { result, word } = context;
  const own = result.stopRules;
  if (own === undefined) return undefined;
  return {
    whenKnown: own.looks.slice(0, mostLooks).map(({ month, cost }, k) =>
      fill(word("whenKnownAt"), {
        time: timeText(context, month),
        cost: context.shown(`stopRules|looks|${k}|cost`, cost, context.currency, 2),
      }),
    ),
    lead: [chanceSentence(context, own), valueSentence(context, own), fill(word("stopsFigures"))],
    tables: [looksTable(context, own), rightTable(context, own), sumsTable(context, own), ...families(context, own)],
  };
}

/** Months in words: 2 years, 18 months. */
export function timeText({ word }: Context, months: number): string {
  const [one, many, n]: readonly [WordKey, WordKey, number] =
    months % 12 === 0 ? ["yearsOne", "yearsMany", months / 12] : ["monthsOne", "monthsMany", months];
  return n === 1 ? word(one) : word(many).replace("{n}", String(n));
}

function chanceSentence(context: Context, { stopped, goodStopped, good }: StopRulesSummary): Sentence {
  const { word } = context;
  if (stopped.value === 0) return fill(word("stopsNever"));
  return fill(word(good === "success" ? "stopsChance" : "stopsChanceNet"), {
    chance: context.chance("stopRules|stopped", stopped),
    good: context.chance("stopRules|goodStopped", goodStopped),
  });
}

function valueSentence(context: Context, { value }: StopRulesSummary): Sentence {
  const who = context.leadingRunning;
  const unit = context.currency;
  if (context.coversZero(value))
    return fill(context.word("stopsEven"), { value: context.shown("stopRules|value", value, unit, 2), who });
  return fill(context.word(value.value > 0 ? "stopsWorth" : "stopsCost"), {
    value: context.shownSize("stopRules|value", value, unit, 2),
    who,
  });
}

/** A rule with who decides. */
function ruleTitle(context: Context, id: string): string {
  const decides = context.text(context.about.stopRules?.find((rule) => rule.id === id)?.decides);
  const rule = context.title(id);
  return decides ? plain(fill(context.word("stopDecides"), { rule, who: decides })) : rule;
}

function looksTable(context: Context, { decisions, looks, stopped }: StopRulesSummary): Table {
  const { word } = context;
  const unit = tableUnit(
    context,
    looks.map(({ cost }) => cost.value),
  );
  const paid = (rule: string, month: number): Cell => {
    const k = looks.findIndex((look) => look.rule === rule && look.month === month);
    return k < 0 ? "–" : moneyCell(context, unit, `stopRules|looks|${k}|cost`, looks[k].cost);
  };
  return {
    caption: word("stopLooks"),
    columns: [
      { title: word("stopRule") },
      { title: word("stopWhen") },
      { title: word("chance"), numeric: true },
      { title: `${word("stopPaid")}, ${unitWords(context, unit)}`, numeric: true },
    ],
    rows: [
      ...decisions.map(({ rule, month, fired }, k) => ({
        id: `stopRules.${rule}.m${month}`,
        cells: [
          ruleTitle(context, rule),
          word("stopAfter").replace("{time}", timeText(context, month)),
          context.chance(`stopRules|decisions|${k}|fired`, fired),
          paid(rule, month),
        ],
      })),
      ...(decisions.length > 1
        ? [{ cells: [word("stopAny"), "", context.chance("stopRules|stopped", stopped), ""], total: true }]
        : []),
    ],
  };
}

function rightTable(context: Context, own: StopRulesSummary): Table {
  const { word } = context;
  const { good, goodStopped, badContinued, success } = own;
  const row = (key: WordKey, ref: string, figure: typeof goodStopped) => ({
    cells: [word(key), context.chance(`stopRules|${ref}`, figure)],
  });
  const isNet = good === "net";
  return {
    caption: word("stopVerdicts"),
    columns: [{ title: "" }, { title: word("chance"), numeric: true }],
    rows: [
      row(isNet ? "stopGoodStoppedNet" : "stopGoodStopped", "goodStopped", goodStopped),
      row(isNet ? "stopBadContinuedNet" : "stopBadContinued", "badContinued", badContinued),
      ...(success === undefined
        ? []
        : [
            row("stopSuccessWithout", "success|without", success.without),
            row("stopSuccessWith", "success|with", success.with),
          ]),
    ],
  };
}

function sumsTable(context: Context, own: StopRulesSummary): Table {
  const { word } = context;
  const { saved, forgone, value, valueToAll, sunk, rules } = own;
  const amounts = [saved, forgone, value, ...(valueToAll ? [valueToAll] : []), ...(sunk ? [sunk] : [])];
  const unit = tableUnit(
    context,
    amounts.map((figure) => figure.value),
  );
  const row = (title: string, ref: string, figure: typeof saved, depth = 0) => ({
    cells: [title, moneyCell(context, unit, `stopRules|${ref}`, figure)],
    ...(depth > 0 ? { depth } : {}),
  });
  return {
    caption: plain(fill(word("stopSums"), { unit: unitWords(context, unit) })),
    columns: [{ title: "" }, { title: word("amountMean"), numeric: true }],
    rows: [
      row(word("stopSaved"), "saved", saved),
      row(word("stopForgone"), "forgone", forgone),
      { ...row(word("stopValue"), "value", value), total: true },
      ...(rules.length > 1
        ? rules.map((rule, k) =>
            row(plain(fill(word("stopOf"), { rule: context.title(rule.rule) })), `rules|${k}|value`, rule.value, 1),
          )
        : []),
      ...(valueToAll === undefined ? [] : [row(word("stopValueAll"), "valueToAll", valueToAll)]),
      ...(sunk === undefined ? [] : [row(word("stopSunk"), "sunk", sunk)]),
    ],
  };
}

/** What another limit would have been worth, a table for each rule that has one. */
function families(context: Context, { families: all, rules }: StopRulesSummary): Table[] {
  const { word } = context;
  return all.map(({ rule, figure, operator, unit, rows }, f) => {
    const money = tableUnit(
      context,
      rows.map(({ value }) => value.value),
    );
    const written = (rows.length - 1) / 2;
    const limit = plain(
      fill(word("stopLimit"), { figure: context.label(figure), operator: signs[operator] ?? operator }),
    );
    return {
      caption: plain(fill(word("stopFamily"), { rule: context.title(rule), unit: unitWords(context, money) })),
      columns: [
        { title: limit },
        { title: word("chance"), numeric: true },
        { title: word("stopWorth"), numeric: true },
      ],
      rows: rows.map(({ threshold, stopped, value }, k) => {
        const at = `stopRules|families|${f}|rows|${k}`;
        return {
          cells: [
            context.shown(`${at}|threshold`, { value: threshold, se: 0 }, unit),
            context.chance(`${at}|stopped`, stopped),
            moneyCell(context, money, `${at}|value`, value),
          ],
          total: k === written,
        };
      }),
      note: word(rules.length > 1 ? "stopFamilyNoteMany" : "stopFamilyNote"),
    };
  });
}

const signs: Readonly<Record<string, string>> = { "<": "<", "<=": "≤", ">": ">", ">=": "≥" };

const unitWords = (context: Context, unit: MoneyUnit): string =>
  moneyUnitText(unit, context.about.currency, context.language);
