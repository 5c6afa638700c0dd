import { argsort } from "../numeric/ranks.ts";
import type { Sample } from "./sample.ts";

/** Some of the outcomes, to be told from the others. */
export interface Outcomes {
  /** Of a criterion `failure` and `success`; of a number `low` and `high`, the ends of what it may be. */
  readonly name: "failure" | "success" | "low" | "high";
  /** Of a number: `low` is at or below this, `high` at or above. */
  readonly threshold?: number;
  /** By draw that takes part: 1 where it is one of them. */
  readonly hit: Uint8Array;
  readonly hits: number;
}

/** Where outcomes are divided. */
export interface DivideOptions {
  /** Share of the draws that counts as an end of a number, a tenth where absent; with ties as near as can be. */
  readonly share?: number;
  /** By output: a number's `low` ends and its `high` begins here instead. */
  readonly thresholds?: Readonly<Record<string, number>>;
}

/** The two outcomes that are worth telling apart: met or not, or the ends of a number that is not the same in all draws. */
export function bothOutcomes(
  { id, kind }: Sample["outputs"][number],
  values: Float64Array,
  { share = 0.1, thresholds = {} }: DivideOptions,
): readonly [Outcomes, Outcomes] {
  if (!(share > 0 && share <= 0.5)) throw new RangeError(`share must be above 0 and at most 0.5, got ${share}`);
  const of = (name: Outcomes["name"], hit: (x: number) => boolean, threshold?: number): Outcomes => {
    const mask = new Uint8Array(values.length);
    let hits = 0;
    for (let k = 0; k < values.length; k++)
      if (hit(values[k])) {
        mask[k] = 1;
        hits++;
      }
    return { name, hit: mask, hits, ...(threshold === undefined ? {} : { threshold }) };
  };
  if (kind === "chance") return [of("failure", (x) => x === 0), of("success", (x) => x !== 0)];
  if (Object.hasOwn(thresholds, id)) {
    const threshold = thresholds[id];
    return [of("low", (x) => x <= threshold, threshold), of("high", (x) => x >= threshold, threshold)];
  }
  const order = argsort(values);
  const place = Math.max(0, Math.ceil(share * values.length) - 1);
  // Where an end is shared by many draws, the others are what can be told from it.
  const least = values[order[0]];
  const greatest = values[order[order.length - 1]];
  const atLow = values[order[place]];
  const atHigh = values[order[values.length - 1 - place]];
  const low = atLow < greatest ? atLow : before(values, order, greatest);
  const high = atHigh > least ? atHigh : after(values, order, least);
  return [of("low", (x) => x <= low, low), of("high", (x) => x >= high, high)];
}

/** The greatest value below one, which is not the least. */
function before(values: Float64Array, order: Uint32Array, value: number): number {
  let k = order.length - 1;
  while (values[order[k]] >= value) k--;
  return values[order[k]];
}

function after(values: Float64Array, order: Uint32Array, value: number): number {
  let k = 0;
  while (values[order[k]] <= value) k++;
  return values[order[k]];
}
