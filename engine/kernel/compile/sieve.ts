import { slotShift } from "../../summary/sieve.ts";
import { type Expression, expression, integer, local, set } from "../wasm/expression.ts";
import { FunctionBuilder } from "../wasm/function.ts";
import { f64, f64x2, i32, i32x4, v128 } from "../wasm/instructions.ts";
import { wordMaker } from "./draws/findPiece.ts";
import { addInteger, lowerHalves, spread, vector } from "./draws/parts.ts";
import type { VectorArithmetic } from "./vector.ts";

/** Bytes of a value, and of a slot's number or place. */
const valueBytes = 8;
const numberBytes = 4;

/** Functions that look through gathered values, by the names under which they are exported. */
export function sieveFunctions(o: VectorArithmetic): Readonly<Record<string, FunctionBuilder>> {
  return {
    wanted: wantedFunction(o),
    place: placeFunction(),
    ends: endsFunction(),
    count: countFunction(o),
    inside: insideFunction(o),
    low: tailFunction(o, "low"),
    high: tailFunction(o, "high"),
  };
}

/** Goes through numbers, at least one, in steps of `bytes`. */
function overNumbers(
  f: FunctionBuilder,
  from: Expression,
  end: Expression,
  bytes: number,
  body: (at: Expression) => void,
) {
  const at = f.local("i32");
  f.emit(set(at, from));
  f.loop(() => {
    body(local("i32", at));
    f.emit(set(at, addInteger(local("i32", at), integer(bytes))));
    return expression("i32", i32.lessUnsigned, local("i32", at), end);
  });
}

const times = (x: Expression, power: number): Expression => expression("i32", i32.shiftLeft, x, integer(power));

/**
 * (values, end, places, found, foundPlaces, low, bins per unit, last bin): copies the values whose bin has a place, and these places;
 * gives the number of bytes of values. As in the kernel's `spread`, every value is copied, and what is found moves on by 0 or 1.
 */
function wantedFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32", "i32", "i32", "f64", "f64", "f64"], ["i32"]);
  const [places, found] = [f.parameter(2), f.parameter(3)];
  const [low, perUnit, last] = [5, 6, 7].map((k) => spread(f, k));
  const value = f.local("v128");
  const place = f.local("i32");
  const [to, toPlace] = [f.local("i32"), f.local("i32")];
  f.emit(set(to, found), set(toPlace, f.parameter(4)));
  overNumbers(f, f.parameter(0), f.parameter(1), valueBytes, (at) => {
    f.emit(set(value, vector(v128.loadSplat64(0), at)));
    const scaled = o.multiply(o.subtract(local("v128", value), low), perUnit);
    const inside = vector(f64x2.pseudoMin, last, vector(f64x2.pseudoMax, o.constant(0), scaled));
    const bin = expression("i32", i32x4.lane(0), o.add(o.floor(inside), o.constant(wordMaker)));
    f.emit(set(place, expression("i32", i32.load(0), addInteger(places, times(bin, 2)))));
    f.emit({
      operands: [local("i32", to), expression("f64", f64x2.lane(0), local("v128", value))],
      code: f64.store(0),
    });
    f.emit({ operands: [local("i32", toPlace), local("i32", place)], code: i32.store(0) });
    const isWanted = expression("i32", i32.lessUnsigned, integer(0), local("i32", place));
    f.emit(
      set(to, addInteger(local("i32", to), times(isWanted, 3))),
      set(toPlace, addInteger(local("i32", toPlace), times(isWanted, 2))),
    );
  });
  f.emit({ operands: [expression("i32", i32.subtract, local("i32", to), found)], code: [] });
  return f;
}

/** (found, end, foundPlaces, next, step, store): puts each value into the slot of its replicate and that of all draws. */
function placeFunction(): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32", "i32", "i32", "i32"]);
  const [places, next, step, store] = [2, 3, 4, 5].map((k) => f.parameter(k));
  const [place, cell, at] = [f.local("i32"), f.local("i32"), f.local("i32")];
  overNumbers(f, f.parameter(0), f.parameter(1), valueBytes, (found) => {
    f.emit(set(place, expression("i32", i32.load(0), places)));
    const own = expression("i32", i32.and, local("i32", place), integer((1 << slotShift) - 1));
    const shared = expression("i32", i32.shiftRightUnsigned, local("i32", place), integer(slotShift));
    for (const slot of [own, shared]) {
      f.emit(set(cell, times(slot, 2)));
      f.emit(set(at, expression("i32", i32.load(0), addInteger(next, local("i32", cell)))));
      const value = expression("f64", f64.load(0), found);
      f.emit({ operands: [addInteger(store, times(local("i32", at), 3)), value], code: f64.store(0) });
      const moved = addInteger(local("i32", at), expression("i32", i32.load(0), addInteger(step, local("i32", cell))));
      f.emit({ operands: [addInteger(next, local("i32", cell)), moved], code: i32.store(0) });
    }
    f.emit(set(2, addInteger(places, integer(numberBytes))));
  });
  return f;
}

