import type { DistributionSpec } from "../../distributions/index.ts";
import { impossible } from "../../issues.ts";
import { bracketRoot } from "../../numeric/bracketRoot.ts";

/**
 * The triangular distribution with mode `best` of which `low` and `high` are the ends of the central interval of this level: with
 * 0.9 the 5th and the 95th percentile. With tail t and width D the distance L from the mode to the lower end solves
 * (L − (best − low))² = t·L·D, the upper one likewise, and the two make D, which is found by bracketing.
 * For the PERT see `pertFromPercentiles`.
 *
 * @throws UtfallError `evidenceRule`
 */
export function triangularFromPercentiles(low: number, best: number, high: number, level = 0.9): DistributionSpec {
  if (!(low < best && best < high)) throw impossible("triangular", "low < best < high", { low, best, high });
  if (!(level > 0 && level < 1)) throw impossible("triangular", "0 < level < 1", { level });
  const tail = (1 - level) / 2;
  const reach = (known: number, width: number) =>
    known + (tail * width) / 2 + Math.sqrt(tail * width * (known + (tail * width) / 4));
  const [left, right] = [best - low, high - best];
  const excess = (width: number) => reach(left, width) + reach(right, width) - width;
  let most = 2 * (left + right);
  while (excess(most) > 0) most *= 2;
  const width = bracketRoot(excess, left + right, most)!;
  return {
    family: "triangular",
    parameters: { low: best - reach(left, width), best, high: best + reach(right, width) },
  };
}
