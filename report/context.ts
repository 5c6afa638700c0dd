import type { Language } from "../engine/issues.ts";
import type { About, Text } from "../engine/result/about.ts";
import type {
  Figure,
  NumberSummary,
  OutputSummary,
  RatioSummary,
  Result,
  YearSummary,
} from "../engine/result/result.ts";
import {
  certainPercent,
  coversZero,
  decimal,
  exponentOf,
  frequency,
  lastDigit,
  type MoneyUnit,
  money,
  moneyIn,
  moneyUnitFor,
  moneyUnitText,
  noBreak,
  number,
  percent,
  range,
  unitText,
} from "./format.ts";
import type { Cell, Shown } from "./shown.ts";
import { type WordKey, words } from "./words/index.ts";

/** What every part of a report needs: the result, what the scenario says in words, and how to say a figure in one language. */
export type Context = ReturnType<typeof contextOf>;

const ownPerspectives = ["organisation", "publicSector", "society"];
const definite =
  /^(?:De[nt]? |\p{Lu}\p{Ll}+(?:en|et|an|na)(?:$| (?:och|eller|i|med) )|\p{Lu}\p{Ll}+- och \p{Ll}+(?:en|et|an|na)$)/u;

/** `Kommunen` inside a sentence is `kommunen`; names keep their capital. */
function running(id: string, title: string, language: Language): string {
  const isPhrase =
    ownPerspectives.includes(id) || (language === "sv" ? definite.test(title) : /^(?:The|All) /.test(title));
  return isPhrase ? title.slice(0, 1).toLowerCase() + title.slice(1) : title;
}

