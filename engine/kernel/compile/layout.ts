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
  /** Numbers that are the same in all draws. */
  readonly slots: number;
  /** One column per input, then one per stored output. */
  readonly columns: number;
  readonly scratch: number;
  /** From one scratch column to the next. */
  readonly scratchStride: number;
  /** Draws that sections pass on to each other at a time. */
  readonly tile: number;
  /** First byte that the code does not use. */
  readonly end: number;
}

/** Draws per tile: scratch columns of a tile stay in the fastest cache. Has no effect on values. */
const tileDraws = 128;
const scoreTableBytes = 131072;
const placesBytes = 4 * blockSize + 64;

export function layoutOf(count: { slots: number; columns: number; scratch: number }, tile = tileDraws): Layout {
  const aligned = (bytes: number) => Math.ceil(bytes / 64) * 64;
  const slots = scoreTableBytes + placesBytes;
  const columns = slots + aligned(8 * count.slots);
  const scratch = columns + columnStride * count.columns;
  const scratchStride = 8 * tile + 64;
  return {
    scoreTable: 0,
    places: scoreTableBytes,
    slots,
    columns,
    scratch,
    scratchStride,
    tile,
    end: scratch + scratchStride * count.scratch,
  };
}

export const columnAddress = (layout: Layout, column: number): number => layout.columns + columnStride * column;
