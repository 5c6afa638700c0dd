import seedrandom from "seedrandom";
import { keyOf } from "../../../engine/random/key.ts";
import { fillStream } from "../../../engine/random/stream.ts";

/*
 * Ways of reading the generator as one sequence: everything that stands between two numbers of one block (block, lane, path,
 * seed) is crossed where it lies closest.
 */

const block = 1024;

const keyFor = (seed: string, path: string) => keyOf(seed, "draw", path);

/** Makes `length` words of a sequence, `each` at a time; part 1 goes on where part 0 ended, and so on. */
type Sequence = (length: number, part?: number) => Uint32Array;

const joined =
  (each: number, fill: (turn: number, out: Int32Array) => void): Sequence =>
  (length, part = 0) => {
    const words = new Uint32Array(length);
    const out = new Int32Array(each);
    const turns = Math.ceil(length / each);
    for (let turn = 0; turn < turns; turn++) {
      fill(turns * part + turn, out);
      words.set(out, turn * each);
    }
    return words;
  };

/** What stands beside a sequence is made when it is first asked for. */
const lazily = (make: () => Sequence): Sequence => {
  let made: Sequence | undefined;
  return (length, part) => {
    made ??= make();
    return made(length, part);
  };
};

const inBlocks = (key: Uint32Array, step = 1): Sequence =>
  joined(block, (turn, out) => fillStream(key, step * turn, out));

/** By name. Lengths are multiples of 65,536. */
export const sequences: Readonly<Record<string, Sequence>> = {
  "blocks of one path": lazily(() => inBlocks(keyFor("1", "a/x"))),
  "blocks of one replicate of 16": lazily(() => inBlocks(keyFor("1", "a/replicate"), 16)),
  "neighbouring paths, a block of each": joined(block, (turn, out) => fillStream(keyFor("1", `b/x${turn}`), 0, out)),
  "neighbouring seeds, a block of each": joined(block, (turn, out) =>
    fillStream(keyFor(String(turn + 1), "a/y"), 0, out),
  ),
  "first four numbers of each block": lazily(() => {
    const key = keyFor("1", "a/z");
    return joined(4, (turn, out) => fillStream(key, turn, out));
  }),
  "first 64 numbers of neighbouring paths": joined(64, (turn, out) => fillStream(keyFor("1", `c/x${turn}`), 0, out)),
  "first 64 numbers of neighbouring seeds": joined(64, (turn, out) =>
    fillStream(keyFor(String(turn + 1), "c/y"), 0, out),
  ),
  "one lane of four": lazily(() => {
    const key = keyFor("1", "a/lane");
    const whole = new Int32Array(block);
    return joined(block / 4, (turn, out) => {
      fillStream(key, turn, whole);
      for (let i = 0; i < out.length; i++) out[i] = whole[4 * i];
    });
  }),
  "64 paths in turn, draw by draw": lazily(() => {
    const keys = Array.from({ length: 64 }, (_, path) => keyFor("1", `d/x${path}`));
    const each = keys.map(() => new Int32Array(block));
    return joined(64 * block, (turn, out) => {
      for (const [path, key] of keys.entries()) {
        fillStream(key, turn, each[path]);
        for (let draw = 0; draw < block; draw++) out[64 * draw + path] = each[path][draw];
      }
    });
  }),
  "two neighbouring paths, exclusive or": lazily(() => exclusiveOr(keyFor("1", "e/x"), keyFor("1", "e/y"))),
  "two neighbouring seeds, exclusive or": lazily(() => exclusiveOr(keyFor("1", "f/x"), keyFor("2", "f/x"))),
};

function exclusiveOr(left: Uint32Array, right: Uint32Array): Sequence {
  const other = new Int32Array(block);
  return joined(block, (turn, out) => {
    fillStream(left, turn, out);
    fillStream(right, turn, other);
    for (let i = 0; i < block; i++) out[i] ^= other[i];
  });
}

const wordsOf = (n: number, next: { int32(): number }): Uint32Array =>
  Uint32Array.from({ length: n }, () => next.int32());

/** Generators that nobody here made, by the same tests: they tell a fault of a test from a fault of ours. */
export const controls: Readonly<Record<string, (n: number) => Uint32Array>> = {
  "seedrandom's xor128": (n) => wordsOf(n, seedrandom.xor128("control")),
  "seedrandom's alea": (n) => wordsOf(n, seedrandom.alea("control")),
  "seedrandom's ARC4": (n) => wordsOf(n, seedrandom("control")),
};

/** x → 5x + 1 modulo 2^16, written twice into a word: what every test must refuse. */
export function badSequence(n: number, start = 1): Uint32Array {
  let x = start;
  return Uint32Array.from({ length: n }, () => {
    x = (5 * x + 1) & 0xffff;
    return (x << 16) | x;
  });
}

/** Streams that run side by side, by name: `count` of `n` words. */
export const sideBySide: Readonly<Record<string, (count: number, n: number) => readonly Uint32Array[]>> = {
  "neighbouring paths": (count, n) => Array.from({ length: count }, (_, k) => inBlocks(keyFor("1", `g/x${k}`))(n)),
  "neighbouring seeds": (count, n) => Array.from({ length: count }, (_, k) => inBlocks(keyFor(String(k), "g/y"))(n)),
  "neighbouring blocks": (count, n) => {
    const key = keyFor("1", "g/z");
    return Array.from({ length: count }, (_, k) =>
      joined(block, (turn, out) => fillStream(key, turn * count + k, out))(n),
    );
  },
};

/** Each stream starts a step after the one before it. */
export const badSideBySide = (count: number, n: number): readonly Uint32Array[] => {
  const all = badSequence(n + count);
  return Array.from({ length: count }, (_, k) => all.subarray(k, k + n));
};