export function contextOf(result: Result, about: About, language: Language) {
  const table = words[language];
  const word = (key: WordKey): string => table[key];
  const text = (from: Text | undefined): string => from?.[language] ?? "";
  const isKey = (key: string): key is WordKey => Object.hasOwn(table, key);

  const leavesOf = (id: string): readonly string[] => {
    const parts = about.actors.find((actor) => actor.id === id)?.parts ?? [];
    return parts.length === 0 ? [id] : parts.flatMap(leavesOf);
  };
  /** A perspective that is exactly one actor is called by that actor's name: readers know the municipality, not a perspective. */
  const actorLike = (id: string): string => {
    const leaves = about.perspectives[id];
    if (!leaves) return id;
    const key = [...leaves].sort().join();
    return about.actors.find((actor) => [...leavesOf(actor.id)].sort().join() === key)?.id ?? id;
  };
  const title = (id: string): string => {
    const own = about.titles[id];
    return own ? text(own) || id : isKey(id) ? word(id) : id;
  };
  const who = (id: string): string => title(actorLike(id));

  const runningWho = (id: string): string => running(actorLike(id), who(id), language);

  const monthNumber = Number(about.start?.slice(5, 7) ?? Number.NaN);
  const firstYear = Number(about.start?.slice(0, 4) ?? Number.NaN);
  /** `2026` or, where the years begin in the middle of one, `2026/27`; `år 0` where no start is stated. */
  const yearLabel = (year: number): string => {
    if (!Number.isFinite(firstYear)) return table.year.replace("{n}", String(year));
    const calendar = firstYear + year;
    return monthNumber === 1 || !Number.isFinite(monthNumber)
      ? String(calendar)
      : `${calendar}/${String((calendar + 1) % 100).padStart(2, "0")}`;
  };
  const yearRunning = (year: number): string =>
    Number.isFinite(firstYear) ? yearLabel(year) : yearLabel(year).toLowerCase();

  const output = (id: string): OutputSummary | undefined =>
    Object.hasOwn(result.outputs, id) ? result.outputs[id] : undefined;
  const numberOutput = (id: string): NumberSummary | undefined => {
    const found = output(id);
    return found?.kind === "number" ? found : undefined;
  };
  const ratioOutput = (id: string): RatioSummary | undefined => {
    const found = output(id);
    return found?.kind === "ratio" ? found : undefined;
  };
  const yearOutput = (id: string): YearSummary | undefined => {
    const found = output(id);
    return found?.kind === "year" ? found : undefined;
  };

  /** Whose result leads: the stated perspective where its figures are there, else everybody's. */
  const leading = output(`net.${about.leading}`) ? about.leading : null;
  const leadingId = (figure: string): string => (leading ? `${figure}.${leading}` : figure);
  const leadingTitle = leading ? who(leading) : word("everyone");
  const leadingRunning = leading ? runningWho(leading) : word("everyoneRunning");

  /** A figure's name; avoided cases by the way that is good for the outcome, as they are counted. */
  const figureWord = (figure: string, outcome?: string): string => {
    const { better, postponed, deducted } = about.outcomes.find((one) => one.id === outcome) ?? {};
    if (figure === "improvementNet" && deducted) return word("f_improvementDeducted");
    if (figure === "cases" && postponed) return word("f_casesLater");
    if (figure === "cases" && better) return word(better === "lower" ? "f_casesFewer" : "f_casesMore");
    // Kronor are the money of SEK alone.
    if (figure === "returnPerKrona" && about.currency !== "SEK") return word("f_returnInOther");
    const key = `f_${figure}`;
    return isKey(key) ? word(key) : title(figure);
  };

  /** `smallTeam`, `smallTeam-base`, `smallTeam/adjusted`: what stands before a figure, in words. */
  const viewTitle = (view: string): string =>
    view
      .split("/")
      .map((part) => {
        const [first, second] = part.split("-");
        if (second === undefined || about.titles[part]) return title(part);
        return word("lessOption").replace("{first}", title(first)).replace("{second}", title(second));
      })
      .join(", ");

  /** `net.organisation.y3` in words: "Nettonuvärde, kommunen, 2029/30". */
  const label = (id: string): string => {
    const [view, path] = id.includes("/")
      ? [id.slice(0, id.lastIndexOf("/")), id.slice(id.lastIndexOf("/") + 1)]
      : ["", id];
    const [figure, ...parts] = path.split(".");
    const named = figureWord(figure, parts[0]);
    const isOutcome = (part: string) => about.outcomes.some((outcome) => outcome.id === part);
    const inCalendar = view.split("/").includes("budget");
    const yearOf = (year: number) => (inCalendar ? String(year) : yearRunning(year));
    const rest = parts.map((part) =>
      /^y\d+$/.test(part) ? yearOf(Number(part.slice(1))) : isOutcome(part) ? who(part) : runningWho(part),
    );
    const between = parts.length > 0 && isOutcome(parts[0]) ? ": " : ", ";
    return `${view ? `${viewTitle(view)}: ` : ""}${named}${rest.length > 0 ? between + rest.join(", ") : ""}`;
  };

  const unitsTitles = Object.fromEntries(
    Object.entries(about.titles).map(([id, own]) => [id, { en: own.en, sv: own.sv }]),
  );
  const isMoney = (unit: string): boolean => /^(?:kr|[A-Z]{3})(?:\/|$)/.test(unit);

  /** What stands after an amount of money that is one per something. */
  const perText = (unit: string): string => {
    const per = unit.split("/").slice(1);
    return per.length > 0 ? ` ${unitText(`share/${per.join("/")}`, language, unitsTitles)}` : "";
  };

  /** A value in its unit, digits by its error. */
  const say = (value: number, unit: string, se = 0, digits = 3): { text: string; step: number } => {
    if (typeof value !== "number" || !Number.isFinite(value)) return { text: "–", step: 0 };
    if (isMoney(unit)) {
      return {
        text: money(value, about.currency, language, { se, digits }) + perText(unit),
        step: Number(`1e${lastDigit(value, { se, digits })}`),
      };
    }
    if (unit === "share" || unit === "pp") {
      const precision = { se, digits, finest: -3 };
      const exponent = lastDigit(value, precision);
      if (unit === "share") return { text: percent(value, language, precision), step: Number(`1e${exponent}`) };
      return {
        text: `${decimal(value * 100, exponent + 2, language)} ${unitText("pp", language)}`,
        step: Number(`1e${exponent}`),
      };
    }
    const isCount = /^(?:people|persons?|cases?)/.test(unit);
    const exponent = lastDigit(value, { se, digits, finest: isCount && Math.abs(value) >= 10 ? 0 : -2 });
    const unitWords = unitText(unit, language, unitsTitles);
    return {
      text: decimal(value, exponent, language) + (unitWords ? noBreak + unitWords : ""),
      step: Number(`1e${exponent}`),
    };
  };
  const shown = (ref: string, figure: Pick<Figure, "value" | "se">, unit: string, digits = 3): Shown => ({
    ref,
    value: figure.value,
    ...say(figure.value, unit, figure.se, digits),
  });
  /** The same without its sign, for words that carry the sign themselves: a shortfall of 1.3 mnkr. */
  const shownSize = (ref: string, figure: Pick<Figure, "value" | "se">, unit: string, digits = 3): Shown => ({
    ref,
    value: figure.value,
    ...say(Math.abs(figure.value), unit, figure.se, digits),
  });
  /** A from–to pair: one unit for both, said once, after the second. */
  const pair = (
    from: readonly [string, Figure],
    to: readonly [string, Figure],
    unit: string,
    digits = 2,
  ): readonly [Shown, Shown] => {
    if (isMoney(unit)) {
      const common = moneyUnitFor(from[1].value, to[1].value);
      const unitWords = noBreak + moneyUnitText(common, about.currency, language) + perText(unit);
      const [low, high] = [from, to].map(([ref, figure]) => inUnit(ref, figure, common, { digits }));
      return [low, { ...high, text: high.text + unitWords }];
    }
    const [low, high] = [from, to].map(([ref, figure]) => shown(ref, figure, unit, digits));
    const tail = unitText(unit, language, unitsTitles);
    const bare = tail && low.text.endsWith(tail) ? low.text.slice(0, -tail.length).trimEnd() : low.text;
    return [{ ...low, text: bare }, high];
  };
  const inUnit = (
    ref: string,
    figure: Pick<Figure, "value" | "se">,
    unit: MoneyUnit,
    precision: { digits?: number; finest?: number },
  ): Shown => {
    const asked = { se: figure.se, ...precision };
    const ok = typeof figure.value === "number" && Number.isFinite(figure.value);
    return {
      ref,
      value: figure.value,
      text: ok ? moneyIn(unit, figure.value, language, asked) : "–",
      step: ok ? Number(`1e${lastDigit(figure.value, asked)}`) : 0,
    };
  };
  const chance = (ref: string, figure: Pick<Figure, "value" | "se">, opposite = false): Shown => ({
    ref: opposite ? `${ref}|1−` : ref,
    value: opposite ? 1 - figure.value : figure.value,
    ...frequency(opposite ? 1 - figure.value : figure.value, figure.se, language),
  });
  /** A plain number of the scenario or the manifest. */
  const fact = (ref: string, value: number): Shown => ({
    ref,
    value,
    text: decimal(value, value % 1 === 0 ? 0 : Math.min(0, exponentOf(value) - 3), language),
    step: 0,
  });
  const oneRate: Shown = {
    ref: "about|discountRatePerYear",
    value: about.discountRatePerYear,
    text: certainPercent(about.discountRatePerYear, language),
    step: 0.00001,
  };

  const rate: Cell =
    about.discountRates === undefined ? { parts: [oneRate, word("perYear")] } : text(about.discountRates);

  return {
    result,
    about,
    language,
    word,
    text,
    /** What stands after an amount: kr, or the code of another currency. */
    currency: about.currency === "SEK" ? "kr" : about.currency,
    title,
    who,
    running: runningWho,
    label,
    figureWord,
    yearLabel,
    yearRunning,
    output,
    numberOutput,
    ratioOutput,
    yearOutput,
    leading,
    leadingId,
    leadingTitle,
    leadingRunning,
    leavesOf,
    isMoney,
    perText,
    say,
    shown,
    shownSize,
    pair,
    chance,
    fact,
    rate,
    coversZero,
    unit: (unit: string) => unitText(unit, language, unitsTitles),
    money: (amount: number, se = 0) => money(amount, about.currency, language, { se }),
    /** An amount in a table's common unit; digits by its error and no finer than `finest` (exponent in kr). */
    amount: (ref: string, figure: Pick<Figure, "value" | "se">, unit: MoneyUnit, finest?: number): Shown =>
      inUnit(ref, figure, unit, { digits: 4, ...(finest === undefined ? {} : { finest }) }),
    /** An amount in a given unit, with the unit. */
    amountWithUnit(ref: string, figure: Pick<Figure, "value" | "se">, unit: MoneyUnit, digits = 2): Shown {
      const bare = inUnit(ref, figure, unit, { digits });
      return { ...bare, text: `${bare.text}${noBreak}${moneyUnitText(unit, about.currency, language)}` };
    },
    moneyUnitFor,
    range: (low: string, high: string) => range(low, high, language),
    number: (value: number, se = 0, finest = -2) => number(value, language, { se, finest }),
  };
}
