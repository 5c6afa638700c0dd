import { blockSize } from "../../engine/design/plan.ts";
import { applyTransform, type Transform } from "../../engine/distributions/index.ts";
import { compileKernel } from "../../engine/kernel/compile/compile.ts";
import { turnedScoreTable } from "../../engine/kernel/compile/draws/scores.ts";
import { sobolRecord, sobolRecordBytes } from "../../engine/kernel/compile/draws/streams.ts";
import type { KernelExports } from "../../engine/kernel/compile/exports.ts";
import { columnAddress } from "../../engine/kernel/compile/layout.ts";
import { Reservations } from "../../engine/kernel/compile/memory.ts";
import { transformPart } from "../../engine/kernel/compile/transforms.ts";
import { webAssembly } from "../../engine/kernel/wasm/platform.ts";
import { inputsOnly } from "../models/plainInputs.ts";

/* The parts of a compiled kernel that make one input, given integers and scores that hardly any draw reaches. */

const { bytes, layout } = compileKernel(inputsOnly(["m/x"]).graph);
const module = new (webAssembly()!.Module)(bytes);
const at = columnAddress(layout, 0);

function instance(memory: Reservations): { readonly kernel: KernelExports; readonly column: Float64Array } {
  const kernel = new (webAssembly()!.Instance)(module).exports as unknown as KernelExports;
  memory.settle(kernel.memory);
  new Float64Array(kernel.memory.buffer, 0).set(turnedScoreTable());
  return { kernel, column: new Float64Array(kernel.memory.buffer, at, blockSize) };
}

/** The 1,024 integers that `first` and ten words span: integer j is `first` exclusive-or'ed with the words of the bits of j. */
export function spanned(first: number, words: Uint32Array): Int32Array {
  const integers = new Int32Array(blockSize);
  integers[0] = first;
  for (let bit = 0; bit < 10; bit++)
    for (let j = 0; j < 1 << bit; j++) integers[j + (1 << bit)] = integers[j] ^ words[bit];
  return integers;
}

/** Gives the compiled kernel's scores of spanned integers, in a column that is overwritten by the next ones. */
export function compiledScores(words: Uint32Array): (first: number) => Float64Array {
  const memory = new Reservations(layout.end);
  const record = memory.reserve(sobolRecordBytes);
  const { kernel, column } = instance(memory);
  new Uint32Array(kernel.memory.buffer, record, sobolRecordBytes / 4).set(sobolRecord(words));
  return (first) => {
    kernel.sobol(record, first, at);
    return column;
  };
}

/** Scores up to a reach that become other values in the compiled kernel than by `applyTransform`, in words. */
export function transformDifferences(transform: Transform, scores: Float64Array, reach: number): readonly string[] {
  const memory = new Reservations(layout.end);
  const part = transformPart(transform, at, memory, reach);
  const { kernel, column } = instance(memory);
  column.set(scores);
  part(kernel)!(0);
  const wanted = new Float64Array(blockSize);
  applyTransform(transform, scores, wanted, blockSize);
  return Array.from(scores).flatMap((z, i) =>
    Object.is(wanted[i], column[i]) ? [] : [`${z}: ${column[i]}, not ${wanted[i]}`],
  );
}
