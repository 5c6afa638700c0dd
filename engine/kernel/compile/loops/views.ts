import type { GraphNode, ModelGraph, NodeId } from "../../../model/graph.ts";
import { type Shape, stridesOf } from "../../shape.ts";

/** Zero where the place on the axis is below `low`, or `high` or above. */
interface Guard {
  readonly axis: string;
  readonly low: number;
  readonly high: number;
}

/**
 * Where the cells of a node are read: those that some node left in memory, the first `offset` cells on, `strides` cells from
 * one value of an axis to the next (0 along an axis that has none), and 0 outside the guards. So cells that are only picked,
 * moved or repeated are never copied.
 */
export interface View {
  /** The node that leaves the cells; undefined where every cell is 0. */
  readonly source: NodeId | undefined;
  readonly offset: number;
  readonly strides: ReadonlyMap<string, number>;
  readonly guards: readonly Guard[];
}

const nothing: View = { source: undefined, offset: 0, strides: new Map(), guards: [] };

/** How each needed node is read. */
export function viewsOf(graph: ModelGraph, shape: Shape): readonly View[] {
  const views: View[] = [];
  graph.nodes.forEach((node, id) => {
    views.push((shape.needed[id] && shape.varies[id] && moved(node, views, shape)) || own(id, shape));
  });
  return views;
}

const own = (id: NodeId, { axes, size }: Shape): View => ({
  source: id,
  offset: 0,
  strides: stridesOf(axes[id], size),
  guards: [],
});

/** The view of a node that has no values of its own; undefined for others. */
function moved(node: GraphNode, views: readonly View[], { axes, size }: Shape): View | undefined {
  if (node.op === "at") return picked(views[node.a], node.axis, node.index);
  if (node.op === "shift") return shifted(views[node.a], node.axis, node.by, size(node.axis));
  if (node.op !== "stack") return undefined;
  const [first] = node.items;
  // The same in every cell of the axis, and laid out as its other axes are.
  return node.items.every((item) => item === first) && !axes[first].includes(node.axis) ? views[first] : undefined;
}

function picked(view: View, axis: string, index: number): View {
  const outside = view.guards.some((guard) => guard.axis === axis && (index < guard.low || index >= guard.high));
  if (outside) return nothing;
  const strides = new Map(view.strides);
  strides.delete(axis);
  return {
    source: view.source,
    offset: view.offset + index * (view.strides.get(axis) ?? 0),
    strides,
    guards: view.guards.filter((guard) => guard.axis !== axis),
  };
}

function shifted(view: View, axis: string, by: number, size: number): View {
  if (by === 0) return view;
  const guards = view.guards.map((guard) =>
    guard.axis === axis ? { axis, low: guard.low + by, high: guard.high + by } : guard,
  );
  const [low, high] = [Math.max(0, by), Math.min(size, size + by)];
  if (low >= high) return nothing;
  return {
    source: view.source,
    offset: view.offset - by * (view.strides.get(axis) ?? 0),
    strides: view.strides,
    guards: [...guards, { axis, low, high }],
  };
}

/** True where the view reads, in the cell that a loop over `axes` is at, what the node itself has there. */
export const isInPlace = (view: View): boolean => view.offset === 0 && view.guards.length === 0;
