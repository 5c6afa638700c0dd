// node bench/looks.mjs [DRAWS]: school-absence with eight looks, three rules by which it is stopped and ten risks, from the file to
// the result, in one thread, and whether interpreter and kernel say the same. Times differ between machines and from minute to minute.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { inline, simulate } from "../dist/engine/index.js";
import { checkValue } from "../dist/scenarios/check.js";
import { compile } from "../dist/scenarios/compile/index.js";
import { compiled, interpreted } from "./kernels.mjs";
import { jobOf } from "./model.mjs";

const draws = Number(process.argv[2] ?? 65_536);
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
      ...(k === 0 ? { harm: "yes" } : {}),
    },
  ]),
);

const time = (name, start) => console.log(`${name.padEnd(32)}${((performance.now() - start) / 1000).toFixed(2)} s`);
let start = performance.now();
const checked = checkValue({ ...base, stopRules, risks });
if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
time("checked", start);
start = performance.now();
const request = { ...compile(checked.scenario), seed: "1", design: "sobol", draws };
time("compiled to a graph", start);
console.log(
  `${request.graph.nodes.length} nodes, ${request.graph.inputs.length} inputs, ${request.graph.outputs.length} outputs`,
);

const job = jobOf(request, draws, 16);
const [fast, slow] = [compiled(job), interpreted(job)];
for (const kernel of [fast, slow]) kernel.run(31, kernel.columns);
const same = fast.columns.every((column, k) => column.every((x, d) => Object.is(x, slow.columns[k][d])));
console.log(`equal bits in a block: ${same ? "yes" : "NO"}`);
start = performance.now();
const { result } = await simulate(request, inline());
time(`${draws} draws, one thread`, start);
console.log(
  `stopped in ${(100 * result.stopRules.stopped.value).toFixed(1)} %, value ${Math.round(result.stopRules.value.value)} kr`,
);
