import type { BinaryOperation, ModelData, ModelGraph, NodeId, UnaryOperation } from "../../engine/model/graph.ts";
import { plainCount } from "./plainCounts.ts";

/** A node's value in one draw: one number per combination of cells of its axes. */
type Cells = ReadonlyMap<string, number>;
type Place = Readonly<Record<string, number>>;

/**
 * A second reader of graphs, written from their definition alone: one draw at a time, one number at a time, with JavaScript's
 * own functions. It shares no code with the engine, so that what both say is hardly wrong by a common slip.
 */
export function evaluate(
  graph: ModelGraph,
  data: ModelData,
  inputs: Readonly<Record<string, number>>,
): Record<string, number> {
  const values: Cells[] = [];
  const axes: string[][] = [];
  const sizeOf = (name: string): number => graph.axes.find((axis) => axis.name === name)!.size;
  const keyOf = (place: Place, of: readonly string[]): string => of.map((name) => place[name]).join(",");
  const read = (node: NodeId, place: Place): number => values[node].get(keyOf(place, axes[node]))!;
  const union = (...lists: readonly (readonly string[])[]): string[] =>
    graph.axes.map(({ name }) => name).filter((name) => lists.some((list) => list.includes(name)));
  const places = (of: readonly string[]): Place[] =>
    of.reduce<Place[]>(
      (all, name) => all.flatMap((place) => range(sizeOf(name)).map((i) => ({ ...place, [name]: i }))),
      [{}],
    );

  for (const node of graph.nodes) {
    const set = (of: string[], value: (place: Place) => number): void => {
      axes.push(of);
      values.push(new Map(places(of).map((place) => [keyOf(place, of), value(place)])));
    };
    switch (node.op) {
      case "parameter": {
        const numbers = data.parameters[node.name];
        if (numbers === undefined) throw new Error(`no parameter ${node.name}`);
        const index = (place: Place): number => node.axes.reduce((sum, name) => sum * sizeOf(name) + place[name], 0);
        set(union(node.axes), (place) => (typeof numbers === "number" ? numbers : numbers[index(place)]));
        break;
      }
      case "input": {
        const value = inputs[graph.inputs[node.input].path];
        if (value === undefined) throw new Error(`no value for ${graph.inputs[node.input].path}`);
        set([], () => value);
        break;
      }
      case "constant":
        set([], () => node.value);
        break;
      case "index":
        set([node.axis], (place) => place[node.axis]);
        break;
      case "stack":
        set(union([node.axis], ...node.items.map((item) => axes[item])), (place) =>
          read(node.items[place[node.axis]], place),
        );
        break;
      case "select":
        set(union(axes[node.test], axes[node.a], axes[node.b]), (place) => {
          const test = read(node.test, place);
          return test !== 0 && !Number.isNaN(test) ? read(node.a, place) : read(node.b, place);
        });
        break;
      case "count":
        set(union(...node.of.map((operand) => axes[operand])), (place) =>
          plainCount(
            node.by,
            node.of.map((operand) => read(operand, place)),
          ),
        );
        break;
      case "reduce": {
        const cells = range(sizeOf(node.axis));
        set(without(axes[node.a], node.axis), (place) => {
          const all = cells.map((i) => read(node.a, { ...place, [node.axis]: i }));
          return all.reduce((x, y) =>
            node.by === "add" ? x + y : node.by === "min" ? Math.min(x, y) : Math.max(x, y),
          );
        });
        break;
      }
      case "shift":
        set(axes[node.a], (place) => {
          const from = place[node.axis] - node.by;
          return from >= 0 && from < sizeOf(node.axis) ? read(node.a, { ...place, [node.axis]: from }) : 0;
        });
        break;
      case "cumulative":
        set(axes[node.a], (place) =>
          range(place[node.axis] + 1)
            .map((i) => read(node.a, { ...place, [node.axis]: i }))
            .reduce((x, y) => x + y),
        );
        break;
      case "at":
        set(without(axes[node.a], node.axis), (place) => read(node.a, { ...place, [node.axis]: node.index }));
        break;
      case "scan": {
        const of = union([node.axis], ...[...node.operands, ...node.initial].map((operand) => axes[operand]));
        set(of, (place) => {
          let states = node.initial.map((start) => read(start, place));
          let emitted = Number.NaN;
          for (let step = 0; step <= place[node.axis]; step++) {
            const here = { ...place, [node.axis]: step };
            const body: number[] = [];
            for (const part of node.body) {
              if (part.op === "operand") body.push(read(node.operands[part.operand], here));
              else if (part.op === "state") body.push(states[part.state]);
              else if (part.op === "select") body.push(body[part.test] ? body[part.a] : body[part.b]);
              else if (part.op === "count")
                body.push(
                  plainCount(
                    part.by,
                    part.of.map((operand) => body[operand]),
                  ),
                );
              else if ("b" in part) body.push(binary(part.op, body[part.a], body[part.b]));
              else body.push(unary(part.op, body[part.a]));
            }
            emitted = body[node.emit];
            states = node.next.map((next) => body[next]);
          }
          return emitted;
        });
        break;
      }
      default:
        if ("b" in node)
          set(union(axes[node.a], axes[node.b]), (place) => binary(node.op, read(node.a, place), read(node.b, place)));
        else set(axes[node.a], (place) => unary(node.op, read(node.a, place)));
    }
  }
  return Object.fromEntries(graph.outputs.map(({ id, node }) => [id, read(node, {})]));
}

const range = (size: number): number[] => Array.from({ length: size }, (_, i) => i);
const without = (axes: readonly string[], name: string): string[] => axes.filter((axis) => axis !== name);

function unary(op: UnaryOperation, a: number): number {
  switch (op) {
    case "negate":
      return -a;
    case "not":
      return a === 0 || Number.isNaN(a) ? 1 : 0;
    case "round":
      return Math.floor(a + 0.5);
    case "ln":
      return Math.log(a);
    default:
      return Math[op](a);
  }
}

function binary(op: BinaryOperation, a: number, b: number): number {
  switch (op) {
    case "add":
      return a + b;
    case "subtract":
      return a - b;
    case "multiply":
      return a * b;
    case "divide":
      return a / b;
    case "power":
      return a ** b;
    case "min":
      return Math.min(a, b);
    case "max":
      return Math.max(a, b);
    case "less":
      return Number(a < b);
    case "lessOrEqual":
      return Number(a <= b);
    case "greater":
      return Number(a > b);
    case "greaterOrEqual":
      return Number(a >= b);
    case "equal":
      return Number(a === b);
    case "and":
      return Number(Boolean(a) && Boolean(b));
    case "or":
      return Number(Boolean(a) || Boolean(b));
  }
}
