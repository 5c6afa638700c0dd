import type { Issue } from "../issues.ts";
import { betaTails } from "../numeric/incompleteBeta.ts";
import type { Figure } from "../result/estimate.ts";
import { shareFigure } from "../result/figure.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import { type Answered, answered } from "./answered.ts";
import { bothOutcomes, type DivideOptions, type Outcomes } from "./outcomes.ts";
import { type Box, boundsOf, findBox } from "./primBox.ts";
import type { Sample } from "./sample.ts";

export const mostPrimDraws = 65_536;
/** Of the outcomes asked about, each half of the draws must hold so many. */
const fewest = 30;
/** Boxes are sought in half of them; errors come from the rest. */
const fewestReplicates = 4;

export interface PrimOptions extends DivideOptions {
  /** Inputs that a box restricts at most: 3 where absent. */
  readonly most?: number;
  /** Share of a box's draws that is peeled off at a time: 0.05 where absent. */
  readonly peeled?: number;
}

/** One input of a box: the values it holds there, in the input's unit. */
export interface BoxRestriction {
  readonly input: string;
  /** At least this; absent where there is no lower bound. */
  readonly low?: number;
  /** At most this. */
  readonly high?: number;
  /** Chance of a box as pure, were this restriction without meaning: of so many draws so many hits, at the purity without it. */
  readonly quasiP: number;
}

/** A box in words' reach: in `coverage` of the outcomes named the inputs lie within it, and of all that lie there `density` end so. */
export interface OutcomeBox {
  readonly of: string;
  readonly outcomes: Outcomes["name"];
  /** Of a number: `low` is at or below this, `high` at or above. */
  readonly threshold?: number;
  readonly restrictions: readonly BoxRestriction[];
  readonly coverage: Figure;
  readonly density: Figure;
  /** Share of all draws that lie in the box. */
  readonly mass: Figure;
  /** Share of all draws that end so. */
  readonly base: Figure;
}

/**
 * Boxes by the patient rule induction method: which values of a few inputs together lead to failure, and which to success – of a number, to
 * its lowest and its highest tenth. Found in every other replicate and measured in the rest, so that coverage (share of those outcomes that
 * lie in the box), density (share of the box that ends so) and mass are not flattered by the search. `more.boxes` holds `OutcomeBox`es.
 * One box is told for each outcome; where failure has several separate causes it tells the largest. Bounds of inputs that are
 * correlated with a cause may stand for it.
 * Source: Friedman & Fisher (1999), doi:10.1023/A:1008894516817; quasi-p: Bryant & Lempert (2010), doi:10.1016/j.techfore.2009.08.002.
 */
export function prim(sample: Sample, options: PrimOptions = {}): readonly Analysis[] {
  const { most = 3, peeled = 0.05 } = options;
  if (!(Number.isInteger(most) && most >= 1)) throw new RangeError(`most must be a whole number from 1, got ${most}`);
  if (!(peeled > 0 && peeled < 1)) throw new RangeError(`peeled must lie between 0 and 1, got ${peeled}`);
  if (sample.replicates.count < fewestReplicates)
    throw new RangeError(
      `boxes need ${fewestReplicates} replicates, two for each half, got ${sample.replicates.count}`,
    );
  return sample.outputs.map((output, k) => {
    const own = answered(sample, k, { method: "prim", most: mostPrimDraws, fewest: 4 * fewest });
    const notes: Issue[] = [...own.notes];
    const boxes: OutcomeBox[] = [];
    const draws = own.y.length;
    if (!own.nothing && own.replicates >= fewestReplicates)
      for (const outcomes of bothOutcomes(output, own.y, options)) {
        const smaller = smallestHalf(own.replicateAt, outcomes);
        if (smaller < fewest) {
          const needed = Math.ceil((draws * fewest) / Math.max(1, smaller));
          const few = { draws, method: `prim: ${outcomes.name}`, needed };
          notes.push({ code: "sensitivityFewDraws", path: output.id, with: few });
          continue;
        }
        const box = boxOf(output.id, own, outcomes, most, peeled);
        if (box === undefined)
          notes.push({
            code: "sensitivityNoBox",
            path: output.id,
            with: { output: output.id, outcomes: outcomes.name, most },
          });
        else boxes.push(box);
      }
    return {
      method: "prim",
      of: output.id,
      unit: "share",
      evaluations: 0,
      draws,
      measures: ["coverage", "density", "mass", "base"].map((id) => ({ id, unit: "share" })),
      rows: boxes.map(rowOf),
      more: { boxes },
      notes,
    };
  });
}

