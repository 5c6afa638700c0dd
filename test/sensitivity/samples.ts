import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import { keyOf } from "../../engine/random/key.ts";
import { fillStream } from "../../engine/random/stream.ts";
import { type Sample, stridedBatches } from "../../engine/sensitivity/sample.ts";

/** Independent uniform numbers in (0, 1), pinned by name. */
export function uniforms(name: string, n: number): Float64Array {
  const numbers = new Int32Array(4 * Math.ceil(n / 4));
  fillStream(keyOf("test", name), 0, numbers);
  return Float64Array.from({ length: n }, (_, i) => ((numbers[i] >>> 0) + 0.5) / 4294967296);
}

export const normals = (name: string, n: number): Float64Array => uniforms(name, n).map(normalQuantile);

/** Draws from elsewhere of one output and its inputs, called x0, x1, … */
export const sampleFrom = (
  y: Float64Array,
  inputs: readonly Float64Array[],
  kind: "number" | "chance" = "number",
): Sample => ({
  inputs: inputs.map((values, i) => ({ name: `x${i}`, values })),
  outputs: [{ id: "y", kind, values: y }],
  replicates: stridedBatches,
});

/** A standard normal output whose correlation with the first inputs is given, and of which the last explains nothing. */
export function linearNormal(name: string, n: number, correlations: readonly number[]): Sample {
  const inputs = [...correlations, 0].map((_, i) => normals(`${name} ${i}`, n));
  const rest = Math.sqrt(1 - correlations.reduce((sum, rho) => sum + rho * rho, 0));
  const own = normals(`${name} rest`, n);
  const y = own.map((e, d) => correlations.reduce((sum, rho, i) => sum + rho * inputs[i][d], rest * e));
  return sampleFrom(y, inputs);
}
