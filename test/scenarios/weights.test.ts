import { describe, expect, test } from "vitest";
import { UtfallError } from "../../engine/issues.ts";
import { checkText } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { reference } from "../reference.ts";

interface Equity {
  readonly id: string;
  readonly incomes: readonly number[];
  readonly referenceIncome: number;
  readonly byEta: readonly { readonly eta: number; readonly equityWeights: readonly number[] }[];
}

const people = ["first", "second", "third", "fourth", "fifth"];

const text = (weights: string, extra = "") => `
format: utfall-scenario/1
id: weighed
title: Weighed
priceYear: 2025
programme: { years: 2 }
discounting: 4 %/year
actors: { town: The town, ${people.map((id) => `${id}: Group ${id}`).join(", ")} }
perspectives: { organisation: [town], society: all }
target: { size: 10 people }
consequences:
${people.map((id, index) => `  for${id}: { of: everyone, amount: ${100 * (index + 1)} kr/person, gains: ${id} }`).join("\n")}
costs:
  team: { amount: 9000 kr/year, paidBy: town }
${extra}${weights}
`;

function figures(source: string, outputs: readonly string[] = []) {
  const outcome = checkText(source, "weighed.yaml");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, null, 1));
  const { graph, data } = compile(outcome.scenario, { outputs });
  return evaluate(graph, data, {});
}

const close = (got: number, wanted: number) =>
  expect(Math.abs(got - wanted), `${got} against ${wanted}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));

describe("distributional weights", () => {
  const cases: readonly Equity[] = reference("economics").cases;
  const oracle = cases.find(({ id }) => id === "equity-1")!;

  test.each(oracle.byEta)(
    "elasticity $eta: the reference's weights, on what these people gain",
    ({ eta, equityWeights }) => {
      const incomes = people.map((id, index) => `${id}: ${oracle.incomes[index]} kr/year`).join(", ");
      const got = figures(
        text(`weights: { incomes: { ${incomes} }, median: ${oracle.referenceIncome} kr/year, elasticity: ${eta} }`),
      );
      let net = got["net.town"];
      for (const [index, id] of people.entries()) {
        close(got[`distributionalWeight.${id}`], equityWeights[index]);
        close(got[`weighted/net.${id}`], equityWeights[index] * got[`net.${id}`]);
        net += equityWeights[index] * got[`net.${id}`];
      }
      close(got["weighted/net"], net);
      close(got["weighted/net.society"], net);
      expect(got["weighted/net.organisation"]).toBeUndefined();
    },
  );

  test("by segment: each segment's flow by its own weight", () => {
    const source = text(
      "weights: { incomes: { first: { poor: 100 tkr/year, rich: 400 tkr/year } }, median: 200 tkr/year, elasticity: 1 }",
    ).replace(
      "{ size: 10 people }",
      "{ segments: { poor: Poor, rich: Rich }, size: { poor: 6 people, rich: 4 people } }",
    );
    const got = figures(source, [
      "weighted/pvBenefit.first.poor",
      "weighted/pvBenefit.first",
      "weighted/returnPerKrona",
    ]);
    expect(got["distributionalWeight.first.poor"]).toBe(2);
    expect(got["distributionalWeight.first.rich"]).toBe(0.5);
    const discounted = 1 + 1 / 1.04;
    close(got["weighted/pvBenefit.first.poor"], 2 * 600 * discounted);
    close(got["weighted/pvBenefit.first"], (2 * 600 + 0.5 * 400) * discounted);
    close(got["weighted/returnPerKrona"], ((2 * 600 + 0.5 * 400 + 14_000) * discounted) / (9_000 * discounted));
    expect(() => figures(source, ["distributionalWeight.first"])).toThrow(UtfallError);
  });

  test("a flow that is not divided can't be weighed by segment", () => {
    const weights =
      "weights: { incomes: { first: { poor: 100 tkr/year, rich: 400 tkr/year } }, median: 200 tkr/year, elasticity: 1 }";
    const source = text(weights, "formulas: { gift: { value: = 500 kr, gains: first } }\n").replace(
      "{ size: 10 people }",
      "{ segments: { poor: Poor, rich: Rich }, size: { poor: 6 people, rich: 4 people } }",
    );
    expect(() => figures(source)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "weightNotSplit" })] }),
    );
  });

  test("nothing else moves, and without them there are no weighted figures", () => {
    const weighed = figures(
      text("weights: { incomes: { first: 100 tkr/year }, median: 200 tkr/year, elasticity: 1.3 }"),
    );
    const plain = figures(text(""));
    for (const [id, value] of Object.entries(plain)) expect(weighed[id], id).toBe(value);
    expect(Object.keys(plain).filter((id) => /weight/i.test(id))).toEqual([]);
    expect(() => figures(text(""), ["weighted/net"])).toThrow(UtfallError);
  });
});
