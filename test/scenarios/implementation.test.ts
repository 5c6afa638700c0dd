import { describe, expect, test } from "vitest";
import { UtfallError } from "../../engine/issues.ts";
import { about } from "../../scenarios/about.ts";
import { checkText, checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { checked } from "./catalogue.ts";

const scenario = (implementation: string, more = "") => `
format: utfall-scenario/1
id: ordinary
title: Ordinary operation
priceYear: 2025
programme: { years: 2 }
horizon: 6 years
discounting: 3 %/year
actors: { town: { title: Town, parts: { school: School, care: Care } }, state: The state }
perspectives: { organisation: [town] }
costs: { run: { amount: 100 tkr/year, paidBy: school } }
implementation:
${implementation}
${more}`;

const whole = `
  decision: after 2 years
  target: 500 people
  stages: { year 3: 50 %, year 4: 100 % }
  amount: 100 tkr/year
  posts: 3
  post: { salary: 40 000 kr/month, charges: 40 %, overhead: 10 % }
  premises: 200 tkr/year
  oneOff: { training: 150 tkr, recruitment: 50 tkr }
  replaces: { amount: 400 tkr/year, by: { school: 75 %, care: 25 % } }
  paidBy: { school: 60 %, state: 40 % }
  frame: inside
  room: 2 mnkr/year`;

const posts = 3 * 40_000 * 12 * 1.4 * 1.1;
const full = 100_000 + posts + 200_000;

function figures(implementation: string, outputs: readonly string[] = []) {
  const { graph, data } = compile(checked(scenario(implementation)), { outputs });
  return evaluate(graph, data, {});
}

describe("at full scale", () => {
  test("cost, posts, premises, what is released and what is left of the frame", () => {
    const got = figures(whole);
    const wanted: Readonly<Record<string, number>> = {
      implementationTarget: 500,
      implementationYearlyCost: full,
      implementationCostPerPerson: full / 500,
      implementationPosts: 3,
      implementationPremises: 200_000,
      implementationOneOff: 200_000,
      implementationYearlyReleased: 400_000,
      implementationYearlyNetCost: full - 400_000,
      implementationRoomLeft: 2_000_000 - full + 400_000,
      "implementationYearlyCost.school": 0.6 * full,
      "implementationYearlyReleased.care": 100_000,
      "implementationYearlyNetCost.school": 0.6 * full - 300_000,
      "implementationYearlyNetCost.care": -100_000,
      "implementationYearlyNetCost.state": 0.4 * full,
    };
    for (const [id, value] of Object.entries(wanted)) expect(got[id], id).toBeCloseTo(value, 6);
  });

  test("parts add up: actors to their parent, all to the total", () => {
    const all = ["town", "organisation", "school", "care", "state"].map((who) => `implementationYearlyNetCost.${who}`);
    const got = figures(whole, all);
    const of = (who: string) => got[`implementationYearlyNetCost.${who}`];
    expect(of("town")).toBeCloseTo(of("school") + of("care"), 6);
    expect(of("organisation")).toBeCloseTo(of("town"), 6);
    expect(of("town") + of("state")).toBeCloseTo(got.implementationYearlyNetCost, 6);
  });
});

describe("by year", () => {
  const years = (figure: string) => Array.from({ length: 6 }, (_, year) => `${figure}.y${year}`);
  const series = (implementation: string, figure: string) => {
    const got = figures(implementation, [figure, ...years(figure)]);
    const all = years(figure).map((id) => got[id]);
    expect(got[figure]).toBeCloseTo(
      all.reduce((sum, value) => sum + value, 0),
      5,
    );
    return all;
  };
  const close = (got: readonly number[], wanted: readonly number[]) =>
    got.forEach((value, year) => {
      expect(value).toBeCloseTo(wanted[year], 5);
    });

  test("stages, with one-off costs as the scale grows", () => {
    close(series(whole, "implementationCost"), [0, 0, 0, full / 2 + 100_000, full + 100_000, full]);
    close(series(whole, "implementationReleased"), [0, 0, 0, 200_000, 400_000, 400_000]);
    close(series(whole, "implementationNetCost"), [0, 0, 0, full / 2 - 100_000, full - 300_000, full - 400_000]);
  });

  test("all at once from the decision on where there are no stages; prices that drift", () => {
    const plain = "  target: 80 people/year\n  amount: 500 tkr/year";
    close(series(plain, "implementationCost"), [0, 0, 500_000, 500_000, 500_000, 500_000]);
    close(series(`${plain}\n  decision: after 4 years`, "implementationCost"), [0, 0, 0, 0, 500_000, 500_000]);
    close(series(`${plain}\n  decision: after 4 years\n  drift: 2 %/year`, "implementationCost"), [
      0,
      0,
      0,
      0,
      500_000 * 1.02 ** 4,
      500_000 * 1.02 ** 5,
    ]);
  });
});

describe("apart from the accounts", () => {
  test("no other figure has it in it, and its draws come after those before it", () => {
    const text = scenario(whole);
    const bare = text.slice(0, text.indexOf("implementation:"));
    const own = compile(checked(text));
    const without = compile(checked(bare));
    const got = evaluate(own.graph, own.data, {});
    const before = evaluate(without.graph, without.data, {});
    for (const [id, value] of Object.entries(before)) expect(got[id]).toBe(value);
    expect(without.graph.outputs.some(({ id }) => id.startsWith("implementation"))).toBe(false);
  });

  test("figures that the file does not state enough for are refused", () => {
    const plain = "  target: 80 people\n  amount: 500 tkr/year";
    const codes = (figure: string) => {
      const outcome = checkText(scenario(plain, `criteria: { c: { test: ${figure} > 0 } }`), "a.yaml");
      return outcome.ok ? [] : outcome.issues.map(({ code }) => code);
    };
    expect(codes("implementationPosts")).toEqual(["figureImplementation"]);
    expect(codes("implementationRoomLeft")).toEqual(["figureImplementation"]);
    expect(() => figures(plain, ["implementationYearlyCost.school"])).toThrow(UtfallError);
    expect(figures(plain).implementationCostPerPerson).toBeCloseTo(6250, 8);
  });
});

test("its numbers are assumptions in words, and the content checks to itself", () => {
  const own = checked(scenario(whole));
  const titles = about(own)
    .assumptions.filter(({ place }) => place.startsWith("implementation."))
    .map(({ title }) => `${title.en} / ${title.sv}`);
  expect(titles).toContain("Ordinary operation: once, training / Ordinarie verksamhet: en gång, utbildning");
  expect(titles).toContain(
    "Ordinary operation: share of full scale, year 3 / Ordinarie verksamhet: andel av full skala, år 3",
  );
  expect(titles).toContain(
    "Ordinary operation: share paid by, School / Ordinarie verksamhet: andel som betalas av, School",
  );
  const again = checkValue(JSON.parse(JSON.stringify(own.content)));
  expect(again.ok && again.scenario.hash).toBe(own.hash);
});
