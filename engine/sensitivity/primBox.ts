import { argsort } from "../numeric/ranks.ts";

/** A box: for each input the values it holds, both ends included; infinite where it is not restricted. */
export interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A bound that adds less than this to the correlation between box and outcome is left out: fewer words, nearly the same box. */
const worthABound = 0.01;
/** Peeling ends with this share of the draws, or so many. */
const leastShare = 0.005;
const leastDraws = 20;
/** Bounds are moved this many times at most; two or three is usual. */
const mostRounds = 12;

/** Draws in which a box is sought. */
interface Points {
  /** By input. */
  readonly columns: readonly Float64Array[];
  /** 1 where the outcome is the one asked about. */
  readonly hit: Uint8Array;
  /** By input: draws from its smallest value to its largest. */
  readonly orders: readonly Uint32Array[];
  readonly hits: number;
}

/**
 * The correlation between lying in a box and being a hit: 1 where the box holds all hits and nothing else, 0 where it tells nothing. Both
 * for rare and for common outcomes it weighs how many of the hits are in the box against how many in the box are hits.
 */
function correlation(n: number, h: number, draws: number, hits: number): number {
  if (n === 0 || n === draws) return 0;
  return (h * draws - n * hits) / Math.sqrt(n * (draws - n) * hits * (draws - hits));
}

/**
 * The patient rule induction method: from a box around all draws a thin slice is peeled off, again and again, always the one whose loss
 * raises the share of hits most per draw lost. Of all boxes on the way the one is kept that goes best together with the hits. Each bound
 * is then moved, outwards (pasting) or inwards, to where it is best beside the others, and bounds worth little are dropped.
 *
 * @param peeled share of the box's draws in one slice
 * @param most inputs that are restricted
 */
export function findBox(
  columns: readonly Float64Array[],
  hit: Uint8Array,
  peeled: number,
  most: number,
): Box | undefined {
  const points = { columns, hit, orders: columns.map(argsort), hits: hit.reduce((sum, x) => sum + x, 0) };
  const box = peel(points, peeled, most);
  if (box === undefined) return undefined;
  moveBounds(points, box);
  while (dropBound(points, box)) moveBounds(points, box);
  return box.low.some(Number.isFinite) || box.high.some(Number.isFinite) ? box : undefined;
}

const copyOf = ({ low, high }: Box): Box => ({ low: low.slice(), high: high.slice() });

interface Slice {
  readonly input: number;
  readonly fromAbove: boolean;
  readonly draws: Uint32Array;
  readonly bound: number;
  readonly gain: number;
}

function peel(points: Points, peeled: number, most: number): Box | undefined {
  const { columns, hit, orders, hits } = points;
  const draws = hit.length;
  const inside = new Uint8Array(draws).fill(1);
  const first = new Int32Array(columns.length);
  const last = new Int32Array(columns.length).fill(draws - 1);
  const box: Box = {
    low: new Float64Array(columns.length).fill(Number.NEGATIVE_INFINITY),
    high: new Float64Array(columns.length).fill(Number.POSITIVE_INFINITY),
  };
  let [n, h, best] = [draws, hits, 0];
  let found: Box | undefined;
  const restricted = (i: number) => Number.isFinite(box.low[i]) || Number.isFinite(box.high[i]);

  const slice = (input: number, fromAbove: boolean): Slice | undefined => {
    const order = orders[input];
    const column = columns[input];
    const step = fromAbove ? -1 : 1;
    const ends = fromAbove ? last : first;
    while (!inside[order[ends[input]]]) ends[input] += step;
    const wanted = Math.max(1, Math.ceil(peeled * n));
    const gone: number[] = [];
    let goneHits = 0;
    for (let k = ends[input]; k >= 0 && k < draws; k += step) {
      const draw = order[k];
      if (!inside[draw]) continue;
      // Draws of one value go together.
      if (gone.length >= wanted && column[draw] !== column[gone[gone.length - 1]]) {
        const gain = ((h - goneHits) / (n - gone.length) - h / n) / gone.length;
        return { input, fromAbove, draws: Uint32Array.from(gone), bound: column[draw], gain };
      }
      gone.push(draw);
      goneHits += hit[draw];
    }
    return undefined;
  };

  while (h < n && n > Math.max(leastDraws, leastShare * draws)) {
    const full = columns.filter((_, i) => restricted(i)).length >= most;
    let next: Slice | undefined;
    for (let input = 0; input < columns.length; input++) {
      if (full && !restricted(input)) continue;
      for (const fromAbove of [false, true]) {
        const own = slice(input, fromAbove);
        if (own !== undefined && (next === undefined || own.gain > next.gain)) next = own;
      }
    }
    if (next === undefined) break;
    for (const draw of next.draws) {
      inside[draw] = 0;
      h -= hit[draw];
    }
    n -= next.draws.length;
    (next.fromAbove ? box.high : box.low)[next.input] = next.bound;
    const own = correlation(n, h, draws, hits);
    if (own > best) [best, found] = [own, copyOf(box)];
  }
  return found;
}

