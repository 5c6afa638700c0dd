import { describe } from "../../../engine/distributions/index.ts";
import { equalUnits, type Unit } from "../../../engine/units/index.ts";
import type { Quantity } from "../../checked.ts";
import { report } from "../checking.ts";
import type { Quantities } from "../quantities.ts";
import { type Doubting, followed, notesAt, pathOf } from "./doubt.ts";

/** A month's salary for a full post in kr that passes without a word. */
const salaryFromKr = 5_000;
const salaryToKr = 400_000;
/** A cost of a whole programme, or of a case, that is hardly worth a line of its own, and how much larger the others must be. */
const smallCostKr = 1_000;
const others = 1_000;
/** Ends of an amount so far apart that one of them is likely in thousands. */
const apart = 500;

/** kr against thousand kr, month against year, one year's prices against another's. */
export function findMoney(doubting: Doubting): void {
  if (doubting.checking.words.money === "kr") {
    findSalaries(doubting);
    findSmallCosts(doubting);
  }
  findEnds(doubting);
  findPriceYears(doubting);
}

const whole = (kr: number): string => String(Math.round(kr)).replace(/\B(?=(\d{3})+$)/g, " ");

/** The largest mean among the numbers of a quantity; undefined where it is calculated. */
export function meanOf(quantities: Quantities, quantity: Quantity | undefined): number | undefined {
  switch (quantity?.kind) {
    case "number":
      return quantity.value;
    case "input": {
      const input = quantities.inputOf(quantity);
      return input && describe(input.distribution).mean;
    }
    case "reference":
      return meanOf(quantities, quantities.read.get(quantity.to));
    case "byYear":
    case "bySegment": {
      const items = quantity.kind === "byYear" ? quantity.items : Object.values(quantity.items);
      const means = items.map((item) => meanOf(quantities, item));
      return means.some((mean) => mean === undefined) ? undefined : Math.max(...(means as number[]));
    }
    default:
      return undefined;
  }
}

function findSalaries({ checking, quantities }: Doubting): void {
  for (const id of Object.keys(checking.content.costs)) {
    const place = `costs.${id}.post.salary`;
    const yearly = meanOf(quantities, followed(quantities, place));
    if (yearly === undefined || yearly === 0) continue;
    const monthly = yearly / 12;
    if (monthly < salaryFromKr || monthly > salaryToKr)
      report(checking, "salarySize", place, { name: place, amount: whole(monthly) });
  }
}

function findSmallCosts({ checking, quantities }: Doubting): void {
  const sizeAt = (place: string): Sized[] => {
    const quantity = followed(quantities, place);
    const mean = meanOf(quantities, quantity);
    return quantity === undefined || mean === undefined ? [] : [{ place, size: Math.abs(mean), unit: quantity.unit }];
  };
  const costs = Object.entries(checking.content.costs).flatMap(([id, { amount, per, number }]) =>
    amount !== undefined && per === undefined && number === 1 ? sizeAt(`costs.${id}.amount`) : [],
  );
  const consequences = Object.keys(checking.content.consequences).flatMap((id) => sizeAt(`consequences.${id}.amount`));
  for (const { place, size } of costs) tellSmall(checking, place, size, costs);
  for (const { place, size, unit } of consequences) {
    const { case: cases = 0, people = 0 } = unit;
    const comparable = consequences.filter((other) => equalUnits(other.unit, unit));
    if (cases + people === -1) tellSmall(checking, place, size, comparable);
  }
}

interface Sized {
  readonly place: string;
  readonly size: number;
  readonly unit: Unit;
}

function tellSmall(checking: Doubting["checking"], place: string, size: number, among: readonly Sized[]): void {
  const largest = Math.max(...among.map((other) => other.size));
  if (size > 0 && size < smallCostKr && largest >= others * size)
    report(checking, "costSize", place, { name: place, amount: whole(size), others: whole(largest) });
}

function findEnds({ checking, quantities }: Doubting): void {
  for (const { input, path } of quantities.inputs) {
    const { distribution, unit, place } = input;
    if (unit[checking.words.money] === undefined) continue;
    const { low, high } = distribution.parameters;
    if (low > 0 && high / low >= apart) report(checking, "endsApart", path, { name: place, ratio: whole(high / low) });
  }
}

const prices =
  /(?:\b((?:19|20)\d\d) års (?:priser|prisnivå)|\bprisnivå ((?:19|20)\d\d)|\b((?:19|20)\d\d) prices|prices of ((?:19|20)\d\d))/i;

/** An amount whose own note tells another price year than it is read at. */
function findPriceYears({ checking, quantities }: Doubting): void {
  const { priceYear } = checking.content;
  if (priceYear === undefined) return;
  for (const [place, quantity] of quantities.read) {
    if (quantity.unit[checking.words.money] !== 1) continue;
    if (quantity.kind !== "number" && quantity.kind !== "input") continue;
    const path = pathOf(checking, place).replace(/\.y(\d+)(?=\.|$)/g, ".$1");
    if (quantities.converted.has(path)) continue;
    const year = prices
      .exec(notesAt(checking, path))
      ?.slice(1)
      .find((found) => found !== undefined);
    if (year !== undefined && Number(year) !== priceYear)
      report(checking, "priceYearNote", path, { name: place, year, priceYear });
  }
}
