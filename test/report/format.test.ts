import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  certainPercent,
  coversZero,
  decimal,
  frequency,
  lastDigit,
  money,
  moneyUnitFor,
  moneyUnitText,
  number,
  percent,
  range,
  roundTo,
  unitText,
} from "../../report/format.ts";

/** No-break spaces as plain ones, so that the cases can be read. */
const flat = (text: string) => text.replaceAll("\u00a0", " ");

describe("digits follow the error", () => {
  test.each([
    // value, standard error, exponent of the last digit shown
    [704_897, 39_000, 5],
    [704_897, 10_000, 4],
    [704_897, 9_999, 4],
    [704_897, 10_001, 5],
    [704_897, 630, 3],
    [704_897, 6, 3], // no finer than three digits
    [2.508, 0.004, -2],
    [2.508, 0.01, -2],
    [2.508, 0.011, -1],
    [0.35, 0.0009, -3],
    [0, 0, 0],
    [0, 0.02, -1],
    [1_000, 0, 1],
    [-12.34, 0.5, 0],
  ])("%f with error %f ends at 10^%i", (value, se, exponent) => {
    expect(lastDigit(value, { se })).toBe(exponent);
  });

  test("the last digit is never below the error, nor ten times above it unless by the count of digits", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1e12, noNaN: true }),
        fc.double({ min: 1e-12, max: 1e9, noNaN: true }),
        (value, se) => {
          const step = Number(`1e${lastDigit(value, { se })}`);
          expect(step).toBeGreaterThanOrEqual(se * (1 - 1e-12));
          const byDigits = step <= value / 10 ** 2 + 1e-300 || step / 10 < se;
          expect(byDigits).toBe(true);
        },
      ),
    );
  });

  test("rounding goes half away from zero and gives no minus zero", () => {
    expect([roundTo(25, 1), roundTo(-25, 1), roundTo(-4, 1), roundTo(0.125, -2), roundTo(1.005, 0)]).toEqual([
      30, -30, 0, 0.13, 1,
    ]);
    expect(Object.is(roundTo(-0.2, 0), 0)).toBe(true);
  });
});

describe("numbers", () => {
  test.each([
    [1234567.5, 0, "1 234 568", "1,234,568"],
    [-1234.5, -1, "−1 234,5", "−1,234.5"],
    [0.05, -2, "0,05", "0.05"],
    [-0.001, -2, "0,00", "0.00"],
    [999.96, -1, "1 000,0", "1,000.0"],
    [Number.NaN, 0, "–", "–"],
    [Number.POSITIVE_INFINITY, 0, "–", "–"],
    [3e21, 0, "3,00e+21", "3.00e+21"],
  ])("%f at 10^%i", (value, exponent, sv, en) => {
    expect(flat(decimal(value, exponent, "sv"))).toBe(sv);
    expect(decimal(value, exponent, "en")).toBe(en);
  });

  test("Swedish thousands and units never break from their number", () => {
    expect(decimal(1_234_567, 0, "sv")).toBe("1\u00a0234\u00a0567");
    expect(money(4e6, "SEK", "sv")).toBe("4,00\u00a0mnkr");
    expect(percent(0.35, "sv")).toBe("35,0\u00a0%");
  });

  test.each([
    [0.35, 0, "35,0 %", "35.0%"],
    [0.35, 0.004, "35 %", "35%"],
    [0.003, 0, "0,3 %", "0.3%"],
    [-0.0871, 0.0005, "−8,7 %", "−8.7%"],
    [1.5, 0.01, "150 %", "150%"],
    [0.00002, 0, "0,0 %", "0.0%"],
  ])("%f with error %f as percent", (value, se, sv, en) => {
    expect(flat(percent(value, "sv", { se }))).toBe(sv);
    expect(percent(value, "en", { se })).toBe(en);
  });

  test("a certain share keeps the digits it was given", () => {
    expect([0.035, 0.03, 0.0325, 0.1 + 0.2].map((share) => flat(certainPercent(share, "sv")))).toEqual([
      "3,5 %",
      "3 %",
      "3,25 %",
      "30 %",
    ]);
    expect(certainPercent(0.035, "en")).toBe("3.5%");
  });

  test("a range uses a dash, but a word where an end is negative", () => {
    expect(range("0,80", "4,70", "sv")).toBe("0,80–4,70");
    expect(range("−0,5", "14", "sv")).toBe("−0,5 till 14");
    expect(range("−0.5", "14", "en")).toBe("−0.5 to 14");
    expect(range("3", "3", "en")).toBe("3");
  });

  test("number() joins the rule of digits with the language", () => {
    expect(flat(number(12_345.678, "sv", { se: 12 }))).toBe("12 300");
    expect(number(2.508, "en", { se: 0.004, finest: -2 })).toBe("2.51");
  });
});

