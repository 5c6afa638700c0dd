import seedrandom from "seedrandom";
import { expect, test } from "vitest";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import { keyOf } from "../../engine/random/key.ts";
import { philox } from "../../engine/random/philox.ts";
import { fillScores } from "../../engine/random/score.ts";
import { fillStream } from "../../engine/random/stream.ts";

test("philox gives the known answers of its authors", () => {
  // kat_vectors of Random123: counter, key, answer.
  const cases: [number[], number[], number[]][] = [
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ];
  for (const [counter, key, answer] of cases) {
    const out = new Uint32Array(4);
    philox(Uint32Array.of(...key, counter[2], counter[3]), counter[0], counter[1], out, 0);
    expect([...out]).toEqual(answer);
  }
});

/** xoshiro128++ as its authors define it, on BigInt: slow and plain. */
function xoshiro(state: Uint32Array): () => number {
  const mask = 0xffffffffn;
  let s = [...state].map(BigInt);
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  return () => {
    const result = (rotate((s[0] + s[3]) & mask, 7n) + s[0]) & mask;
    const t = (s[1] << 9n) & mask;
    const [a, b, c, d] = s;
    const s2 = c ^ a;
    const s3 = d ^ b;
    s = [a ^ s3, b ^ s2, s2 ^ t, rotate(s3, 11n)];
    return Number(result);
  };
}

test("a stream is four lanes of xoshiro128++, each seeded by philox of (key, block, lane)", () => {
  const key = keyOf("a seed", "draw", "a/path");
  const out = new Int32Array(64);
  fillStream(key, 7, out);
  for (let lane = 0; lane < 4; lane++) {
    const state = new Uint32Array(4);
    philox(key, 7, lane, state, 0);
    const next = xoshiro(state);
    for (let i = lane; i < 64; i += 4) expect(out[i] >>> 0).toBe(next());
  }
});

test("keys keep parts, seeds and scripts apart", () => {
  const keys = [
    keyOf("a", "bc"),
    keyOf("ab", "c"),
    keyOf("abc"),
    keyOf("0"),
    keyOf(""),
    keyOf("å"),
    keyOf("a\u030a"),
    keyOf("ĥ"),
    keyOf("%"),
    keyOf("x".repeat(1000)),
    keyOf(`${"x".repeat(999)}y`),
  ].map((key) => key.join());
  expect(new Set(keys).size).toBe(keys.length);
});

test("a score is the normal quantile of its 32 bits, within 2e-10, monotone over its whole range", () => {
  // Every octave's ends and a grid between, both signs: 0 and -1 lie next to the tails, ±2^31 next to the median.
  const integers: number[] = [];
  for (let e = 0; e < 31; e++)
    for (let k = 0; k < 512; k++) {
      const n = Math.floor(2 ** e * (1 + k / 512));
      integers.push(n, -n - 1);
    }
  integers.push(0, -1, 2 ** 31 - 1, -(2 ** 31));
  const sorted = [...new Set(integers)].sort((a, b) => (a >>> 0) - (b >>> 0));
  const scores = new Float64Array(sorted.length);
  fillScores(Int32Array.from(sorted), scores);
  let worst = 0;
  sorted.forEach((n, i) => {
    // As unsigned number over 2^32, the integer is the lower probability, read from the nearer tail.
    const tail = (n < 0 ? -(n + 0.5) : n + 0.5) / 2 ** 32;
    const exact = n < 0 ? -normalQuantile(tail) : normalQuantile(tail);
    worst = Math.max(worst, Math.abs(scores[i] - exact));
    if (i > 0) expect(scores[i]).toBeGreaterThanOrEqual(scores[i - 1]);
  });
  expect(worst).toBeLessThan(2e-10);
});

test("streams of different paths, blocks and lanes are uncorrelated and uniform", () => {
  const bits = 16;
  const draws = 1 << 16;
  const columns = ["a/effect", "b/effect", "a/reach"].map((path) => {
    const key = keyOf("1", "draw", path);
    const column = new Float64Array(draws);
    const block = new Int32Array(1024);
    for (let b = 0; b < draws / 1024; b++) {
      fillStream(key, b, block);
      for (let i = 0; i < 1024; i++) column[1024 * b + i] = ((block[i] >>> 0) + 0.5) / 2 ** 32;
    }
    return column;
  });
  for (const column of columns) {
    const mean = column.reduce((sum, u) => sum + u, 0) / draws;
    expect(Math.abs(mean - 0.5) / Math.sqrt(1 / 12 / draws)).toBeLessThan(4);
    // χ² over 2^8 cells: mean 255, sd √510.
    const cells = new Float64Array(1 << (bits / 2));
    for (const u of column) cells[Math.floor(u * cells.length)]++;
    const expected = draws / cells.length;
    const chi = cells.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(Math.abs(chi - 255) / Math.sqrt(510)).toBeLessThan(4);
  }
  const correlation = (a: Float64Array, b: Float64Array) =>
    (a.reduce((sum, u, i) => sum + (u - 0.5) * (b[i] - 0.5), 0) / draws) * 12;
  expect(Math.abs(correlation(columns[0], columns[1])) * Math.sqrt(draws)).toBeLessThan(4);
  expect(Math.abs(correlation(columns[0], columns[2])) * Math.sqrt(draws)).toBeLessThan(4);
  const shifted = Float64Array.from(columns[0], (_, i) => columns[0][(i + 1) % draws]);
  expect(Math.abs(correlation(columns[0], shifted)) * Math.sqrt(draws)).toBeLessThan(4);
});

test("the fast generator and seedrandom's are told apart by nothing: two-sample Kolmogorov–Smirnov over 40 seeds", () => {
  const n = 16_384;
  const sorted = (next: () => number) => Float64Array.from({ length: n }, next).sort();
  const distances = Array.from({ length: 40 }, (_, seed) => {
    const block = new Int32Array(n);
    fillStream(keyOf(String(seed), "draw", "a/b"), 0, block);
    const ours = Float64Array.from(block, (word) => ((word >>> 0) + 0.5) / 2 ** 32).sort();
    const theirs = sorted(seedrandom(`reference ${seed}`));
    let distance = 0;
    for (let i = 0, j = 0; i < n && j < n; ) {
      if (ours[i] <= theirs[j]) i++;
      else j++;
      distance = Math.max(distance, Math.abs(i - j) / n);
    }
    return distance * Math.sqrt(n / 2);
  });
  // Kolmogorov's limit law has mean 0.8687 and sd 0.2603; P(one of 40 > 2.2) is 0.005.
  const mean = distances.reduce((sum, d) => sum + d, 0) / distances.length;
  expect(Math.abs(mean - 0.8687) / (0.2603 / Math.sqrt(40))).toBeLessThan(4);
  expect(Math.max(...distances)).toBeLessThan(2.2);
});
