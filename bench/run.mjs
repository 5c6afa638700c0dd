// npm run bench [-- FILE.json] [--guard] [--ms N] [--draws N]: times every suite in this one process and prints them side by side. Times
// differ between machines; ratios taken in the same minute on the same machine are what to compare. With --guard it ends with
// 1 where the compiled kernel is less than three times as fast as the interpreter.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { Bench } from "tinybench";
import { kernelRatio, leastRatio } from "./guard.mjs";
import { cpuMs } from "./statistics.mjs";
import { suites } from "./suites.mjs";

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    guard: { type: "boolean", default: false },
    /** Milliseconds for each entry. */
    ms: { type: "string", default: "300" },
    /** Of each whole run. */
    draws: { type: "string", default: "65536" },
  },
});
const ms = Number(asked.ms);
const file = positionals[0] ?? "out/bench.json";

const clocks = { cpu: cpuMs, wall: () => performance.now() };

async function timed({ stage, by, run, clock }) {
  const now = clocks[clock];
  const bench = new Bench({
    now,
    time: ms,
    iterations: ms < 50 ? 1 : 5,
    warmupTime: ms / 3,
    warmupIterations: 1,
    throws: true,
  });
  bench.add(`${stage}, ${by}`, run);
  await bench.run();
  return bench.tasks[0].result.latency;
}

const { entries, close } = await suites(Number(asked.draws));
const rows = [];
for (const group of new Set(entries.map((entry) => entry.group))) {
  for (const entry of entries.filter((one) => one.group === group)) {
    const { stage, by, draws, clock } = entry;
    const { p50, mad } = await timed(entry);
    rows.push({ group, stage, by, clock, draws, ms: p50, madMs: mad, nsPerDraw: (p50 * 1e6) / draws });
  }
  print(
    group,
    rows.filter((row) => row.group === group),
  );
}
await close();

/** One line a stage: interpreter, compiled kernel, how many times as fast. */
function print(group, own) {
  const heads = ["baseline", "interpreter", "compiled", "either"].filter((by) => own.some((row) => row.by === by));
  console.log(`\n${group.padEnd(44)}${heads.map((head) => head.padStart(14)).join("")}`);
  for (const stage of new Set(own.map((row) => row.stage))) {
    const of = (by) => own.find((row) => row.stage === stage && row.by === by);
    const cells = heads.map((by) => {
      const row = of(by);
      return (row === undefined ? "" : (row.draws === 1 ? row.ms : row.nsPerDraw).toFixed(2)).padStart(14);
    });
    const [slow, fast] = [of("interpreter"), of("compiled")];
    const ratio = slow && fast ? `${(slow.nsPerDraw / fast.nsPerDraw).toFixed(1)} ×` : "";
    console.log(`  ${stage.padEnd(42)}${cells.join("")}${ratio.padStart(10)}`);
  }
}

const baseline = rows.find((row) => row.by === "baseline");
const runs = rows.filter((row) => row.group === baseline.group && !["baseline", "either"].includes(row.by));
const ratios = Object.fromEntries(runs.map((row) => [`${row.stage}, ${row.by}`, baseline.nsPerDraw / row.nsPerDraw]));
console.log("\nbaseline's time over ours, a draw of R1 with all summaries:");
for (const [name, ratio] of Object.entries(ratios))
  console.log(`  ${name.padEnd(42)}${`${ratio.toFixed(1)} ×`.padStart(14)}`);

const kernel = await kernelRatio(Math.min(ms, 30), ms < 50 ? 3 : 15);
console.log(
  `\ncompiled kernel against interpreter, one block of R1: ${kernel.toFixed(1)} × (at least ${leastRatio} ×)`,
);

await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify({ node: process.version, kernelRatio: kernel, ratios, rows }, null, 2)}\n`);
console.log(`written to ${file}`);
if (asked.guard && !(kernel >= leastRatio)) {
  console.error(`bench: the compiled kernel is only ${kernel.toFixed(2)} times as fast as the interpreter`);
  process.exitCode = 1;
}
