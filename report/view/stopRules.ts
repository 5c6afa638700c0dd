import type { StopRulesSummary } from "../../engine/result/stopRules.ts";
import type { Context } from "../context.ts";
import { type MoneyUnit, moneyUnitText } from "../format.ts";
import { type Cell, fill, plain, type Sentence, type Table } from "../shown.ts";
import type { WordKey } from "../words/index.ts";
import { changeSentences, changesTable, whenChanged } from "./changeRules.ts";
import { ruleTitle, timeText } from "./lookText.ts";
import { moneyCell, tableUnit } from "./moneyUnit.ts";
import { families } from "./stopLimits.ts";

/** What was agreed about stopping, and what that comes to. */
export interface StopRules {
  /** For the first screen: when more is known, and what it has cost by then. */
  readonly whenKnown: readonly Sentence[];
  /** What the section is called, on the page and in the terminal. */
  readonly title: WordKey;
  readonly heading: WordKey;
  readonly lead: readonly Sentence[];
  readonly tables: readonly Table[];
  /** What other limits would have come to. */
  readonly limits: readonly Table[];
}

/** Looks told on the first screen. */
const mostLooks = 3;

export function stopRules(context: Context): StopRules | undefined {
  const { result, word } = context;
  const own = result.stopRules;
  if (own === undefined) return undefined;
  const ends = own.rules.length > 0;
  const { reactions = [] } = own;
  const [title, heading]: readonly [WordKey, WordKey] =
    reactions.length === 0
      ? ["stopRules", "t_stopRules"]
      : ends
        ? ["stopOrChange", "t_stopOrChange"]
        : ["changeRules", "t_changeRules"];
  return {
    whenKnown: ends ? whenKnown(context, own) : whenChanged(context, own),
    title,
    heading,
    lead: [
      ...(ends ? [chanceSentence(context, own)] : []),
      ...changeSentences(context, reactions),
      valueSentence(context, own),
      fill(word(reactions.length === 0 ? "stopsFigures" : "changesFigures")),
    ],
    tables: [
      ...(ends ? [looksTable(context, own), rightTable(context, own)] : []),
      ...(reactions.length === 0 ? [] : [changesTable(context, own)]),
      ...(ends ? [sumsTable(context, own)] : []),
    ],
    limits: families(context, own),
  };
}

function whenKnown(context: Context, { looks }: StopRulesSummary): readonly Sentence[] {
  return looks.slice(0, mostLooks).map(({ month, cost }, k) =>
    fill(context.word("whenKnownAt"), {
      time: timeText(context, month),
      cost: context.shown(`stopRules|looks|${k}|cost`, cost, context.currency, 2),
    }),
  );
}

function chanceSentence(context: Context, { stopped, goodStopped, good }: StopRulesSummary): Sentence {
  const { word } = context;
  if (stopped.value === 0) return fill(word("stopsNever"));
  return fill(word(good === "success" ? "stopsChance" : "stopsChanceNet"), {
    chance: context.chance("stopRules|stopped", stopped),
    good: context.chance("stopRules|goodStopped", goodStopped),
  });
}

function valueSentence(context: Context, { value, reactions }: StopRulesSummary): Sentence {
  const who = context.leadingRunning;
  const unit = context.currency;
  if (context.coversZero(value))
    return fill(context.word("stopsEven"), { value: context.shown("stopRules|value", value, unit, 2), who });
  const cost = reactions === undefined ? "stopsCost" : "changesCost";
  return fill(context.word(value.value > 0 ? "stopsWorth" : cost), {
    value: context.shownSize("stopRules|value", value, unit, 2),
    who,
  });
}

function looksTable(context: Context, { decisions, rules, looks, stopped }: StopRulesSummary): Table {
  const { word } = context;
  const unit = tableUnit(
    context,
    looks.map(({ cost }) => cost.value),
  );
  const paid = (rule: string, month: number): Cell => {
    const k = looks.findIndex((look) => look.rule === rule && look.month === month);
    return k < 0 ? "–" : moneyCell(context, unit, `stopRules|looks|${k}|cost`, looks[k].cost);
  };
  const rows = decisions.flatMap(({ rule, month, fired }, k) =>
    rules.some((own) => own.rule === rule)
      ? [
          {
            id: `stopRules.${rule}.m${month}`,
            cells: [
              ruleTitle(context, rule),
              word("stopAfter").replace("{time}", timeText(context, month)),
              context.chance(`stopRules|decisions|${k}|fired`, fired),
              paid(rule, month),
            ],
          },
        ]
      : [],
  );
  return {
    caption: word("stopLooks"),
    columns: [
      { title: word("stopRule") },
      { title: word("stopWhen") },
      { title: word("chance"), numeric: true },
      { title: `${word("stopPaid")}, ${unitWords(context, unit)}`, numeric: true },
    ],
    rows: [
      ...rows,
      ...(rows.length > 1
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
  const { saved, forgone, changed, value, valueToAll, sunk, rules } = own;
  const more = [changed, valueToAll, sunk].filter((figure) => figure !== undefined);
  const amounts = [saved, forgone, value, ...more];
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
      ...(changed === undefined ? [] : [row(word("changesValue"), "changed", changed)]),
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

const unitWords = (context: Context, unit: MoneyUnit): string =>
  moneyUnitText(unit, context.about.currency, context.language);
