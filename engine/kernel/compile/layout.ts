import { blockSize } from "../../design/plan.ts";

/** Bytes of a column of one block, and from one column to the next: not a power of two, so that columns don't meet in the cache. */
export const columnBytes = 8 * blockSize;
export const columnStride = columnBytes + 64;

/** Where the parts of a kernel lie in its memory, in bytes. Tables of the data follow from `end` on. */
export interface Layout {
  /** Cubic pieces of the normal score, see `draws/scores.ts`; at address 0. */
  readonly scoreTable: number;
  /** One 32-bit address for each draw of a block: of the cell in which a column's draw is to be looked up. */
  readonly places: number;
  /** What forms of draws keep between their stages, see `draws/stages.ts`. */
  readonly stages: number;
  /** Numbers that are the same in all draws. */
  readonly numbers: number;
  /** One column per input, then one per stored output. */
  readonly columns: number;
  /** What the model keeps while it runs. */
  readonly scratch: number;
  /** First byte that the code does not use. */
  readonly end: number;
}

const scoreTableBytes = 131072;
const placesBytes = 4 * blockSize + 64;

/** Draws that go through the stages of a form at a time, and how many stages one can have. */
export const stageDraws = 256;
export const mostStages = 4;
const stagesBytes = 8 * stageDraws * mostStages;

export function layoutOf(count: { numbers: number; columns: number; scratchBytes: number }): Layout {
  const aligned = (bytes: number) => Math.ceil(bytes / 64) * 64;
  const stages = scoreTableBytes + placesBytes;
  const numbers = stages + stagesBytes;
  const columns = numbers + aligned(8 * count.numbers);
  const scratch = columns + columnStride * count.columns;
  return {
    scoreTable: 0,
    places: scoreTableBytes,
    stages,
    numbers,
    columns,
    scratch,
    end: scratch + aligned(count.scratchBytes),
  };
}

export const columnAddress = (layout: Layout, column: number): number => layout.columns + columnStride * column;
