// npm run bench [-- FILE.json]: times every suite in this one process and prints ratios. Absolute times differ between
// machines; the ratios to the frozen baseline, taken in the same minute on the same machine, are what to compare.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Bench } from "tinybench";
import { suites } from "./suites.mjs";

const file = process.argv[2] ?? "out/bench.json";
const { groups, close } = await suites();
const rows = [];
for (const [group, entries] of Object.entries(groups)) {
  const bench = new Bench({
    name: group,
    time: 300,
    iterations: 5,
    warmupTime: 100,
    warmupIterations: 1,
    throws: true,
  });
  for (const { name, run } of entries) bench.add(name, run);
  await bench.run();
  console.log(`\n${group}`);
  for (const [i, task] of bench.tasks.entries()) {
    const { p50, mad } = task.result.latency;
    const row = {
      group,
      name: task.name,
      draws: entries[i].draws,
      ms: p50,
      madMs: mad,
      nsPerDraw: (p50 * 1e6) / entries[i].draws,
    };
    rows.push(row);
    const per = row.draws === 1 ? `${row.ms.toFixed(2)} ms` : `${row.nsPerDraw.toFixed(2)} ns a draw`;
    console.log(`  ${row.name.padEnd(36)} ${per.padStart(20)}   ± ${((100 * mad) / p50).toFixed(0)} %`);
  }
}
await close();

const of = (name) => rows.find((row) => row.group === "whole runs of R1" && row.name === name).nsPerDraw;
const ratios = Object.fromEntries(
  ["inline", "copying", "1 worker", "2 workers"].map((name) => [name, of("baseline, plain JavaScript") / of(name)]),
);
console.log("\nbaseline's time over ours, a draw of R1 with all summaries:");
for (const [name, ratio] of Object.entries(ratios))
  console.log(`  ${name.padEnd(36)} ${ratio.toFixed(1).padStart(8)} ×`);
console.log(`  2 workers against 1: ${(of("1 worker") / of("2 workers")).toFixed(2)} ×`);

await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify({ node: process.version, ratios, rows }, null, 2)}\n`);
console.log(`\nwritten to ${file}`);
