import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFormula } from "../../scenarios/formula/parse.ts";
import type { Expression } from "../../scenarios/formula.ts";
import { parseTest } from "../../scenarios/test.ts";

const words = { money: "kr", counting: ["visit"] };

/** A formula with all its parentheses. */
function shape(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "name":
      return expression.name;
    case "unary":
      return `(${expression.operator} ${shape(expression.operand)})`;
    case "binary":
      return `(${shape(expression.left)} ${expression.operator} ${shape(expression.right)})`;
    case "call":
      return `${expression.name}(${expression.arguments.map(shape).join(", ")})`;
  }
}

function parse(text: string): Expression {
  const outcome = parseFormula(text, words);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.expression;
}

test.each([
  ["a + b * c", "(a + (b * c))"],
  ["a - b - c", "((a - b) - c)"],
  ["a / b / c", "((a / b) / c)"],
  ["-x^2", "(- (x ^ 2))"],
  ["2^-3^2", "(2 ^ (- (3 ^ 2)))"],
  ["(a + b) * c", "((a + b) * c)"],
  ["a < b and not c = d or e", "(((a < b) and (not (c = d))) or e)"],
  ["not not a", "(not (not a))"],
  ["min(a, b, 3 %)", "min(a, b, 0.03)"],
  ["if(year < 3, a, 0 kr)", "if((year < 3), a, 0)"],
  ["8 000 kr/visit * visits", "(8000 * visits)"],
  ["15 people + x", "(15 + x)"],
  ["2 / year", "(2 / year)"],
  ["net.municipality.y2 - 1", "(net.municipality.y2 - 1)"],
  ["a\u2212b", "(a - b)"],
  ["- 3", "(- 3)"],
])("%s is %s", (text, expected) => expect(shape(parse(text))).toBe(expected));

test("a number takes its unit with it", () => {
  expect(parse("8 000 kr/visit")).toMatchObject({ kind: "number", value: 8000, unit: { kr: 1, visit: -1 } });
});

test.each([
  ["", "formulaEnd", 0],
  ["a +", "formulaEnd", 3],
  ["(a", "formulaParenthesis", 0],
  ["a)", "formulaParenthesis", 1],
  ["a b", "formulaUnexpected", 2],
  ["a, b", "formulaOuterComma", 1],
  ["a == b", "formulaSign", 2],
  ["a && b", "formulaSign", 2],
  ["a < b < c", "formulaChain", 6],
  ["foo(a)", "functionUnknown", 0],
  ["sqrt(a, b)", "functionArguments", 0],
  ["5 bananas", "unitUnknown", 2],
  ["0x10", "numberBase", 0],
  ["constructor(a)", "functionUnknown", 0],
  ["a; b", "formulaSign", 1],
  ["`x`", "formulaCharacter", 0],
])("%j is refused with %s at %d", (text, code, from) => {
  const outcome = parseFormula(text, words);
  expect(outcome.ok).toBe(false);
  if (!outcome.ok) expect({ code: outcome.problem.code, from: outcome.span.from }).toEqual({ code, from });
});

test("length and depth are bounded", () => {
  const deep = parseFormula(`${"(".repeat(500)}a${")".repeat(500)}`, words);
  expect(deep.ok ? "" : deep.problem.code).toBe("formulaTooDeep");
  const signs = parseFormula(`${"-".repeat(3000)}a`, words);
  expect(signs.ok ? "" : signs.problem.code).toBe("formulaTooDeep");
  const nots = parseFormula(`${"not ".repeat(900)}a`, words);
  expect(nots.ok ? "" : nots.problem.code).toBe("formulaTooDeep");
  const long = parseFormula("a + ".repeat(2000), words);
  expect(long.ok ? "" : long.problem.code).toBe("formulaTooLong");
});

test("any text is parsed or refused, never thrown at", () => {
  const part = fc.constantFrom(
    "a",
    "year",
    "min(",
    "if(",
    ")",
    "(",
    ",",
    "+",
    "-",
    "*",
    "^",
    "<",
    "and",
    "not",
    "5 kr",
    "3 %",
    " ",
    "0x1",
    "§",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      expect(typeof parseFormula(parts.join(" "), words).ok).toBe("boolean");
    }),
    { numRuns: 300 },
  );
});

test("a test is a figure, a comparison and a quantity", () => {
  const outcome = parseTest("improvementNet.absence >= 33 %", words);
  expect(outcome).toMatchObject({
    ok: true,
    test: { figure: "improvementNet.absence", operator: ">=", right: { value: 0.33 } },
  });
  expect(parseTest("smallTeam/net.education.y2 > -5 tkr", words)).toMatchObject({
    ok: true,
    test: { figure: "smallTeam/net.education.y2" },
  });
});

test.each(["net", "0 < net", "net = 5 kr", "net >", "> 5", "net is positive"])("%j is no test", (text) => {
  expect(parseTest(text, words).ok).toBe(false);
});
