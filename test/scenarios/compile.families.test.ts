import { expect, test } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import { describe } from "../../engine/distributions/index.ts";
import { interpret } from "../../engine/kernel/interpret.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { written } from "../distributions/written.ts";
import { planOf } from "../kernel/sameBits.ts";

/* From a file with one quantity of every family to drawn values: their means are those of the families. */

const families = Object.entries(written);
const nameOf = (family: string) => `${family}Drawn`;
const outcome = checkValue({
  format: "utfall-scenario/1",
  id: "families",
  title: "Families",
  priceYear: 2025,
  programme: { years: 3 },
  horizon: "10 years",
  discounting: "3.5 %/year",
  quantities: Object.fromEntries(families.map(([family, quantity]) => [nameOf(family), quantity])),
  formulas: Object.fromEntries(families.map(([family]) => [`${family}Once`, `= ${nameOf(family)}`])),
});

test("every family is drawn, and its mean is found within 4 standard errors", () => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const { graph, data } = compile(outcome.scenario);
  expect(graph.inputs).toHaveLength(families.length);
  const { inputs } = interpret(graph, data, planOf({ design: "plain" }));
  const columns = graph.inputs.map(() => new Float64Array(blockSize));
  const sums = graph.inputs.map(() => 0);
  const blocks = 16;
  for (let block = 0; block < blocks; block++) {
    inputs(block, columns);
    columns.forEach((column, i) => {
      for (const x of column) sums[i] += x;
    });
  }
  const draws = blocks * blockSize;
  const wrong = graph.inputs.flatMap(({ path }, i) => {
    const { mean, variance } = describe(data.distributions[path]);
    const drawn = sums[i] / draws;
    return Number.isNaN(mean) || Math.abs(drawn - mean) <= 4 * Math.sqrt(variance / draws)
      ? []
      : [`${path}: ${drawn}, not ${mean}`];
  });
  expect(wrong).toEqual([]);
});
