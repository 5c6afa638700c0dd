import seedrandom from "seedrandom";
import { keyOf } from "../../../engine/random/key.ts";
import { fillStream } from "../../../engine/random/stream.ts";

/*
 * Ways of reading the generator as one sequence: everything that stands between two numbers of one block (block, lane, path,
 * seed) is crossed where it lies closest.
 */

const block = 1024;

const keyFor = (seed: string, path: string) => keyOf(seed, "draw", path);

/** `length` words, `each` at a time, from streams one after the other. */
function joined(length: number, each: number, fill: (turn: number, out: Int32Array) => void): Uint32Array {
  const words = new Uint32Array(length);
  const out = new Int32Array(each);
  for (let turn = 0; turn * each < length; turn++) {
    fill(turn, out);
    words.set(out, turn * each);
  }
  return words;
}

/** By name: the first `n` words. `n` a multiple of 65,536. */
export const sequences: Readonly<Record<string, (n: number) => Uint32Array>> = {
  "blocks of one path": (n) => {
    const key = keyFor("1", "a/x");
    return joined(n, block, (turn, out) => fillStream(key, turn, out));
  },
  "blocks of one replicate of 16": (n) => {
    const key = keyFor("1", "a/replicate");
    return joined(n, block, (turn, out) => fillStream(key, 16 * turn, out));
  },
  "neighbouring paths, a block of each": (n) =>
    joined(n, block, (turn, out) => fillStream(keyFor("1", `b/x${turn}`), 0, out)),
  "neighbouring seeds, a block of each": (n) =>
    joined(n, block, (turn, out) => fillStream(keyFor(String(turn + 1), "a/y"), 0, out)),
  "first four numbers of each block": (n) => {
    const key = keyFor("1", "a/z");
    return joined(n, 4, (turn, out) => fillStream(key, turn, out));
  },
  "first 64 numbers of neighbouring paths": (n) =>
    joined(n, 64, (turn, out) => fillStream(keyFor("1", `c/x${turn}`), 0, out)),
  "first 64 numbers of neighbouring seeds": (n) =>
    joined(n, 64, (turn, out) => fillStream(keyFor(String(turn + 1), "c/y"), 0, out)),
  "one lane of four": (n) => {
    const key = keyFor("1", "a/lane");
    const whole = new Int32Array(block);
    return joined(n, block / 4, (turn, out) => {
      fillStream(key, turn, whole);
      for (let i = 0; i < out.length; i++) out[i] = whole[4 * i];
    });
  },
  "64 paths in turn, draw by draw": (n) => {
    const keys = Array.from({ length: 64 }, (_, path) => keyFor("1", `d/x${path}`));
    const each = keys.map(() => new Int32Array(block));
    return joined(n, 64 * block, (turn, out) => {
      for (const [path, key] of keys.entries()) {
        fillStream(key, turn, each[path]);
        for (let draw = 0; draw < block; draw++) out[64 * draw + path] = each[path][draw];
      }
    });
  },
  "two neighbouring paths, exclusive or": (n) => exclusiveOr(n, keyFor("1", "e/x"), keyFor("1", "e/y")),
  "two neighbouring seeds, exclusive or": (n) => exclusiveOr(n, keyFor("1", "f/x"), keyFor("2", "f/x")),
};

function exclusiveOr(n: number, left: Uint32Array, right: Uint32Array): Uint32Array {
  const other = new Int32Array(block);
  return joined(n, block, (turn, out) => {
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
  "neighbouring paths": (count, n) =>
    Array.from({ length: count }, (_, k) => {
      const key = keyFor("1", `g/x${k}`);
      return joined(n, block, (turn, out) => fillStream(key, turn, out));
    }),
  "neighbouring seeds": (count, n) =>
    Array.from({ length: count }, (_, k) => {
      const key = keyFor(String(k), "g/y");
      return joined(n, block, (turn, out) => fillStream(key, turn, out));
    }),
  "neighbouring blocks": (count, n) => {
    const key = keyFor("1", "g/z");
    return Array.from({ length: count }, (_, k) =>
      joined(n, block, (turn, out) => fillStream(key, turn * count + k, out)),
    );
  },
};

/** Each stream starts a step after the one before it. */
export const badSideBySide = (count: number, n: number): readonly Uint32Array[] => {
  const all = badSequence(n + count);
  return Array.from({ length: count }, (_, k) => all.subarray(k, k + n));
};
