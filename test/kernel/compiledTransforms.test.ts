import { expect, test } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import {
  applyTransform,
  type DistributionSpec,
  type Transform,
  transformOf,
} from "../../engine/distributions/index.ts";
import { compileKernel } from "../../engine/kernel/compile/compile.ts";
import type { KernelExports } from "../../engine/kernel/compile/exports.ts";
import { columnAddress } from "../../engine/kernel/compile/layout.ts";
import { Reservations } from "../../engine/kernel/compile/memory.ts";
import { reachOf, staysInside } from "../../engine/kernel/compile/reach.ts";
import { transformPart } from "../../engine/kernel/compile/transforms.ts";
import { webAssembly } from "../../engine/kernel/wasm/platform.ts";
import { demanding, onePerFamily } from "../distributions/families.ts";
import { inputsOnly } from "../models/plainInputs.ts";

/* Scores that hardly any draw reaches: zeros of both signs, the ends of the tables and far beyond. */

const awkward = [0, -0, 9, -9, 8.999999999999998, -8.999999999999998, 9.000000000000002, 12, -12, 37.6, -37.6, 1e-320];
const specs: readonly DistributionSpec[] = [
  ...Object.values(onePerFamily),
  { family: "normal", parameters: { mean: -3, sd: 2 } },
  { family: "lognormal", parameters: { meanlog: 1, sdlog: 0.8 } },
  { family: "lognormal", parameters: { meanlog: 100, sdlog: 16 } },
  { family: "lognormal", parameters: { meanlog: -100, sdlog: 16 } },
  { family: "lognormal", parameters: { meanlog: 1, sdlog: 100 } },
  { family: "uniform", parameters: { low: -1, high: 4 } },
  { family: "uniform", parameters: { low: -0, high: 4 } },
  { family: "uniform", parameters: { low: -1e150, high: 1e150 } },
  { family: "uniform", parameters: { low: 0, high: 1e300 } },
  { family: "triangular", parameters: { low: 0, best: 1, high: 5 } },
  { family: "triangular", parameters: { low: 0, best: 0, high: 5 } },
  { family: "triangular", parameters: { low: -5, best: -0, high: -0 } },
  { family: "triangular", parameters: { low: -5, best: 0, high: 0 } },
  { family: "triangular", parameters: { low: 0.1, best: 0.7, high: 1.1 } },
  { family: "triangular", parameters: { low: 0, best: 1, high: 1e160 } },
  // At the ends of what the kernel's exponentials and logarithms are made for, and beyond.
  { family: "logUniform", parameters: { low: 1e-303, high: 1e303 } },
  { family: "logUniform", parameters: { low: 1e-305, high: 1e305 } },
  { family: "logitNormal", parameters: { meanlogit: -120, sdlogit: 16 } },
  { family: "logitNormal", parameters: { meanlogit: 600, sdlogit: 30 } },
  { family: "weibull", parameters: { shape: 0.99, scale: 3 } },
  { family: "weibull", parameters: { shape: 0.042, scale: 1e-3 } },
  { family: "weibull", parameters: { shape: 0.01, scale: 1 } },
  { family: "pareto", parameters: { low: 1, shape: 0.981 } },
  { family: "pareto", parameters: { low: 1e-3, shape: 0.042 } },
  { family: "pareto", parameters: { low: 1, shape: 0.03 } },
  { family: "exponential", parameters: { rate: 1e-6 } },
  { family: "gumbel", parameters: { location: 0, scale: 1e6 } },
  { family: "logistic", parameters: { location: -0, scale: 1e-3 } },
  { family: "cauchy", parameters: { location: 0, scale: 1e6 } },
  { family: "beta", parameters: { alpha: 32, beta: 8 } },
  { family: "beta", parameters: { alpha: 0.4, beta: 0.7 } },
  { family: "gamma", parameters: { alpha: 6.25, beta: 0.001 } },
  { family: "normal", parameters: { mean: 0, sd: 1 }, min: 0 },
  { family: "normal", parameters: { mean: 0, sd: 1 }, max: 0 },
  { family: "normal", parameters: { mean: 0, sd: 1 }, max: -0 },
  { family: "normal", parameters: { mean: 0.18, sd: 0.07 }, min: -0.2, max: 0.8 },
];

