// What is timed: each stage of a block of 1,024 draws of reference model R1, by the interpreter and by the compiled kernel,
// and whole runs beside the frozen baseline. Every entry says how many draws one call of it stands for, and whether it is timed
// by the processor time of this process, which other programs hardly touch, or by the wall clock, as work on several threads must.
import { correlate } from "../dist/engine/dependence/gaussian.js";
import { correlatedGroups } from "../dist/engine/dependence/groups.js";
import { fillSobol, scrambled } from "../dist/engine/design/sobol.js";
import { applyTransform, transformOf } from "../dist/engine/distributions/index.js";
import { blockSize, copying, inline, simulate } from "../dist/engine/index.js";
import { countColumn } from "../dist/engine/kernel/columns.js";
import { GraphBuilder } from "../dist/engine/model/builder.js";
import { keyOf } from "../dist/engine/random/key.js";
import { fillScores } from "../dist/engine/random/score.js";
import { fillStream } from "../dist/engine/random/stream.js";
import { accumulate } from "../dist/engine/summary/accumulate.js";
import { binScale, fewestBins } from "../dist/engine/summary/bins.js";
import { layoutOf } from "../dist/engine/summary/layout.js";
import { workerPool } from "../dist/workers/pool.js";
import { baselineR1 } from "./baseline/r1.mjs";
import { callsOf, compiled, interpreted, neverCompiled, unseen } from "./kernels.mjs";
import { familiesRequest, jobOf, r1Request, referenceRequest } from "./model.mjs";

const baselineDraws = 16_384;
/** Draws of the job whose blocks are timed. */
const jobDraws = 65_536;
/** A stage takes hardly more time than looking at the clock: so many times at once. */
const atOnce = 32;

/** @param runDraws draws of each whole run */
export async function suites(runDraws) {
  const request = await r1Request({ draws: runDraws });
  const everything = await referenceRequest({ draws: runDraws });
  const families = await familiesRequest({ draws: runDraws });
  const pools = [1, 2].map((threads) => workerPool({ threads }));
  return {
    close: () => Promise.all(pools.map((pool) => pool.close())),
    entries: [
      ...sampling(request),
      ...values(request),
      ...counts(),
      ...wholeBlock("a draw of R1", request),
      ...wholeBlock("a draw of the whole reference scenario", everything),
      ...manyFamilies(families),
      ...preparations(request),
      ...(await wholeRuns(request, everything, pools)),
    ],
  };
}

const entry = (group, stage, by, draws, run, clock = "cpu") => ({ group, stage, by, draws, run, clock });
const repeated = (group, stage, by, draws, run) =>
  entry(group, stage, by, draws * atOnce, () => {
    for (let k = 0; k < atOnce; k++) run();
  });

const designs = { sobol: "Sobol'", plain: "plain" };
const jobUnder = (request, design) => jobOf({ ...request, design }, jobDraws, 16);

/** A block's number that is another each time. */
function turning() {
  let block = 0;
  return () => (block = (block + 1) % (jobDraws / blockSize));
}

function sampling(request) {
  const group = "numbers, a draw of one input";
  const integers = new Int32Array(blockSize);
  const scores = new Float64Array(blockSize);
  const stream = keyOf("1", "draw", "bench/input");
  const coordinate = scrambled(7, keyOf("1", "scramble", "bench/input"), keyOf("1", "order", "bench"), 0);
  const next = turning();
  const plain = () => fillStream(stream, next(), integers);
  const sobol = () => fillSobol(coordinate, next() * blockSize, integers);
  const score = () => fillScores(integers, scores);
  const both = (fill) => () => {
    fill();
    score();
  };
  sobol();
  const paths = request.graph.inputs.map(({ path }) => path);
  const groups = correlatedGroups(paths, request.data.correlations);
  const columns = paths.map(() => new Float64Array(blockSize).fill(0.5));
  const mixed = groups.reduce((sum, { members }) => sum + members.length - 1, 0);
  return [
    repeated(group, "plain uniforms", "interpreter", blockSize, plain),
    repeated(group, "Sobol' points", "interpreter", blockSize, sobol),
    repeated(group, "scores", "interpreter", blockSize, score),
    repeated(group, "plain uniforms, scores", "interpreter", blockSize, both(plain)),
    ...together(group, "plain uniforms, scores", callsOf(jobUnder(request, "plain"), 3), "plain"),
    repeated(group, "Sobol' points, scores", "interpreter", blockSize, both(sobol)),
    ...together(group, "Sobol' points, scores", callsOf(jobUnder(request, "sobol"), 3), "sobol"),
    repeated(group, "dependence", "interpreter", mixed * blockSize, () => {
      for (const one of groups) correlate(one, columns);
    }),
    ...together(group, "dependence", callsOf(jobUnder(request, "sobol"), 3), "mix"),
  ];
}

