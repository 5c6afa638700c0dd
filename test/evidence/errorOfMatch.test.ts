import { expect, test } from "vitest";
import { describe } from "../../engine/distributions/index.ts";
import { errorOfMatch } from "../../engine/evidence/compound/errorOfMatch.ts";
import { matchedSum } from "../../engine/evidence/compound/matchedSum.ts";
import { momentsOfSum } from "../../engine/evidence/compound/momentsOfSum.ts";
import { UtfallError } from "../../engine/issues.ts";

/** Largest distance between the matched family and a gamma, which a sum of exponential amounts exactly is. */
function errorAgainstGamma(n: number): number {
  const exact = describe({ family: "gamma", parameters: { alpha: n, beta: 1 } });
  const match = matchedSum("shiftedLognormal", momentsOfSum({ kind: "fixed", n }, { mean: 1, variance: 1, third: 2 }));
  let worst = 0;
  for (let k = 0; k < 20_000; k++) {
    const x = (k / 20_000) * (n + 12 * Math.sqrt(n));
    worst = Math.max(worst, Math.abs(exact.cdf(x) - match.cdf(x)));
  }
  return worst;
}

test.each([1, 2, 5, 20, 50])("%d exponential amounts: the error is that against their gamma", (n) => {
  const found = errorOfMatch(describe({ family: "exponential", parameters: { rate: 1 } }), n);
  const exact = errorAgainstGamma(n);
  expect(Math.abs(found - exact)).toBeLessThan(2e-4);
  expect(exact).toBeGreaterThan(5e-4);
});

test("nothing is wrong with one lognormal amount, with normal amounts, with equal ones, and with none", () => {
  const lognormal = describe({ family: "lognormal", parameters: { meanlog: 0, sdlog: 1 } });
  expect(errorOfMatch(lognormal, 1)).toBeLessThan(2e-3);
  expect(errorOfMatch(describe({ family: "normal", parameters: { mean: 5, sd: 2 } }), 7)).toBeLessThan(2e-4);
  expect(errorOfMatch(lognormal, 0)).toBe(0);
});

test("it falls as more are added up, for a heavy tail too", () => {
  const amount = describe({ family: "lognormal", parameters: { meanlog: 0, sdlog: 1 } });
  const errors = [2, 5, 20, 50].map((n) => errorOfMatch(amount, n));
  expect([...errors].sort((a, b) => b - a)).toEqual(errors);
  expect(errors[0]).toBeLessThan(0.05);
  expect(errors[3]).toBeLessThan(0.012);
});

test("a tail without the moments is refused", () => {
  const heavy = describe({ family: "pareto", parameters: { low: 1, shape: 2.5 } });
  expect(() => errorOfMatch(heavy, 5)).toThrow(UtfallError);
});
