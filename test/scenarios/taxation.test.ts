import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { about } from "../../scenarios/about.ts";
import { checkText } from "../../scenarios/check.ts";
import type { CheckedScenario } from "../../scenarios/checked.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";

const text = (taxation: string, x = { team: 900, saved: 400, aid: 100 }) => `
format: utfall-scenario/1
id: taxed
title: Taxed
priceYear: 2025
programme: { years: 2 }
horizon: 4 years
discounting: 4 %/year
sources: { guide: A guide }
actors:
  town: { title: The town, parts: { school: School, care: Care } }
  state: The state
  youth: The young
perspectives: { organisation: [town], publicSector: [town, state], society: all, people: [youth] }
perspective: organisation
target: { size: 10 people }
consequences:
  saved: { of: everyone, amount: ${x.saved} kr/person, starts: 1 year, gains: care }
  aid: { of: everyone, amount: ${x.aid} kr/person, gains: state, loses: youth }
costs:
  team: { amount: ${x.team} kr/year, paidBy: { school: 60 %, state: 40 % } }
${taxation}`;

function checked(source: string): CheckedScenario {
  const outcome = checkText(source, "taxed.yaml");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, null, 1));
  return outcome.scenario;
}

const asked = "taxation: { costPerKrona: { value: 30 %, source: guide }, of: publicSector }\n";
const figures = (source: string, outputs: readonly string[] = []) => {
  const { graph, data } = compile(checked(source), { outputs });
  return evaluate(graph, data, {});
};
const years = [0, 1, 2, 3];

describe("the cost of taxation", () => {
  test("each year, on what the public sector spends net, in a row of its own", () => {
    const got = figures(
      text(asked),
      years.map((year) => `cost.taxation.y${year}`),
    );
    // 900 in two years; 4 000 in the two years after each; 1 000 of aid at once.
    const spent = [900 - 1000, 900 - 1000 - 4000, -4000, 0];
    for (const year of years) expect(got[`cost.taxation.y${year}`]).toBeCloseTo(0.3 * spent[year], 10);
    const worth = spent.reduce((sum, amount, year) => sum + (0.3 * amount) / 1.04 ** year, 0);
    expect(Math.abs(got["pvCost.taxation"] - worth)).toBeLessThan(1e-12 * Math.abs(worth));
    expect(got["net.taxation"]).toBeCloseTo(-worth, 10);
  });

  test("only perspectives that count it change, and the total", () => {
    const got = figures(text(asked));
    const without = figures(text(""));
    for (const id of ["net.organisation", "net.publicSector", "net.people", "net.town", "paybackYear.organisation"])
      expect(got[id]).toBe(without[id]);
    for (const id of ["net", "net.society"]) expect(got[id]).toBeCloseTo(without[id] + got["net.taxation"], 9);
    const named = figures(text(`${asked.slice(0, -3)}, to: [publicSector] }\n`));
    expect(named["net.society"]).toBe(without["net.society"]);
    expect(named["net.publicSector"]).toBeCloseTo(without["net.publicSector"] + got["net.taxation"], 9);
  });

  test("actors, it among them, add up to the total, and nobody loses in its name", () => {
    fc.assert(
      fc.property(
        fc.record({ team: fc.integer({ min: 0, max: 9999 }), saved: fc.nat(9999), aid: fc.nat(9999) }),
        (x) => {
          const got = figures(text(asked, x));
          const sum = ["school", "care", "state", "youth", "taxation"].reduce((all, who) => all + got[`net.${who}`], 0);
          expect(Math.abs(sum - got.net)).toBeLessThan(1e-9 * (1 + Math.abs(got.pvBenefit) + Math.abs(got.pvCost)));
          expect(got["loses.taxation"]).toBeUndefined();
        },
      ),
      { numRuns: 15, seed: 3 },
    );
  });

  test("says where it comes from, and moves no other draw", () => {
    const { warnings } = checked(text("taxation: { costPerKrona: 30 %, of: town }\n"));
    expect(warnings.map(({ code }) => code)).toContain("taxationUnsourced");
    expect(checked(text(asked)).warnings.map(({ code }) => code)).not.toContain("taxationUnsourced");
    const drawn = "{ low: 10 %, best: 30 %, high: 60 %, source: guide }";
    const first = `taxation: { of: town, costPerKrona: ${drawn} }\nquantities: { wage: { low: 1, best: 2, high: 3, unit: kr/year } }\n`;
    const { inputs } = checked(text(first).replace("amount: 900 kr/year", "amount: wage"));
    expect(inputs.map(({ path }) => path)).toEqual(["taxed/wage", "taxed/taxation.costPerKrona"]);
  });

  test("reports know its row and who counts it", () => {
    const said = about(checked(text(asked)));
    expect(said.actors.at(-1)).toEqual({ id: "taxation", parts: [], depth: 0 });
    expect(said.titles.taxation.sv).toBe("Kostnad för skattefinansiering");
    expect(said.taxation).toEqual({ of: ["publicSector"], to: ["society"] });
    expect(said.assumptions.find(({ place }) => place === "taxation.costPerKrona")?.source).toBe("guide");
  });
});
