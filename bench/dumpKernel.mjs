// node bench/dumpKernel.mjs [SCENARIO] [--loops] [--code]: the compiled kernel of a catalogue scenario as text: where everything lies
// in memory, what is computed once, and what is done for a few draws at a time. --loops compiles it to loops over its axes whatever its
// size; --code adds the bytes of the module.
import { readFile } from "node:fs/promises";
import { compileKernel } from "../dist/engine/kernel/compile/compile.js";
import { checkText } from "../dist/scenarios/check.js";
import { compile } from "../dist/scenarios/compile/index.js";
import { loopLines } from "./dump/loops.mjs";
import { straightLines } from "./dump/straight.mjs";

const [id = "reference"] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const file = `${id}.yaml`;
const outcome = checkText(await readFile(new URL(`../scenarios/${file}`, import.meta.url), "utf8"), file);
if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
const { graph } = compile(outcome.scenario);
const kernel = compileKernel(graph, process.argv.includes("--loops") ? { form: "loops" } : {});
const { model, layout, bytes } = kernel;

const lines = [
  `# ${id}: ${bytes.length} bytes of code, ${layout.end} bytes of memory`,
  `\n## Memory`,
  `${layout.scoreTable}  score table`,
  `${layout.numbers}  ${model.numbers} numbers that are the same in all draws`,
  `${layout.columns}  ${graph.inputs.length} input columns, ${model.columns} output columns`,
  `${layout.scratch}  ${model.scratchBytes} bytes for what the model keeps while it runs`,
  `${layout.end}  tables and points of the data`,
  ...(model.form === "loops" ? loopLines(kernel) : straightLines(graph, kernel)),
];
console.log(lines.join("\n"));

if (process.argv.includes("--code")) {
  console.log(`\n## Code`);
  for (let at = 0; at < bytes.length; at += 32) {
    const row = [...bytes.subarray(at, at + 32)].map((byte) => byte.toString(16).padStart(2, "0"));
    console.log(String(at).padStart(7), row.join(" "));
  }
}