/** How a box goes together with the hits. */
function worth({ columns, hit, hits }: Points, box: Box): number {
  let [n, h] = [0, 0];
  const bounds = boundsOf(box);
  for (let draw = 0; draw < hit.length; draw++) {
    if (!bounds.every((i) => columns[i][draw] >= box.low[i] && columns[i][draw] <= box.high[i])) continue;
    n++;
    h += hit[draw];
  }
  return correlation(n, h, hit.length, hits);
}

/** Inputs that a box restricts. */
export const boundsOf = ({ low, high }: Box): readonly number[] =>
  Array.from(low, (_, i) => i).filter((i) => Number.isFinite(low[i]) || Number.isFinite(high[i]));

function moveBounds(points: Points, box: Box): void {
  let best = worth(points, box);
  for (let round = 0; round < mostRounds; round++) {
    let moved = false;
    for (const input of boundsOf(box))
      for (const side of ["low", "high"] as const) {
        if (!Number.isFinite(box[side][input])) continue;
        const { bound, correlation: own } = bestBound(points, box, input, side);
        if (own <= best) continue;
        [best, moved] = [own, true];
        box[side][input] = bound;
      }
    if (!moved) return;
  }
}

/** The bound at which the box is best, all others being as they are. */
function bestBound(
  { columns, hit, orders, hits }: Points,
  box: Box,
  input: number,
  side: keyof Box,
): { readonly bound: number; readonly correlation: number } {
  const column = columns[input];
  const order = orders[input];
  const others = boundsOf(box).filter((i) => i !== input);
  const within = (draw: number) =>
    (side === "low" ? column[draw] <= box.high[input] : column[draw] >= box.low[input]) &&
    others.every((i) => columns[i][draw] >= box.low[i] && columns[i][draw] <= box.high[i]);
  let [n, h, bound, best] = [0, 0, box[side][input], -1];
  const draws = hit.length;
  for (let k = 0; k < draws; k++) {
    const draw = order[side === "low" ? draws - 1 - k : k];
    const next = k + 1 < draws ? order[side === "low" ? draws - 2 - k : k + 1] : undefined;
    if (within(draw)) {
      n++;
      h += hit[draw];
    }
    if (next !== undefined && column[next] === column[draw]) continue;
    const own = correlation(n, h, draws, hits);
    if (own > best) [best, bound] = [own, column[draw]];
  }
  return { bound, correlation: best };
}

/** Drops the bound that is worth least, where that is little. */
function dropBound(points: Points, box: Box): boolean {
  const whole = worth(points, box);
  let [least, drop] = [worthABound, undefined as { input: number; side: keyof Box } | undefined];
  for (const input of boundsOf(box))
    for (const side of ["low", "high"] as const) {
      const kept = box[side][input];
      if (!Number.isFinite(kept)) continue;
      box[side][input] = side === "low" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      const loss = whole - worth(points, box);
      box[side][input] = kept;
      if (loss < least) [least, drop] = [loss, { input, side }];
    }
  if (drop === undefined) return false;
  box[drop.side][drop.input] = drop.side === "low" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return true;
}
