/** Beyond this a double of the value is no longer a number. */
const huge = 1e300;

/**
 * Sums in draw order, for each replicate and then all draws: of what lies beyond the edge of a tail, and of what is below zero.
 * One accumulator each, so that the bits are those of a plain loop over the draws.
 */
export class Sums {
  readonly edges: readonly number[];
  readonly beyond: Float64Array;
  readonly losses: Float64Array;
  /** The values below zero one by one, where some replicate has none while others have. */
  readonly each: number[] = [];
  private readonly tail: "low" | "high";
  private readonly anyLoss: boolean;
  private readonly keepEach: boolean;

  /** @param edges per replicate, then of all draws @param below number of values below zero per replicate */
  constructor(tail: "low" | "high", edges: readonly number[], below: Float64Array) {
    this.tail = tail;
    this.edges = edges;
    this.beyond = new Float64Array(edges.length);
    this.losses = new Float64Array(edges.length);
    this.anyLoss = below.some((count) => count > 0);
    this.keepEach = this.anyLoss && below.some((count) => count === 0);
  }

  /** Every block of the run, in order of draws. */
  add(replicate: number, values: Float64Array): void {
    if (this.tail === "low") this.addLow(replicate, values);
    else this.addHigh(replicate, values);
    if (this.anyLoss) this.addLosses(replicate, values);
    if (this.keepEach) for (let i = 0; i < values.length; i++) if (values[i] < 0) this.each.push(values[i]);
  }

  private addLow(replicate: number, values: Float64Array): void {
    const all = this.edges.length - 1;
    const [edge, edgeOfAll] = [this.edges[replicate], this.edges[all]];
    // A replicate without values has NaN for an edge: the other one then.
    const either = edge >= edgeOfAll ? edge : edgeOfAll;
    let sum = this.beyond[replicate];
    let sumOfAll = this.beyond[all];
    for (let i = 0; i < values.length; i++) {
      const x = values[i];
      if (!(x < either)) continue;
      if (x < edge) sum += x - edge;
      if (x < edgeOfAll) sumOfAll += x - edgeOfAll;
    }
    this.beyond[replicate] = sum;
    this.beyond[all] = sumOfAll;
  }

  private addHigh(replicate: number, values: Float64Array): void {
    const all = this.edges.length - 1;
    const [edge, edgeOfAll] = [this.edges[replicate], this.edges[all]];
    const either = edge <= edgeOfAll ? edge : edgeOfAll;
    let sum = this.beyond[replicate];
    let sumOfAll = this.beyond[all];
    for (let i = 0; i < values.length; i++) {
      const x = values[i];
      if (!(x > either)) continue;
      if (x > edge) sum += x - edge;
      if (x > edgeOfAll) sumOfAll += x - edgeOfAll;
    }
    this.beyond[replicate] = sum;
    this.beyond[all] = sumOfAll;
  }

  private addLosses(replicate: number, values: Float64Array): void {
    const all = this.edges.length - 1;
    let sum = this.losses[replicate];
    let sumOfAll = this.losses[all];
    // min(x, 0) as (x − |x|)/2: exact, and no branch that would go either way at random. Adding 0 changes no sum.
    for (let i = 0; i < values.length; i++) {
      const loss = (values[i] - Math.abs(values[i])) * 0.5;
      sum += loss;
      sumOfAll += loss;
    }
    if (!(sum > -huge && sumOfAll > -huge)) {
      // A failed draw, or numbers so large that their doubles are not: the block once more, asking each value.
      sum = this.losses[replicate];
      sumOfAll = this.losses[all];
      for (let i = 0; i < values.length; i++) {
        if (!(values[i] < 0)) continue;
        sum += values[i];
        sumOfAll += values[i];
      }
    }
    this.losses[replicate] = sum;
    this.losses[all] = sumOfAll;
  }
}
