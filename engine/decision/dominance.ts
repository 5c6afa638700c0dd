/** Values that may come out, each with its probability or weight; in any order, equal values allowed. */
export interface Prospect {
  readonly values: ArrayLike<number>;
  /** Absent where all weigh the same. */
  readonly weights?: ArrayLike<number>;
}

export type DominanceVerdict = "a" | "b" | "none";

export interface Dominance {
  /** `a`: whoever prefers more prefers a. */
  readonly firstOrder: DominanceVerdict;
  /** `a`: whoever prefers more and dislikes risk prefers a. */
  readonly secondOrder: DominanceVerdict;
  /** `a`: so does whoever dislikes risk less the better off they are. */
  readonly thirdOrder: DominanceVerdict;
  /** ∫ max(F_a − F_b, 0): by how much a is worse, where it is worse, in the unit of the values. */
  readonly areaWhereFaAboveFb: number;
  readonly areaWhereFbAboveFa: number;
  /**
   * The first of these areas beside both together: 0 where a dominates, and the less the nearer it is to it. Absent where the
   * two are alike.
   */
  readonly almostFirstOrderEpsilonForA?: number;
}

/** Rounding of sums of weights, and of areas beside the largest of them, is not taken for a difference. */
const rounding = 1e-12;

/**
 * Stochastic dominance between two distributions of which more is better: of first order where one distribution function is
 * nowhere above the other, of second order where its integral is not, of third where the integral of that is not and the mean is
 * no less. Exact for these values; whether it holds for what they were drawn from is another question.
 * Source: Levy (2016), Stochastic Dominance, 3rd ed., doi:10.1007/978-3-319-21708-6; almost dominance Leshno & Levy (2002),
 * doi:10.1287/mnsc.48.8.1074.169.
 *
 * @throws RangeError for a value that is not finite, a negative weight, and where all weights are 0
 */
export function stochasticDominance(a: Prospect, b: Prospect): Dominance {
  const steps = differences(a, b);
  const integrals = new Integrals();
  for (const { width, height } of steps) integrals.add(width, height);
  const { above, below } = integrals;
  return {
    firstOrder: verdict(above, below, rounding * Math.max(above, below)),
    secondOrder: verdict(...integrals.second),
    thirdOrder: thirdOrder(integrals),
    areaWhereFaAboveFb: above,
    areaWhereFbAboveFa: below,
    ...(above + below > 0 ? { almostFirstOrderEpsilonForA: above / (above + below) } : {}),
  };
}

/** @param forB how far it speaks for b anywhere @param forA for a */
function verdict(forB: number, forA: number, tolerance: number): DominanceVerdict {
  if (forB <= tolerance && forA > tolerance) return "a";
  return forA <= tolerance && forB > tolerance ? "b" : "none";
}

/** The integral of F_a − F_b over everything is mean b − mean a. */
function thirdOrder({ third, area, tolerance }: Integrals): DominanceVerdict {
  const found = verdict(...third);
  if (found === "a" && area > tolerance) return "none";
  return found === "b" && area < -tolerance ? "none" : found;
}

/** F_a − F_b between one value and the next, from the left. */
function differences(a: Prospect, b: Prospect): readonly { readonly width: number; readonly height: number }[] {
  const [ours, theirs] = [stepsOf(a), stepsOf(b)];
  const steps: { width: number; height: number }[] = [];
  let [i, j] = [0, 0];
  let before = Number.NaN;
  while (i < ours.length || j < theirs.length) {
    const value = Math.min(ours[i]?.value ?? Number.POSITIVE_INFINITY, theirs[j]?.value ?? Number.POSITIVE_INFINITY);
    const height = (ours[i - 1]?.below ?? 0) - (theirs[j - 1]?.below ?? 0);
    if (steps.length > 0 || !Number.isNaN(before))
      steps.push({ width: value - before, height: Math.abs(height) < rounding ? 0 : height });
    if (ours[i]?.value === value) i++;
    if (theirs[j]?.value === value) j++;
    before = value;
  }
  return steps;
}

/** The distribution function: at each value the share that is no more than it. */
function stepsOf({ values, weights }: Prospect): readonly { readonly value: number; readonly below: number }[] {
  const order = Array.from({ length: values.length }, (_, k) => k).sort((k, l) => values[k] - values[l]);
  const weightOf = (k: number): number => (weights === undefined ? 1 : weights[k]);
  let total = 0;
  for (const k of order) {
    if (!Number.isFinite(values[k])) throw new RangeError(`a value has to be finite, got ${values[k]}`);
    if (!(weightOf(k) >= 0)) throw new RangeError(`a weight may not be negative, got ${weightOf(k)}`);
    total += weightOf(k);
  }
  if (!(total > 0)) throw new RangeError("some value must have a weight");
  const steps: { value: number; below: number }[] = [];
  let sum = 0;
  for (const k of order) {
    sum += weightOf(k);
    const last = steps.at(-1);
    if (last?.value === values[k]) last.below = sum / total;
    else steps.push({ value: values[k], below: sum / total });
  }
  return steps;
}

/** Running integrals of a step function, and how far each has been above and below zero. */
class Integrals {
  /** Of the function: the parts above and below zero. */
  above = 0;
  below = 0;
  /** Its integral so far, and the integral of that. */
  area = 0;
  private again = 0;
  private readonly most = { second: 0, third: 0 };
  private readonly least = { second: 0, third: 0 };
  private span = 0;

  add(width: number, height: number): void {
    if (height > 0) this.above += width * height;
    else this.below -= width * height;
    const before = this.area;
    this.area += width * height;
    this.see("second", this.area);
    // Within the step the second integral turns where the first passes through zero.
    const zero = height === 0 ? Number.NaN : -before / height;
    if (zero > 0 && zero < width) this.see("third", this.again + (before * zero) / 2);
    this.again += ((before + this.area) / 2) * width;
    this.see("third", this.again);
    this.span += width;
  }

  get tolerance(): number {
    return rounding * (this.above + this.below);
  }

  get second(): readonly [forB: number, forA: number, tolerance: number] {
    return [this.most.second, -this.least.second, this.tolerance];
  }

  get third(): readonly [forB: number, forA: number, tolerance: number] {
    return [this.most.third, -this.least.third, this.tolerance * this.span];
  }

  private see(order: "second" | "third", value: number): void {
    this.most[order] = Math.max(this.most[order], value);
    this.least[order] = Math.min(this.least[order], value);
  }
}
