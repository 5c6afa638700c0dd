import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkGraph } from "../../engine/model/check.ts";
import { defineScenario } from "../../scenarios/builder.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";

type Written = Parameters<typeof defineScenario>[0];

/** Figures of a scenario in which every number is certain. */
function figures(written: Partial<Written>, outputs: readonly string[] = []) {
  const checked = defineScenario({
    id: "small",
    title: "A small group",
    priceYear: 2025,
    discounting: "0 %/year",
    programme: { years: 2 },
    horizon: "4 years",
    actors: { town: "The town" },
    ...written,
  });
  const { graph, data } = compile(checked, { outputs });
  checkGraph(graph);
  return evaluate(graph, data, {});
}

const near = (got: number, wanted: number) =>
  expect(Math.abs(got - wanted), `${got} against ${wanted}`).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(wanted)));

const cases = {
  better: "lower",
  title: "Cases",
  baseline: "50 %",
  effect: { relativeReduction: "40 %", measuredOn: "completed" },
} as const;
const fee = { amount: "1000 kr/person", per: "enrolled", paidBy: "town" } as const;

describe("who leaves when", () => {
  const stages = [
    { until: "3 months", leave: "20 %" },
    { until: "6 months", leave: "25 %", effectKept: "35 %", costKept: "45 %" },
    { until: "12 months", leave: "50 %" },
  ];
  // Of 100: 20, then a fourth of 80, then half of 60.
  const leaving = [20, 20, 30];
  const of = (dropouts: Record<string, unknown>) =>
    figures(
      {
        programme: { years: 1 },
        target: { size: "100 people" },
        funnel: { dropouts: { stages, ...dropouts } },
        outcomes: { x: cases },
        costs: { fee },
      },
      ["dropped", "cost"],
    );
  const held = (got: Record<string, number>, effect: readonly number[], cost: readonly number[]) => {
    near(got.dropped, 70);
    near(got.completed, 30);
    near(got["cases.x"], 0.2 * (30 + leaving.reduce((sum, people, k) => sum + people * effect[k], 0)));
    near(got.cost, 1000 * (30 + leaving.reduce((sum, people, k) => sum + people * cost[k], 0)));
  };

  test("each stage's own share of effect and cost, else that of all dropouts", () => {
    held(of({}), [0, 0.35, 0], [1, 0.45, 1]);
    held(of({ effectKept: "10 %", costKept: "60 %" }), [0.1, 0.35, 0.1], [0.6, 0.45, 0.6]);
  });
  test("in proportion to the time stayed, evenly over each stage", () =>
    held(
      of({ dose: { full: "12 months" }, costOver: "12 months" }),
      [1.5 / 12, 0.35, 9 / 12],
      [1.5 / 12, 0.45, 9 / 12],
    ));
  test("from a time on, up to one within a stage", () => {
    // Between 1 and 9 months: ∫ from 1 to 3 of (x − 1)/8 = 1/4 over 3 months; from 6 to 9 of (x − 1)/8 = 39/16, then 3 months.
    held(of({ dose: { from: "1 month", full: "9 months" } }), [1 / 4 / 3, 0.35, (39 / 16 + 3) / 6], [1, 0.45, 1]);
  });
  test("all or nothing at a threshold", () =>
    held(of({ dose: { threshold: "2 months" } }), [1 / 3, 0.35, 1], [1, 0.45, 1]));
  test("one stage is the same as one number", () => {
    const written = { programme: { years: 1 }, target: { size: "80 people" }, outcomes: { x: cases }, costs: { fee } };
    const kept = { effectKept: "30 %", costKept: "60 %" };
    const staged = figures({
      ...written,
      funnel: { dropouts: { stages: [{ until: "1 year", leave: "25 %" }], ...kept } },
    });
    const plain = figures({ ...written, funnel: { dropout: "25 %", dropouts: kept } });
    for (const id of ["completed", "dropped", "cases.x", "pvCost"]) expect(staged[id]).toBe(plain[id]);
  });
});

