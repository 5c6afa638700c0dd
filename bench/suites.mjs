// What is timed: each stage of a block of 1,024 draws of reference model R1, the whole block, merging, and whole runs with
// one and two threads, beside the frozen baseline. Every entry says how many draws one call of it stands for.

import { fillSobol, scrambled } from "../dist/engine/design/sobol.js";
import { applyTransform, transformOf } from "../dist/engine/distributions/index.js";
import { blockSize, copying, inline, prepareJob, simulate } from "../dist/engine/index.js";
import { interpret } from "../dist/engine/kernel/interpret.js";
import { keyOf } from "../dist/engine/random/key.js";
import { fillScores } from "../dist/engine/random/score.js";
import { fillStream } from "../dist/engine/random/stream.js";
import { accumulate } from "../dist/engine/summary/accumulate.js";
import { combine } from "../dist/engine/summary/combine.js";
import { workerPool } from "../dist/workers/pool.js";
import { baselineR1 } from "./baseline/r1.mjs";
import { jobOf, referenceRequest } from "./model.mjs";

const baselineDraws = 16_384;
const runDraws = 65_536;

export async function suites() {
  const request = await referenceRequest();
  const job = jobOf(request, runDraws, 16);
  const integers = new Int32Array(blockSize);
  const scores = new Float64Array(blockSize);
  const values = new Float64Array(blockSize);
  const stream = keyOf("1", "draw", "bench/input");
  const coordinate = scrambled(7, keyOf("1", "scramble", "bench/input"), keyOf("1", "order", "bench"), 0);
  const specs = request.data.distributions;
  const transforms = Object.fromEntries(Object.entries(specs).map(([path, spec]) => [path, transformOf(spec)]));
  const kernel = interpret(job.graph, job.data, job.plan);
  const plainKernel = interpret(job.graph, job.data, { ...job.plan, design: "plain" });
  const columns = job.graph.outputs.map(() => new Float64Array(blockSize));
  const inputs = job.graph.inputs.map(() => new Float64Array(blockSize));
  const prepared = prepareJob(job);
  const partials = Array.from(
    { length: runDraws / blockSize },
    (_, b) => prepared({ firstBlock: b, blocks: 1 }).partial,
  );
  const pools = [1, 2].map((threads) => workerPool({ threads }));
  fillStream(stream, 0, integers);
  fillScores(integers, scores);
  let block = 0;
  const next = () => (block = (block + 1) % 64);
  const one = (name, run, draws = blockSize) => ({ name, run, draws });
  return {
    close: () => Promise.all(pools.map((pool) => pool.close())),
    groups: {
      "uniforms, per input": [
        one("plain stream", () => fillStream(stream, next(), integers)),
        one("Sobol' points", () => fillSobol(coordinate, next() * blockSize, integers)),
      ],
      "scores, per input": [one("scores", () => fillScores(integers, scores))],
      "values from scores, per input": Object.entries(transforms).map(([path, transform]) =>
        one(`${path.split("/").at(-1)} (${transform.kind})`, () =>
          applyTransform(transform, scores, values, blockSize),
        ),
      ),
      "tables, per set of R1's": [one("build all tables", () => Object.values(specs).map(transformOf), 1)],
      "one block of R1": [
        one("its 12 inputs", () => kernel.inputs(next(), inputs)),
        one("inputs and model, Sobol'", () => kernel.run(next(), columns)),
        one("inputs and model, plain", () => plainKernel.run(next(), columns)),
        one("its summaries", () => {
          const sums = accumulate(job.graph, 16, 0, 1);
          sums.add(0, columns);
          return sums.finish();
        }),
      ],
      merge: [one("64 blocks into one", () => combine(job.graph, job.plan, partials), runDraws)],
      "whole runs of R1": [
        one("baseline, plain JavaScript", () => baselineR1(baselineDraws, "1"), baselineDraws),
        one("inline", () => simulate(request, inline()), runDraws),
        one("copying", () => simulate(request, copying(inline())), runDraws),
        one("1 worker", () => simulate(request, pools[0]), runDraws),
        one("2 workers", () => simulate(request, pools[1]), runDraws),
      ],
    },
  };
}
