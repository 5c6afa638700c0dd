import { expect, test } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import { compileKernel } from "../../engine/kernel/compile/compile.ts";
import { turnedScoreTable } from "../../engine/kernel/compile/draws/scores.ts";
import { sobolRecord } from "../../engine/kernel/compile/draws/streams.ts";
import type { KernelExports } from "../../engine/kernel/compile/exports.ts";
import { columnAddress } from "../../engine/kernel/compile/layout.ts";
import { Reservations } from "../../engine/kernel/compile/memory.ts";
import { webAssembly } from "../../engine/kernel/wasm/platform.ts";
import { fillScores, largestScore } from "../../engine/random/score.ts";
import { inputsOnly } from "../models/plainInputs.ts";

/* The kernel's score table has another form than the one that defines scores; the scores are the same, to the bit. */

const kernel = compileKernel(inputsOnly(["m/x"]).graph);
const memory = new Reservations(kernel.layout.end);
const record = memory.reserve(64);
const exports = new (webAssembly()!.Instance)(new (webAssembly()!.Module)(kernel.bytes))
  .exports as unknown as KernelExports;
memory.settle(exports.memory);
new Float64Array(exports.memory.buffer, kernel.layout.scoreTable).set(turnedScoreTable());
const at = columnAddress(kernel.layout, 0);

/** The scores of first ^ i·step for i < 1,024, by the kernel and by definition, where they differ. */
function differing(first: number, step: number): readonly string[] {
  const words = Uint32Array.from({ length: 32 }, (_, k) => Math.imul(step, 1 << k));
  new Uint32Array(exports.memory.buffer, record, 16).set(sobolRecord(words));
  exports.sobol(record, first, at);
  const got = new Float64Array(exports.memory.buffer, at, blockSize);
  const integers = Int32Array.from(got, (_, i) => first ^ Math.imul(i, step));
  const expected = new Float64Array(blockSize);
  fillScores(integers, expected);
  return [...expected].flatMap((z, i) => (Object.is(z, got[i]) ? [] : [`${integers[i]}: ${got[i]}, not ${z}`]));
}

test("both ends and the middle, a thousand integers each", () => {
  for (const first of [0, -1024, 0x7fffffff - 1023, -0x80000000]) expect(differing(first, 1)).toEqual([]);
});

test("every cell of every octave, and both sides of each cell's end", () => {
  for (let octave = 1; octave < 31; octave++) {
    const step = Math.max(1, 2 ** (octave - 10));
    const cell = Math.max(1, 2 ** (octave - 6));
    for (const first of [2 ** octave, -(2 ** octave), 2 ** octave + cell - 1, -(2 ** octave) - cell])
      expect(differing(first, step)).toEqual([]);
  }
});

test("no score lies beyond the largest, none is 0, and the sign is the side of the median", () => {
  const scores = new Float64Array(4);
  fillScores(Int32Array.of(0, -1, 0x7fffffff, -0x80000000), scores);
  expect(scores[0]).toBeGreaterThan(-largestScore);
  expect(scores[1]).toBeLessThan(largestScore);
  expect(scores[0]).toBeLessThan(-6.33);
  expect(scores[2]).toBeLessThan(0);
  expect(scores[3]).toBeGreaterThan(0);
});
