import { expect, test } from "vitest";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { Context } from "../../scenarios/compile/context.ts";
import { type Happening, isStruck, withHappenings } from "../../scenarios/compile/happenings.ts";
import { evaluate } from "../model/evaluate.ts";

test("what happens to a number, whatever order it is written in", () => {
  const builder = new GraphBuilder();
  builder.axis("period", 3);
  const number = (value: number) => builder.constant(value);
  const late = builder.binary("greaterOrEqual", builder.index("period"), number(1));
  const list: Happening[] = [
    { place: "a", how: "plus", by: number(5), happened: number(1), within: { low: 0, high: 20 } },
    { place: "a", how: "times", by: number(3), happened: late },
    { place: "a", how: "to", by: number(4), happened: number(1) },
    { place: "a", how: "to", by: number(9), happened: number(0) },
    { place: "d", how: "times", by: number(0), happened: late, ends: true },
    { place: "d", how: "plus", by: number(5), happened: number(1) },
    { place: "b.some", how: "times", by: number(2), happened: number(1) },
    { place: "c", how: "plus", by: number(-7), happened: number(1), within: { low: 0 } },
  ];
  const context = { builder, happenings: () => list } as unknown as Context;
  const ten = number(10);
  const struck = withHappenings(context, "a", ten);
  const outputs = {
    first: builder.at("period", 0, struck),
    second: builder.at("period", 1, struck),
    ofYear: withHappenings(context, "a", ten, { year: 1 }),
    times: withHappenings(context, "a", ten, { year: 1, hows: ["times"] }),
    goesOn: withHappenings(context, "d", ten, { year: 0 }),
    ended: withHappenings(context, "d", ten, { year: 1 }),
    neverBelow: withHappenings(context, "c", number(3)),
  };
  for (const [id, node] of Object.entries(outputs)) builder.output({ id, node, unit: "share", kind: "mean" });
  expect(evaluate(builder.build(), { parameters: {}, distributions: {}, correlations: [] }, {})).toEqual({
    first: 9,
    second: 17,
    ofYear: 17,
    times: 30,
    goesOn: 15,
    ended: 0,
    neverBelow: 0,
  });
  expect(withHappenings(context, "b", ten)).toBe(ten);
  expect(["a", "b", "b.some", "b.others"].map((place) => isStruck(context, place))).toEqual([true, true, true, false]);
});
