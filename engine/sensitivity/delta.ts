import { power } from "../numeric/elementary.ts";
import { argsort } from "../numeric/ranks.ts";
import type { Figure } from "../result/estimate.ts";
import type { Analysis } from "./analysis.ts";
import { type Answered, answered, jackknifeGroups, without } from "./answered.ts";
import { deltaPlugIn, equalClasses } from "./deltaOf.ts";
import type { Sample } from "./sample.ts";
import { shuffled } from "./shuffled.ts";
import { jackknifeFigure } from "./withoutEach.ts";

export const mostDeltaDraws = 4096;
const appetite = { method: "delta", most: mostDeltaDraws, fewest: 512 };
const unitInterval = { low: 0, high: 1 };

/** Dummies whose largest and mean delta make the noise floor. */
const dummies = 20;

/** Noise and smoothing both shrink with the number of draws to this power, by Silverman's bandwidth. */
const rate = 0.4;
const extrapolated = 1 / (power(2, rate) - 1);

/**
 * Borgonovo's delta of each input: how far knowing it moves the whole distribution of the output, from 0 (not at all) to 1. See
 * `deltaPlugIn` for the estimator. Its bias is taken off by extrapolation from the halves of the draws: kernels that smooth make
 * delta too small, noise makes it too large, both in proportion to n^(−2/5). Error by leaving out each replicate in turn. An input
 * whose plug-in value does not stand out from those of dummies (permutations) is `indistinct`; its interval begins at 0.
 * Valid for correlated inputs, of which each then also carries what it has in common with others.
 */
export const delta = (sample: Sample): readonly Analysis[] =>
  sample.outputs.map(({ id }, k) => deltaOfOutput(id, answered(sample, k, appetite)));

function deltaOfOutput(id: string, found: Answered): Analysis {
  const { y, inputs, notes, nothing } = found;
  const shape = { method: "delta", of: id, unit: "share", evaluations: 0, draws: y.length, notes };
  const measures = [{ id: "delta", unit: "share" }];
  if (nothing || inputs.length === 0) return { ...shape, measures, rows: [] };
  const cuts = inputs.map(({ x }) => cutThrice(argsort(x)));
  const plugIn = deltaPlugIn(
    y,
    cuts.map(([whole]) => whole),
  );
  const floor = deltaPlugIn(
    y,
    Array.from({ length: dummies }, (_, dummy) => equalClasses(shuffled(y.length, dummy))),
  );
  const highest = Math.max(...floor);
  const all = lessBias(y, cuts);
  const groups = jackknifeGroups(found);
  // Each draw stays in its class: classes cut anew would differ by more than what is left out.
  const left = Array.from({ length: groups.count }, (_, group) =>
    lessBias(
      y,
      cuts.map((cut) => cut.map((classes) => classes.map((own) => without(own, groups, group)))),
    ),
  );
  const rows = inputs.map(({ name }, i) => {
    const figure = jackknifeFigure(
      inside(all[i]),
      left.map((values) => values[i]),
      unitInterval,
    );
    return plugIn[i] > highest
      ? { inputs: [name], figures: { delta: figure } }
      : { inputs: [name], figures: { delta: fromZero(figure) }, indistinct: ["delta"] };
  });
  rows.sort((a, b) => b.figures.delta.value - a.figures.delta.value);
  return {
    ...shape,
    measures,
    rows,
    more: {
      plugIn: Object.fromEntries(inputs.map(({ name }, i) => [name, plugIn[i]])),
      noiseFloor: { mean: floor.reduce((sum, own) => sum + own, 0) / dummies, highest },
    },
  };
}

const inside = (share: number): number => Math.min(1, Math.max(0, share));
const fromZero = (figure: Figure): Figure => ({ ...figure, low: 0 });

/** Classes of all draws, and of each half. */
type Cut = readonly (readonly Uint32Array[])[];

const cutThrice = (order: Uint32Array): Cut => [
  equalClasses(order),
  equalClasses(order.filter((draw) => draw % 2 === 0)),
  equalClasses(order.filter((draw) => draw % 2 === 1)),
];

function lessBias(y: Float64Array, cuts: readonly Cut[]): number[] {
  const [whole, even, odd] = [0, 1, 2].map((part) =>
    deltaPlugIn(
      y,
      cuts.map((cut) => cut[part]),
    ),
  );
  return whole.map((own, i) => own + (own - (even[i] + odd[i]) / 2) * extrapolated);
}
