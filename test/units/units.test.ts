import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  divideUnits,
  equalUnits,
  formatUnit,
  multiplyUnits,
  noUnit,
  parseUnit,
  powerOfUnit,
  toBase,
  type Unit,
  unitWordFromSwedish,
} from "../../engine/units/index.ts";

const words = { money: "kr", counting: ["visit", "study"] };

function parsed(text: string) {
  const outcome = parseUnit(text, words);
  if (!outcome.ok) throw new Error(`${text}: ${outcome.word}`);
  return outcome;
}

const units: fc.Arbitrary<Unit> = fc
  .dictionary(fc.constantFrom("kr", "people", "case", "year", "visit"), fc.integer({ min: -3, max: 3 }))
  .map((unit) => Object.fromEntries(Object.entries(unit).filter(([, exponent]) => exponent !== 0)));

describe("algebra", () => {
  test("multiplication commutes, and division undoes it", () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        expect(equalUnits(multiplyUnits(a, b), multiplyUnits(b, a))).toBe(true);
        expect(equalUnits(divideUnits(multiplyUnits(a, b), b), a)).toBe(true);
        expect(equalUnits(divideUnits(a, a), noUnit)).toBe(true);
      }),
    );
  });

  test("a power is repeated multiplication; a root of an odd exponent has no unit", () => {
    fc.assert(
      fc.property(units, (unit) => {
        expect(powerOfUnit(unit, 2)).toEqual(multiplyUnits(unit, unit));
        expect(powerOfUnit(multiplyUnits(unit, unit), 0.5)).toEqual(unit);
      }),
    );
    expect(powerOfUnit({ kr: 1 }, 0.5)).toBeUndefined();
  });

  test("kr per case is not kr per person, nor kr per case and year", () => {
    expect(equalUnits(parsed("kr/case").unit, parsed("kr/person").unit)).toBe(false);
    expect(equalUnits(parsed("kr/case").unit, parsed("kr/case/year").unit)).toBe(false);
  });
});

describe("reading", () => {
  test.each([
    ["kr/case/year", { kr: 1, case: -1, year: -1 }],
    ["hours/person/year", { hour: 1, people: -1, year: -1 }],
    ["share", {}],
    ["share/year", { year: -1 }],
    ["persons", { people: 1 }],
    ["visits/year", { visit: 1, year: -1 }],
    ["studies", { study: 1 }],
    ["kr / post / month", { kr: 1, post: -1, year: -1 }],
  ])("%s", (text, unit) => expect(parsed(text).unit).toEqual(unit));

  test.each([
    ["kr/persn", "persn", 3],
    ["kronor", "kronor", 0],
    ["kr/", "", 3],
    ["", "", 0],
    ["EUR", "EUR", 0],
  ])("%s is refused at its wrong word", (text, word, from) => {
    expect(parseUnit(text, words)).toEqual({ ok: false, word, from });
  });

  test.each([
    ["365", "days", 1, { year: 1 }],
    ["73", "days", 0.2, { year: 1 }],
    ["1", "day", 1 / 365, { year: 1 }],
    ["6500", "kr/day", 2_372_500, { kr: 1, year: -1 }],
    ["6500", "kr/case/day", 2_372_500, { kr: 1, case: -1, year: -1 }],
    ["240", "days/case", 240 / 365, { year: 1, case: -1 }],
    ["3", "hours/day", 1095, { hour: 1, year: -1 }],
    ["38", "hours/person/week", 1976, { hour: 1, people: -1, year: -1 }],
    ["450", "kr/hour", 450, { kr: 1, hour: -1 }],
    ["24", "hours", 24, { hour: 1 }],
  ])("%s %s", (digits, unit, value, base) => {
    expect(toBase(digits, parsed(unit))).toBe(value);
    expect(parsed(unit).unit).toEqual(base);
  });

  test("days at a price a day are money again, whatever the year; hours and days do not mix", () => {
    const [days, price] = [parsed("days/case"), parsed("kr/day")];
    expect(multiplyUnits(days.unit, price.unit)).toEqual({ kr: 1, case: -1 });
    expect(toBase("240", days) * toBase("6500", price)).toBeCloseTo(1_560_000, 8);
    expect(equalUnits(parsed("hour").unit, parsed("day").unit)).toBe(false);
    expect(["dygn", "Vårddygn", "timma", "h"].map(unitWordFromSwedish)).toEqual(["day", "day", "hour", "hour"]);
  });

  test("money is the currency's own word", () => {
    expect(parseUnit("EUR/year", { money: "EUR", counting: [] })).toMatchObject({
      ok: true,
      unit: { EUR: 1, year: -1 },
    });
    expect(parseUnit("kr", { money: "EUR", counting: [] }).ok).toBe(false);
  });

  test.each([
    ["3.1", "%", 0.031],
    ["1.1", "mnkr", 1_100_000],
    ["4.35", "tkr", 4350],
    ["38000", "kr/month", 456_000],
    ["3", "months", 0.25],
    ["26", "weeks", 0.5],
    ["73", "days", 0.2],
    ["5", "pp", 0.05],
    ["1", "tkr/week", 52_000],
    ["2", "kr/tkr", 0.002],
    ["1e-7", "mnkr", 0.1],
  ])("%s %s is %d exactly", (digits, unit, value) => expect(toBase(digits, parsed(unit))).toBe(value));
});

describe("writing", () => {
  test.each([
    ["kr/case/year", "kr/case/year", "kr/fall/år"],
    ["people/year", "people/year", "personer/år"],
    ["share", "share", "andel"],
    ["year", "years", "år"],
    ["hours/person/year", "hours/person/year", "timmar/person/år"],
    ["share/year", "share/year", "andel/år"],
    ["kr/visit", "kr/visit", "kr/visit"],
  ])("%s", (text, en, sv) => {
    expect(formatUnit(parsed(text).unit)).toBe(en);
    expect(formatUnit(parsed(text).unit, "sv")).toBe(sv);
  });

  test("the English text reads back as the same unit", () => {
    fc.assert(
      fc.property(units, (unit) => {
        expect(parsed(formatUnit(unit)).unit).toEqual(unit);
      }),
    );
  });

  test("a Swedish word is known for what it means", () => {
    expect(unitWordFromSwedish("månad")).toBe("month");
    expect(unitWordFromSwedish("banan")).toBeUndefined();
  });
});
