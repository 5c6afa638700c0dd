import { type ReferenceClass, type Shrunk, shrinkTowards } from "../evidence/shrink.ts";
import { normalCdf } from "../numeric/elementary.ts";
import { normalDensity } from "../numeric/normalQuantile.ts";
import { integrate } from "../numeric/quadrature.ts";

/** What a proposal is said to be worth, and how far that may be from what it is worth. */
export interface PromisedValue {
  readonly estimate: number;
  /** Above 0. */
  readonly standardError: number;
}

export interface Selection {
  /** Place of the highest estimate: what is picked by the promises as they stand. */
  readonly picked: number;
  /** What it promises, and what can be expected of it. */
  readonly promised: number;
  readonly expected: number;
  /** Promised − expected, 0 or more where it lies above the class's mean. */
  readonly disappointment: number;
  /** Each beside what it becomes in the light of comparable programmes. */
  readonly shrunken: readonly Shrunk[];
  /** Place of the highest shrunken value, which is what one should pick. */
  readonly best: number;
  /** By proposal, and then by rank from the best on: the chance that it has that rank. */
  readonly rankProbability: readonly (readonly number[])[];
}

/** Beyond so many standard deviations of its own no proposal is looked for. */
const reach = 9;

/**
 * Whoever picks the best of several uncertain proposals picks, on the mean, one that has been overestimated. With true values that
 * spread as a class of comparable programmes does, each is expected to lie between its estimate and the class's mean; picked by these
 * shrunken values, what is promised is what can be expected. The ranks are those of independent normal values; for k proposals
 * they cost k² quadratures' points, and at a point of the integral the others are counted one by one (Poisson binomial).
 * Source: Smith & Winkler (2006), doi:10.1287/mnsc.1050.0451; ranks Laird & Louis (1989), doi:10.3102/10769986014001029.
 *
 * @throws UtfallError `evidenceRule` where a standard error is not above zero or a spread is negative; RangeError for no proposals
 */
export function correctSelection(proposals: readonly PromisedValue[], reference: ReferenceClass): Selection {
  if (proposals.length === 0) throw new RangeError("there is nothing to pick from");
  const shrunken = proposals.map((own) => shrinkTowards(own, reference));
  const picked = highest(proposals.map(({ estimate }) => estimate));
  const [promised, expected] = [proposals[picked].estimate, shrunken[picked].mean];
  return {
    picked,
    promised,
    expected,
    disappointment: promised - expected,
    shrunken,
    best: highest(shrunken.map(({ mean }) => mean)),
    rankProbability: rankProbabilities(shrunken),
  };
}

const highest = (values: readonly number[]): number =>
  values.reduce((best, value, k) => (value > values[best] ? k : best), 0);

/**
 * The chance that each of several independent normal values has each rank, the highest first. A value without spread is a number;
 * of equal numbers the first counts as higher.
 */
export function rankProbabilities(
  values: readonly { readonly mean: number; readonly sd: number }[],
): readonly (readonly number[])[] {
  return values.map((own, k) => {
    const others = values.filter((_, other) => other !== k);
    const earlier = (other: number): boolean => other < k;
    const ranksAt = (x: number) => ranksOf(others.map((other, at) => aboveAt(other, x, earlier(at))));
    if (own.sd === 0) return ranksAt(own.mean);
    return values.map((_, rank) =>
      Math.min(
        1,
        integrate((z) => normalDensity(z) * ranksAt(own.mean + own.sd * z)[rank], -reach, reach, 1e-10),
      ),
    );
  });
}

function aboveAt({ mean, sd }: { readonly mean: number; readonly sd: number }, x: number, counted: boolean): number {
  if (sd > 0) return normalCdf((mean - x) / sd);
  return mean > x || (mean === x && counted) ? 1 : 0;
}

/** By number: the chance that so many of some independent events happen. */
function ranksOf(chances: readonly number[]): readonly number[] {
  const counts = [1];
  for (const chance of chances) {
    counts.push(0);
    for (let k = counts.length - 1; k >= 0; k--)
      counts[k] = counts[k] * (1 - chance) + (k > 0 ? counts[k - 1] * chance : 0);
  }
  return counts;
}
