import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { consequence, cost, handmade } from "./handmade.ts";

/** A town with a school and a care committee, and the state; each pays something and gains something. */
function town(perspective?: string) {
  return handmade(
    {
      horizon: 2,
      programme: { years: 2 },
      actors: {
        town: { title: {}, parts: { school: { title: {} }, care: { title: {} } } },
        state: { title: {} },
        onlooker: { title: {} },
      },
      perspectives: { organisation: { actors: ["town"] }, society: { actors: "all" } },
      ...(perspective === undefined ? {} : { perspective }),
      target: { segments: {}, size: 1 },
      consequences: {
        forSchool: consequence("everyone", { gains: "school" }),
        forCare: consequence("everyone", { gains: "care" }),
        forState: consequence("everyone", { gains: "state" }),
      },
      costs: { run: cost({ paidBy: "school" }), help: cost({ paidBy: "care" }), rest: cost({ paidBy: "state" }) },
    },
    {
      discounting: 0.03,
      "target.size": 1,
      "consequences.forSchool.amount": { drawn: "forSchool" },
      "consequences.forCare.amount": { drawn: "forCare" },
      "consequences.forState.amount": { drawn: "forState" },
      "costs.run.amount": { drawn: "run" },
      "costs.help.amount": { drawn: "help" },
      "costs.rest.amount": { drawn: "rest" },
    },
  );
}

const amounts = fc.record(
  Object.fromEntries(
    ["forSchool", "forCare", "forState", "run", "help", "rest"].map((name) => [
      `small/${name}`,
      fc.integer({ min: -3, max: 3 }),
    ]),
  ),
);

describe("who may lose", () => {
  test("draw by draw: net below zero, alone and though those who lead or all together gain", () => {
    const { graph, data } = compile(town("organisation"));
    fc.assert(
      fc.property(amounts, (drawn) => {
        const got = evaluate(graph, data, drawn as Record<string, number>);
        for (const who of ["town", "school", "care", "state"]) {
          const loses = got[`net.${who}`] < 0;
          expect(got[`loses.${who}`]).toBe(Number(loses));
          expect(got[`losesThoughTotalGains.${who}`]).toBe(Number(loses && got.net > 0));
          if (who !== "town")
            expect(got[`losesThoughLeadingGains.${who}`]).toBe(Number(loses && got["net.organisation"] > 0));
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test("is said of actors that pay or gain, and not of those who lead against themselves", () => {
    const ids = (perspective?: string) =>
      compile(town(perspective))
        .graph.outputs.filter(({ id, kind }) => kind === "test" && id.startsWith("loses"))
        .map(({ id }) => id);
    const each = (figure: string, ...who: string[]) => who.map((one) => `${figure}.${one}`);
    expect(ids("organisation").sort()).toEqual(
      [
        ...each("loses", "town", "school", "care", "state"),
        ...each("losesThoughTotalGains", "town", "school", "care", "state"),
        ...each("losesThoughLeadingGains", "school", "care", "state"),
      ].sort(),
    );
    const withoutLeading = ids("organisation").filter((id) => !id.startsWith("losesThoughLeading"));
    expect(ids("society")).toEqual(withoutLeading);
    expect(ids()).toEqual(withoutLeading);
  });

  test("a scenario with one actor says nothing of it", () => {
    const alone = handmade({ costs: { run: cost({}) } }, { "costs.run.amount": 1 });
    expect(compile(alone).graph.outputs.filter(({ id }) => id.startsWith("loses"))).toEqual([]);
  });
});
