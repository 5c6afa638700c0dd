import { operation } from "./formula.mjs";

/** Straight code, section by section. */
export function straightLines(graph, { model: { program, schedule } }) {
  const lines = [];
  const print = (...words) => lines.push(words.join(" "));
  /** A value as it is read: by name where it has one. */
  const read = (id) => {
    const value = program.values[id];
    if (value.op === "literal") return String(value.value);
    if (value.op === "input") return graph.inputs[value.input].path;
    if (value.op === "parameter") return value.count === 1 ? value.name : `${value.name}[${value.index}]`;
    return `v${id}`;
  };
  const formula = (id) => {
    const value = program.values[id];
    return "operands" in value ? operation(value.by ?? value.op, value.operands.map(read)) : read(id);
  };
  const outputsOf = new Map();
  graph.outputs.forEach(({ id: name }, k) => {
    const value = program.outputs[k];
    outputsOf.set(value, [...(outputsOf.get(value) ?? []), name]);
  });

  print(`\n## Once, when data are loaded`);
  const steady = new Set();
  const visit = (value) => {
    if (steady.has(value) || program.varies[value]) return;
    const { operands = [] } = program.values[value];
    operands.forEach(visit);
    steady.add(value);
  };
  [...schedule.slots, ...program.outputs].forEach(visit);
  for (const value of steady) if ("operands" in program.values[value]) print(`v${value} = ${formula(value)}`);

  schedule.sections.forEach(({ values, stored }, k) => {
    print(`\n## Section ${k + 1}: ${values.length} operations, for 4 draws at a time`);
    for (const value of values) {
      const names = outputsOf.get(value);
      const keeps = names ? `   → ${names.join(", ")}` : stored.includes(value) ? "   → scratch" : "";
      print(`v${value} = ${formula(value)}${keeps}`);
    }
  });

  print(`\n## Outputs that are no operation`);
  for (const [value, names] of outputsOf)
    if (!schedule.columns.includes(value)) print(`${names.join(", ")} = ${read(value)}`);
  return lines;
}
