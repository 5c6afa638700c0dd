import { argsort } from "../numeric/ranks.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import { type Answered, answered, jackknifeGroups, without } from "./answered.ts";
import { centred, spectrumAt } from "./harmonics.ts";
import type { Sample } from "./sample.ts";
import { jackknifeFigure } from "./withoutEach.ts";

export const mostRbdFastDraws = 16_384;
const appetite = { method: "rbdFast", most: mostRbdFastDraws, fewest: 512 };

/** More draws let finer waves be told from noise: √n/2 harmonics, between 10, as is usual, and 32. */
const harmonicsFor = (n: number): number => Math.min(32, Math.max(10, Math.floor(Math.sqrt(n) / 2)));

/** The draws along an input and back again: every second one on the way up, the others on the way down. */
export function thereAndBack(order: Uint32Array): Uint32Array {
  const n = order.length;
  const up = Math.ceil(n / 2);
  return order.map((_, k) => order[k < up ? 2 * k : 2 * (n - k) - 1]);
}

/**
 * First-order Sobol' index by the random balance design, from given draws. The output along the input and back again makes one
 * wave; what the first M harmonics of that wave hold is what the input alone explains. Noise puts 2M/n of the rest there as well;
 * it is taken off, so that the index of an input without influence is 0 on average and may be negative.
 * Source: Tarantola, Gatelli & Mara (2006), doi:10.1016/j.ress.2005.06.003; for given draws Plischke (2010),
 * doi:10.1016/j.ress.2009.11.005; bias: Tissot & Prieur (2012), doi:10.1016/j.ress.2012.06.010.
 *
 * @param y output @param wave draws as by `thereAndBack` @param harmonics M, below n/2
 * @returns 0 where the output does not vary
 */
export function rbdFastIndex(y: Float64Array, wave: Uint32Array, harmonics: number): number {
  const { centred: around, variance } = centred(Float64Array.from(wave, (draw) => y[draw]));
  if (variance === 0) return 0;
  const frequencies = Array.from({ length: harmonics }, (_, k) => k + 1);
  const explained = (2 * spectrumAt(around, frequencies).reduce((sum, own) => sum + own, 0)) / variance;
  const noise = (2 * harmonics) / wave.length;
  return explained - (noise / (1 - noise)) * (1 - explained);
}

/**
 * `rbdFastIndex` of each input; error by leaving out each replicate in turn. An index whose interval reaches 0 is `indistinct`.
 * Inputs that are correlated each carry what they have in common with the others, so that indices overlap.
 */
export const rbdFast = (sample: Sample): readonly Analysis[] =>
  sample.outputs.map(({ id }, k) => {
    const found = answered(sample, k, appetite);
    return {
      method: "rbdFast",
      of: id,
      unit: "share",
      evaluations: 0,
      draws: found.y.length,
      measures: [{ id: "first", unit: "share" }],
      rows: found.nothing ? [] : rowsOf(found),
      notes: found.notes,
    };
  });

function rowsOf(found: Answered): readonly AnalysisRow[] {
  const groups = jackknifeGroups(found);
  const harmonics = harmonicsFor(found.y.length);
  const rows = found.inputs.map(({ name, x }) => {
    const wave = thereAndBack(argsort(x));
    const value = rbdFastIndex(found.y, wave, harmonics);
    // Each draw stays on its way.
    const left = Array.from({ length: groups.count }, (_, group) =>
      rbdFastIndex(found.y, without(wave, groups, group), harmonics),
    );
    const figure = jackknifeFigure(value, left);
    const inside = (share: number) => Math.min(1, Math.max(0, share));
    const first = { value: inside(value), se: figure.se, low: inside(figure.low), high: inside(figure.high) };
    return { inputs: [name], figures: { first }, ...(first.low > 0 ? {} : { indistinct: ["first"] }) };
  });
  return rows.sort((a, b) => b.figures.first.value - a.figures.first.value);
}