describe("money", () => {
  test.each([
    [4_010_000, 12_000, "4,0 mnkr", "4.0 million kr"],
    [704_897, 9_000, "700 tkr", "700 thousand kr"],
    [704_897, 630, "705 tkr", "705 thousand kr"],
    [9_500, 0, "9 500 kr", "9,500 kr"],
    [-950, 3, "−950 kr", "−950 kr"],
    [-1_300_000, 40_000, "−1,3 mnkr", "−1.3 million kr"],
    [999_900, 2_000, "1,00 mnkr", "1.00 million kr"],
    [2_000, 4_000, "0 kr", "0 kr"],
    [0, 0, "0 kr", "0 kr"],
    [Number.NaN, 0, "–", "–"],
  ])("%f with error %f", (amount, se, sv, en) => {
    expect(flat(money(amount, "SEK", "sv", { se }))).toBe(sv);
    expect(flat(money(amount, "SEK", "en", { se }))).toBe(en);
  });

  test("a common unit follows the largest amount", () => {
    expect([
      moneyUnitFor(1, -3e6).size,
      moneyUnitFor(12_000, 5).size,
      moneyUnitFor(9_994).size,
      moneyUnitFor(999_600).size,
      moneyUnitFor().size,
    ]).toEqual([1_000_000, 1_000, 1, 1_000_000, 1]);
  });

  test("other currencies keep their code", () => {
    expect(flat(money(2.5e6, "EUR", "sv"))).toBe("2,50 miljoner EUR");
    expect(flat(money(25_000, "EUR", "en"))).toBe("25.0 thousand EUR");
    expect(moneyUnitText(moneyUnitFor(5), "EUR", "sv")).toBe("EUR");
  });
});

describe("chances as frequencies", () => {
  test.each([
    [0.9234, 0.002, "92 av 100", "92 of 100"],
    [0.0751, 0.002, "8 av 100", "8 of 100"],
    [0.0099, 0.0005, "1 av 100", "1 of 100"],
    [0.004, 0.0003, "4 av 1 000", "4 of 1,000"],
    [0.004, 0.002, "färre än 1 av 100", "fewer than 1 of 100"],
    [0.0004, 0.0001, "färre än 1 av 1 000", "fewer than 1 of 1,000"],
    [0.996, 0.0003, "996 av 1 000", "996 of 1,000"],
    [0.996, 0.002, "fler än 99 av 100", "more than 99 of 100"],
    [0.9997, 0.0001, "fler än 999 av 1 000", "more than 999 of 1,000"],
    [0, 0, "0 av 100", "0 of 100"],
    [1, 0, "100 av 100", "100 of 100"],
    [0.472, 0.02, "omkring 45 av 100", "about 45 of 100"],
    [0.472, 0.08, "omkring 50 av 100", "about 50 of 100"],
    [0.01, 0.02, "färre än 5 av 100", "fewer than 5 of 100"],
    [0.995, 0.02, "fler än 95 av 100", "more than 95 of 100"],
    [Number.NaN, 0, "–", "–"],
  ])("%f with error %f", (chance, se, sv, en) => {
    expect(flat(frequency(chance, se, "sv").text)).toBe(sv);
    expect(flat(frequency(chance, se, "en").text)).toBe(en);
  });

  test("a number in the text is within half its step of the chance, and a bound is true", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (chance, se) => {
          const { text, step } = frequency(chance, se, "en");
          const [, hits, base] = /([\d,]+) of ([\d,]+)/
            .exec(flat(text))!
            .map((part) => Number(part.replaceAll(",", "")));
          if (/fewer/.test(text)) expect(chance).toBeLessThan(hits / base);
          else if (/more/.test(text)) expect(chance).toBeGreaterThan(hits / base);
          else expect(Math.abs(chance - hits / base)).toBeLessThanOrEqual(step / 2 + 1e-12);
        },
      ),
    );
  });
});

describe("units in words", () => {
  test.each([
    ["hours/person/year", "timmar per person och år", "hours per person and year"],
    ["kr/case/year", "kr per fall och år", "kr per case and year"],
    ["people", "personer", "people"],
    ["case", "fall", "cases"],
    ["share", "", ""],
    ["share/year", "per år", "per year"],
    ["visit", "hembesök", "home visit"],
  ])("%s", (unit, sv, en) => {
    const titles = { visit: { sv: "hembesök", en: "home visit" } };
    expect(unitText(unit, "sv", titles)).toBe(sv);
    expect(unitText(unit, "en", titles)).toBe(en);
  });
});

test("an interval that touches zero covers it", () => {
  expect([
    coversZero({ low: -1, high: 2 }),
    coversZero({ low: 0, high: 2 }),
    coversZero({ low: 0.1, high: 2 }),
    coversZero({ low: -2, high: -1 }),
  ]).toEqual([true, true, false, false]);
});
