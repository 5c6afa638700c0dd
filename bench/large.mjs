// npm run bench:large [-- DRAWS]: what a proposal as large as real ones come costs (bench/large.yaml), from the file to the result,
// in one thread. Times differ between machines and from minute to minute.
import { blockSize, inline, simulate } from "../dist/engine/index.js";
import { operationsOf } from "../dist/engine/kernel/compile/work.js";
import { shapeOf } from "../dist/engine/kernel/shape.js";
import { compile } from "../dist/scenarios/compile/index.js";
import { compiled, interpreted } from "./kernels.mjs";
import { checkedFile, jobOf } from "./model.mjs";

const draws = Number(process.argv[2] ?? 65_536);
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const row = (name, ...values) => console.log(`${name.padEnd(40)}${values.map((value) => value.padStart(16)).join("")}`);

async function timed(name, run) {
  const start = performance.now();
  const made = await run();
  row(name, seconds(performance.now() - start));
  return made;
}

const scenario = await timed("read and checked", () => checkedFile("large.yaml"));
const request = await timed("compiled to a graph", () => ({ ...compile(scenario), seed: "1", design: "sobol", draws }));
const { graph } = request;
const operations = operationsOf(graph, shapeOf(graph));
const job = jobOf(request, draws, 16);
const fast = await timed("compiled to a kernel", () => compiled(job));
const slow = interpreted(job);

/** Nanoseconds a draw: the least of so many blocks. */
function nsPerDraw(kernel, blocks) {
  let least = Number.POSITIVE_INFINITY;
  for (let block = 0; block < blocks; block++) {
    const start = performance.now();
    kernel.run(block, kernel.columns);
    least = Math.min(least, performance.now() - start);
  }
  return (least * 1e6) / blockSize;
}
const speed = (name, ns) =>
  row(name, `${Math.round(ns).toLocaleString("en")} ns a draw`, `  ${(ns / operations).toFixed(2)} ns an operation`);

row("inputs, nodes, outputs", [graph.inputs, graph.nodes, graph.outputs].map((list) => list.length).join(", "));
row("operations on a draw", operations.toLocaleString("en"));
speed("inputs and model, interpreted", nsPerDraw(slow, 2));
speed("inputs and model, compiled", nsPerDraw(fast, 32));
slow.run(31, slow.columns);
const same = fast.columns.every((column, k) => column.every((x, d) => Object.is(x, slow.columns[k][d])));
row("equal bits in a block", same ? "yes" : "NO");
for (const name of [`first run of ${draws.toLocaleString("en")} draws, all figures`, "second run"]) {
  await timed(name, () => simulate(request, inline()));
}
row("memory", `${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`);
