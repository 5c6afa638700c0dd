import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CompileOptions } from "../../engine/kernel/compile/compile.ts";
import { checkText } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { r1 } from "../models/r1.ts";
import { randomGraph } from "../models/randomGraph.ts";
import { folder, load } from "../scenarios/catalogue.ts";
import { compiled, differences, type Model, planOf } from "./sameBits.ts";

/* The compiled kernel gives what the interpreter gives, to the bit. */

const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const models: readonly (readonly [string, () => Model])[] = [
  ["R1", r1],
  ...files.map((file) => [file, () => compile(load(file))] as const),
];
const manyBlocks = [0, 1, 15, 16, 17, 64, 1001, 65_535];

describe.each(models)("%s", (_, model) => {
  const made = model();

  test.each(["plain", "sobol"] as const)("%s: every output of every draw", (design) => {
    expect(differences(made, planOf({ design }), manyBlocks)).toEqual([]);
    expect(differences(made, planOf({ design, replicates: 64, seed: "another" }), [1, 64])).toEqual([]);
  });

  test.each(["plain", "sobol"] as const)("%s, as loops: every output of every draw", (design) => {
    const plan = planOf({ design });
    expect(differences(made, plan, [0, 17], compiled(made, plan, { form: "loops" }))).toEqual([]);
  });

  test("cut into sections, tiles and bodies of any size", () => {
    for (const options of [
      { section: 1, tile: 4 },
      { section: 7, tile: 16 },
      { section: 50, tile: 1024 },
      { section: 5000, tile: 64 },
      { form: "loops", pairs: 1 },
      { form: "loops", body: 1, pairs: 4 },
      { form: "loops", body: 1000, pairs: 16 },
    ] as const)
      expect(differences(made, planOf(), [5], compiled(made, planOf(), options)), JSON.stringify(options)).toEqual([]);
  });
});

test("a proposal of six segments, ten outcomes, forty consequences, five actors and thirty years", () => {
  const outcome = checkText(readFileSync("bench/large.yaml", "utf8"), "large.yaml");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  expect(outcome.scenario.inputs.length).toBe(60);
  expect(differences(compile(outcome.scenario), planOf(), [5])).toEqual([]);
}, 60_000);

test("random graphs, NaN, infinities and zeros of both signs included", () => {
  let special = 0;
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 10, maxLength: 160 }),
      fc.constantFrom<CompileOptions>(
        {},
        { section: 3, tile: 4 },
        { form: "loops" },
        { form: "loops", body: 2, pairs: 1 },
      ),
      (choices, options) => {
        const model = randomGraph(choices, true);
        const kernel = compiled(model, planOf(), options);
        expect(differences(model, planOf(), [3], kernel)).toEqual([]);
        kernel.run(3, kernel.columns);
        if (kernel.columns.some((column) => column.some((x) => Object.is(x, -0) || !Number.isFinite(x)))) special++;
      },
    ),
    { seed: 21, numRuns: 250 },
  );
  expect(special).toBeGreaterThan(50);
});

test("an output may be an input, a number, or another output, and weigh the draws", () => {
  const { graph, data } = r1();
  const [net, input, number] = [
    graph.outputs.find(({ id }) => id === "net")!.node,
    graph.nodes.findIndex(({ op }) => op === "input"),
    graph.nodes.findIndex((node) => node.op === "parameter" && node.axes.length === 0),
  ];
  const figure = (id: string, node: number) => ({ id, node, unit: "kr", kind: "figure", worse: "low" }) as const;
  const outputs = [...graph.outputs, figure("again", net), figure("input", input), figure("number", number)];
  for (const logWeight of [net, input, number]) {
    const model = { graph: { ...graph, outputs, logWeight }, data };
    expect(differences(model, planOf(), [0, 7])).toEqual([]);
  }
  expect(compiled({ graph, data }, planOf()).logWeight).toBeUndefined();
});