describe("who is harmed", () => {
  const written = { programme: { years: 1 }, target: { size: "100 people" }, outcomes: { x: cases } };

  test("a share of those who started; they do not get the effect", () => {
    const dropouts = { effectKept: "50 %" };
    const got = figures({ ...written, funnel: { dropout: "20 %", harmed: "5 %", dropouts } });
    near(got.harmed, 5);
    near(got["cases.x"], 0.2 * (80 * 0.95 + 0.5 * 20 * 0.95));
  });
  test("leaving may be a sign of it", () => {
    const consequences = { care: { of: "harmed", amount: "20 tkr/person", loses: "town" } } as const;
    const dropouts = { effectKept: "50 %", harmed: "30 %" };
    const got = figures({ ...written, consequences, funnel: { dropout: "20 %", harmed: "5 %", dropouts } });
    near(got.harmed, 0.05 * 80 + 0.3 * 20);
    near(got["cases.x"], 0.2 * (80 * 0.95 + 0.5 * 20 * 0.7));
    near(got.net, -20_000 * 10);
  });
  test("an outcome gets worse for them: in its own unit, or as a share of the level at the start", () => {
    const funnel = { dropout: "20 %", harmed: "5 %" };
    for (const harm of [{ points: "30 pp" }, { relative: "60 %" }]) {
      const got = figures({ ...written, funnel, outcomes: { x: { ...cases, fidelity: "90 %", harm } } });
      near(got["cases.x"], 0.2 * 0.9 * 76 - 0.3 * 5);
      near(got["casesWithout.x"], 0.5 * (76 + 5));
      near(got["improvementNet.x"], got["cases.x"] / got["casesWithout.x"]);
      expect([got["worsens.x"], got["statedEffect.x"]]).toEqual([0, 0.4]);
    }
    const worse = figures({
      ...written,
      funnel: { harmed: "60 %" },
      outcomes: { x: { ...cases, harm: { points: "30 pp" } } },
    });
    near(worse["cases.x"], 0.2 * 40 - 0.3 * 60);
    expect(worse["worsens.x"]).toBe(1);
    const better = "higher" as const;
    const points = { points: "20 pp", measuredOn: "completed" } as const;
    const more = figures({
      ...written,
      funnel,
      outcomes: { x: { ...cases, better, effect: points, harm: { relative: "60 %" } } },
    });
    near(more["cases.x"], 0.2 * 76 - 0.3 * 5);
    near(more["improvementNet.x"], more["cases.x"] / (0.5 * 81));
  });
  test("an effect measured on everyone, or on all who started, holds them already", () => {
    for (const measuredOn of ["everyone", "enrolled"] as const) {
      const outcomes = { x: { ...cases, effect: { ...cases.effect, measuredOn } } };
      near(figures({ ...written, outcomes, funnel: { harmed: "5 %" } })["cases.x"], 20);
    }
  });
});

describe("planned, and lost on the way", () => {
  const outputs = ["misjudged", "notReached", "notAccepted", "queue", "lost", "lost.old", "notReached.old.y1"];
  const funnel = {
    reached: { young: "80 %", old: "50 %" },
    accepted: "50 %",
    dropout: "25 %",
    capacity: { places: "15 people" },
  };
  const target = {
    segments: { young: "Young", old: "Old" },
    size: { young: "40 people/year", old: "20 people/year" },
    planned: { young: "45 people/year", old: "25 people/year" },
  };

  test("the causes add up, for everybody and for each segment", () => {
    const got = figures({ target, funnel }, outputs);
    // A year: 16 + 5 accept, of whom 15 get a place, all segments as full as each other.
    expect([got.planned, got.everyone, got.reached, got.enrolled]).toEqual([140, 120, 84, 30]);
    expect([got.misjudged, got.notReached, got.notAccepted, got.queue]).toEqual([20, 36, 42, 12]);
    near(got.dropped, 7.5);
    near(got.lost, got.misjudged + got.notReached + got.notAccepted + got.queue + got.dropped);
    near(got["enrolled.young"], (2 * 16 * 15) / 21);
    near(got["lost.old"], 50 - (2 * 5 * 15 * 0.75) / 21);
    near(got["notReached.old.y1"], 10);
  });
  test("without a plan, all that is lost is lost of the group itself", () => {
    const { planned: _, ...group } = target;
    const got = figures({ target: group, funnel }, outputs);
    near(got.misjudged, 0);
    near(got.lost, 120 - got.completed);
  });
  test("a stated order, and posts that take so many", () => {
    const capacity = { posts: ["0.5 posts", "1 post"], perPost: "12 people/post/year", order: ["old", "young"] };
    const got = figures({ target, funnel: { ...funnel, capacity } }, [
      "enrolled.old.y0",
      "enrolled.young.y0",
      "enrolled.young.y1",
    ]);
    near(got["enrolled.old.y0"], 5);
    near(got["enrolled.young.y0"], 1);
    near(got["enrolled.young.y1"], 7);
  });
});