const kernel = compileKernel(inputsOnly(["m/x"]).graph);
const module = new (webAssembly()!.Module)(kernel.bytes);
const at = columnAddress(kernel.layout, 0);

/** Values that the kernel makes of scores, told how far they reach. */
function compiled(transform: Transform, scores: Float64Array, reach: number): Float64Array {
  const exports = new (webAssembly()!.Instance)(module).exports as unknown as KernelExports;
  const memory = new Reservations(kernel.layout.end);
  const part = transformPart(transform, at, memory, reach);
  memory.settle(exports.memory);
  const column = new Float64Array(exports.memory.buffer, at, blockSize);
  column.set(scores);
  part(exports)!(0);
  return column;
}

test.each(specs)("$family $parameters, $min to $max", (spec) => {
  const transform = transformOf(spec);
  for (const reach of [reachOf(), 8.999, 36, Number.POSITIVE_INFINITY]) {
    const ends = [...awkward, reach, -reach].filter((z) => Math.abs(z) <= Math.min(reach, 40));
    const scores = Float64Array.from(
      { length: blockSize },
      (_, i) => ends[i] ?? ((i - 512) / 512) * Math.min(reach, 13),
    );
    const expected = new Float64Array(blockSize);
    applyTransform(transform, scores, expected, blockSize);
    const wrong = [...compiled(transform, scores, reach)].flatMap((x, i) =>
      Object.is(x, expected[i]) ? [] : [`${scores[i]} of ${reach}: ${x}, not ${expected[i]}`],
    );
    expect(wrong).toEqual([]);
  }
});

const led = [...Object.values(onePerFamily), ...Object.values(demanding)].filter((spec) =>
  ["knots", "steps"].includes(transformOf(spec).kind),
);

test.each(led)("beside the ends of pieces and the edges of bins: $family $parameters, $min to $max", (spec) => {
  const transform = transformOf(spec);
  if (transform.kind !== "knots" && transform.kind !== "steps") throw new Error("a table with a guide");
  const ends = transform.kind === "steps" ? transform.thresholds : transform.knots;
  const edges = [transform.guide.length, 1022, 1021, 2046, 2045].flatMap((bins) =>
    Array.from({ length: 9 }, (_, k) => (18 / bins) * Math.round((bins * (k + 0.5)) / 9) - 9),
  );
  const places = [...ends, ...edges].filter((z) => Math.abs(z) < 8.99);
  const beside = (z: number) => [-8, -2, -1, 0, 1, 2, 8].map((k) => z + k * 4.5e-16 * Math.max(1, Math.abs(z)));
  const scores = Float64Array.from({ length: blockSize }, (_, i) => {
    const around = beside(places[Math.floor((i * places.length) / blockSize)] ?? 0);
    return around[i % around.length];
  });
  const expected = new Float64Array(blockSize);
  applyTransform(transform, scores, expected, blockSize);
  expect(compiled(transform, scores, 8.999)).toEqual(expected);
});

test("where a table is said to stay inside its support, nothing it gives lies outside", () => {
  let inside = 0;
  for (const spec of specs) {
    const transform = transformOf(spec);
    if (transform.kind !== "cells") continue;
    const { cells, coefficients: c, low, high } = transform;
    for (const reach of [reachOf(), 8.9]) {
      if (!staysInside(transform, reach)) continue;
      inside++;
      for (let i = 0; i <= 20_000; i++) {
        const y = ((i / 10_000 - 1) * reach + 9) * (cells / 18);
        const t = y - Math.floor(y);
        const k = 4 * Math.floor(y);
        const x = c[k] + t * (c[k + 1] + t * (c[k + 2] + t * c[k + 3]));
        expect(x >= low && x <= high).toBe(true);
      }
    }
    expect(staysInside(transform, 9)).toBe(false);
    expect(staysInside({ ...transform, low: c[4 * (cells >> 1)] }, reachOf())).toBe(false);
    expect(staysInside({ ...transform, high: c[4 * (cells >> 1)] }, reachOf())).toBe(false);
  }
  expect(inside).toBeGreaterThan(2);
});

test("a correlated score reaches as far as all those it is made of together", () => {
  expect(reachOf(Float64Array.of(0.6, -0.8, 0))).toBeCloseTo(1.4 * reachOf(), 12);
});
