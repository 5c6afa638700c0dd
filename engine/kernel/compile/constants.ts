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
});

/** The double at an address that does not change while the code runs, in both halves. */
export const steadyPair = (address: number): Expression => ({
  type: "v128",
  code: [...integer(0).code, ...v128.loadSplat64(address)],
  operands: [],
  steady: true,
});
