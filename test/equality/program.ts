import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { blockSize, type Plan } from "../../engine/design/plan.ts";
import { interpret } from "../../engine/kernel/interpret.ts";
import type { Kernel } from "../../engine/kernel/kernel.ts";
import { kernelFor } from "../../engine/kernel/kernelFor.ts";
import type { ModelData } from "../../engine/model/graph.ts";
import { checkText } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { onePerFamily } from "../distributions/families.ts";
import { compiled, type Model, planOf } from "../kernel/sameBits.ts";
import { pathway } from "../models/pathway.ts";
import { inputsOnly } from "../models/plainInputs.ts";
import { r1 } from "../models/r1.ts";
import { randomGraph } from "../models/randomGraph.ts";
import { digest } from "./digest.ts";
import type { Compared } from "./runProgram.ts";
import { houseSpecs } from "./specs.ts";

/*
 * Runs as a process of its own, from the root, under the Node and the flags that are to be tried: the compiled kernel against
 * the interpreter on everything in the house, then one line of JSON with a digest of all that the compiled kernel gave.
 * Arguments: how many random graphs; `thin` for a few blocks of the rest. Ends with an error at the first difference, and where
 * a kernel is not the compiled one.
 */

const graphsAsked = Number(process.argv[2]);
const thin = process.argv[3] === "thin";

const found = { outputs: 0, kernels: 0 };
const bits = digest();

/** Throws where an output of the kernel is not the interpreter's, in any bit of any draw. */
function compare(what: string, model: Model, plan: Plan, blocks: readonly number[], kernel: Kernel): void {
  if (kernel.kind !== "compiled") throw new Error(`${what}: the kernel is ${kernel.kind}`);
  found.kernels++;
  const interpreter = interpret(model.graph, model.data, plan);
  const columns = (of: readonly unknown[]) => of.map(() => new Float64Array(blockSize));
  const copies = columns(model.graph.outputs);
  const [wantedInputs, gotInputs] = [columns(model.graph.inputs), columns(model.graph.inputs)];
  blocks.forEach((block, turn) => {
    interpreter.run(block, interpreter.columns);
    // In place, as a run does, and into columns of the caller's.
    const got = turn % 2 === 0 ? kernel.columns : copies;
    kernel.run(block, got);
    model.graph.outputs.forEach(({ id }, k) => {
      bits.add(got[k]);
      compareColumn(`${what}, ${id}, block ${block}`, interpreter.columns[k], got[k]);
    });
    found.outputs += got.length;
    if (kernel.inputs === undefined) return;
    interpreter.inputs(block, wantedInputs);
    kernel.inputs(block, gotInputs);
    model.graph.inputs.forEach(({ path }, i) => {
      compareColumn(`${what}, input ${path}, block ${block}`, wantedInputs[i], gotInputs[i]);
    });
  });
}

function compareColumn(what: string, wanted: Float64Array, got: Float64Array): void {
  for (let i = 0; i < blockSize; i++)
    if (!Object.is(wanted[i], got[i])) throw new Error(`${what}, draw ${i}: ${got[i]}, not ${wanted[i]}`);
}

const compareFast = (what: string, model: Model, plan: Plan, blocks: readonly number[]): void =>
  compare(what, model, plan, blocks, kernelFor(model.graph, model.data, plan));

const designs = ["plain", "sobol"] as const;

function scenarios(): number {
  const files = readdirSync("scenarios").filter((name) => name.endsWith(".yaml"));
  const models = files.map((file): readonly [string, Model] => {
    const outcome = checkText(readFileSync(`scenarios/${file}`, "utf8"), file);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    return [file, compile(outcome.scenario)];
  });
  for (const [name, model] of [["R1", r1()] as const, ...models])
    for (const design of designs) {
      compareFast(name, model, planOf({ design }), thin ? [17] : [0, 1, 15, 16, 17, 64, 1001, 65_535]);
      if (thin) continue;
      compareFast(name, model, planOf({ design, replicates: 64, seed: "another" }), [1, 64]);
    }
  return files.length;
}

