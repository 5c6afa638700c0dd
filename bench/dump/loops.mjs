import { bodyOperandsOf, operandsOf } from "../../dist/engine/model/axes.js";
import { kindOf, operation } from "./formula.mjs";

/** Loops, nest by nest. */
export function loopLines({ model: { plan, storage } }) {
  const { graph, shape, nests, columns } = plan;
  const lines = [];

  /** A node's own name: that of an input or a parameter, else its number. */
  const nameOf = (id) => {
    const node = graph.nodes[id];
    if (node.op === "input") return graph.inputs[node.input].path;
    if (node.op === "constant") return String(node.value);
    return node.op === "parameter" ? node.name : `n${id}`;
  };
  /** The cell that a view reads, by the places of the loops: what lies outside an axis is 0. */
  const viewed = ({ source, offset, strides, guards }) => {
    if (source === undefined) return "0";
    let rest = offset;
    const cell = shape.axes[source].map((axis) => {
      const own = shape.axes[source].slice(shape.axes[source].indexOf(axis) + 1);
      const each = shape.cells(own);
      const step = Math.round(rest / each);
      rest -= step * each;
      const moves = strides.has(axis) && strides.get(axis) !== 0;
      if (!moves) return String(step);
      return step === 0 ? axis : `${axis} ${step < 0 ? "−" : "+"} ${Math.abs(step)}`;
    });
    const outside = guards.map(({ axis, low, high }) => `${axis} in ${low}…${high - 1}`);
    const place = cell.length > 0 ? `[${cell.join(", ")}]` : "";
    return `${nameOf(source)}${place}${outside.length > 0 ? ` (0 but for ${outside.join(" and ")})` : ""}`;
  };
  const read = (id) => viewed(plan.views[id]);

  const body = (node) => {
    const values = [];
    for (const step of node.body) {
      if (step.op === "operand") values.push(read(node.operands[step.operand]));
      else if (step.op === "state") values.push(`state${step.state}`);
      else
        values.push(
          `(${operation(
            kindOf(step),
            bodyOperandsOf(step).map((k) => values[k]),
          )})`,
        );
    }
    const states = node.next.map((k, state) => `state${state} ← ${values[k]}, at first ${read(node.initial[state])}`);
    return `${values[node.emit]}; ${states.join("; ")}`;
  };
  const formula = (node) => {
    if (node.op === "reduce") return `${node.by} of ${read(node.a)} over ${node.axis}`;
    if (node.op === "cumulative") return `running sum of ${read(node.a)} over ${node.axis}`;
    if (node.op === "scan") return `scan over ${node.axis}: ${body(node)}`;
    return operation(kindOf(node), operandsOf(node).map(read));
  };
  const outputsOf = (id) => graph.outputs.filter(({ node }) => node === id).map((output) => output.id);
  const kept = (id) => {
    const home = storage.homes.get(id);
    const named = outputsOf(id);
    if (named.length > 0) return `   → ${named.join(", ")}`;
    return home === undefined ? "" : `   → scratch ${home.at}`;
  };
  const stepLine = (step) => {
    if (step.does === "output")
      return `${outputsOf(columns[step.column]).join(", ") || "weight"} = ${viewed(step.from)}`;
    if (step.does === "compute") return `n${step.node} = ${formula(graph.nodes[step.node])}${kept(step.node)}`;
    return `n${step.node}, from cell ${step.offset} on = ${viewed(step.item)}${kept(step.node)}`;
  };

  lines.push(`\n## Numbers that are the same in all draws, worked out once when data are loaded`);
  for (const id of storage.numbers) {
    const axes = shape.axes[id].map((axis) => `${axis} of ${shape.size(axis)}`).join(", ");
    const node = graph.nodes[id];
    const how = node.op === "parameter" ? "" : ` = ${node.op === "index" ? "index" : formula(node)}`;
    lines.push(`${nameOf(id)}${axes ? ` [${axes}]` : ""}${how}`);
  }
  nests.forEach(({ loops, steps }, k) => {
    const over = loops.map(({ axis, from, to }) => `${axis} ${from}…${to - 1}`).join(", ");
    lines.push(`\n## Nest ${k + 1}: ${over ? `for each ${over}` : "once"}, for ${storage.cellBytes / 8} draws`);
    for (const step of steps) lines.push(stepLine(step));
  });
  return lines;
}
