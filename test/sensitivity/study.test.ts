import { expect, test } from "vitest";
import { inline } from "../../engine/run/inline.ts";
import { run } from "../../engine/run/run.ts";
import { columnsOf, sampleOf, studyOf } from "../../engine/sensitivity/study.ts";
import { r1 } from "../models/r1.ts";

const draws = 16_384;

test("a study runs the draws of the run itself, and knows the inputs of each", async () => {
  const { graph, data } = r1();
  const request = { graph, data, seed: "1", design: "sobol", draws } as const;
  const study = studyOf({ ...request, outputs: ["net", "criteria.gain"] }, inline());
  const sample = await sampleOf(study, draws);
  const [net, met] = sample!.outputs;
  const whole = await run(
    {
      ...request,
      scenario: "r1",
      scenarioHash: "",
      content: {},
      accounts: [],
      headlines: [],
      warnings: [],
      wholeColumns: true,
    },
    inline(),
  );
  expect(net.values).toEqual(whole!.columns.get("net"));
  expect(met.values).toEqual(net.values.map((own) => (own > 0 ? 1 : 0)));
  expect(met.kind).toBe("chance");
  const columns = graph.inputs.map(() => new Float64Array(1024));
  whole!.inputs(3, columns);
  for (const { name, values } of sample!.inputs)
    expect(values.subarray(3072, 4096)).toEqual(columns[graph.inputs.findIndex(({ path }) => path === name)]);
  expect(sample!.inputs.length + study.idle.length).toBe(graph.inputs.length);
});

test("an input can be held at a value", async () => {
  const { graph, data } = r1();
  const study = studyOf({ graph, data, seed: "1", design: "sobol", draws, outputs: ["pvCost"] }, inline());
  const [{ path }] = study.inputs;
  const sources = { [path]: { kind: "fixed", value: 500 } } as const;
  const fixed = studyOf({ graph, data, sources, seed: "1", design: "sobol", draws, outputs: ["pvCost"] }, inline());
  expect(fixed.inputs).toEqual(study.inputs.slice(1));
  expect(await columnsOf(study, { sources })).toEqual(await columnsOf(fixed));
  expect(await columnsOf(study, { sources })).not.toEqual(await columnsOf(study));
});
