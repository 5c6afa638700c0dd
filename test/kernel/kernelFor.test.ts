import { afterEach, expect, test, vi } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import { compileKernel } from "../../engine/kernel/compile/compile.ts";
import { kernelFor } from "../../engine/kernel/kernelFor.ts";
import { webAssembly } from "../../engine/kernel/wasm/platform.ts";
import { inline } from "../../engine/run/inline.ts";
import { prepareJob } from "../../engine/run/task.ts";
import { simulate } from "../../engine/simulate.ts";
import { workerPool } from "../../workers/pool.ts";
import { r1, r1Request } from "../models/r1.ts";
import { differences, planOf } from "./sameBits.ts";

/* Which kernel runs: the compiled one wherever it can, and no one has to guess. */

const platform = webAssembly()!;

afterEach(() => vi.unstubAllGlobals());

test("jobs run on the compiled kernel", () => {
  expect(prepareJob({ ...r1(), plan: planOf() }).kernel).toBe("compiled");
});

test("each thread says what ran its blocks", async () => {
  const { threads } = (await simulate(r1Request({ draws: 16_384 }), inline()))!;
  expect(threads).toEqual([{ thread: "inline", tasks: 1, blocks: 16, kernel: "compiled" }]);
  const pool = workerPool({ threads: 1 });
  try {
    const { threads: outside } = (await simulate(r1Request({ draws: 16_384 }), pool))!;
    expect(outside.map(({ kernel }) => kernel)).toEqual(["compiled"]);
  } finally {
    await pool.close();
  }
});

test("without WebAssembly, or without its SIMD, the interpreter runs them and gives the same bits", () => {
  const { graph, data } = r1();
  const compiled = kernelFor(graph, data, planOf());
  expect(compiled.kind).toBe("compiled");
  compiled.run(4, compiled.columns);
  for (const less of [undefined, { ...platform, validate: () => false }]) {
    vi.stubGlobal("WebAssembly", less);
    const fallback = kernelFor({ ...graph, names: { 0: less ? "no SIMD" : "no WebAssembly" } }, data, planOf());
    expect(fallback.kind).toBe("interpreted");
    fallback.run(4, fallback.columns);
    expect(fallback.columns).toEqual(compiled.columns);
  }
});

test("the module depends on the shape of the graph alone; changed numbers reuse it", () => {
  const { graph: plain, data } = r1();
  const graph = { ...plain, names: { ...plain.names, 0: "never compiled before" } };
  let compiledModules = 0;
  class Counted extends platform.Module {
    constructor(bytes: Uint8Array<ArrayBuffer>) {
      super(bytes);
      compiledModules++;
    }
  }
  vi.stubGlobal("WebAssembly", { Module: Counted, Instance: platform.Instance, validate: platform.validate });
  const changed = {
    ...data,
    parameters: { ...data.parameters, discount: Array(10).fill(0.9), fairReturn: 2 },
    distributions: {
      ...data.distributions,
      "reference/reach": { family: "normal", parameters: { mean: 0.7, sd: 0.05 }, min: 0, max: 1 } as const,
    },
    correlations: [],
  };
  const plans = [
    planOf(),
    planOf({ seed: "2", design: "sobol", sources: { "reference/reach": { kind: "fixed", value: 0.5 } } }),
  ];
  for (const numbers of [data, changed])
    for (const plan of plans) {
      const kernel = kernelFor(graph, numbers, plan);
      expect(kernel.kind).toBe("compiled");
      expect(differences({ graph, data: numbers }, plan, [9], kernel)).toEqual([]);
    }
  expect(compiledModules).toBe(1);
  // As a graph arrives on another thread, or from another compilation of the same scenario.
  kernelFor(structuredClone(graph), data, planOf());
  expect(compiledModules).toBe(1);
  expect(compileKernel(structuredClone(graph)).bytes).toEqual(compileKernel(graph).bytes);
});

test("several instances of one module don't touch each other", () => {
  const { graph, data } = r1();
  const [one, other] = [planOf(), planOf({ seed: "other" })].map((plan) => kernelFor(graph, data, plan));
  one.run(0, one.columns);
  const before = one.columns.map((column) => column.slice());
  other.run(0, other.columns);
  expect(one.columns).toEqual(before);
  expect(one.columns[0].length).toBe(blockSize);
});

test("data that do not fit the graph are refused as by the interpreter", () => {
  const { graph, data } = r1();
  const { inProgramme: _, ...without } = data.parameters;
  expect(() => kernelFor(graph, { ...data, parameters: without }, planOf())).toThrow(
    "inProgramme: no values for 10 cells",
  );
});
