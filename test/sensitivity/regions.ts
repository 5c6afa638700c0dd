import type { Sample } from "../../engine/sensitivity/sample.ts";

/** Numbers from 0 to 1, the same for the same seed: mulberry32. */
function uniforms(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A sample of independent uniforms from 0 to 1 in 16 replicates, and one output of them. */
export function sampleOf(
  seed: number,
  draws: number,
  names: readonly string[],
  kind: "number" | "chance",
  output: (x: readonly number[]) => number,
): Sample {
  const next = uniforms(seed);
  const inputs = names.map((name) => ({ name, values: new Float64Array(draws) }));
  const values = Float64Array.from({ length: draws }, (_, d) => {
    for (const input of inputs) input.values[d] = next();
    return output(inputs.map((input) => input.values[d]));
  });
  return { inputs, outputs: [{ id: "y", kind, values }], replicates: { count: 16, of: (d) => d % 16 } };
}
