import { expect, test } from "vitest";
import { betaIComplementInverse } from "../../engine/numeric/betaQuantile.ts";
import { binomialInterval } from "../../engine/numeric/binomialInterval.ts";
import { normalUpper } from "../../engine/numeric/elementary.ts";
import { expm1 } from "../../engine/numeric/expm1.ts";
import { gammaQInverse } from "../../engine/numeric/gammaQuantile.ts";
import { betaIComplement } from "../../engine/numeric/incompleteBeta.ts";
import { gammaQ } from "../../engine/numeric/incompleteGamma.ts";
import { log1p } from "../../engine/numeric/log1p.ts";
import { normalQuantile, normalUpperQuantile } from "../../engine/numeric/normalQuantile.ts";
import { integrate, integrateShort } from "../../engine/numeric/quadrature.ts";
import { arcsine, sine } from "../../engine/numeric/sine.ts";
import { studentTQuantile } from "../../engine/numeric/studentT.ts";
import { misses } from "../accuracy/answer.ts";
import { specialAnswers } from "../accuracy/specialFunctions.ts";
import { reference } from "../reference.ts";

for (const known of reference("special-functions").cases)
  test(`${known.id} on every row of the reference`, () => expect(misses(specialAnswers(known))).toEqual([]));

const close = (got: number, right: number, relative: number) =>
  expect(Math.abs(got - right)).toBeLessThanOrEqual(relative * Math.abs(right));

test("expm1, log1p and sine against the platform's", () => {
  for (let i = 1; i < 1000; i++) {
    const x = (i - 500) / 400;
    close(expm1(x), Math.expm1(x), 4e-16);
    close(expm1(x * 1e-9), Math.expm1(x * 1e-9), 4e-16);
    if (x > -1) close(log1p(x), Math.log1p(x), 4e-16);
    close(log1p(x * 1e-9), Math.log1p(x * 1e-9), 4e-16);
    const angle = (x * Math.PI) / 2.5;
    close(sine(angle), Math.sin(angle), 5e-16);
    close(arcsine(x / 1.25), Math.asin(x / 1.25), 5e-16);
  }
});

test("the arcsine holds at its ends", () => {
  expect(arcsine(1)).toBe(Math.PI / 2);
  expect(arcsine(-1)).toBe(-Math.PI / 2);
  expect(arcsine(0)).toBe(0);
  close(arcsine(1 - 2 ** -40), Math.asin(1 - 2 ** -40), 5e-16);
  expect(arcsine(1.0000001)).toBeNaN();
});

test("the upper quantile of the normal goes as far as doubles do", () => {
  close(normalUpperQuantile(1e-300), 37.0470962993612, 1e-13);
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(normalQuantile(1.5)).toBeNaN();
  // Φ(37.5) is 1; its complement is not
  close(normalUpperQuantile(normalUpper(37)), 37, 1e-13);
});

test("complementary inverses keep the digits of a small upper tail", () => {
  for (const q of [1e-200, 1e-30, 1e-9, 0.3]) {
    close(gammaQ(6.25, gammaQInverse(6.25, q)), q, 1e-11);
    // with 1 − x near 1e-5 the double x no longer knows its distance to 1 to so many digits
    if (q > 1e-100) close(betaIComplement(2.5, 40, betaIComplementInverse(2.5, 40, q)), q, 1e-11);
  }
});

test("Student's t: closed forms at 1 and 2 degrees of freedom, tables beyond", () => {
  for (const p of [1e-12, 0.001, 0.025, 0.3, 0.8, 0.995]) {
    close(studentTQuantile(p, 1), -1 / Math.tan(Math.PI * p), 1e-11);
    close(studentTQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 1e-12);
  }
  close(studentTQuantile(0.975, 15), 2.131449545559776, 1e-13);
  expect(studentTQuantile(0.5, 7)).toBe(0);
});

test("exact binomial interval: 0, n, and ten of hundred", () => {
  expect(binomialInterval(0, 20, 0.95)[0]).toBe(0);
  close(binomialInterval(0, 20, 0.95)[1], 1 - 0.025 ** (1 / 20), 1e-13);
  expect(binomialInterval(20, 20, 0.95)[1]).toBe(1);
  const [low, high] = binomialInterval(10, 100, 0.95);
  close(low, 0.04900468922148595, 1e-12);
  close(high, 0.17622259774002266, 1e-12);
});

test("quadrature: smooth, singular at an end, and short", () => {
  close(
    integrate((x) => 1 / (1 + x * x), 0, 1),
    Math.PI / 4,
    1e-14,
  );
  close(
    integrate((x) => 1 / Math.sqrt(x), 0, 1),
    2,
    1e-13,
  );
  close(
    integrateShort((x) => x ** 15, 0, 2),
    4096,
    1e-13,
  );
});
