/** Which slide of an input each draw lies in. */
export interface Slides {
  readonly count: number;
  readonly at: Uint16Array;
}

/**
 * Cuts an input into slides of (nearly) equal numbers of draws, at its quantiles; equal values stay together, so that an input
 * with few values has a slide for each.
 *
 * @param order the draws in ascending order of x @param most slides
 */
export function slidesOf(x: Float64Array, order: Uint32Array, most: number): Slides {
  const n = order.length;
  const at = new Uint16Array(n);
  const cuts = new Set<number>();
  for (let s = 1; s < most; s++) {
    // The first value at or above the quantile (type 7 of Hyndman & Fan).
    const place = Math.ceil((s * (n - 1)) / most);
    let first = place;
    let end = place;
    while (first > 0 && x[order[first - 1]] === x[order[place]]) first--;
    while (end < n && x[order[end]] === x[order[place]]) end++;
    const cut = place - first <= end - place ? first : end;
    if (cut > 0 && cut < n) cuts.add(cut);
  }
  let slide = 0;
  for (let k = 0; k < n; k++) {
    if (cuts.has(k)) slide++;
    at[order[k]] = slide;
  }
  return { count: slide + 1, at };
}

/**
 * By slide: the largest distance between the cumulative distribution of the output in the slide and that among all draws
 * (the two-sample statistic of Kolmogorov and Smirnov).
 *
 * @param orderOfY the draws that take part, in ascending order of the output
 * @returns 0 for a slide without draws
 */
export function distancesOf(y: Float64Array, orderOfY: Uint32Array, { count, at }: Slides): Float64Array {
  const n = orderOfY.length;
  const sizes = new Float64Array(count);
  for (const draw of orderOfY) sizes[at[draw]]++;
  const before = new Float64Array(count);
  const distances = new Float64Array(count);
  const compare = (slide: number, all: number) => {
    distances[slide] = Math.max(distances[slide], Math.abs(before[slide] / sizes[slide] - all / n));
  };
  for (let first = 0; first < n; ) {
    const value = y[orderOfY[first]];
    let end = first;
    for (; end < n && y[orderOfY[end]] === value; end++) compare(at[orderOfY[end]], first);
    for (let k = first; k < end; k++) before[at[orderOfY[k]]]++;
    for (let k = first; k < end; k++) compare(at[orderOfY[k]], end);
    first = end;
  }
  return distances;
}
