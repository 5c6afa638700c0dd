import { float64, signed, unsigned } from "./bytes.ts";

/** Types of values, with the byte that stands for each. */
export const valueTypes = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = keyof typeof valueTypes;

/** An instruction with its immediates. Fixed-width SIMD only. */
export type Code = readonly number[];

const simd = (opcode: number, ...immediates: readonly number[]): Code => [0xfd, ...unsigned(opcode), ...immediates];
/** Alignment (as a power of two, a hint only) and offset of a memory access. */
const place = (alignment: number, offset: number): readonly number[] => [alignment, ...unsigned(offset)];

/** The same code for the same number, made once: these are most of what is written. */
function remembered(make: (x: number) => Code): (x: number) => Code {
  const known: (Code | undefined)[] = [];
  return (x) => {
    const code = known[x] ?? make(x);
    known[x] = code;
    return code;
  };
}

export const control = {
  loop: [0x03, 0x40],
  block: [0x02, 0x40],
  end: [0x0b],
  branch: (depth: number): Code => [0x0c, depth],
  branchIf: (depth: number): Code => [0x0d, depth],
  call: (index: number): Code => [0x10, ...unsigned(index)],
  /** The first where the third is not 0, else the second. */
  select: [0x1b],
  get: remembered((local) => [0x20, ...unsigned(local)]),
  set: remembered((local) => [0x21, ...unsigned(local)]),
  tee: remembered((local) => [0x22, ...unsigned(local)]),
} as const;

export const i32 = {
  constant: (x: number): Code => [0x41, ...signed(x)],
  load: (offset: number): Code => [0x28, ...place(2, offset)],
  loadByte: (offset: number): Code => [0x2d, ...place(0, offset)],
  store: (offset: number): Code => [0x36, ...place(2, offset)],
  equalsZero: [0x45],
  equal: [0x46],
  lessUnsigned: [0x49],
  trailingZeros: [0x68],
  add: [0x6a],
  subtract: [0x6b],
  multiply: [0x6c],
  and: [0x71],
  shiftLeft: [0x74],
  shiftRightUnsigned: [0x76],
} as const;

export const f64 = {
  constant: (x: number): Code => [0x44, ...float64(x)],
  load: (offset: number): Code => [0x2b, ...place(3, offset)],
  store: (offset: number): Code => [0x39, ...place(3, offset)],
  less: [0x63],
  lessOrEqual: [0x65],
  convertSigned: [0xb7],
  add: [0xa0],
  subtract: [0xa1],
  divide: [0xa3],
  min: [0xa4],
  max: [0xa5],
} as const;

export const v128 = {
  load: (offset: number): Code => simd(0x00, ...place(3, offset)),
  /** One double, or one pair of 32-bit integers, in both halves. */
  loadSplat64: (offset: number): Code => simd(0x0a, ...place(3, offset)),
  loadSplat32: (offset: number): Code => simd(0x09, ...place(2, offset)),
  store: (offset: number): Code => simd(0x0b, ...place(3, offset)),
  constant: (bytes: readonly number[]): Code => simd(0x0c, ...bytes),
  /** Four 32-bit lanes chosen from two vectors: 0 … 3 of the first, 4 … 7 of the second. */
  shuffle32: (lanes: readonly number[]): Code =>
    simd(0x0d, ...lanes.flatMap((k) => [0, 1, 2, 3].map((b) => 4 * k + b))),
  and: simd(0x4e),
  /** a and not b. */
  andNot: simd(0x4f),
  or: simd(0x50),
  xor: simd(0x51),
  anyTrue: simd(0x53),
  /** Bits of the first where the third has ones, else of the second. */
  select: simd(0x52),
} as const;

export const i32x4 = {
  splat: simd(0x11),
  lane: (k: number): Code => simd(0x1b, k),
  equal: simd(0x37),
  shiftLeft: simd(0xab),
  shiftRightSigned: simd(0xac),
  shiftRightUnsigned: simd(0xad),
  add: simd(0xae),
  multiply: simd(0xb5),
  convertLow: simd(0xfe),
} as const;

export const i64x2 = {
  add: simd(0xce),
  shiftLeft: simd(0xcb),
  shiftRightUnsigned: simd(0xcd),
  subtract: simd(0xd1),
  /** Full products of the lower, or upper, two 32-bit lanes. */
  multiplyLow: simd(0xde),
  multiplyHigh: simd(0xdf),
} as const;

export const f64x2 = {
  splat: simd(0x14),
  lane: (k: number): Code => simd(0x21, k),
  equal: simd(0x47),
  notEqual: simd(0x48),
  less: simd(0x49),
  greater: simd(0x4a),
  lessOrEqual: simd(0x4b),
  greaterOrEqual: simd(0x4c),
  ceil: simd(0x74),
  floor: simd(0x75),
  abs: simd(0xec),
  negate: simd(0xed),
  sqrt: simd(0xef),
  add: simd(0xf0),
  subtract: simd(0xf1),
  multiply: simd(0xf2),
  divide: simd(0xf3),
  /** Math.min and Math.max: NaN passes, −0 < 0. */
  min: simd(0xf4),
  max: simd(0xf5),
  /** b < a ? b : a, and a < b ? b : a. */
  pseudoMin: simd(0xf6),
  pseudoMax: simd(0xf7),
} as const;
