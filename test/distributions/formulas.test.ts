import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type DistributionSpec,
  describe,
  distributions,
  type Family,
  familyOf,
} from "../../engine/distributions/index.ts";
import { parametersOf } from "../../engine/distributions/table.ts";
import { onePerFamily, randomMember } from "./families.ts";
import { formulaValue, type Names } from "./formula.ts";

/* The formulas on the families' pages give what the families compute. */

const families = Object.keys(distributions) as Family[];
const told: ReadonlySet<Family> = new Set([
  "categorical",
  "empirical",
  "quantileTable",
  "histogram",
  "metalog",
  "mixture",
]);

/** Formulas cancel where the code does not. */
const near = (found: number, right: number, allowed: number, what: string) =>
  expect(Math.abs(found - right), `${what}: ${found}, not ${right}`).toBeLessThanOrEqual(allowed);

/** What a formula of the spec's page gives, and what is right: by name. */
function* answers(
  spec: DistributionSpec,
): Generator<readonly [what: string, found: number, right: number, allowed: number]> {
  const { about } = familyOf(spec.family);
  const d = describe(spec);
  const { mean, variance, skewness } = d;
  const sd = Math.sqrt(Number.isFinite(variance) ? variance : 0);
  // a family's own parameter may be called mean
  const names = { mean, variance, ...parametersOf(spec) };
  const at = (formula: string, more: Names = {}) => formulaValue(formula, { ...names, ...more }) ?? Number.NaN;
  const sumUpTo = (x: number) => [...d.atoms!].reduce((sum, k) => sum + (k <= x ? at(about.density, { x: k }) : 0), 0);
  for (const u of [0.03, 0.2, 0.5, 0.77, 0.98]) {
    const x = d.quantile(u);
    yield [`density at ${x}`, at(about.density, { x }), d.density(x), 1e-6 * d.density(x)];
    yield [`cdf at ${x}`, about.cdf.startsWith("Σ") ? sumUpTo(x) : at(about.cdf, { x }), d.cdf(x), 1e-6];
  }
  if (Number.isFinite(mean)) yield ["mean", at(about.mean), mean, 1e-6 * (Math.abs(mean) + sd)];
  if (Number.isFinite(variance)) yield ["variance", at(about.variance), variance, 1e-6 * (variance + mean * mean)];
  if (Number.isFinite(skewness)) yield ["skewness", at(about.skewness), skewness, 1e-3 * (1 + Math.abs(skewness))];
}

const none = /^no(ne| closed form)/;
test.each(families.filter((family) => !told.has(family)))("%s", (family) => {
  const { about } = familyOf(family);
  const said = (what: string) => !none.test(Object.entries(about).find(([name]) => what.startsWith(name))![1]);
  for (const [what, ...numbers] of answers(onePerFamily[family])) if (said(what)) near(...numbers, what);
  // powers and factorials leave the doubles where the code does not
  const others = fc.sample(randomMember(family), { numRuns: 8, seed: 464 }).flatMap((spec) => [...answers(spec)]);
  const finite = others.filter(([what, found]) => said(what) && Number.isFinite(found));
  expect(finite.length).toBeGreaterThan(others.length / 2);
  for (const [what, ...numbers] of finite) near(...numbers, what);
});

test("moments that are told in words", () => {
  const d = describe(onePerFamily.histogram);
  const { edges, chips } = onePerFamily.histogram.lists!;
  const total = chips.reduce((sum, count) => sum + count);
  const over = (f: (middle: number, width: number) => number) =>
    chips.reduce(
      (sum, count, i) => sum + (count / total) * f((edges[i] + edges[i + 1]) / 2, edges[i + 1] - edges[i]),
      0,
    );
  const mean = over((middle) => middle);
  const variance = over((middle, width) => (middle - mean) ** 2 + width ** 2 / 12);
  const cube = over((middle, width) => (middle - mean) ** 3 + ((middle - mean) * width ** 2) / 4);
  near(mean, d.mean, 1e-12 * mean, "mean");
  near(variance, d.variance, 1e-12 * variance, "variance");
  near(cube / variance ** 1.5, d.skewness, 1e-12, "skewness");

  const mixed = describe(onePerFamily.mixture);
  const parts = onePerFamily.mixture.parts!.map(describe);
  const { weights } = onePerFamily.mixture.lists!;
  const sum = (f: (part: (typeof parts)[number]) => number) =>
    parts.reduce((all, part, i) => all + weights[i] * f(part), 0);
  const centre = sum((part) => part.mean);
  const spread = sum((part) => part.variance + (part.mean - centre) ** 2);
  // the parts are normal: their own third central moment is 0
  const third = sum((part) => 3 * (part.mean - centre) * part.variance + (part.mean - centre) ** 3);
  near(centre, mixed.mean, 1e-12 * centre, "mean");
  near(spread, mixed.variance, 1e-12 * spread, "variance");
  near(third / spread ** 1.5, mixed.skewness, 1e-12, "skewness");
});

test("a metalog's quantile function is the one on its page", () => {
  const { quantile } = describe(onePerFamily.metalog);
  // three terms through 200, 300, 450 at 10, 50, 90 %
  const logOdds = (u: number) => Math.log(u / (1 - u));
  const a2 = (450 - 200) / (2 * logOdds(0.9));
  const a3 = (450 + 200 - 2 * 300) / (2 * 0.4 * logOdds(0.9));
  for (const u of [0.01, 0.1, 0.4, 0.5, 0.9, 0.999])
    near(quantile(u), 300 + a2 * logOdds(u) + a3 * (u - 0.5) * logOdds(u), 1e-9, `quantile ${u}`);
});
