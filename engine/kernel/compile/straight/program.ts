import type { BinaryOperation, CountOperation, ModelGraph, UnaryOperation } from "../../../model/graph.ts";
import { passes } from "../../identities.ts";
import { binary, select, unary } from "../../operations.ts";
import { unroll } from "../../unroll.ts";

/** Index of a value in a program. */
export type ValueId = number;

export type Value =
  | { readonly op: "literal"; readonly value: number }
  /** Number `index` of the `count` numbers of a parameter. */
  | { readonly op: "parameter"; readonly name: string; readonly index: number; readonly count: number }
  | { readonly op: "input"; readonly input: number }
  | { readonly op: "unary"; readonly by: UnaryOperation; readonly operands: readonly ValueId[] }
  | { readonly op: "binary"; readonly by: BinaryOperation; readonly operands: readonly ValueId[] }
  | { readonly op: "select"; readonly operands: readonly ValueId[] }
  | { readonly op: "count"; readonly by: CountOperation; readonly operands: readonly ValueId[] };

/**
 * A graph without axes and without data: values that read earlier ones, each written once. Two programs of one graph are the
 * same whatever its numbers.
 */
export interface Program {
  readonly values: readonly Value[];
  /** Which values differ between draws. */
  readonly varies: readonly boolean[];
  /** One per output of the graph. */
  readonly outputs: readonly ValueId[];
  readonly logWeight?: ValueId;
  /** Inputs that some output depends on. */
  readonly used: readonly boolean[];
}

const commutes: ReadonlySet<string> = new Set(["add", "multiply", "min", "max", "equal", "and", "or"]);

export function programOf(graph: ModelGraph): Program {
  const values: Value[] = [];
  const varies: boolean[] = [];
  const used = graph.inputs.map(() => false);
  const known = new Map<string, ValueId>();
  const once = (key: string, value: Value, varying: boolean): ValueId => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const id = values.push(value) - 1;
    varies.push(varying);
    known.set(key, id);
    return id;
  };
  const literal = (value: number): ValueId =>
    once(`literal ${Object.is(value, -0) ? "-0" : value}`, { op: "literal", value }, false);
  /** Its value, where the shape of the graph fixes it. */
  const fixed = (id: ValueId): number | undefined => {
    const value = values[id];
    return value.op === "literal" ? value.value : undefined;
  };
  const { outputs, logWeight } = unroll<ValueId>(graph, {
    literal,
    parameter: (name, index, count) =>
      once(`parameter ${index} ${name}`, { op: "parameter", name, index, count }, false),
    input: (input) => {
      used[input] = true;
      return once(`input ${input}`, { op: "input", input }, true);
    },
    unary: (by, a) => {
      const x = fixed(a);
      return x === undefined
        ? once(`${by} ${a}`, { op: "unary", by, operands: [a] }, varies[a])
        : literal(unary[by](x));
    },
    binary: (by, a, b) => {
      const [x, y] = [fixed(a), fixed(b)];
      if (x !== undefined && y !== undefined) return literal(binary[by](x, y));
      const passed = passes(by, x, y);
      if (passed !== undefined) return [a, b][passed];
      const operands = commutes.has(by) && b < a ? [b, a] : [a, b];
      return once(`${by} ${operands}`, { op: "binary", by, operands }, varies[a] || varies[b]);
    },
    select: (test, a, b) => {
      const known = fixed(test);
      if (known !== undefined) return select(known, a, b);
      const varying = varies[test] || varies[a] || varies[b];
      return once(`select ${test} ${a} ${b}`, { op: "select", operands: [test, a, b] }, varying);
    },
    count: (by, operands) =>
      once(
        `count ${by} ${operands}`,
        { op: "count", by, operands },
        operands.some((id) => varies[id]),
      ),
  });
  return { values, varies, outputs, logWeight, used };
}

export const operandsOfValue = (value: Value): readonly ValueId[] => ("operands" in value ? value.operands : []);
