import fc from "fast-check";
import { expect, test } from "vitest";
import { baseValue, readLiteral } from "../../scenarios/literal.ts";

const words = { money: "kr", counting: ["visit"] };

function value(text: string | number): number {
  const outcome = readLiteral(text, words);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return baseValue(outcome.literal);
}

function problem(text: string) {
  const outcome = readLiteral(text, words);
  if (outcome.ok) throw new Error(`${text} was read as ${baseValue(outcome.literal)}`);
  return outcome;
}

test.each([
  ["8 000 kr/person", 8000],
  ["8\u00a0000 kr", 8000],
  ["8\u202f000 kr", 8000],
  ["8_000 kr", 8000],
  ["1 234 567.5 kr", 1_234_567.5],
  ["18 %", 0.18],
  ["18%", 0.18],
  ["3.1 %", 0.031],
  ["\u22120.4", -0.4],
  ["-12 %", -0.12],
  ["0", 0],
  ["0.07", 0.07],
  ["4 mnkr", 4e6],
  ["2.2 pp", 0.022],
  ["3 visits/year", 3],
  ["1e3", 1000],
  ["1E-7", 1e-7],
  [" 5 years ", 5],
  [0.1, 0.1],
])("%j is %d", (text, expected) => expect(value(text)).toBe(expected));

test.each([
  ["1,5", "decimalComma", "1.5"],
  ["1,5 %", "decimalComma", "1.5 %"],
  ["1,000,000 kr", "decimalComma", "1 000 000 kr / 1.000,000 kr"],
  ["0x10", "numberBase", "16"],
  ["0b11 kr", "numberBase", "3"],
  ["007", "leadingZero", "7"],
  ["-007.5 kr", "leadingZero", "-7.5 kr"],
  ["1e3 kr", "exponentUnit", "1000 kr"],
  ["- 12 %", "minusSpace", "-12 %"],
  ["\u2212 12", "minusSpace", "\u221212"],
  ["+5", "numberForm", "5"],
  [".5", "numberForm", "0.5"],
  ["1 00 kr", "thousandsGroups", "100 kr"],
  ["12.000 kr", "thousandsPoint", "12 000 kr"],
  ["-1.250 tkr/year", "thousandsPoint", "-1 250 tkr/year"],
  ["1.200 people", "thousandsPoint", "1 200 people"],
  ["\u2013600 kr", "minusDash", "-600 kr"],
  ["1.700.000 kr", "thousandsGroups", "1 700 000 kr"],
  ["12 34", "thousandsGroups", "1 234"],
])("%j is refused, and %s says how to write it", (text, code, right) => {
  expect(problem(text).problem).toMatchObject({ code, with: { right } });
});

test.each([".inf", "-.inf", "NaN", ".nan", "Infinity", "1e400", "-1e999"])(
  "%j is not a number one can calculate with",
  (text) => expect(problem(text).problem.code).toBe("notFinite"),
);

test("a number of JavaScript has to be finite", () => {
  expect(readLiteral(Number.NaN, words).ok).toBe(false);
  expect(readLiteral(Number.POSITIVE_INFINITY, words).ok).toBe(false);
});

test("a wrong unit is shown where it stands, with the nearest known", () => {
  expect(problem("8 000 kr/persn")).toMatchObject({
    from: 9,
    to: 14,
    problem: { code: "unitUnknown", with: { nearest: "person" } },
  });
  expect(problem("5 EUR").problem).toEqual({ code: "unitCurrency", with: { unit: "EUR", money: "kr" } });
});

test("every double written out plainly is read as itself, and per cent as the nearest double of its hundredth", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
      const text = (digits / 10 ** places).toFixed(places);
      expect(value(text)).toBe(Number(text));
      expect(value(`${text} %`)).toBe(Number(`${text}e-2`));
    }),
  );
});

test("any text is read or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-+ e%_krx/\u2212") }), (text) => {
      const outcome = readLiteral(text, words);
      expect(typeof outcome.ok).toBe("boolean");
    }),
  );
});

test.each(["1.250 mnkr", "0.125 kr", "12.50 kr", "12.000", "3.125 %", "1.500 years"])(
  "%j is a number with decimals",
  (text) => expect(readLiteral(text, words).ok).toBe(true),
);

test.each(["500-700 tkr/year", "500 \u2013 700 kr", "600 \u00b1 50 kr", "10 till 20 %", "10 to 20 people"])(
  "%j is a range and no number",
  (text) => expect(problem(text).problem.code).toBe("rangeShort"),
);
