import type { CheckedHit, Quantity } from "../../checked.ts";
import type { HitWay } from "../../risks.ts";
import { report } from "../checking.ts";
import { supportOf } from "../distribution.ts";
import type { Range } from "../places.ts";
import type { Quantities } from "../quantities.ts";
import { limitsOf, numberText } from "../ranges.ts";
import type { HitCheck, Target } from "./target.ts";

type Ends = readonly [low: number, high: number];

interface Struck {
  readonly path: string;
  readonly at: string;
  readonly how: HitWay;
  readonly number: Quantity;
  readonly target: Target;
  readonly range: Range | undefined;
}

/**
 * Between which ends a number is kept when it is multiplied or added to: a share of people stays one, and nothing that can't be
 * negative becomes so. Told where that will be needed; where it always is, that is an error.
 */
export function keptWithin({ checking, quantities }: HitCheck, struck: Struck): CheckedHit["within"] {
  const { path, at, how, number, target, range } = struck;
  if (how === "to" || range === undefined) return undefined;
  const { low, high, isShare } = limitsOf(range);
  if (low !== 0) return undefined;
  const within = isShare ? { low, high } : { low };
  const [of, by] = [endsOf(target.quantity, quantities), endsOf(number, quantities)];
  if (of === undefined || by === undefined) return within;
  const ends: Ends = how === "plus" ? [of[0] + by[0], of[1] + by[1]] : [of[0] * by[0], of[1] * by[1]];
  const most = within.high ?? Number.POSITIVE_INFINITY;
  const values = { path, low: numberText(ends[0], isShare), high: numberText(ends[1], isShare) };
  if (ends[0] > most || ends[1] < low) report(checking, "riskHitOutside", at, values);
  else if ((ends[0] < low && how === "plus" && of[0] >= low) || ends[1] > most)
    report(checking, "riskHitKept", at, values);
  return within;
}

/** Where the values of a quantity end; undefined where that can't be told before it is drawn. */
export function endsOf(quantity: Quantity | undefined, quantities: Quantities): Ends | undefined {
  const all = (items: readonly Quantity[]): Ends | undefined => {
    const ends = items.map((item) => endsOf(item, quantities));
    if (ends.some((own) => own === undefined)) return undefined;
    return [Math.min(...ends.map((own) => own![0])), Math.max(...ends.map((own) => own![1]))];
  };
  switch (quantity?.kind) {
    case "number":
      return [quantity.value, quantity.value];
    case "input": {
      const input = quantities.inputOf(quantity);
      return input && supportOf(input.distribution);
    }
    case "reference":
      return endsOf(quantities.at(quantity.to), quantities);
    case "byYear":
      return all(quantity.items);
    case "bySegment":
      return all(Object.values(quantity.items));
    default:
      return undefined;
  }
}