/** The compiled kernel's calls of one name, as one entry; none where it makes no such call. */
function together(group, stage, calls, name) {
  // Scores that meet no end of a table have a function of their own.
  const named = calls.filter((call) => call.name === name || call.name === `${name}Inside`);
  const run = () => {
    for (const { again } of named) again();
  };
  return named.length === 0 ? [] : [repeated(group, stage, "compiled", blockSize * named.length, run)];
}

/** From scores to values, by the form of the transform; an average over R1's inputs of that form. */
function values(request) {
  const group = "values from scores, a draw of one input";
  const transforms = Object.values(request.data.distributions).map(transformOf);
  const integers = new Int32Array(blockSize);
  const scores = new Float64Array(blockSize);
  const out = new Float64Array(blockSize);
  fillStream(keyOf("1", "draw", "bench/input"), 0, integers);
  fillScores(integers, scores);
  const calls = callsOf(jobUnder(request, "sobol"), 3);
  return [...new Set(transforms.map(({ kind }) => kind))].flatMap((kind) => {
    const own = transforms.filter((transform) => transform.kind === kind);
    const stage = `${kind}${own.length > 1 ? `, ${own.length} inputs` : ""}`;
    const run = () => {
      for (const transform of own) applyTransform(transform, scores, out, blockSize);
    };
    return [repeated(group, stage, "interpreter", blockSize * own.length, run), ...together(group, stage, calls, kind)];
  });
}

/** Counts at a score each, of a size and with a probability or mean that differs from draw to draw. */
function counts() {
  const group = "counts, a draw";
  const kinds = [
    ["binomial count, n = 20", "binomial", 20, 0.2],
    ["binomial count, n = 20, rare", "binomial", 20, 0.02],
    ["binomial count, n = 300", "binomial", 300, 0.2],
    ["binomial count, n = 10,000", "binomial", 10_000, 0.2],
    ["Poisson count, mean 3", "poisson", 1, 3],
    ["Poisson count, mean 60", "poisson", 1, 60],
    ["negative binomial count, mean 3", "negativeBinomial", 0.5, 3],
    ["negative binomial count, mean 60", "negativeBinomial", 0.5, 60],
  ];
  return kinds.flatMap(([stage, by, size, share]) => {
    const b = new GraphBuilder();
    const input = (path) => b.input({ path, level: "chance", suite: "bench", unit: "share" });
    const [score, spread] = ["bench/score", "bench/spread"].map(input);
    const shares = b.multiply(b.constant(share), spread);
    const made = {
      binomial: () => b.binomialCount(score, b.constant(size), shares),
      poisson: () => b.poissonCount(score, shares),
      negativeBinomial: () => b.negativeBinomialCount(score, shares, b.constant(size)),
    };
    b.output({ id: "count", node: made[by](), unit: "case", kind: "figure", worse: "low" });
    const distributions = {
      "bench/score": { family: "normal", parameters: { mean: 0, sd: 1 } },
      "bench/spread": { family: "uniform", parameters: { low: 0.5, high: 1.5 } },
    };
    const data = { parameters: {}, distributions, correlations: [] };
    const job = jobUnder({ graph: b.build(), data, seed: "1" }, "sobol");
    const [scores, spreads, out] = [0, 1, 2].map(() => new Float64Array(blockSize));
    interpreted(job).inputs(3, [scores, spreads]);
    const sharesDrawn = spreads.map((x) => share * x);
    const operands = by === "binomial" ? [scores, size, sharesDrawn] : [scores, sharesDrawn, size];
    return [
      entry(group, stage, "interpreter", blockSize, () => countColumn(by, operands, out)),
      ...together(group, stage, callsOf(job, 3), "model"),
    ];
  });
}

function wholeBlock(group, request) {
  const { graph } = request;
  const inputs = graph.inputs.map(() => new Float64Array(blockSize));
  const next = turning();
  const entries = Object.entries(designs).flatMap(([design, name]) => {
    const job = jobUnder(request, design);
    const [slow, fast, calls] = [interpreted(job), compiled(job), callsOf(job, 3)];
    const draws = calls.filter((call) => call.name !== "model");
    return [
      entry(group, `12 inputs, ${name}`, "interpreter", blockSize, () => slow.inputs(next(), inputs)),
      repeated(group, `12 inputs, ${name}`, "compiled", blockSize, () => {
        for (const { call } of draws) call();
      }),
      entry(group, `inputs and model, ${name}`, "interpreter", blockSize, () => slow.run(next(), slow.columns)),
      repeated(group, `inputs and model, ${name}`, "compiled", blockSize, () => fast.run(next(), fast.columns)),
    ];
  });
  const summarised = (kernel) => {
    kernel.run(0, kernel.columns);
    const { kept } = layoutOf(graph);
    const bins = fewestBins;
    // A fifth of all bins, as a run marks them.
    const marked = Uint8Array.from({ length: bins }, (_, bin) => (bin % 5 === 0 ? 8 : 0));
    const spread = kept.map((output) => ({
      scale: binScale(kernel.columns[output], bins),
      marked,
      extremes: false,
      tied: false,
    }));
    return () => {
      const sums = accumulate(graph, 16, atOnce, { spread }, kernel.columns, kernel.sums);
      for (let k = 0; k < atOnce; k++) sums.add(16 * k);
      return sums.finish();
    };
  };
  const job = jobUnder(request, "sobol");
  return [
    ...entries,
    entry(group, "model", "interpreter", blockSize, modelAlone(request)),
    ...together(group, "model", callsOf(job, 3), "model"),
    entry(group, "a block's summaries", "interpreter", blockSize * atOnce, summarised(interpreted(job))),
    entry(group, "a block's summaries", "compiled", blockSize * atOnce, summarised(compiled(job))),
  ];
}

