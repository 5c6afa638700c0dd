import { power } from "../../numeric/elementary.ts";
import { normalDensity } from "../../numeric/normalQuantile.ts";
import { describeSample } from "./describeSample.ts";

/** Silverman's rule: (3n/4)^(−1/5) times the sample's standard deviation (Silverman 1986, section 3.4.2, ISBN 978-0-412-24620-3). */
export function silvermanBandwidth(data: ArrayLike<number>): number {
  return power(0.75 * data.length, -0.2) * (describeSample(data).sd ?? 0);
}

/** Density of the data with a normal kernel of this standard deviation, as a function. */
export function kernelDensity(data: ArrayLike<number>, bandwidth = silvermanBandwidth(data)): (x: number) => number {
  const points = Float64Array.from(data);
  return (x) => {
    let sum = 0;
    for (const point of points) sum += normalDensity((x - point) / bandwidth);
    return sum / (points.length * bandwidth);
  };
}
