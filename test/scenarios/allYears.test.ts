import { expect, test } from "vitest";
import { compile } from "../../scenarios/compile/index.ts";
import { cost, handmade } from "./handmade.ts";

test("the cumulative net asked for without a year is given for every year", () => {
  const checked = handmade(
    { horizon: 3, actors: { town: { title: {} }, state: { title: {} } }, costs: { run: cost({ paidBy: "town" }) } },
    { "costs.run.amount": 10 },
  );
  const given = compile(checked, { outputs: ["cumulativeNet.town"] }).graph.outputs.map(({ id }) => id);
  expect(given.filter((id) => id.startsWith("cumulativeNet.town"))).toEqual(
    [0, 1, 2].map((year) => `cumulativeNet.town.y${year}`),
  );
});
