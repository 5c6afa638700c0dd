import { type Expression, integer } from "../wasm/expression.ts";
import { f64, f64x2, v128 } from "../wasm/instructions.ts";

/** A number of the code itself, in both halves of a vector. */
export const constantPair = (x: number): Expression => ({
  type: "v128",
  code: [...f64.constant(x), ...f64x2.splat],
  operands: [],
  steady: true,
  plain: !Number.isNaN(x) && !Object.is(x, -0),
  constant: x,
  range: Number.isFinite(x) ? [x, x] : undefined,
});

/** The double at an address that does not change while the code runs, in both halves. */
export const steadyPair = (address: number): Expression => ({
  type: "v128",
  code: [...integer(0).code, ...v128.loadSplat64(address)],
  operands: [],
  steady: true,
});

const lanes = new Map<string, Expression>();

/** Four 32-bit words of the code itself. */
export function constantLanes(...words: readonly [number, number, number, number]): Expression {
  const key = words.join();
  const known = lanes.get(key);
  if (known !== undefined) return known;
  const bytes = words.flatMap((word) => [0, 8, 16, 24].map((shift) => (word >>> shift) & 0xff));
  const made: Expression = { type: "v128", code: v128.constant(bytes), operands: [], steady: true };
  lanes.set(key, made);
  return made;
}
