import { tableEdge } from "../../../distributions/apply.ts";
import type { CellTable, KnotTable } from "../../../distributions/distribution.ts";
import { type Expression, expression, integer, local, set } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { f64, f64x2, i32, v128 } from "../../wasm/instructions.ts";
import type { Layout } from "../layout.ts";
import type { VectorArithmetic } from "../vector.ts";
import { overPieces } from "./findPiece.ts";
import { fineGuide } from "./fineGuide.ts";
import { cellBytes, lookUp, placeBytes } from "./lookUp.ts";
import { addInteger, cubicAt, loadPair, lowerHalves, overColumns, spread, upperHalves, vector } from "./parts.ts";

/**
 * Into [low, high], low and high themselves included. The pseudo-instructions differ from Math.min and Math.max for NaN and
 * where low or high is −0: tables with those are left to JavaScript.
 */
function clamped(x: Expression, low: Expression, high: Expression): Expression {
  return vector(f64x2.pseudoMax, low, vector(f64x2.pseudoMin, x, high));
}

/** Whether the kernel's functions for tables give what `applyTransform` gives. */
export function suitsKernel({ coefficients, low, high }: CellTable | KnotTable): boolean {
  const safe = (end: number) => !Number.isNaN(end) && !Object.is(end, -0);
  // x − x is 0 for every finite x and NaN otherwise; asked anew for every run, and a callback for each takes ten times as long.
  let check = 0;
  for (let k = 0; k < coefficients.length; k++) check += coefficients[k] - coefficients[k];
  return safe(low) && safe(high) && check === 0;
}

/**
 * Scores become values in a table of cells. Whole numbers k·2^-5 below 2^47 have their last bit worth 2^-5 when 2^47 is added: a
 * cell's number and the table's address over 32, added to it, leave the address of the cell in the lower word.
 */
const cellAddressMaker = 140_737_488_355_328;
export const cellsOrigin = (table: number): number => cellAddressMaker + table / cellBytes;

/** (column, cells, cells per score, low, high, origin): scores become values; `origin` by `cellsOrigin`. */
export function cellsFunction(o: VectorArithmetic, layout: Layout): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "f64", "f64", "f64", "f64", "f64"]);
  const [cells, perScore, low, high, origin] = [1, 2, 3, 4, 5].map((k) => spread(f, k));
  const last = f.local("v128");
  f.emit(set(last, o.subtract(cells, o.constant(1))));
  cellPlaces(f, layout, (z) => {
    const scaled = o.multiply(o.add(z, o.constant(tableEdge)), perScore);
    // A score is finite and never gives −0 here.
    const y = vector(f64x2.pseudoMax, o.constant(0), vector(f64x2.pseudoMin, scaled, cells));
    const cell = vector(f64x2.pseudoMin, o.floor(y), local("v128", last));
    return { t: o.subtract(y, cell), place: o.add(cell, origin) };
  });
  lookUp(f, layout, f.parameter(0), (x) => clamped(x, low, high));
  return f;
}

/**
 * (column, cells per score, origin): the same for scores between the table's edges, in a table that gives nothing outside its
 * support for them: there is nothing to take back inside.
 */
export function cellsInsideFunction(o: VectorArithmetic, layout: Layout): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "f64", "f64"]);
  const [perScore, origin] = [1, 2].map((k) => spread(f, k));
  cellPlaces(f, layout, (z) => {
    const y = o.multiply(o.add(z, o.constant(tableEdge)), perScore);
    const cell = o.floor(y);
    return { t: o.subtract(y, cell), place: o.add(cell, origin) };
  });
  lookUp(f, layout, f.parameter(0));
  return f;
}

/** The first pass of a column, see `lookUp`. */
function cellPlaces(
  f: FunctionBuilder,
  layout: Layout,
  find: (z: Expression) => { readonly t: Expression; readonly place: Expression },
): void {
  overColumns(f, [f.parameter(0), integer(layout.places)], [32, 4 * placeBytes], ([at, places]) => {
    const pairs = [0, 16].map((offset) => ({ offset, ...find(loadPair(at, offset)) }));
    const addresses = vector(v128.shuffle32([0, 2, 4, 6]), ...pairs.map(({ place }) => place));
    f.emit(...pairs.map(({ offset, t }) => ({ operands: [at, t], code: v128.store(offset) })), {
      operands: [places, addresses],
      code: v128.store(0),
    });
  });
}

/** Bytes of a piece between knots: four coefficients, its first knot, its width. */
const pieceBytes = 48;

/** A table of knots as the kernel keeps it: the pieces, then the knot that ends each (the last one never), then the guide. */
export function knotRecords({ knots, coefficients, guide: own }: KnotTable): {
  readonly bytes: ArrayBuffer;
  readonly ends: number;
  readonly guide: number;
  readonly bins: number;
} {
  const guide = fineGuide(knots.subarray(1, -1), own, (end, start) => end <= start);
  const pieces = knots.length - 1;
  const ends = pieceBytes * pieces;
  const guideAt = ends + 8 * pieces;
  const bytes = new ArrayBuffer(Math.ceil((guideAt + 4 * guide.length) / 8) * 8);
  const doubles = new Float64Array(bytes);
  for (let piece = 0; piece < pieces; piece++) {
    doubles.set(coefficients.subarray(4 * piece, 4 * piece + 4), (pieceBytes / 8) * piece);
    doubles[(pieceBytes / 8) * piece + 4] = knots[piece];
    doubles[(pieceBytes / 8) * piece + 5] = knots[piece + 1] - knots[piece];
    doubles[ends / 8 + piece] = piece < pieces - 1 ? knots[piece + 1] : Number.POSITIVE_INFINITY;
  }
  new Int32Array(bytes).set(guide, guideAt / 4);
  return { bytes, ends, guide: guideAt, bins: guide.length };
}

/** (column, pieces, ends, guide, bins per score, last bin, low, high): scores become values. */
export function knotsFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32", "i32", "f64", "f64", "f64", "f64"]);
  const [perScore, lastBin, low, high] = [4, 5, 6, 7].map((k) => spread(f, k));
  overPieces(f, o, perScore, lastBin, f64.lessOrEqual, (at, z, pieces) => {
    const address = pieces.map((piece) =>
      addInteger(f.parameter(1), expression("i32", i32.multiply, piece, integer(pieceBytes))),
    );
    const [left, right] = [loadPair(address[0], 32), loadPair(address[1], 32)];
    const t = o.divide(o.subtract(z, lowerHalves(left, right)), upperHalves(left, right));
    const x = cubicAt([address[0], address[1]], t);
    f.emit({ operands: [at, clamped(x, low, high)], code: v128.store(0) });
  });
  return f;
}
