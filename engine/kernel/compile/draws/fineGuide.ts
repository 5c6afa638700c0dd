import { tableEdge } from "../../../distributions/apply.ts";

/**
 * Bins of a finer guide, by how many ends it is for: 4 or 8 KiB of the processor's cache. Tables like ends at the median, and at
 * halves and quarters of their range: the first number has the edge of a bin at the median alone, the second at none of them.
 */
const fewEnds = 64;
const binsForFew = [1022, 1021] as const;
const binsForMany = [2046, 2045] as const;

/**
 * A guide that leads to the same pieces as the one of a table, in finer bins: hardly any draw then has to look farther than where
 * it is led, which a processor can't foresee and pays for with the time of some ten other draws.
 *
 * @param ends ascending; where a piece ends and the next one begins
 * @param guide for each of `guide.length` bins over the table's range the piece to begin with, at most that in which the bin begins
 * @param isPassed whether an end lies below where a bin begins
 * @returns the table's own guide where rounding could tell the two apart
 */
export function fineGuide(
  ends: Float64Array,
  guide: Int32Array,
  isPassed: (end: number, start: number) => boolean,
): Int32Array {
  for (const bins of ends.length > fewEnds ? binsForMany : binsForFew) {
    if (bins <= guide.length) break;
    const fine = guideOf(ends, bins, isPassed);
    if (ends.every((_, i) => agree(ends, i, guide, fine))) return fine;
  }
  return guide;
}

function guideOf(ends: Float64Array, bins: number, isPassed: (end: number, start: number) => boolean): Int32Array {
  const guide = new Int32Array(bins);
  let passed = 0;
  for (let bin = 0; bin < bins; bin++) {
    const start = ((2 * tableEdge) / bins) * bin - tableEdge;
    while (passed < ends.length && isPassed(ends[passed], start)) passed++;
    guide[bin] = passed;
  }
  return guide;
}

/** An end this near to the edge of a bin, in bins, might be on either side of it by rounding, which is far less. */
const near = 1e-9;
/** Between places that scores can have: all that rounding can confuse with the place of an end are fewer than these. */
const spacing = 4.440892098500626e-16;
const places = 40;

/**
 * Whether no score at or below an end is led past it by one guide and not by the other. Past the end they need not agree: from
 * there on the end is compared with the score itself.
 */
function agree(ends: Float64Array, i: number, guide: Int32Array, fine: Int32Array): boolean {
  const end = ends[i] + tableEdge;
  const isNear = ({ length }: Int32Array) => {
    const place = end * (length / (2 * tableEdge));
    return Math.abs(place - Math.round(place)) < near;
  };
  if (!isNear(guide) && !isNear(fine)) return true;
  const leadsPast = (by: Int32Array, place: number) => {
    const bin = Math.min(Math.floor(place * (by.length / (2 * tableEdge))), by.length - 1);
    return bin >= 0 && by[bin] > i;
  };
  for (let k = 0; k < places; k++) {
    const place = end - k * spacing;
    if (leadsPast(guide, place) !== leadsPast(fine, place)) return false;
  }
  return true;
}
