import { expect, test } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import { applyTransform, type DistributionSpec, transformOf } from "../../engine/distributions/index.ts";
import { compileKernel } from "../../engine/kernel/compile/compile.ts";
import type { KernelExports } from "../../engine/kernel/compile/exports.ts";
import { columnAddress } from "../../engine/kernel/compile/layout.ts";
import { Reservations } from "../../engine/kernel/compile/memory.ts";
import { transformPart } from "../../engine/kernel/compile/transforms.ts";
import { webAssembly } from "../../engine/kernel/wasm/platform.ts";
import { inputsOnly } from "../models/plainInputs.ts";

/* Scores that hardly any draw reaches: zeros of both signs, the ends of the tables and far beyond. */

const awkward = [0, -0, 9, -9, 8.999999999999998, -8.999999999999998, 9.000000000000002, 12, -12, 37.6, -37.6, 1e-320];
const scores = Float64Array.from({ length: blockSize }, (_, i) => awkward[i] ?? (i - 512) / 40);
const specs: readonly DistributionSpec[] = [
  { family: "normal", parameters: { mean: -3, sd: 2 } },
  { family: "lognormal", parameters: { meanlog: 1, sdlog: 100 } },
  { family: "uniform", parameters: { low: -1, high: 4 } },
  { family: "triangular", parameters: { low: 0, best: 1, high: 5 } },
  { family: "triangular", parameters: { low: 0, best: 0, high: 5 } },
  { family: "beta", parameters: { alpha: 32, beta: 8 } },
  { family: "beta", parameters: { alpha: 0.4, beta: 0.7 } },
  { family: "gamma", parameters: { alpha: 6.25, beta: 0.001 } },
  { family: "normal", parameters: { mean: 0, sd: 1 }, min: 0 },
  { family: "normal", parameters: { mean: 0, sd: 1 }, max: 0 },
  { family: "normal", parameters: { mean: 0, sd: 1 }, max: -0 },
  { family: "normal", parameters: { mean: 0.18, sd: 0.07 }, min: -0.2, max: 0.8 },
];

test.each(specs)("$family $parameters, $min to $max", (spec) => {
  const kernel = compileKernel(inputsOnly(["m/x"]).graph);
  const exports = new (webAssembly()!.Instance)(new (webAssembly()!.Module)(kernel.bytes))
    .exports as unknown as KernelExports;
  const memory = new Reservations(kernel.layout.end);
  const at = columnAddress(kernel.layout, 0);
  const transform = transformOf(spec);
  const part = transformPart(transform, at, memory, Number.POSITIVE_INFINITY);
  memory.settle(exports.memory);
  const column = new Float64Array(exports.memory.buffer, at, blockSize);
  column.set(scores);
  part(exports)!(0);
  const expected = new Float64Array(blockSize);
  applyTransform(transform, scores, expected, blockSize);
  expect(
    [...column].flatMap((x, i) => (Object.is(x, expected[i]) ? [] : [`${scores[i]}: ${x}, not ${expected[i]}`])),
  ).toEqual([]);
});
