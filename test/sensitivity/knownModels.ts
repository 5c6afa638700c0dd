import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import type { Sample } from "../../engine/sensitivity/sample.ts";
import { sampleFrom, uniforms } from "./samples.ts";

/** A model whose first-order indices are known, as a function of independent uniform numbers. */
export interface KnownModel {
  readonly first: readonly number[];
  readonly inputs: (u: readonly number[]) => readonly number[];
  readonly output: (x: readonly number[]) => number;
  /** Whether its inputs are correlated. */
  readonly correlated?: boolean;
}

const gA = [0, 1, 4.5, 9, 99, 99, 99, 99];
const normals = (u: readonly number[]) => u.map(normalQuantile);

/** The exact indices are those of `sensitivity-analytic` (closed forms). */
export const knownModels: Readonly<Record<string, KnownModel>> = {
  ishigami: {
    first: [0.31390519114781146, 0.4424111447900408, 0],
    inputs: (u) => u.map((own) => Math.PI * (2 * own - 1)),
    output: ([a, b, c]) => Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a),
  },
  gFunction: {
    first: [
      0.7161921688790333, 0.1790480422197583, 0.023675774177819284, 0.007161921688790333, 7.161921688790333e-5,
      7.161921688790333e-5, 7.161921688790333e-5, 7.161921688790333e-5,
    ],
    inputs: (u) => u,
    output: (x) => x.reduce((product, own, i) => (product * (Math.abs(4 * own - 2) + gA[i])) / (1 + gA[i]), 1),
  },
  linear: {
    first: [0.15723270440251572, 0.15723270440251572, 0.6289308176100629, 0.05660377358490566],
    inputs: (u) => normals(u),
    output: ([a, b, c, d]) => a + b + 2 * c + 0.6 * d,
  },
  lognormals: {
    first: [0.16123690855037842, 0.7419084323100511, 0.017207010314391955],
    inputs: (u) => normals(u),
    output: ([a, b, c]) => Math.exp(0.3 * a + 1 + 0.6 * b + 2 + 0.1 * c),
  },
  correlated: {
    first: [0.654054054054054, 0.9135135135135135],
    inputs: (u) => {
      const [a, b] = normals(u);
      return [a, 1.2 * a + 1.6 * b];
    },
    output: ([a, b]) => a + b,
    correlated: true,
  },
  switch: {
    first: [0.9347110253207676, 0.018394458953105482, 0.0027818780515499035],
    inputs: ([z, a, b]) => [z < 0.3 ? 1 : 0, 120 + 30 * normalQuantile(a), -20 + 5 * normalQuantile(b)],
    output: ([z, a, b]) => (z === 1 ? a : b),
  },
  alone: { first: [1, 0], inputs: (u) => u, output: ([a]) => Math.exp(2 * a) },
};

export function sampleOfKnown({ first, inputs, output }: KnownModel, name: string, n: number): Sample {
  const u = first.map((_, i) => uniforms(`${name} ${i}`, n));
  const x = Array.from({ length: n }, (_, d) => inputs(u.map((own) => own[d])));
  return sampleFrom(
    Float64Array.from(x, output),
    first.map((_, i) => Float64Array.from(x, (own) => own[i])),
  );
}
