import type { StepTable } from "../../../distributions/distribution.ts";
import { expression, integer } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { f64, i32, v128 } from "../../wasm/instructions.ts";
import type { VectorArithmetic } from "../vector.ts";
import { overPieces } from "./findPiece.ts";
import { fineGuide } from "./fineGuide.ts";
import { addInteger, lowerHalves, spread, vector } from "./parts.ts";

/** Steps as the kernel keeps them: the values, then the threshold that ends each (the last one never), then the guide. */
export function stepRecords({ values, thresholds, guide: own }: StepTable): {
  readonly bytes: ArrayBuffer;
  readonly ends: number;
  readonly guide: number;
  readonly bins: number;
} {
  const guide = fineGuide(thresholds, own, (end, start) => end < start);
  const ends = 8 * values.length;
  const guideAt = 2 * ends;
  const bytes = new ArrayBuffer(Math.ceil((guideAt + 4 * guide.length) / 8) * 8);
  const doubles = new Float64Array(bytes);
  doubles.set(values);
  doubles.set(thresholds, values.length);
  doubles[2 * values.length - 1] = Number.POSITIVE_INFINITY;
  new Int32Array(bytes).set(guide, guideAt / 4);
  return { bytes, ends, guide: guideAt, bins: guide.length };
}

/** (column, values, ends, guide, bins per score, last bin): scores become values. A score is never NaN. */
export function stepsFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32", "i32", "f64", "f64"]);
  const [perScore, lastBin] = [4, 5].map((k) => spread(f, k));
  overPieces(f, o, perScore, lastBin, f64.less, (at, _, steps) => {
    const [left, right] = steps.map((step) =>
      vector(v128.loadSplat64(0), addInteger(f.parameter(1), expression("i32", i32.multiply, step, integer(8)))),
    );
    f.emit({ operands: [at, lowerHalves(left, right)], code: v128.store(0) });
  });
  return f;
}
