/** Points in a leaf of the tree. */
const leaf = 8;

/** Points in order of a k-d tree: a range is halved at the median of the coordinate in which it is widest. */
interface Tree {
  readonly order: Uint32Array;
  /** By middle of a range: the coordinate it is halved by. */
  readonly splitBy: Uint8Array;
}

/**
 * The nearest others of some points, in Euclidean distance, by a k-d tree.
 * Source: Friedman, Bentley & Finkel (1977), doi:10.1145/355744.355745.
 *
 * @param columns the coordinates @param of the points asked about
 * @returns `count` for each, one point after the other, the nearest not necessarily first
 */
export function nearestOthers(columns: readonly Float64Array[], of: Uint32Array, count: number): Uint32Array {
  const tree = treeOf(columns);
  const found = new Uint32Array(of.length * count);
  const near = new Uint32Array(count);
  const distances = new Float64Array(count);
  of.forEach((point, k) => {
    distances.fill(Number.POSITIVE_INFINITY);
    search(tree, columns, point, 0, tree.order.length, near, distances);
    found.set(near, k * count);
  });
  return found;
}

function treeOf(columns: readonly Float64Array[]): Tree {
  const order = Uint32Array.from(columns[0], (_, i) => i);
  const splitBy = new Uint8Array(order.length);
  const split = (from: number, to: number): void => {
    if (to - from <= leaf) return;
    const middle = (from + to) >> 1;
    const widest = widestOf(columns, order, from, to);
    select(order, columns[widest], from, to - 1, middle);
    splitBy[middle] = widest;
    split(from, middle);
    split(middle + 1, to);
  };
  split(0, order.length);
  return { order, splitBy };
}

function widestOf(columns: readonly Float64Array[], order: Uint32Array, from: number, to: number): number {
  let widest = 0;
  let most = -1;
  columns.forEach((column, c) => {
    let low = column[order[from]];
    let high = low;
    for (let k = from + 1; k < to; k++) {
      const own = column[order[k]];
      if (own < low) low = own;
      else if (own > high) high = own;
    }
    if (high - low > most) {
      most = high - low;
      widest = c;
    }
  });
  return widest;
}

/** Hoare's selection: afterwards no point before `place` has a larger value than the one there, and none after it a smaller. */
function select(order: Uint32Array, column: Float64Array, from: number, to: number, place: number): void {
  let [low, high] = [from, to];
  while (low < high) {
    const pivot = column[order[(low + high) >> 1]];
    let [i, j] = [low, high];
    while (i <= j) {
      while (column[order[i]] < pivot) i++;
      while (column[order[j]] > pivot) j--;
      if (i > j) break;
      const swapped = order[i];
      order[i++] = order[j];
      order[j--] = swapped;
    }
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else return;
  }
}

function search(
  tree: Tree,
  columns: readonly Float64Array[],
  point: number,
  from: number,
  to: number,
  near: Uint32Array,
  distances: Float64Array,
): void {
  if (to - from <= leaf) {
    for (let k = from; k < to; k++) offer(columns, point, tree.order[k], near, distances);
    return;
  }
  const middle = (from + to) >> 1;
  const column = columns[tree.splitBy[middle]];
  const gap = column[point] - column[tree.order[middle]];
  offer(columns, point, tree.order[middle], near, distances);
  if (gap <= 0) search(tree, columns, point, from, middle, near, distances);
  else search(tree, columns, point, middle + 1, to, near, distances);
  if (gap * gap > distances[distances.length - 1]) return;
  if (gap <= 0) search(tree, columns, point, middle + 1, to, near, distances);
  else search(tree, columns, point, from, middle, near, distances);
}

function offer(
  columns: readonly Float64Array[],
  point: number,
  other: number,
  near: Uint32Array,
  distances: Float64Array,
): void {
  if (other === point) return;
  const most = distances[distances.length - 1];
  let distance = 0;
  for (let c = 0; c < columns.length; c++) {
    const gap = columns[c][point] - columns[c][other];
    distance += gap * gap;
    if (distance >= most) return;
  }
  let place = distances.length - 1;
  for (; place > 0 && distances[place - 1] > distance; place--) {
    distances[place] = distances[place - 1];
    near[place] = near[place - 1];
  }
  distances[place] = distance;
  near[place] = other;
}
