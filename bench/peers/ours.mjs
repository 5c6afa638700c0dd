// R1 in this project, measured as its peers are: one line of JSON. Options as r1.py, and
//   --design sobol|plain
//   --everything   the whole reference scenario, not only R1's six figures and three chances
//   --accuracy N   instead: root mean square error of E[net] over N seeds
//   --tables       instead: milliseconds to build R1's tables, first thing in a process and warm
import { parseArgs } from "node:util";
import { transformOf } from "../../dist/engine/distributions/index.js";
import { engineVersion, inline, simulate } from "../../dist/engine/index.js";
import { workerPool } from "../../dist/workers/pool.js";
import { r1Request, referenceRequest } from "../model.mjs";
import { cpuMs, meanOf, medianOf } from "../statistics.mjs";

const exact = { meanNet: 704_897.1, sdNet: 4_994_576.81, chanceGain: 0.4820979 }; // test/reference/r1.json
const warmingRuns = 8;
const { values: asked } = parseArgs({
  options: {
    draws: { type: "string", default: "65536" },
    threads: { type: "string", default: "1" },
    runs: { type: "string", default: "1" },
    design: { type: "string", default: "sobol" },
    everything: { type: "boolean", default: false },
    accuracy: { type: "string" },
    tables: { type: "boolean", default: false },
  },
});
const [draws, threads] = [Number(asked.draws), Number(asked.threads)];
const request = await (asked.everything ? referenceRequest : r1Request)({ draws, design: asked.design });
const figuresOf = ({ result: { outputs } }) => ({
  meanNet: outputs.net.mean.value,
  chanceGain: outputs.net.chanceAboveZero.value,
});

if (asked.tables) console.log(JSON.stringify(tables()));
else {
  const executor = threads === 1 ? inline() : workerPool({ threads });
  console.log(JSON.stringify(asked.accuracy === undefined ? await speed(executor) : await accuracy(executor)));
  await executor.close();
}

async function speed(executor) {
  const once = async (seed) => {
    const [start, cpuStart] = [performance.now(), cpuMs()];
    const run = await simulate({ ...request, seed }, executor);
    const seconds = (performance.now() - start) / 1000;
    return { seconds, cpuSeconds: (cpuMs() - cpuStart) / 1000, ...figuresOf(run) };
  };
  // Until V8 has compiled everything for good.
  for (let k = 0; k < warmingRuns; k++) await once(`warm ${k}`);
  const runs = [];
  for (let k = 1; k <= Number(asked.runs); k++) runs.push(await once(String(k)));
  const { meanNet, chanceGain } = runs.at(-1);
  const seconds = runs.map((one) => one.seconds);
  const wrong =
    Math.abs(meanNet - exact.meanNet) > 5 * (exact.sdNet / Math.sqrt(draws)) ||
    Math.abs(chanceGain - exact.chanceGain) > 5 * Math.sqrt((exact.chanceGain * (1 - exact.chanceGain)) / draws);
  if (wrong) throw new Error(`E[net] ${meanNet} and P(net > 0) ${chanceGain} are not R1's`);
  return {
    program: `Utfall, ${asked.design === "sobol" ? "Sobol'" : "plain"}${asked.everything ? ", the whole scenario" : ""}`,
    versions: { Utfall: engineVersion, Node: process.versions.node },
    draws,
    threads,
    seconds,
    cpuSeconds: runs.map((one) => one.cpuSeconds),
    nsPerDraw: (1e9 * medianOf(seconds)) / draws,
    meanNet,
    chanceGain,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  };
}

async function accuracy(executor) {
  const squares = [];
  for (let seed = 1; seed <= Number(asked.accuracy); seed++) {
    const { meanNet } = figuresOf(await simulate({ ...request, seed: String(seed) }, executor));
    squares.push((meanNet - exact.meanNet) ** 2);
  }
  const rmse = Math.sqrt(meanOf(squares));
  return { seeds: squares.length, draws, rmse, plainDraws: (exact.sdNet / rmse) ** 2 };
}

function tables() {
  const specs = Object.values(request.data.distributions);
  const once = () => {
    const start = performance.now();
    specs.map(transformOf);
    return performance.now() - start;
  };
  const first = once();
  return { firstMs: first, warmMs: medianOf(Array.from({ length: 30 }, once)) };
}
