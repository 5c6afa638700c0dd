// node bench/dumpKernel.mjs [SCENARIO] [--code]: the compiled kernel of a catalogue scenario as text: where everything lies in
// memory, what is computed once, and what each section does for a pair of draws. --code adds the bytes of the module.
import { readFile } from "node:fs/promises";
import { compileKernel } from "../dist/engine/kernel/compile/compile.js";
import { checkText } from "../dist/scenarios/check.js";
import { compile } from "../dist/scenarios/compile/index.js";

const [id = "reference"] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const file = `${id}.yaml`;
const outcome = checkText(await readFile(new URL(`../scenarios/${file}`, import.meta.url), "utf8"), file);
if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
const { graph } = compile(outcome.scenario);
const kernel = compileKernel(graph);
const { program, schedule, layout } = kernel;

const signs = { add: "+", subtract: "−", multiply: "·", divide: "/", less: "<", lessOrEqual: "≤", greater: ">" };
Object.assign(signs, { greaterOrEqual: "≥", equal: "=", and: "and", or: "or" });

/** A value as it is read: by name where it has one. */
function read(id) {
  const value = program.values[id];
  if (value.op === "literal") return String(value.value);
  if (value.op === "input") return graph.inputs[value.input].path;
  if (value.op === "parameter") return value.count === 1 ? value.name : `${value.name}[${value.index}]`;
  return `v${id}`;
}

function formula(id) {
  const value = program.values[id];
  if (!("operands" in value)) return read(id);
  const [a, b, c] = value.operands.map(read);
  if (value.op === "select") return `${a} ? ${b} : ${c}`;
  if (value.op === "binary" && value.by in signs) return `${a} ${signs[value.by]} ${b}`;
  return `${value.by}(${value.operands.map(read).join(", ")})`;
}

const print = (...words) => console.log(words.join(" "));
const outputsOf = new Map();
graph.outputs.forEach(({ id: name }, k) => {
  const value = program.outputs[k];
  outputsOf.set(value, [...(outputsOf.get(value) ?? []), name]);
});

print(
  `# ${id}: ${kernel.bytes.length} bytes of code, ${schedule.sections.length} sections, ${layout.end} bytes of memory`,
);
print(`\n## Memory`);
print(`${layout.scoreTable}  score table`);
print(`${layout.slots}  ${schedule.slots.length} numbers that are the same in all draws`);
print(`${layout.columns}  ${graph.inputs.length} input columns, ${schedule.columns.length} output columns`);
print(`${layout.scratch}  ${schedule.scratchColumns} scratch columns of ${layout.tile} draws`);
print(`${layout.end}  tables and points of the data`);

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
  print(`\n## Section ${k + 1}: ${values.length} operations, for each pair of draws`);
  for (const value of values) {
    const names = outputsOf.get(value);
    const keeps = names ? `   → ${names.join(", ")}` : stored.includes(value) ? "   → scratch" : "";
    print(`v${value} = ${formula(value)}${keeps}`);
  }
});

print(`\n## Outputs that are no operation`);
for (const [value, names] of outputsOf)
  if (!schedule.columns.includes(value)) print(`${names.join(", ")} = ${read(value)}`);

if (process.argv.includes("--code")) {
  print(`\n## Code`);
  for (let at = 0; at < kernel.bytes.length; at += 32)
    print(
      String(at).padStart(7),
      [...kernel.bytes.subarray(at, at + 32)].map((byte) => byte.toString(16).padStart(2, "0")).join(" "),
    );
}
