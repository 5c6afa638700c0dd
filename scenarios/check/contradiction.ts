import { contradictingSubset, isPositiveDefinite } from "../../engine/dependence/correlationMatrix.ts";
import { nearestCorrelation } from "../../engine/dependence/nearestCorrelation.ts";
import type { ScoreCorrelation } from "../../engine/model/graph.ts";
import { cholesky } from "../../engine/numeric/cholesky.ts";
import { type Stated, writtenCorrelation } from "./statedCorrelation.ts";

/** Pairs shown at most. */
const mostShown = 10;

/** Correlations that cannot hold together, and what is nearest to them and holds. */
export interface Contradiction {
  /** The last, in file order, of those that contradict each other already. */
  readonly last: Stated;
  /** Those, `reach – care 0.7, …`. */
  readonly names: string;
  /** Places in the file's list of entries. */
  readonly entries: readonly number[];
  /** The one pair among their inputs of which nothing is said, so that it counts as 0, and what it can be given the others. */
  readonly unstated?: { readonly pair: string; readonly least: string; readonly greatest: string };
  /** Values of the pairs that move, and of those above, as they are written. */
  readonly nearest: string;
  /** The pair that moves most, and between what values. */
  readonly moved: { readonly pair: string; readonly from: string; readonly to: string };
  /** What is left when they are mended: all pairs of the inputs that hang together with these. */
  readonly mended: readonly ScoreCorrelation[];
}

/** Correlations of inputs that hang together, directly or through others, with what contradicts itself among them. */
export interface Connected {
  readonly stated: readonly Stated[];
  readonly contradiction: Contradiction | undefined;
}

/**
 * Correlations in the groups that they connect. The nearest ones that hold are found by Higham's alternating projections.
 *
 * @param rounded whether the nearest are to hold also when they are rounded to three decimals, as they are shown
 */
export function connectedCorrelations(all: readonly Stated[], rounded: boolean): readonly Connected[] {
  return components(all).map((stated) => {
    const matrix = matrixOf(stated);
    if (isPositiveDefinite(matrix.values)) return { stated, contradiction: undefined };
    return { stated, contradiction: contradictionOf(stated, matrix, rounded) };
  });
}

function components(all: readonly Stated[]): readonly (readonly Stated[])[] {
  const left = new Set(all);
  const groups: Stated[][] = [];
  for (const first of all) {
    if (!left.has(first)) continue;
    const reached = new Set(first.between);
    for (let before = 0; reached.size > before; ) {
      before = reached.size;
      for (const { between } of left)
        if (between.some((path) => reached.has(path))) for (const path of between) reached.add(path);
    }
    const group = all.filter((own) => left.has(own) && reached.has(own.between[0]));
    for (const own of group) left.delete(own);
    groups.push(group);
  }
  return groups;
}

interface StatedMatrix {
  readonly paths: readonly string[];
  readonly values: readonly (readonly number[])[];
}

function matrixOf(stated: readonly Stated[]): StatedMatrix {
  const paths = [...new Set(stated.flatMap(({ between }) => between))];
  const values = paths.map((row) => paths.map((column): number => (row === column ? 1 : 0)));
  for (const { between, correlation } of stated) {
    const [row, column] = between.map((path) => paths.indexOf(path));
    values[row][column] = correlation;
    values[column][row] = correlation;
  }
  return { paths, values };
}

function contradictionOf(stated: readonly Stated[], { paths, values }: StatedMatrix, rounded: boolean): Contradiction {
  // Rounded to three decimals they still hold with this room.
  const room = rounded ? 0.001 * paths.length + 0.004 : undefined;
  const repaired = nearestCorrelation(values, room).matrix;
  const core = contradictingSubset(values)!.map((index) => paths[index]);
  const every = pairsOf(stated, paths);
  const inCore = every.filter(({ between }) => between.every((path) => core.includes(path)));
  const clashing = inCore.filter(({ index }) => index >= 0);
  const unstated = inCore.filter(({ index }) => index < 0);
  const mendedOf = ({ between: [a, b] }: Stated): number => repaired[paths.indexOf(a)][paths.indexOf(b)];
  const change = (own: Stated): number => Math.abs(mendedOf(own) - own.correlation);
  const written = (own: Stated, value: number): string => `${own.names} ${writtenCorrelation(own, value)}`;
  const changed = every.filter(
    (own) =>
      inCore.includes(own) || writtenCorrelation(own, mendedOf(own)) !== writtenCorrelation(own, own.correlation),
  );
  const told = new Set([...changed].sort((a, b) => change(b) - change(a)).slice(0, mostShown));
  const most = every.reduce((largest, own) => (change(own) > change(largest) ? own : largest));
  return {
    last: clashing.reduce((last, own) => (own.index >= last.index ? own : last)),
    names: (unstated.length === 1 ? clashing : inCore).map((own) => written(own, own.correlation)).join(", "),
    entries: [...new Set(clashing.map(({ index }) => index))].sort((a, b) => a - b),
    ...(unstated.length === 1 ? { unstated: roomFor(unstated[0], core, paths, values) } : {}),
    nearest: `${changed
      .filter((own) => told.has(own))
      .map((own) => written(own, mendedOf(own)))
      .join(", ")}${changed.length > told.size ? ", …" : ""}`,
    moved: {
      pair: most.names,
      from: writtenCorrelation(most, most.correlation),
      to: writtenCorrelation(most, mendedOf(most)),
    },
    mended: every.map((own) => ({ between: own.between, correlation: mendedOf(own) })),
  };
}

/** Between what values a pair's correlation can lie, given those of the others; without either of the two these hold. */
function roomFor(pair: Stated, core: readonly string[], paths: readonly string[], values: StatedMatrix["values"]) {
  const others = core.filter((path) => !pair.between.includes(path));
  const [first, second] = pair.between.map((path) => {
    const order = [...others, path].map((own) => paths.indexOf(own));
    const factor = cholesky(order.map((i) => order.map((j) => values[i][j])));
    return "row" in factor ? [] : [...factor[others.length]];
  });
  const explained = others.reduce((sum, _, k) => sum + first[k] * second[k], 0);
  const left = first[others.length] * second[others.length];
  const [least, greatest] = [explained - left, explained + left].map((end) => writtenCorrelation(pair, end));
  return { pair: pair.names, least, greatest };
}

/** All pairs of the inputs, the stated ones first; the others, of which nothing is said, have the index −1. */
function pairsOf(stated: readonly Stated[], paths: readonly string[]): readonly Stated[] {
  const [{ kind, degreesOfFreedom }] = stated;
  const shown = new Map(
    stated.flatMap(({ between, names }) => between.map((path, i) => [path, names.split(" – ")[i]])),
  );
  const others = paths.flatMap((a, i) =>
    paths.slice(i + 1).flatMap((b): readonly Stated[] => {
      if (stated.some(({ between }) => between.includes(a) && between.includes(b))) return [];
      const names = `${shown.get(a)} – ${shown.get(b)}`;
      return [{ between: [a, b], correlation: 0, kind, names, index: -1, degreesOfFreedom }];
    }),
  );
  return [...stated, ...others];
}