/** (values, end, result): the least and the greatest value. */
function endsFunction(): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32"]);
  const [least, greatest] = [f.local("v128"), f.local("v128")];
  const first = vector(v128.loadSplat64(0), f.parameter(0));
  f.emit(set(least, first), set(greatest, first));
  overNumbers(f, f.parameter(0), f.parameter(1), valueBytes, (at) => {
    const x = vector(v128.loadSplat64(0), at);
    f.emit(
      set(least, vector(f64x2.pseudoMin, local("v128", least), x)),
      set(greatest, vector(f64x2.pseudoMax, local("v128", greatest), x)),
    );
  });
  const ends = lowerHalves(local("v128", least), local("v128", greatest));
  f.emit({ operands: [f.parameter(2), ends], code: v128.store(0) });
  return f;
}

/** The part in which the value at an address lies; 0 where that is no finite number. */
function partAt(o: VectorArithmetic, at: Expression, least: Expression, perUnit: Expression): Expression {
  const scaled = o.multiply(o.subtract(vector(v128.loadSplat64(0), at), least), perUnit);
  return expression("i32", i32x4.lane(0), o.add(o.floor(scaled), o.constant(wordMaker)));
}

/** (values, end, counts, least, parts per unit): adds the part of each value to the counts. */
function countFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32", "f64", "f64"]);
  const [least, perUnit] = [3, 4].map((k) => spread(f, k));
  const cell = f.local("i32");
  overNumbers(f, f.parameter(0), f.parameter(1), valueBytes, (at) => {
    f.emit(set(cell, addInteger(f.parameter(2), times(partAt(o, at, least, perUnit), 2))));
    const more = addInteger(expression("i32", i32.load(0), local("i32", cell)), integer(1));
    f.emit({ operands: [local("i32", cell), more], code: i32.store(0) });
  });
  return f;
}

/** (values, end, part, into, least, parts per unit): copies the values that lie in a part; gives their number of bytes. */
function insideFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32", "i32", "f64", "f64"], ["i32"]);
  const [least, perUnit] = [4, 5].map((k) => spread(f, k));
  const to = f.local("i32");
  f.emit(set(to, f.parameter(3)));
  overNumbers(f, f.parameter(0), f.parameter(1), valueBytes, (at) => {
    const isInside = expression("i32", i32.equal, partAt(o, at, least, perUnit), f.parameter(2));
    f.emit({ operands: [local("i32", to), expression("f64", f64.load(0), at)], code: f64.store(0) });
    f.emit(set(to, addInteger(local("i32", to), times(isInside, 3))));
  });
  f.emit({ operands: [expression("i32", i32.subtract, local("i32", to), f.parameter(3))], code: [] });
  return f;
}

/**
 * (values, end, beyond, edge, result): see `Sieve.tail`, of one block. What does not lie in a part adds 0 to its sum, which changes
 * none: they begin at 0 and are never −0.
 */
function tailFunction(o: VectorArithmetic, side: "low" | "high"): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "f64", "f64", "i32"]);
  const [beyond, edge] = [2, 3].map((k) => spread(f, k));
  const [sum, near] = [f.local("v128"), f.local("v128")];
  const outside = side === "low" ? f64x2.pseudoMin : f64x2.pseudoMax;
  overNumbers(f, f.parameter(0), f.parameter(1), valueBytes, (at) => {
    const x = vector(v128.loadSplat64(0), at);
    const from = (place: Expression) => vector(outside, o.constant(0), o.subtract(x, place));
    const isInside = vector(side === "low" ? f64x2.greaterOrEqual : f64x2.less, x, beyond);
    f.emit(
      set(sum, o.add(local("v128", sum), from(beyond))),
      set(near, o.add(local("v128", near), vector(v128.and, isInside, from(edge)))),
    );
  });
  f.emit({ operands: [f.parameter(4), lowerHalves(local("v128", sum), local("v128", near))], code: v128.store(0) });
  return f;
}