/** Replicates in which boxes are sought; the others measure them. */
const seeks = (replicate: number): boolean => replicate % 2 === 0;

function smallestHalf(replicate: Uint16Array, { hit }: Outcomes): number {
  const counts = [0, 0, 0, 0];
  for (let k = 0; k < hit.length; k++) counts[(seeks(replicate[k]) ? 0 : 2) + hit[k]]++;
  return Math.min(...counts);
}

const rowOf = ({ outcomes, restrictions, coverage, density, mass, base }: OutcomeBox): AnalysisRow => ({
  inputs: restrictions.map(({ input }) => input),
  group: outcomes,
  figures: { coverage, density, mass, base },
  ...(density.low > base.value ? {} : { indistinct: ["density"] }),
});

function boxOf(
  of: string,
  own: Answered,
  { name, threshold, hit }: Outcomes,
  most: number,
  peeled: number,
): OutcomeBox | undefined {
  const { inputs, replicateAt } = own;
  const sought = Uint32Array.from(replicateAt, (_, k) => k).filter((k) => seeks(replicateAt[k]));
  const columns = inputs.map(({ x }) => Float64Array.from(sought, (k) => x[k]));
  const ownHits = Uint8Array.from(sought, (k) => hit[k]);
  const box = findBox(columns, ownHits, peeled, most);
  if (box === undefined) return undefined;
  const measured = measure(box, own, hit);
  const { all, hits, within, hitsWithin } = measured;
  const held = sum(within);
  const heldHits = sum(hitsWithin);
  // A box that holds nothing where it is measured has no density.
  if (held === 0) return undefined;
  const restrictions = boundsOf(box).map((i): BoxRestriction => {
    const without = { low: box.low.slice(), high: box.high.slice() };
    without.low[i] = Number.NEGATIVE_INFINITY;
    without.high[i] = Number.POSITIVE_INFINITY;
    const wider = measure(without, own, hit);
    const purity = sum(wider.hitsWithin) / sum(wider.within);
    return {
      input: inputs[i].name,
      ...(Number.isFinite(box.low[i]) ? { low: box.low[i] } : {}),
      ...(Number.isFinite(box.high[i]) ? { high: box.high[i] } : {}),
      quasiP: chanceOfAtLeast(heldHits, held, purity),
    };
  });
  return {
    of,
    outcomes: name,
    ...(threshold === undefined ? {} : { threshold }),
    restrictions: restrictions.sort((a, b) => a.quasiP - b.quasiP),
    coverage: shareFigure(hitsWithin, hits),
    density: shareFigure(hitsWithin, within),
    mass: shareFigure(within, all),
    base: shareFigure(hits, all),
  };
}

const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

/** P(X ≥ hits) of `n` trials with probability p. */
function chanceOfAtLeast(hits: number, n: number, p: number): number {
  if (hits === 0 || p >= 1) return 1;
  const out = new Float64Array(3);
  betaTails(hits, n - hits + 1)(p, 1 - p, out);
  return out[1];
}

/** By replicate that measures: draws, hits, draws in the box, hits in the box. */
function measure(
  box: Box,
  { inputs, replicateAt, replicates }: Pick<Answered, "inputs" | "replicateAt" | "replicates">,
  hit: Uint8Array,
) {
  const [all, hits, within, hitsWithin] = [0, 1, 2, 3].map(() => new Array<number>(replicates).fill(0));
  const bounds = boundsOf(box);
  for (let k = 0; k < hit.length; k++) {
    const r = replicateAt[k];
    all[r]++;
    hits[r] += hit[k];
    if (!bounds.every((i) => inputs[i].x[k] >= box.low[i] && inputs[i].x[k] <= box.high[i])) continue;
    within[r]++;
    hitsWithin[r] += hit[k];
  }
  const ofMeasuring = (own: readonly number[]) => own.filter((_, r) => !seeks(r));
  return {
    all: ofMeasuring(all),
    hits: ofMeasuring(hits),
    within: ofMeasuring(within),
    hitsWithin: ofMeasuring(hitsWithin),
  };
}
