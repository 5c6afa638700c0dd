import { GraphBuilder } from "../../engine/model/builder.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import type { Model } from "../kernel/sameBits.ts";

const inputs = ["risk", "effect", "cost", "drift", "exit", "worth"] as const;

/**
 * People of several segments flow into a programme and out of it month by month: a model with two long axes, as pathways and
 * cohorts are.
 */
export function pathway(months: number, segments: number): Model {
  const b = new GraphBuilder();
  b.axis("month", months);
  b.axis("segment", segments);
  const parameters: Record<string, number | readonly number[]> = { rate: 1.0025 };
  const numbers = (name: string, axes: readonly string[], value: (cell: number) => number): NodeId => {
    const cells = axes.reduce((count, axis) => count * b.sizeOf(axis), 1);
    parameters[name] = Array.from({ length: cells }, (_, cell) => value(cell));
    return b.parameter(name, axes);
  };
  const [risk, effect, cost, drift, exit, worth] = inputs.map((name) =>
    b.input({ path: `m/${name}`, level: "parameter", suite: "m", unit: "share" }),
  );
  const [zero, one] = [b.constant(0), b.constant(1)];
  const running = (by: "multiply" | "divide", factor: NodeId) =>
    b.scan("month", [factor], [one], (body) => {
      const state = body.state(0);
      return { next: [body.binary(by, state, body.operand(0))], emit: state };
    });
  const price = b.multiply(running("multiply", b.add(one, drift)), running("divide", b.parameter("rate")));
  const intake = numbers("intake", ["month", "segment"], (cell) => (cell % 7) / 10);
  const entering = b.product([intake, numbers("size", ["segment"], (cell) => 50 + cell), b.subtract(one, risk)]);
  const staying = b.subtract(
    one,
    b.multiply(
      exit,
      numbers("pace", ["segment"], (cell) => 0.5 + cell / 100),
    ),
  );
  const enrolled = b.scan("month", [entering, staying], [zero], (body) => {
    const next = body.binary("add", body.binary("multiply", body.state(0), body.operand(1)), body.operand(0));
    return { next: [next], emit: next };
  });
  const left = b.subtract(b.shift("month", 1, enrolled), enrolled);
  const gain = b.product([enrolled, effect, worth, price]);
  const spent = b.product([b.add(enrolled, b.unary("abs", left)), cost, price]);
  const net = b.subtract(gain, spent);
  const perMonth = b.reduce("add", "segment", net);
  const balance = b.cumulative("month", perMonth);
  const share = b.divide(enrolled, b.reduce("add", "segment", enrolled));
  const figures: Readonly<Record<string, NodeId>> = {
    total: b.reduce("add", "month", perMonth),
    lowest: b.reduce("min", "month", balance),
    worstSegment: b.reduce("min", "segment", b.reduce("add", "month", net)),
    largestShare: b.reduce("max", "segment", b.reduce("max", "month", share)),
    half: b.at("month", Math.floor(months / 2), balance),
    end: b.at("month", months - 1, balance),
  };
  for (const [id, node] of Object.entries(figures)) b.output({ id, node, unit: "kr", kind: "figure", worse: "low" });
  const normal = { family: "normal", parameters: { mean: 0.3, sd: 0.05 } } as const;
  return {
    graph: b.build(),
    data: {
      parameters,
      distributions: Object.fromEntries(inputs.map((name) => [`m/${name}`, normal])),
      correlations: [],
    },
  };
}