/** Two long axes, as pathways and cohorts have them: compiled to loops. */
function pathways(): void {
  const sizes = thin
    ? [[30, 5]]
    : [
        [30, 5],
        [120, 10],
        [97, 1],
        [1, 41],
      ];
  for (const [months, segments] of sizes)
    for (const design of designs)
      compareFast(
        `pathway ${months} × ${segments}`,
        pathway(months, segments),
        planOf({ design }),
        thin ? [3] : [0, 3],
      );
}

function distributions(): number {
  const specs = thin ? Object.values(onePerFamily) : houseSpecs;
  const { graph, data } = inputsOnly(specs.map((_, i) => `m/x${i}`));
  const given = Object.fromEntries(specs.map((spec, i) => [`m/x${i}`, spec]));
  const blocks = thin ? [5] : [0, 1, 5, 17, 1000, 65_535];
  const copulas = [{ of: graph.inputs.map(({ path }) => path), degreesOfFreedom: 3 }];
  for (const design of designs)
    for (const more of [{}, { copulas }])
      compareFast(
        "distributions",
        { graph, data: { ...data, distributions: given, ...more } },
        planOf({ design }),
        blocks,
      );
  return specs.length;
}

const inputSources: readonly Plan["sources"][] = [
  {},
  {},
  { "m/x": { kind: "fixed", value: -0 } },
  { "m/y": { kind: "stream", path: "m/z", per: 3 }, "m/x#scale": { kind: "stream", path: "m/x#scale", per: 7 } },
  { "m/y": { kind: "stream", path: "m/z", per: 3 }, "m/x": { kind: "fixed", value: Number.NaN } },
];

const dependences: readonly Pick<ModelData, "correlations" | "copulas">[] = [
  { correlations: [] },
  { correlations: [] },
  { correlations: [{ between: ["m/x", "m/z"], correlation: -0.7 }] },
  {
    correlations: [
      { between: ["m/x", "m/y"], correlation: 0.4 },
      { between: ["m/y", "m/z"], correlation: 0.3 },
    ],
  },
  {
    correlations: [{ between: ["m/x", "m/z"], correlation: 0.6 }],
    copulas: [{ of: ["m/z", "m/x"], degreesOfFreedom: 2.5 }],
  },
  { correlations: [], copulas: [{ of: ["m/x", "m/y", "m/z"], degreesOfFreedom: 1 }] },
];

function graphs(count: number): void {
  const choices = fc.array(fc.nat(1000), { minLength: 10, maxLength: 400 });
  const cut = fc.record({
    form: fc.constantFrom("straight", "loops"),
    section: fc.integer({ min: 1, max: 300 }),
    tile: fc.constantFrom(4, 16, 128, 1024),
    pairs: fc.constantFrom(1, 2, 8),
    body: fc.integer({ min: 1, max: 100 }),
  });
  const sizes = fc.constantFrom<[number, number]>([4, 3], [4, 3], [1, 6], [11, 2], [3, 17], [1, 1], [61, 2]);
  fc.assert(
    fc.property(
      choices,
      fc.option(cut, { nil: undefined }),
      fc.constantFrom(...designs),
      fc.constantFrom(...inputSources),
      fc.constantFrom(...dependences),
      sizes,
      (made, options, design, sources, dependence, cells) => {
        const { graph, data } = randomGraph(made, true, cells);
        const model = { graph, data: { ...data, ...dependence } };
        const plan = planOf({ design, replicates: 4, sources });
        if (options === undefined) compareFast("random graph", model, plan, [3]);
        else compare("random graph", model, plan, [3], compiled(model, plan, options));
      },
    ),
    { seed: 23, numRuns: count },
  );
}

pathways();
const counted = { scenarios: scenarios(), distributions: distributions(), graphs: graphsAsked };
graphs(graphsAsked);
const { node, v8 } = process.versions;
const told: Compared = { node, v8, ...counted, ...found, kind: "compiled", digest: bits.text() };
console.log(JSON.stringify(told));
