/** Means and standard deviations (by the number of values) of a set of values. */
export interface RatioMoments {
  readonly counts: readonly number[];
  readonly means: readonly number[];
  readonly sds: readonly number[];
}

/**
 * Mean and standard deviation of a quotient per draw, for each replicate and then for all draws taken replicate by replicate, in
 * two passes of that order. The mean that deviations are taken from is summed with compensation; the order is part of the
 * meaning. Source: Neumaier (1974), doi:10.1002/zamm.19740540106.
 */
export class RatioSums {
  private readonly counts: Float64Array;
  private readonly sums: Float64Array;
  private readonly careful: Float64Array;
  private readonly corrections: Float64Array;
  private readonly squares: Float64Array;

  constructor(replicates: number) {
    this.counts = new Float64Array(replicates + 1);
    this.sums = new Float64Array(replicates + 1);
    this.careful = new Float64Array(replicates + 1);
    this.corrections = new Float64Array(replicates + 1);
    this.squares = new Float64Array(replicates + 1);
  }

  /** First pass. @param values NaN where there is none */
  add(replicate: number, values: Float64Array): void {
    for (const set of [replicate, this.counts.length - 1]) this.addTo(set, values);
  }

  /** Second pass: the same values in the same order. */
  addSquares(replicate: number, values: Float64Array): void {
    for (const set of [replicate, this.counts.length - 1]) {
      const mean = (this.careful[set] + this.corrections[set]) / this.counts[set];
      let sum = this.squares[set];
      for (let i = 0; i < values.length; i++) {
        const d = values[i] - mean;
        if (!Number.isNaN(d)) sum += d * d;
      }
      this.squares[set] = sum;
    }
  }

  /** Per replicate, then of all. */
  finish(): RatioMoments {
    return {
      counts: [...this.counts],
      means: Array.from(this.counts, (count, set) => this.sums[set] / count),
      sds: Array.from(this.counts, (count, set) => Math.sqrt(this.squares[set] / count)),
    };
  }

  private addTo(set: number, values: Float64Array): void {
    let count = this.counts[set];
    let plain = this.sums[set];
    let sum = this.careful[set];
    let correction = this.corrections[set];
    for (let i = 0; i < values.length; i++) {
      const x = values[i];
      if (Number.isNaN(x)) continue;
      count++;
      plain += x;
      const next = sum + x;
      correction += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
      sum = next;
    }
    this.counts[set] = count;
    this.sums[set] = plain;
    this.careful[set] = sum;
    this.corrections[set] = correction;
  }
}

/**
 * The quotient where the denominator is above zero, NaN in all other draws. Where it is infinite, and was left out for that, it
 * counts as 0.
 */
export function whereCostIsPositive(ratio: Float64Array, cost: Float64Array, into: Float64Array): Float64Array {
  for (let i = 0; i < ratio.length; i++) into[i] = cost[i] > 0 ? (Number.isNaN(ratio[i]) ? 0 : ratio[i]) : Number.NaN;
  return into;
}
