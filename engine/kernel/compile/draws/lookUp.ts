import { type Expression, expression, integer } from "../../wasm/expression.ts";
import type { FunctionBuilder } from "../../wasm/function.ts";
import { i32, v128 } from "../../wasm/instructions.ts";
import type { Layout } from "../layout.ts";
import { cubicAt, loadPair, overColumns } from "./parts.ts";

/** Bytes of the four coefficients of a cell. */
export const cellBytes = 32;

/** Bytes of the address of a cell. */
export const placeBytes = 4;

const pairsInStep = 2;

/**
 * The second of two passes over a column: where the first left t in the column and the addresses of cells in the places, the
 * column becomes c0 + t·(c1 + t·(c2 + t·c3)). Two passes take less time than one: from a score to its value is a long way of
 * instructions that wait for one another, and a processor looks ahead over a few pairs of draws only.
 */
export function lookUp(
  f: FunctionBuilder,
  layout: Layout,
  column: Expression,
  finished: (x: Expression) => Expression = (x) => x,
): void {
  const bytes = [16 * pairsInStep, 2 * placeBytes * pairsInStep];
  overColumns(f, [column, integer(layout.places)], bytes, ([at, places]) => {
    const address = (draw: number) => expression("i32", i32.load(placeBytes * draw), places);
    f.emitInStep(
      Array.from({ length: pairsInStep }, (_, pair) => {
        const x = cubicAt([address(2 * pair), address(2 * pair + 1)], loadPair(at, 16 * pair));
        return [{ operands: [at, finished(x)], code: v128.store(16 * pair) }];
      }),
    );
  });
}
