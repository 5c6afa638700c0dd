import { type DistributionSpec, transformOf } from "../distributions/index.ts";
import { normalCdf } from "../numeric/elementary.ts";

/** A margin: continuous, or discrete with these probabilities in order of value. */
export type Margin = "continuous" | readonly number[];

/** The margin of a distribution, as it is drawn. */
export function marginOf(spec: DistributionSpec): Margin {
  const transform = transformOf(spec);
  if (transform.kind !== "steps") return "continuous";
  const reached = [...Array.from(transform.thresholds, normalCdf), 1];
  return reached.map((to, k) => to - (reached[k - 1] ?? 0));
}

interface Step {
  /** Probability below and up to this step. */
  readonly from: number;
  readonly to: number;
}

/**
 * Lowest and highest Spearman correlation (ties share their mean rank) that two margins allow: that of the two couplings of
 * Fréchet and Hoeffding, largest with largest and largest with smallest. ±1 for continuous margins; nearer to 0 where steps of
 * different size cannot be matched. Probabilities are scaled to sum to one.
 * Source: Nešlehová (2007), doi:10.1016/j.jmva.2005.11.007.
 */
export function attainableSpearman(a: Margin, b: Margin): readonly [number, number] {
  if (a === "continuous" && b === "continuous") return [-1, 1];
  if (a === "continuous") return attainableSpearman(b, a);
  const first = stepsOf(a);
  const scale = Math.sqrt(gradeVariance(first) * (b === "continuous" ? 1 / 12 : gradeVariance(stepsOf(b))));
  const upwards = b === "continuous" ? withContinuous(first) : matched(first, stepsOf(b));
  const downwards = b === "continuous" ? upwards : matched(first, stepsOf([...b].reverse()));
  return [-downwards / scale, upwards / scale];
}

function stepsOf(probabilities: readonly number[]): readonly Step[] {
  const total = probabilities.reduce((sum, p) => sum + p, 0);
  let reached = 0;
  return probabilities.map((p) => {
    const from = reached;
    reached += p / total;
    return { from, to: reached };
  });
}

/** The grade of a step is the middle of its probabilities; grades have mean ½ and variance (1 − Σp³)/12. */
function gradeVariance(steps: readonly Step[]): number {
  return (1 - steps.reduce((sum, { from, to }) => sum + (to - from) * (to - from) * (to - from), 0)) / 12;
}

const grade = ({ from, to }: Step): number => (from + to) / 2 - 0.5;

/** Covariance of grades, largest with largest. */
function matched(a: readonly Step[], b: readonly Step[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const width = Math.min(a[i].to, b[j].to) - Math.max(a[i].from, b[j].from);
    if (width > 0) sum += width * grade(a[i]) * grade(b[j]);
    if (a[i].to <= b[j].to) i++;
    else j++;
  }
  return sum;
}

/** Covariance of a step's grade with the uniform it comes from: that of the grades themselves. */
function withContinuous(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + (step.to - step.from) * grade(step) * grade(step), 0);
}
