import type { NodeId } from "../../../model/graph.ts";
import { type LoopPlan, readsOf } from "./plan.ts";
import { isInPlace } from "./views.ts";

/** Where a node's cells are kept. */
type Home =
  /** One cell per draw: a column of a block. */
  | { readonly kind: "column"; readonly column: number }
  /** From this byte of the scratch memory on, `cellBytes` a cell. */
  | { readonly kind: "array"; readonly at: number }
  /** A number of the code itself. */
  | { readonly kind: "constant"; readonly value: number }
  /** The same in all draws: from this number on, one a cell. */
  | { readonly kind: "numbers"; readonly first: number };

export interface Storage {
  /** Of nodes that are read, or wanted, anywhere but where they are worked out. */
  readonly homes: ReadonlyMap<NodeId, Home>;
  /** Where a node keeps what it carries along a loop that has other loops inside: the byte of each thing carried. */
  readonly carried: ReadonlyMap<NodeId, readonly number[]>;
  /** Nodes whose values are the numbers, in order. */
  readonly numbers: readonly NodeId[];
  readonly bytes: number;
  /** Bytes of a cell: one double for each draw worked on at a time. */
  readonly cellBytes: number;
  /** A cell of zeros, for what lies outside an axis. */
  readonly zeros: number;
}

/** Plans the memory of loops: an array is given to another node as soon as its last reader is done. */
export function storageOf(plan: LoopPlan, pairs: number): Storage {
  const { graph, shape, nests, madeIn, columns } = plan;
  const inputs = graph.inputs.length;
  const cellBytes = 16 * pairs;
  const homes = new Map<NodeId, Home>();
  const numbers: NodeId[] = [];
  let count = 0;
  const keepNumbers = (node: NodeId) => {
    if (homes.has(node)) return;
    homes.set(node, { kind: "numbers", first: count });
    numbers.push(node);
    count += shape.cells(shape.axes[node]);
  };
  columns.forEach((node, k) => {
    if (plan.views[node].source === node) homes.set(node, { kind: "column", column: inputs + k });
  });
  for (const { node } of graph.outputs) if (!shape.varies[node]) keepNumbers(node);
  if (graph.logWeight !== undefined && !shape.varies[graph.logWeight]) keepNumbers(graph.logWeight);

  /** By node with an array: the last nest that reads it. */
  const lastRead = new Map<NodeId, number>();
  nests.forEach(({ steps }, k) => {
    for (const step of steps)
      for (const view of readsOf(step, plan)) {
        const node = view.source;
        if (node === undefined) continue;
        const origin = graph.nodes[node];
        if (homes.has(node) && !shape.varies[node]) continue;
        if (origin.op === "constant") homes.set(node, { kind: "constant", value: origin.value });
        else if (origin.op === "input") homes.set(node, { kind: "column", column: origin.input });
        else if (!shape.varies[node]) keepNumbers(node);
        else if (!(isInPlace(view) && madeIn.get(node) === k)) lastRead.set(node, k);
      }
  });

  const memory = new Arrays();
  const zeros = memory.take(cellBytes);
  const carried = new Map<NodeId, readonly number[]>();
  nests.forEach(({ loops, steps }, k) => {
    const ending: { readonly at: number; readonly bytes: number }[] = [];
    for (const step of steps) {
      if (step.does === "output") continue;
      const { node } = step;
      const last = lastRead.get(node);
      const bytes = cellBytes * shape.cells(shape.axes[node]);
      if (last !== undefined && !homes.has(node)) homes.set(node, { kind: "array", at: memory.take(bytes) });
      const things = step.does === "compute" ? carriedThings(plan, node) : 0;
      if (things === 0) continue;
      const { axis } = graph.nodes[node] as { axis: string };
      const inner = loops.slice(loops.findIndex((loop) => loop.axis === axis) + 1);
      if (inner.length === 0) continue;
      const each = cellBytes * inner.reduce((cells, { from, to }) => cells * (to - from), 1);
      const places = Array.from({ length: things }, () => memory.take(each));
      carried.set(node, places);
      for (const at of places) ending.push({ at, bytes: each });
    }
    for (const [node, last] of lastRead) {
      const home = homes.get(node);
      if (last === k && home?.kind === "array")
        ending.push({ at: home.at, bytes: cellBytes * shape.cells(shape.axes[node]) });
    }
    for (const { at, bytes } of ending) memory.giveBack(at, bytes);
  });
  return { homes, carried, numbers, bytes: memory.end, cellBytes, zeros };
}

/** How many values a node carries from one cell of its axis to the next besides its own array. */
function carriedThings({ graph }: LoopPlan, id: NodeId): number {
  const node = graph.nodes[id];
  if (node.op === "cumulative") return 1;
  return node.op === "scan" ? node.initial.length : 0;
}

/** Gives out memory; what came back is given out again for the same size. */
class Arrays {
  end = 0;
  private readonly free = new Map<number, number[]>();

  take(bytes: number): number {
    const known = this.free.get(bytes)?.pop();
    if (known !== undefined) return known;
    const at = this.end;
    this.end += Math.ceil(bytes / 64) * 64;
    return at;
  }

  giveBack(at: number, bytes: number): void {
    this.free.set(bytes, [...(this.free.get(bytes) ?? []), at]);
  }
}