describe("people who come and leave", () => {
  const stock = { start: "300 people", inflow: "8 people/month", leaves: { death: "4 %/year", moved: "3 %/year" } };
  const flows = ["personYears", "arrived", "died", "movedAway"];
  const years = 3;
  const outputs = flows.flatMap((figure) => Array.from({ length: years }, (_, year) => `${figure}.y${year}`));

  /** Month by month, from the description. */
  function byMonth(start: number, inflow: number, death: number, moving: number) {
    const [died, left] = [death, moving].map((yearly) => 1 - (1 - yearly) ** (1 / 12));
    let there = start;
    return Array.from({ length: years }, () => {
      const year = { personYears: 0, arrived: 0, died: 0, movedAway: 0 };
      for (let month = 0; month < 12; month++) {
        const dead = there * died;
        const gone = (there - dead) * left;
        const after = there - dead - gone + inflow;
        year.personYears += (there + after) / 2 / 12;
        year.arrived += inflow;
        year.died += dead;
        year.movedAway += gone;
        there = after;
      }
      return year;
    });
  }

  test("person-years, the new, the dead and the moved of each year are those of monthly steps", () => {
    const got = figures({ programme: { years }, target: { stock } }, outputs);
    const wanted = byMonth(300, 8, 0.04, 0.03);
    wanted.forEach((year, y) => {
      for (const [figure, value] of Object.entries(year)) near(got[`${figure}.y${y}`], value);
    });
    near(
      got.died,
      wanted.reduce((sum, { died }) => sum + died, 0),
    );
  });
  test("nobody comes, nobody leaves: the same people", () => {
    const got = figures({ programme: { years }, target: { stock: { start: "300 people" } } }, outputs);
    for (const year of [0, 1, 2]) expect(got[`personYears.y${year}`]).toBe(300);
    expect([got.enrolled, got.died, got.personYears]).toEqual([300, 0, 900]);
  });
  test("by segment, with an inflow by year", () => {
    const segments = { young: "Young", old: "Old" };
    const own = {
      start: { young: "100 people", old: "50 people" },
      inflow: { young: ["1 person/month", "2 people/month"], old: "3 people/month" },
      leaves: { death: { young: "0 %/year", old: "20 %/year" } },
    };
    const got = figures({ target: { segments, stock: own } }, ["personYears.young.y1", "personYears.old.y1"]);
    near(got["personYears.young.y1"], 100 + 12 + 12);
    near(got["personYears.old.y1"], byMonth(50, 3, 0.2, 0)[1].personYears);
    near(got["personYears.old"] + got["personYears.young"], got.personYears);
  });
  test("an inflow for everybody can't meet a start by segment", () => {
    const segments = { young: "Young", old: "Old" };
    const start = { young: "100 people", old: "50 people" };
    expect(() => figures({ target: { segments, stock: { start, inflow: "8 people/month" } } })).toThrow(/one number/);
  });
  test("effects and costs follow person-years", () => {
    const got = figures({ programme: { years }, target: { stock }, outcomes: { x: cases }, costs: { fee } });
    const all = byMonth(300, 8, 0.04, 0.03).reduce((sum, { personYears }) => sum + personYears, 0);
    near(got["cases.x"], all * 0.2);
    near(got.pvCost, all * 1000);
  });
  test("the dead save nothing: what lasts is left by (1 − death)^t since it began", () => {
    const of = (death: string, lasts: object) =>
      figures(
        {
          programme: { years: 1 },
          horizon: "6 years",
          target: { stock: { start: "100 people", leaves: { death } } },
          outcomes: { x: { ...cases, lasts: "to horizon", keeps: "90 %/year" } },
          consequences: { saved: { of: "x", amount: "1 kr/case/year", starts: "2 years", gains: "town", ...lasts } },
        },
        ["benefit.y2", "benefit.y3", "benefit.y4", "cases.x.y0"],
      );
    // Outcome years s = 0, 1, …, each with the consequence two years later, for two years: w of year t is Σ 0.9^s · 0.8^t.
    const got = of("20 %/year", { lasts: "2 years" });
    const first = got["cases.x.y0"];
    near(got["benefit.y2"], first * 0.8 ** 2);
    near(got["benefit.y3"], first * 0.8 ** 3 * (0.9 + 1));
    near(got["benefit.y4"], first * 0.8 ** 4 * (0.81 + 0.9));
    const half = of("20 %/year", { lasts: "1.5 years" });
    near(half["benefit.y3"], half["cases.x.y0"] * 0.8 ** 3 * (0.9 + 0.5));
  });
});

