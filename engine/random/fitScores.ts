import { normalUpperQuantile } from "../numeric/normalQuantile.ts";

const octaves = 32;
const cellsPerOctave = 64;

/**
 * The table of scores from the definition of its cells; see `score.ts`. What draws read is kept as numbers (`scoreCoefficients.ts`),
 * since to make it takes longer than a short run; `scripts/scoreTable.mjs` writes them, and a test holds the one to the other.
 */
export function fitScores(): Float64Array {
  const coefficients = new Float64Array(4 * octaves * cellsPerOctave);
  // Chebyshev nodes of four points on [0, 1]: ½(1 − cos((2k + 1)π/8)).
  const outer = 0.03806023374435662;
  const inner = 0.30865828381745514;
  const nodes = [outer, inner, 1 - inner, 1 - outer];
  let octaveStart = 1;
  for (let i = 0; i < 33; i++) octaveStart /= 2;
  for (let octave = 0; octave < octaves; octave++, octaveStart *= 2) {
    const width = octaveStart / cellsPerOctave;
    for (let cell = 0; cell < cellsPerOctave; cell++) {
      const left = octaveStart + cell * width;
      const z = nodes.map((t) => normalUpperQuantile(left + t * width));
      const c = cubicThrough(nodes, z);
      const at = 4 * (octave * cellsPerOctave + cell);
      coefficients[at] = c[0];
      coefficients[at + 1] = c[1] / width;
      coefficients[at + 2] = c[2] / (width * width);
      coefficients[at + 3] = c[3] / (width * width * width);
    }
  }
  return coefficients;
}

/** Coefficients of 1, t, t², t³ of the cubic through four points (Newton's divided differences). */
function cubicThrough(t: readonly number[], z: readonly number[]): readonly [number, number, number, number] {
  const d01 = (z[1] - z[0]) / (t[1] - t[0]);
  const d12 = (z[2] - z[1]) / (t[2] - t[1]);
  const d23 = (z[3] - z[2]) / (t[3] - t[2]);
  const d012 = (d12 - d01) / (t[2] - t[0]);
  const d123 = (d23 - d12) / (t[3] - t[1]);
  const d0123 = (d123 - d012) / (t[3] - t[0]);
  return [
    z[0] - t[0] * (d01 - t[1] * (d012 - t[2] * d0123)),
    d01 - (t[0] + t[1]) * d012 + (t[0] * t[1] + t[0] * t[2] + t[1] * t[2]) * d0123,
    d012 - (t[0] + t[1] + t[2]) * d0123,
    d0123,
  ];
}
