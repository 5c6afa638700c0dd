import type { Text } from "../../engine/result/about.ts";
import type { ScenarioContent } from "../schema/index.ts";
import type { CostPart, UnitCostEntry } from "../schema/unitCosts.ts";
import { digits, numberIn, readWritten, unitAfter } from "./numbers.ts";
import { both, joined, textOf } from "./texts.ts";

type Plain = { readonly [key: string]: unknown };

/** What a unit cost may hold, in words. */
const parts: Readonly<Record<CostPart, Text>> = {
  wages: both("wages", "löner"),
  employersContributions: both("employer's contributions", "arbetsgivaravgifter"),
  material: both("material", "material"),
  premises: both("premises", "lokaler"),
  overhead: both("overhead", "overhead"),
  travel: both("travel", "resor"),
  purchase: both("the whole price of the purchase", "hela priset för köpet"),
};

/** The entry of the library that a quantity draws on. */
export function unitCostOf(content: ScenarioContent, raw: unknown): UnitCostEntry | undefined {
  if (typeof raw !== "object" || raw === null) return undefined;
  const { unitCost } = raw as Plain;
  return typeof unitCost === "string" ? content.unitCosts?.entries[unitCost] : undefined;
}

/** Where the source of a unit cost stands among those of a report: its ids must not meet the scenario's own. */
export function unitCostSource(content: ScenarioContent, id: string | undefined): string | undefined {
  return id !== undefined && content.unitCosts?.sources[id] !== undefined ? `unitCosts.${id}` : id;
}

/** The unit of a unit cost, as its list or the quantity writes it. */
export const listedUnit = ({ amount }: UnitCostEntry, said: unknown): string | undefined =>
  typeof said === "string" ? said : readWritten(amount)?.unit;

/** "30 561 kr/case at 2015 prices, which is 39 373 kr/case at those of 2023 (times 1.2883, KPI), give or take 20 %". */
export function unitCostText(
  content: ScenarioContent,
  entry: UnitCostEntry,
  raw: Plain,
  counting: Readonly<Record<string, Text>>,
): Text {
  const amount = readWritten(entry.amount) ?? { value: Number.NaN, unit: "" };
  const unit = listedUnit(entry, raw.unit) ?? "";
  const money = (value: number): Text =>
    joined([digits(Number(value.toFixed(value >= 100 ? 0 : 2))), unitAfter(unit, value, counting)], "");
  const stated = joined([money(amount.value), pricesOf(entry.priceYear)], " ");
  const conversion = conversionOf(content, entry.priceYear);
  const spread = readWritten(raw.spread);
  const around = spread && numberIn(spread.value, spread.unit === "" ? "share" : spread.unit);
  return joined(
    [
      stated,
      ...(conversion === undefined
        ? []
        : [
            joined(
              [
                both(", which is ", ", vilket är "),
                money(amount.value * conversion.factor),
                both(" ", " "),
                conversion.text,
              ],
              "",
            ),
          ]),
      ...(around === undefined ? [] : [both(`, give or take ${around.en}`, `, plus eller minus ${around.sv}`)]),
    ],
    "",
  );
}

const pricesOf = (year: unknown): Text => both(`at ${year} prices`, `i ${year} års priser`);

/** What an amount of another price year was multiplied by; undefined where it is at the scenario's prices already. */
function conversionOf(content: ScenarioContent, from: unknown): { factor: number; text: Text } | undefined {
  const { priceYear, priceIndex, language } = content;
  if (typeof from !== "number" || priceYear === undefined || from === priceYear) return undefined;
  const [before, after] = [priceIndex?.values[from], priceIndex?.values[priceYear]];
  if (before === undefined || after === undefined) return undefined;
  const factor = after / before;
  const index = textOf(priceIndex?.title, language) ?? both("price index", "prisindex");
  const times = digits(Number(factor.toFixed(4)));
  const text = both(
    `at ${priceYear} prices (times ${times.en}, ${index.en})`,
    `i ${priceYear} års priser (gånger ${times.sv}, ${index.sv})`,
  );
  return { factor, text };
}

/** What follows the numbers of a quantity that has a price year of its own: "at 2019 prices, here counted at …". */
export function priceYearText(content: ScenarioContent, year: unknown): Text | undefined {
  const conversion = conversionOf(content, year);
  if (conversion === undefined) return undefined;
  const stated = pricesOf(year);
  const { en, sv } = conversion.text;
  return both(` ${stated.en}, here counted ${en}`, ` ${stated.sv}, här räknat ${sv}`);
}

/** "wages, employer's contributions". */
export const partsText = (names: readonly CostPart[]): Text =>
  joined(
    names.map((name) => parts[name]),
    ", ",
  );

/** The amount of a unit cost as its list states it: "30 561 kr/case". */
export function listedAmount({ amount }: UnitCostEntry): Text {
  const { value, unit } = readWritten(amount) ?? { value: Number.NaN, unit: "" };
  return joined([digits(value), unitAfter(unit, value, {})], "");
}

/** "Includes wages and employer's contributions, not premises. From insatskostnader-2015 (1)." */
export function unitCostNote(content: ScenarioContent, entry: UnitCostEntry): Text {
  const { includes = [], excludes = [], from, status, region } = entry;
  const within = partsText(includes);
  const without = partsText(excludes);
  const where = textOf(region, content.language);
  const sentences: Text[] = [];
  if (status === "placeholder") sentences.push(both("A placeholder without a source.", "En platshållare utan källa."));
  if (includes.length > 0 && excludes.length > 0)
    sentences.push(both(`Includes ${within.en}; not ${without.en}.`, `Innehåller ${within.sv}; inte ${without.sv}.`));
  else if (includes.length > 0) sentences.push(both(`Includes ${within.en}.`, `Innehåller ${within.sv}.`));
  else if (excludes.length > 0) sentences.push(both(`Without ${without.en}.`, `Utan ${without.sv}.`));
  if (where !== undefined) sentences.push(both(`Holds for: ${where.en}.`, `Gäller: ${where.sv}.`));
  if (from !== undefined) sentences.push(both(`From ${from}.`, `Ur ${from}.`));
  const note = textOf(entry.note, content.language);
  return joined([...(note === undefined ? [] : [joined([note, both(".", ".")], "")]), ...sentences], " ");
}