/** Per input and draw, so that it says what one more input costs. */
function manyFamilies(request) {
  const group = "60 inputs of 20 families, an input and draw";
  const inputs = request.graph.inputs.length;
  const columns = request.graph.inputs.map(() => new Float64Array(blockSize));
  const next = turning();
  return [
    ...Object.entries(designs).flatMap(([design, name]) => {
      const job = jobUnder(request, design);
      const [slow, fast] = [interpreted(job), compiled(job)];
      return [
        entry(group, `inputs, ${name}`, "interpreter", blockSize * inputs, () => slow.inputs(next(), columns)),
        // Another block each time: a processor learns which way to go in one that comes again and again.
        repeated(group, `inputs, ${name}`, "compiled", blockSize * inputs, () => fast.inputs(next(), columns)),
        entry(group, `inputs and model, ${name}`, "interpreter", blockSize * inputs, () =>
          slow.run(next(), slow.columns),
        ),
        repeated(group, `inputs and model, ${name}`, "compiled", blockSize * inputs, () =>
          fast.run(next(), fast.columns),
        ),
      ];
    }),
    entry(group, "whole run, inline", "compiled", request.draws * inputs, () => simulate(request, inline())),
  ];
}

/** The interpreter with every input fixed, so that hardly anything but the model is left. */
function modelAlone({ graph, data, seed }) {
  const sources = Object.fromEntries(graph.inputs.map(({ path }) => [path, { kind: "fixed", value: 0.5 }]));
  const plan = { seed, design: "plain", draws: jobDraws, replicates: 1, sources };
  const kernel = interpreted({ graph, data: { ...data, correlations: [] }, plan });
  return () => kernel.run(0, kernel.columns);
}

/** Before the first draw, in milliseconds. */
function preparations(request) {
  const group = "before the first draw, ms";
  const job = jobUnder(request, "sobol");
  const again = (make) => () => make({ ...job, graph: unseen(job.graph) });
  return [
    entry(group, "R1's tables", "either", 1, () => Object.values(request.data.distributions).map(transformOf)),
    entry(group, "tables and kernel", "interpreter", 1, again(interpreted)),
    entry(group, "tables and kernel", "compiled", 1, again(compiled)),
  ];
}

async function wholeRuns(request, everything, pools) {
  const group = "whole runs, a draw";
  const graph = neverCompiled(jobUnder(request, "sobol"));
  const run = (stage, by, executor, asked = request, clock = "cpu") =>
    entry(group, stage, by, request.draws, () => simulate(asked, executor), clock);
  return [
    entry(group, "plain JavaScript, frozen", "baseline", baselineDraws, () => baselineR1(baselineDraws, "1")),
    run("inline", "interpreter", inline(), { ...request, graph }),
    run("inline", "compiled", inline()),
    run("inline, plain", "compiled", inline(), { ...request, design: "plain" }),
    run("copying", "compiled", copying(inline())),
    run("1 worker, wall clock", "compiled", pools[0], request, "wall"),
    run("2 workers, wall clock", "compiled", pools[1], request, "wall"),
    run("inline, all but the blocks", "either", await remembering(request)),
    run("the whole scenario, inline", "compiled", inline(), everything),
    run("the whole scenario, all but the blocks", "either", await remembering(everything), everything),
  ];
}

/** Gives what tasks gave the first time: what is left to time is what comes after them. */
async function remembering(request) {
  const inner = inline();
  const known = new Map();
  const executor = {
    threads: 1,
    async run(job, tasks, control) {
      const key = JSON.stringify(tasks);
      if (!known.has(key)) {
        const results = [];
        await inner.run(job, tasks, { onResult: (result) => results.push(result) });
        known.set(key, results);
      }
      for (const result of known.get(key)) control.onResult(result);
      return { aborted: false, threads: [] };
    },
    close: async () => {},
  };
  await simulate(request, executor);
  return executor;
}
