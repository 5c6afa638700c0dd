import type { Language } from "../../engine/issues.ts";
import type { About } from "../../engine/result/about.ts";
import type { Figure, Manifest, Result } from "../../engine/result/result.ts";
import { contextOf } from "../context.ts";
import { criterionTitle } from "../csv.ts";
import { decimal, lastDigit, moneyUnitFor, moneyUnitText } from "../format.ts";
import { inputUnitOf } from "../inputUnit.ts";
import { capital } from "../shown.ts";
import { inputTitle } from "../view/assumptions.ts";

/** How things are called and figures written. */
export interface Naming {
  readonly language: Language;
  /** Of the whole report. */
  readonly title: string;
  readonly output: (id: string) => string;
  readonly input: (name: string) => string;
  /** A value of an input, in the unit in which the scenario states it. */
  readonly sayInput: (name: string, value: number, se: number) => string;
  readonly inputInterval: (name: string, figure: Figure) => string;
  /** As `axis`, of values of an input. */
  readonly inputAxis: (name: string, values: readonly number[]) => { readonly title: string; readonly size: number };
  /** A value in its unit, with the first digit that its error leaves open: beside its interval it does not look surer than it is. */
  readonly say: (value: number, unit: string, se: number) => string;
  /** From–to, the unit said once. */
  readonly interval: (figure: Figure, unit: string) => string;
  /** What of a unit stands beside an axis that holds such values, and how many base units one of it is. */
  readonly axis: (unit: string, values: readonly number[]) => { readonly title: string; readonly size: number };
}

/** Units that are said by the measure's name. */
const plain = (unit: string): string => (["correlation", "sd/sd"].includes(unit) ? "1" : unit);

const criteria = "criteria.";
const percentAxis = { title: "%", size: 0.01 };

/** Names and units of a scenario. */
export function namesOfScenario(about: About, manifest: Manifest, language: Language): Naming {
  const context = contextOf(emptyResult(manifest), about, language);
  const { range, say, pair, unit } = context;
  const stated = (name: string) => inputUnitOf(about.assumptions.find(({ input }) => input === name)?.unit ?? "");
  const naming: Naming = {
    language,
    title: context.text(about.title) || about.id,
    output: (id) =>
      id.startsWith(criteria) ? criterionTitle(context, id.slice(criteria.length)) : capital(context.label(id)),
    input: (name) => inputTitle(context, name),
    sayInput: (name, value, se) => {
      const own = stated(name);
      return naming.say(value / own.size, own.unit, se / own.size);
    },
    inputInterval: (name, { value, se, low, high }) => {
      const { unit: own, size } = stated(name);
      return naming.interval({ value: value / size, se: se / size, low: low / size, high: high / size }, own);
    },
    inputAxis: (name, values) => {
      const { unit: own, size } = stated(name);
      const axis = naming.axis(
        own,
        values.map((value) => value / size),
      );
      return { title: axis.title, size: axis.size * size };
    },
    say: (value, own, se) => say(value, plain(own), se / 10).text,
    interval: ({ low, high, se }, own) => {
      const [from, to] = pair(["", end(low, se)], ["", end(high, se)], plain(own), 3);
      return range(from.text, to.text);
    },
    axis: (own, values) => {
      if (own === "share") return percentAxis;
      if (!context.isMoney(own)) return { title: unit(plain(own)), size: 1 };
      const common = moneyUnitFor(...values);
      return { title: moneyUnitText(common, about.currency, language) + context.perText(own), size: common.size };
    },
  };
  return naming;
}

/** Draws from elsewhere: names as they stand there, numbers without units. */
export function namesOfDraws(title: string, language: Language): Naming {
  const say = (value: number, unit: string, error: number): string => {
    const se = error / 10;
    return unit === "share"
      ? `${decimal(100 * value, lastDigit(100 * value, { se: 100 * se, finest: -1 }), language)}${language === "sv" ? "\u00a0" : ""}%`
      : decimal(value, lastDigit(value, { se }), language);
  };
  const interval = ({ low, high, se }: Figure, unit: string): string => {
    const [from, to] = [low, high].map((at) => say(at, unit, se));
    return from.startsWith("−") || to.startsWith("−")
      ? `${from} ${language === "sv" ? "till" : "to"} ${to}`
      : `${from}–${to}`;
  };
  return {
    language,
    title,
    output: (id) => id,
    input: (name) => name,
    sayInput: (_, value, se) => say(value, "", se),
    inputInterval: (_, figure) => interval(figure, ""),
    inputAxis: () => ({ title: "", size: 1 }),
    say,
    interval,
    axis: (unit) => (unit === "share" ? percentAxis : { title: plain(unit) === "1" ? "" : unit, size: 1 }),
  };
}

/** As `Naming.say` does. */
const end = (value: number, se: number): Figure => ({ value, se: se / 10, low: value, high: value });

/** Words need a result to look in, and here there is none. */
const emptyResult = (manifest: Manifest): Result => ({
  format: "utfall-result/1",
  manifest,
  outputs: {},
  criteria: {},
  accounts: [],
  histograms: {},
  rankCorrelations: {},
  failures: { draws: 0, first: [] },
  scenario: null,
  warnings: [],
});
