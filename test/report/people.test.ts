import { beforeAll, describe, expect, test } from "vitest";
import type { About } from "../../engine/result/about.ts";
import type { Result } from "../../engine/result/result.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { plain, type Shown, type Table } from "../../report/shown.ts";
import { summaryText } from "../../report/terminal.ts";
import { view } from "../../report/view.ts";
import { about as aboutOf } from "../../scenarios/about.ts";
import { defineScenario } from "../../scenarios/builder.ts";
import { compile } from "../../scenarios/compile/index.ts";

let result: Result;
let about: About;

beforeAll(async () => {
  const checked = defineScenario({
    id: "small",
    title: "Support in two groups",
    priceYear: 2025,
    discounting: "3 %/year",
    programme: { years: 2 },
    horizon: "3 years",
    actors: { town: "The town" },
    perspective: "town",
    target: {
      segments: { young: "Young", old: "Old" },
      size: { young: { low: 20, best: 30, high: 50, unit: "people/year" }, old: "20 people/year" },
      planned: { young: "30 people/year", old: "20 people/year" },
    },
    funnel: { accepted: "60 %", dropout: "25 %", harmed: { low: "0 %", best: "4 %", high: "10 %" } },
    outcomes: {
      x: {
        title: "Placed",
        better: "lower",
        baseline: "40 %",
        effect: { points: { mean: "6 pp", sd: "5 pp" }, measuredOn: "completed" },
        harm: { points: "20 pp" },
      },
    },
    consequences: { care: { of: "x", amount: "300 tkr/case", gains: "town" } },
    costs: {
      team: { amount: "400 tkr/year", paidBy: "town" },
      visits: { amount: "2 tkr/person", per: "enrolled", paidBy: "town" },
    },
  });
  const compiled = compile(checked, { chance: "on" });
  result = (await simulate({ ...compiled, seed: "1", draws: 16_384, design: "sobol" }, inline()))!.result;
  about = aboutOf(checked);
});

const column = (table: Table, index: number): readonly (readonly [string, Shown])[] =>
  table.rows.flatMap(({ cells }) =>
    typeof cells[index] === "object" ? [[plain(cells[0]), cells[index] as Shown]] : [],
  );

describe("the people, group by group", () => {
  test("the way from plan to completion: each step less those lost makes the next", () => {
    const { way } = view(result, about, "sv").people;
    const at = Object.fromEntries(column(way!, 1).map(([, { value }], row) => [way!.rows[row].id, value]));
    expect(at.planned).toBe(100);
    expect(at.planned - at.misjudged).toBeCloseTo(at.everyone, 9);
    expect(at.reached - at.notAccepted).toBeCloseTo(at.enrolled, 9);
    expect(at.enrolled - at.dropped).toBeCloseTo(at.completed, 9);
    expect(way!.rows.map(({ cells }) => cells[0])).toContain("varav försämrade");
    for (const [, shown] of column(way!, 5)) expect(shown.ref).toMatch(/^outputs\|\w+\.old\|mean$/);
  });

  test("segments and what is not divided add up to the total", () => {
    const { segments } = view(result, about, "en").people;
    for (const index of [3, 4, 5]) {
      const cells = segments!.rows.map(({ cells }) => cells[index]);
      const values = cells.map((cell) => (typeof cell === "object" ? (cell as Shown).value : 0));
      const total = values.pop()!;
      expect(Math.abs(values.reduce((sum, value) => sum + value, 0) - total)).toBeLessThan(
        1e-6 * Math.abs(total) + 1e-6,
      );
    }
    expect(segments!.rows.map(({ cells }) => cells[0])).toEqual(["Young", "Old", "Not divided", "Total"]);
  });

  test("the chance of harm is said in words, on the first screen and in its table", () => {
    const shown = view(result, about, "en");
    const { harm } = shown.people;
    expect(column(harm!.table, 1).map(([title, { value }]) => [title, value])).toEqual([
      ["Placed", result.chances!["worsens.x"].probability.value],
      ["Somebody is harmed", result.chances!.anyoneHarmed.probability.value],
    ]);
    const first = shown.forTarget.map((sentence) => sentence.parts.map((part) => plain(part)).join(""));
    expect(first.join(" ")).toMatch(/in \d+\sof\s100 simulated outcomes it gets worse than without the programme/);
    expect(first.join(" ")).toMatch(/simulated outcomes somebody is harmed/);
  });

  test("the terminal keeps to 80 columns", () => {
    for (const language of ["en", "sv"] as const) {
      const lines = summaryText(result, about, language, 80).split("\n");
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(80);
    }
  });
});
