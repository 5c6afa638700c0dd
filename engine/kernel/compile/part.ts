import { blockSize } from "../../design/plan.ts";
import type { KernelExports } from "./exports.ts";

/** Does one thing to the input columns of a block. */
type Step = (block: number) => void;

/** Something that needs memory: reserved first, then, when the memory has its size, written; gives the step that uses it. */
export type Part = (kernel: KernelExports) => Step | undefined;

export const columnIn = ({ memory }: KernelExports, address: number): Float64Array =>
  new Float64Array(memory.buffer, address, blockSize);
