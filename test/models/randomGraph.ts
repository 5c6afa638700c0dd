import { GraphBuilder } from "../../engine/model/builder.ts";
import type { BinaryOperation, ModelData, ModelGraph, NodeId, UnaryOperation } from "../../engine/model/graph.ts";

const unary: readonly UnaryOperation[] = ["negate", "abs", "sqrt", "floor", "ceil", "round", "not"];
const binary: readonly BinaryOperation[] = [
  "add",
  "subtract",
  "multiply",
  "divide",
  "min",
  "max",
  "less",
  "lessOrEqual",
  "greater",
  "greaterOrEqual",
  "equal",
  "and",
  "or",
];
/** Those whose results depend on how they are approximated. */
const elementaryUnary: readonly UnaryOperation[] = ["exp", "ln", "exp", "ln"];
const elementaryBinary: readonly BinaryOperation[] = ["power", "power"];
/** Cells of each node at most that are outputs, spread evenly. */
const mostCells = 24;

/**
 * A graph of any shape, from a list of whole numbers that stand for the choices: every operation whose result is exact, two
 * axes, stacks, shifts, sums and scans. Equal lists make equal graphs.
 *
 * @param elementary exp, ln, powers and counts as well
 * @param sizes cells of the two axes
 */
export function randomGraph(
  choices: readonly number[],
  elementary = false,
  sizes: readonly [number, number] = [4, 3],
): { readonly graph: ModelGraph; readonly data: ModelData } {
  const ones = elementary ? [...unary, ...elementaryUnary] : unary;
  const twos = elementary ? [...binary, ...elementaryBinary] : binary;
  const b = new GraphBuilder();
  const axes = [
    ["period", sizes[0]],
    ["segment", sizes[1]],
  ] as const;
  for (const [name, size] of axes) b.axis(name, size);
  let at = 0;
  const choose = (n: number): number => choices[at++ % choices.length] % n;
  const parameters: Record<string, number | number[]> = {};
  const nodes: NodeId[] = ["m/x", "m/y", "m/z"].map((path) =>
    b.input({ path, level: "parameter", suite: "m", unit: "share" }),
  );
  const add = (node: NodeId) => nodes.push(node);
  const any = () => nodes[choose(nodes.length)];
  const without = (axis: string) => {
    const node = any();
    return b.hasAxis(node, axis) ? b.at(axis, choose(b.sizeOf(axis)), node) : node;
  };
  const along = (axis: string) => b.spread(axis, any());
  for (let count = 0; at < choices.length; count++) {
    const axis = axes[choose(2)][0];
    switch (choose(elementary ? 12 : 11)) {
      case 0: {
        const over = choose(2) === 0 ? [] : [axis];
        const cells = over.reduce((n, name) => n * b.sizeOf(name), 1);
        const values = Array.from({ length: cells }, () => choose(9) - 4);
        // A number of the shape, which the code knows.
        if (over.length === 0 && values[0] % 2 === 0) {
          add(b.constant(values[0] / 2));
          break;
        }
        parameters[`p${count}`] = cells === 1 ? values[0] : values;
        add(b.parameter(`p${count}`, over));
        break;
      }
      case 1:
        add(b.unary(ones[choose(ones.length)], any()));
        break;
      case 2:
      case 3:
      case 4:
        add(b.binary(twos[choose(twos.length)], any(), any()));
        break;
      case 5:
        add(b.select(any(), any(), any()));
        break;
      case 6:
        add(b.reduce((["add", "min", "max"] as const)[choose(3)], axis, along(axis)));
        break;
      case 7:
        add(
          choose(2) === 0
            ? b.shift(axis, choose(2 * b.sizeOf(axis) + 1) - b.sizeOf(axis), along(axis))
            : b.cumulative(axis, along(axis)),
        );
        break;
      case 8:
        add(
          b.stack(
            axis,
            Array.from({ length: b.sizeOf(axis) }, () => without(axis)),
          ),
        );
        break;
      case 9:
        add(choose(2) === 0 ? b.index(axis) : b.at(axis, choose(b.sizeOf(axis)), along(axis)));
        break;
      case 10:
        add(
          b.scan(axis, [any(), any()], [without(axis), without(axis)], (body) => {
            const mixed = body.binary(binary[choose(4)], body.operand(0), body.state(0));
            const other = body.select(mixed, body.operand(1), body.state(1));
            return { next: [mixed, other], emit: choose(2) === 0 ? mixed : other };
          }),
        );
        break;
      default: {
        // Mostly means, sizes and probabilities that a count can have.
        const mean = choose(4) === 0 ? any() : b.unary("abs", any());
        const kind = choose(4);
        if (kind < 2) {
          add(kind === 0 ? b.poissonCount(any(), mean) : b.negativeBinomialCount(any(), mean, b.unary("abs", any())));
          break;
        }
        const size = choose(4) === 0 ? any() : b.unary("floor", b.unary("abs", any()));
        const probability = choose(4) === 0 ? any() : b.min(b.constant(1), b.unary("abs", any()));
        add(b.binomialCount(any(), size, probability));
      }
    }
  }
  // Every node is an output, cell by cell; of the largest ones some cells.
  for (const node of [...nodes]) {
    let cells: readonly (readonly [string, NodeId])[] = [["", node]];
    for (const [axis, size] of axes)
      if (b.hasAxis(node, axis))
        cells = cells.flatMap(([id, cell]) =>
          Array.from({ length: size }, (_, i) => [`${id}.${axis}${i}`, b.at(axis, i, cell)] as const),
        );
    const step = Math.ceil(cells.length / mostCells);
    for (const [id, cell] of cells.filter((_, k) => k % step === 0 || k === cells.length - 1)) {
      const outputId = `n${node}${id}`;
      if (!b.hasOutput(outputId)) b.output({ id: outputId, node: cell, unit: "share", kind: "figure", worse: "low" });
    }
  }
  const normal = { family: "normal", parameters: { mean: 0, sd: 2 } } as const;
  return {
    graph: b.build(),
    data: {
      parameters,
      distributions: { "m/x": normal, "m/y": normal, "m/z": normal },
      correlations: [],
    },
  };
}
