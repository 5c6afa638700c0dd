// node bench/looks.mjs [DRAWS] [TIMES]: school-absence with eight looks, three rules by which it is stopped and ten risks, from the
// file to the result, in one thread: processor time, the least of so many times, and whether interpreter and kernel say the same.
// Times differ between machines and from minute to minute.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { inline, simulate } from "../dist/engine/index.js";
import { checkValue } from "../dist/scenarios/check.js";
import { compile } from "../dist/scenarios/compile/index.js";
import { compiled, interpreted } from "./kernels.mjs";
import { jobOf } from "./model.mjs";

const draws = Number(process.argv[2] ?? 65_536);
const times = Number(process.argv[3] ?? 3);
const file = new URL("../scenarios/school-absence.yaml", import.meta.url);
const { translations: _, ...base } = parse(readFileSync(file, "utf8"));

const look = "every 4 months";
const stopRules = {
  noEffect: { title: "No effect", look, if: "observed.absence < 3 %", notice: "3 months" },
  tooDear: { title: "Too dear", look, if: "observedCost > 125 %", notice: "3 months" },
  tooFew: { title: "Too few", look, if: { all: ["observedReached < 60 %", "observed.absence < 6 %"] } },
};
const struck = [
  "outcomes.notFinishing.effect",
  "outcomes.absence.effect",
  "funnel.accepted",
  "funnel.reached",
  "costs.team",
  "costs.leader",
  "costs.pupilSupport",
  "consequences.extraSchooling",
  "consequences.assistance",
  "consequences.labourMarket",
];
const risks = Object.fromEntries(
  struck.map((path, k) => [
    `risk${k}`,
    {
      title: `Risk ${k}`,
      likelihood: `${10 + 3 * k} %`,
      hits: { [path]: { times: path.startsWith("costs.") ? "130 %" : "80 %" } },
      mitigated: { likelihood: "5 %", cost: "10 000 kr/year", paidBy: "education" },
      ...(k === 0 ? { harm: "yes" } : {}),
    },
  ]),
);

/** Prints the least processor time of so many runs, and gives what the last one made. */
async function timed(name, run) {
  let least = Number.POSITIVE_INFINITY;
  let made;
  for (let k = 0; k < times; k++) {
    const start = process.cpuUsage();
    made = await run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1e6);
  }
  console.log(`${name.padEnd(40)}${least.toFixed(2)} s`);
  return made;
}

const checked = await timed("checked", () => checkValue({ ...base, stopRules, risks }));
if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
const request = await timed("compiled to a graph", () => ({
  ...compile(checked.scenario),
  seed: "1",
  design: "sobol",
  draws,
}));
const { nodes, inputs, outputs } = request.graph;
console.log(`${nodes.length} nodes, ${inputs.length} inputs, ${outputs.length} outputs`);

const job = jobOf(request, draws, 16);
const fast = await timed("compiled to a kernel", () => compiled(job));
const slow = interpreted(job);
for (const kernel of [fast, slow]) kernel.run(31, kernel.columns);
const same = fast.columns.every((column, k) => column.every((x, d) => Object.is(x, slow.columns[k][d])));
console.log(`equal bits in a block: ${same ? "yes" : "NO"}`);
const { result } = await timed(`${draws.toLocaleString("en")} draws, all figures`, () => simulate(request, inline()));
console.log(`memory ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`);
const { stopped, value } = result.stopRules;
console.log(`stopped in ${(100 * stopped.value).toFixed(1)} %, value ${Math.round(value.value)} kr`);