describe("laws", () => {
  const percent = fc.integer({ min: 0, max: 100 }).map((share) => `${share} %`);
  const group = fc.record({
    size: fc.integer({ min: 1, max: 400 }),
    more: fc.integer({ min: 0, max: 100 }),
    reached: percent,
    accepted: percent,
    leave: fc.array(percent, { minLength: 1, maxLength: 3 }),
    harmed: percent,
    places: fc.integer({ min: 0, max: 300 }),
    newEachYear: fc.boolean(),
    limited: fc.boolean(),
    per: fc.constantFrom("enrolled", "completed", "group of 7"),
    costKept: percent,
  });

  test("enrolled ≤ reached ≤ size, the parts sum to the whole, and more people never lower the cost", () =>
    fc.assert(
      fc.property(group, (x) => {
        const of = (young: number) => {
          const unit = x.newEachYear ? "people/year" : "people";
          const amount = x.per === "group of 7" ? "1000 kr/group/year" : "1000 kr/person";
          return figures({
            target: {
              segments: { young: "Young", old: "Old" },
              size: { young: `${young} ${unit}`, old: `17 ${unit}` },
            },
            funnel: {
              reached: { young: x.reached, old: "70 %" },
              accepted: x.accepted,
              harmed: x.harmed,
              dropouts: {
                costKept: x.costKept,
                stages: x.leave.map((leave, k) => ({ until: `${k + 1} months`, leave })),
              },
              ...(x.limited ? { capacity: { places: `${x.places} people` } } : {}),
            },
            costs: { fee: { amount, per: x.per, paidBy: "town" } },
          });
        };
        const got = of(x.size);
        const slack = 1e-9 * (1 + x.size);
        expect(got.reached).toBeLessThanOrEqual(got.everyone + slack);
        expect(got.enrolled).toBeLessThanOrEqual(got.reached + slack);
        expect(got.harmed).toBeLessThanOrEqual(got.enrolled + slack);
        expect(Math.abs(got.completed + got.dropped - got.enrolled)).toBeLessThanOrEqual(slack);
        for (const figure of ["everyone", "reached", "enrolled", "completed", "dropped", "harmed"])
          expect(Math.abs(got[`${figure}.young`] + got[`${figure}.old`] - got[figure])).toBeLessThanOrEqual(slack);
        expect(of(x.size + x.more).pvCost).toBeGreaterThanOrEqual(got.pvCost - 1e-6);
      }),
      { numRuns: 12, seed: 42 },
    ));
});
