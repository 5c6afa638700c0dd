import type { GraphNode, NodeId } from "../../../model/graph.ts";
import { type Shape, stridesOf } from "../../shape.ts";
import type { Loop, StackPart } from "./nest.ts";
import type { View } from "./views.ts";

/** As many equal items side by side are worth a loop. */
const shortestRun = 4;

/** A stack item by item; runs of the same item together, in a loop along the stack's own axis. */
export function stackParts(
  { axis, items }: Extract<GraphNode, { op: "stack" }>,
  node: NodeId,
  views: readonly View[],
  { axes, size }: Shape,
): readonly (StackPart & { readonly loops: readonly Loop[] })[] {
  const strides = stridesOf(axes[node], size);
  const loopsWith = (from: number, to: number): readonly Loop[] =>
    axes[node].flatMap((name) => {
      if (name !== axis) return [{ axis: name, from: 0, to: size(name) }];
      return to - from === 1 ? [] : [{ axis, from, to }];
    });
  const part = (from: number, to: number) => ({
    node,
    item: views[items[from]],
    offset: to - from === 1 ? from * strides.get(axis)! : 0,
    strides,
    loops: loopsWith(from, to),
  });
  const parts: (StackPart & { readonly loops: readonly Loop[] })[] = [];
  for (let from = 0, to = 0; from < items.length; from = to) {
    while (to < items.length && items[to] === items[from]) to++;
    if (to - from >= shortestRun) parts.push(part(from, to));
    else for (let i = from; i < to; i++) parts.push(part(i, i + 1));
  }
  return parts;
}
