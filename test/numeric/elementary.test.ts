import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scalarArithmetic } from "../../engine/numeric/arithmetic.ts";
import { exp, expOfSum, ln, normalCdf, normalTail, normalUpper, power } from "../../engine/numeric/elementary.ts";
import { expOfSumProgram, expProgram } from "../../engine/numeric/programs/exp.ts";
import { lnProgram } from "../../engine/numeric/programs/ln.ts";
import { normalCdfProgram, normalTailProgram } from "../../engine/numeric/programs/normal.ts";
import { powerProgram } from "../../engine/numeric/programs/power.ts";

const edges = [
  0,
  -0,
  1,
  -1,
  0.5,
  2,
  Math.SQRT1_2,
  Math.SQRT2,
  1e-300,
  1e300,
  5e-324,
  1e-310,
  -1e-310,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  709.782712893384,
  709.7827128933841,
  710,
  -745.1332191019411,
  -745.1332191019412,
  -746,
  37.5,
  -37.5,
  38.6,
  -38.6,
  40,
  -40,
  4503599627370496,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
];

/** Units in the last place between a result and the right value. */
function ulps(got: number, right: number): number {
  if (Object.is(got, right) || got === right) return 0;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(right));
  const bits = view.getBigUint64(0);
  view.setBigUint64(0, bits + 1n);
  return Math.abs(got - right) / (view.getFloat64(0) - Math.abs(right));
}

/** A plain sequence of numbers in [0, 1), the same every time. */
function* unit(count: number): Generator<number> {
  for (let i = 1, x = 0.5; i <= count; i++) {
    x = (x + 0.6180339887498949) % 1;
    yield x;
  }
}

describe("the written-out functions equal their programs bit for bit", () => {
  const o = scalarArithmetic;
  const pairs: [string, (x: number) => number, (x: number) => number, (u: number) => number][] = [
    ["exp", exp, (x) => expProgram(o, x), (u) => (u - 0.5) * 1500],
    ["exp of a sum", (x) => expOfSum(x, x * 1e-17), (x) => expOfSumProgram(o, x, x * 1e-17), (u) => (u - 0.5) * 1500],
    ["ln", ln, (x) => lnProgram(o, x), (u) => Math.exp((u - 0.5) * 1480)],
    ["Φ", normalCdf, (x) => normalCdfProgram(o, x), (u) => (u - 0.5) * 80],
    ["Φ(−|z|)", normalTail, (x) => normalTailProgram(o, x), (u) => (u - 0.5) * 20],
  ];
  test.each(pairs)("%s", (_, fast, plain, spread) => {
    const differ: number[] = [];
    for (const x of edges) if (!Object.is(fast(x), plain(x))) differ.push(x);
    for (const u of unit(100_000)) {
      const x = spread(u);
      if (!Object.is(fast(x), plain(x))) differ.push(x);
    }
    expect(differ).toEqual([]);
  });
});

test("power equals its program bit for bit", () => {
  const differ: string[] = [];
  const check = (x: number, y: number) => {
    const [fast, plain] = [power(x, y), powerProgram(scalarArithmetic, x, y)];
    if (!Object.is(fast, plain)) differ.push(`${x}^${y}: ${fast}, ${plain}`);
  };
  for (const x of edges) for (const y of [...edges, 3, -3, 0.25, 1e19, -1e19]) check(x, y);
  let last = 0.5;
  for (const u of unit(100_000)) {
    check(Math.exp((u - 0.5) * 20), (last - 0.5) * 60);
    check(-0.5 - u, Math.floor(200 * (last - 0.5)));
    last = (u * 7919) % 1;
  }
  expect(differ).toEqual([]);
});

describe("errors against the platform's functions, themselves within an ulp", () => {
  const worst = (f: (x: number) => number, right: (x: number) => number, spread: (u: number) => number) => {
    let most = 0;
    for (const u of unit(100_000)) most = Math.max(most, ulps(f(spread(u)), right(spread(u))));
    return most;
  };
  test("exp over the whole range", () => expect(worst(exp, Math.exp, (u) => -745 + 1454 * u)).toBeLessThanOrEqual(2));
  test("exp near 0", () => expect(worst(exp, Math.exp, (u) => u - 0.5)).toBeLessThanOrEqual(2));
  test("ln over the whole range", () => {
    expect(worst(ln, Math.log, (u) => Math.exp(-740 + 1449 * u))).toBeLessThanOrEqual(2);
  });
  test("ln near 1", () => expect(worst(ln, Math.log, (u) => 0.9 + 0.2 * u)).toBeLessThanOrEqual(2));
  test("powers of ordinary size", () => {
    expect(
      worst(
        (x) => power(x, 7.3),
        (x) => x ** 7.3,
        (u) => 0.01 + 40 * u,
      ),
    ).toBeLessThanOrEqual(3);
    expect(
      worst(
        (x) => power(1.035, x),
        (x) => 1.035 ** x,
        (u) => 80 * (u - 0.5),
      ),
    ).toBeLessThanOrEqual(3);
  });
});

describe("special values", () => {
  test("exp", () => {
    expect(exp(0)).toBe(1);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(709.79)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(-745.13)).toBe(5e-324);
    expect(exp(-746)).toBe(0);
    expect(exp(Number.NaN)).toBeNaN();
  });
  test("ln", () => {
    expect(ln(1)).toBe(0);
    expect(ln(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(ln(-1)).toBeNaN();
    expect(ln(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(ulps(ln(5e-324), -744.4400719213812)).toBeLessThanOrEqual(1);
    expect(ln(Number.NaN)).toBeNaN();
  });
  test("Φ", () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
    expect(normalCdf(Number.NaN)).toBeNaN();
    expect(normalUpper(3)).toBe(normalCdf(-3));
  });
  test("power agrees with IEEE 754 on the edges", () => {
    const wrong: string[] = [];
    for (const x of edges)
      for (const y of [
        0,
        -0,
        1,
        2,
        -1,
        3,
        0.5,
        -2.5,
        1e300,
        -1e300,
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
        Number.NaN,
      ]) {
        const got = power(x, y);
        // JavaScript leaves 1^NaN and (±1)^±∞ as NaN; IEEE 754 and we say 1
        const right = x === 1 || (x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY) ? 1 : x ** y;
        const tolerance = Math.abs(right) === Number.POSITIVE_INFINITY || right === 0 ? 0 : 24;
        const sameSize =
          x === 0 ? Math.abs(got) === Math.abs(right) || Object.is(got, right) : ulps(got, right) <= tolerance;
        if (!sameSize && !(Number.isNaN(got) && Number.isNaN(right))) wrong.push(`${x}^${y} = ${got}, not ${right}`);
      }
    expect(wrong).toEqual([]);
  });
  test("power is exact where it can be", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (x) => {
        expect(power(x, 0)).toBe(1);
        expect(power(x, 1)).toBe(x);
        expect(power(x, 2)).toBe(x * x);
        expect(power(1, x)).toBe(1);
      }),
      { seed: 464 },
    );
  });
  test("a negative base keeps the sign of odd powers", () => {
    expect(power(-2, 3)).toBe(-8);
    expect(power(-2, 4)).toBe(16);
    expect(power(-2, 0.5)).toBeNaN();
  });
});
