import { expect, describe as group, test } from "vitest";
import {
  applyTransform,
  type ClosedForm,
  type DistributionSpec,
  describe,
  type Family,
  type Transform,
  transformOf,
} from "../../engine/distributions/index.ts";
import { scalarArithmetic } from "../../engine/numeric/arithmetic.ts";
import { lognormalDraw, normalDraw } from "../../engine/numeric/programs/draws.ts";
import {
  cauchyDraw,
  elementaryPrograms,
  exponentialDraw,
  gumbelDraw,
  logisticDraw,
  logitNormalDraw,
  logUniformDraw,
  paretoDraw,
  triangularDraw,
  uniformDraw,
  weibullDraw,
} from "../../engine/numeric/programs/tailDraws.ts";
import { demanding, onePerFamily } from "./families.ts";

function draw(transform: Transform, z: number): number {
  const out = new Float64Array(1);
  applyTransform(transform, Float64Array.of(z), out, 1);
  return out[0];
}

const all: Readonly<Record<string, DistributionSpec>> = { ...onePerFamily, ...demanding };
const transforms = Object.fromEntries(Object.entries(all).map(([name, spec]) => [name, transformOf(spec)]));

test("closed forms where there are, knots where there are kinks, cells elsewhere", () => {
  const kinds = Object.entries(transforms).map(([name, { kind }]) => [name, kind]);
  expect(Object.fromEntries(kinds)).toMatchObject({
    uniform: "uniform",
    triangular: "triangular",
    normal: "normal",
    lognormal: "lognormal",
    pert: "cells",
    beta: "cells",
    gamma: "cells",
    "uniform cut": "uniform",
    "normal cut on both sides": "cells",
    "triangle cut beside its best guess": "knots",
  });
});

test("a table keeps to powers of two and to 4,096 cells", () => {
  for (const transform of Object.values(transforms)) {
    if (transform.kind !== "cells") continue;
    expect(transform.coefficients.length).toBe(4 * transform.cells);
    expect([128, 256, 512, 1024, 2048, 4096]).toContain(transform.cells);
  }
});

test("a table is the same every time", () => {
  for (const name of ["pert", "gamma", "triangle cut beside its best guess"])
    expect(transformOf(structuredClone(all[name]))).toEqual(transforms[name]);
});

group("edges of the score", () => {
  test.each(Object.entries(all))("%s", (name, spec) => {
    const transform = transforms[name];
    const [low, high] = describe(spec).support;
    expect(draw(transform, Number.NaN)).toBeNaN();
    for (const z of [Number.NEGATIVE_INFINITY, -40, -9, -0, 0, 9, 40, Number.POSITIVE_INFINITY]) {
      expect(draw(transform, z)).toBeGreaterThanOrEqual(low);
      expect(draw(transform, z)).toBeLessThanOrEqual(high);
    }
    // tables are clamped at their edge; closed forms go on
    if (transform.kind === "cells" || transform.kind === "knots") {
      expect(draw(transform, -40)).toBe(draw(transform, -9));
      expect(draw(transform, 40)).toBe(draw(transform, 9));
    }
  });
});

test("closed forms equal their programs bit for bit", () => {
  const o = scalarArithmetic;
  const { uniform, triangular, normal, lognormal } = onePerFamily;
  const [u, t, n, l] = [uniform, triangular, normal, lognormal].map((spec) => spec.parameters);
  for (let i = -400; i <= 400; i++) {
    const z = i / 43.7;
    expect(draw(transformOf(uniform), z)).toBe(uniformDraw(o, f, z, u.low, u.high));
    expect(draw(transformOf(triangular), z)).toBe(triangularDraw(o, f, z, t.low, t.best, t.high));
    expect(draw(transformOf(normal), z)).toBe(normalDraw(o, z, n.mean, n.sd));
    expect(draw(transformOf(lognormal), z)).toBe(lognormalDraw(o, z, l.meanlog, l.sdlog));
  }
});

const f = elementaryPrograms(scalarArithmetic);
type Program = (z: number, ...parameters: readonly number[]) => number;
const tailPrograms: Readonly<Record<string, Program>> = {
  exponential: (z, mean) => exponentialDraw(scalarArithmetic, f, z, mean),
  weibull: (z, shape, scale) => weibullDraw(scalarArithmetic, f, z, shape, scale),
  pareto: (z, low, shape) => paretoDraw(scalarArithmetic, f, z, low, shape),
  gumbel: (z, location, scale) => gumbelDraw(scalarArithmetic, f, z, location, scale),
  cauchy: (z, location, scale) => cauchyDraw(scalarArithmetic, f, z, location, scale),
  logistic: (z, location, scale) => logisticDraw(scalarArithmetic, f, z, location, scale),
  logUniform: (z, low, high, width) => logUniformDraw(scalarArithmetic, f, z, low, high, width),
  logitNormal: (z, meanlogit, sdlogit) => logitNormalDraw(scalarArithmetic, f, z, meanlogit, sdlogit),
};

test.each(Object.entries(tailPrograms))("%s equals its program bit for bit", (family, program) => {
  const transform = transformOf(onePerFamily[family as Family]);
  const { kind, ...parameters } = transform as ClosedForm;
  expect(kind).toBe(family);
  const wrong = [0, -0, 1e-300, 37.6, -37.6, 39, -39, 45, -45, Number.NaN];
  for (let i = -300; i <= 300; i++) wrong.push(i / 32.3);
  expect(wrong.filter((z) => !Object.is(draw(transform, z), program(z, ...Object.values(parameters))))).toEqual([]);
});

test("only `count` values are written", () => {
  const out = new Float64Array(4).fill(7);
  applyTransform(transformOf(onePerFamily.beta), new Float64Array(4), out, 2);
  expect([...out.subarray(2)]).toEqual([7, 7]);
});
