import { describe, expect, test } from "vitest";
import { UtfallError } from "../../engine/issues.ts";
import { checkGraph } from "../../engine/model/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { consequence, cost, handmade, outcome, type Stated } from "./handmade.ts";

type Content = Parameters<typeof handmade>[0];

/** Figures of a hand-made scenario; `drawn` gives the values of drawn numbers. */
function figures(
  content: Content,
  numbers: Readonly<Record<string, Stated>>,
  outputs: readonly string[] = [],
  drawn: Record<string, number> = {},
  perYear = false,
) {
  const checked = handmade(content, numbers, perYear ? { "target.size": { people: 1, year: -1 } } : {});
  const { graph, data } = compile(checked, { outputs });
  checkGraph(graph);
  return evaluate(
    graph,
    data,
    Object.fromEntries(Object.entries(drawn).map(([name, value]) => [`small/${name}`, value])),
  );
}

const people = { segments: {}, size: 1 };
const yearly = (got: Record<string, number>, figure: string, years: number) =>
  Array.from({ length: years }, (_, year) => got[`${figure}.y${year}`]);
const allYears = (figure: string, years: number) => Array.from({ length: years }, (_, year) => `${figure}.y${year}`);

describe("present values with closed forms", () => {
  test("100 now against 30 a year in years 1 to 5", () => {
    const got = figures(
      {
        target: people,
        horizon: 6,
        consequences: { saving: consequence("everyone") },
        costs: { start: cost({ when: "year 0" }) },
      },
      {
        "target.size": 1,
        discounting: 0.035,
        "consequences.saving.amount": 30,
        "consequences.saving.starts": 1,
        "consequences.saving.lasts": 5,
        "costs.start.amount": 100,
      },
    );
    expect(got.net).toBeCloseTo(35.451571264122, 11);
    expect(got.paybackYear).toBe(4);
  });

  test.each([
    [0, 212.502382637],
    [0.03, -68.446516438],
    [0.035, -109.103905003],
    [0.05, -222.001849162],
  ])("1000 in years 0 to 2 against 600 a year that fades by 15 % a year, at %d", (rate, net) => {
    const got = figures(
      {
        target: people,
        horizon: 11,
        consequences: { saving: consequence("everyone") },
        costs: { run: cost({ when: "years 0-2" }) },
      },
      {
        "target.size": 1,
        discounting: rate,
        "consequences.saving.amount": 600,
        "consequences.saving.starts": 1,
        "consequences.saving.lasts": 10,
        "consequences.saving.keeps": 0.85,
        "costs.run.amount": 1000,
      },
    );
    expect(got.net).toBeCloseTo(net, 8);
    // At 0 %: 4000 · (1 − 0.85^t) reaches 3000 first for t = 9.
    expect(got.paybackYear).toBe(net >= 0 ? 9 : 11);
  });

  test("a list of costs against a saving that begins in year 3", () => {
    const got = figures(
      {
        target: people,
        consequences: { saving: consequence("everyone") },
        costs: { run: cost({ when: "years 0-2" }) },
      },
      {
        "target.size": 1,
        discounting: 0.035,
        "consequences.saving.amount": 30,
        "consequences.saving.starts": 3,
        "consequences.saving.lasts": 7,
        "costs.run.amount": [100, 50, 50],
      },
    );
    expect(got.pvCost).toBeCloseTo(194.984713762282, 10);
    expect(got.pvBenefit).toBeCloseTo(171.239767008677, 10);
    expect(got.returnPerKrona).toBeCloseTo(0.878221495956, 11);
    expect(got.paybackYear).toBe(10);
    expect(got.cost).toBe(200);
  });
});

describe("how long things last", () => {
  const benefits = (numbers: Record<string, Stated>, content: Content = {}, drawn = {}) =>
    yearly(
      figures(
        { target: people, horizon: 6, consequences: { saving: consequence("everyone") }, ...content },
        { "target.size": 1, discounting: 0, "consequences.saving.amount": 1, ...numbers },
        allYears("benefit", 6),
        drawn,
      ),
      "benefit",
      6,
    );
  const close = (got: readonly number[], wanted: readonly number[]) =>
    wanted.forEach((value, year) => {
      expect(got[year]).toBeCloseTo(value, 12);
    });

  test("one year unless more is said", () => close(benefits({}), [1, 0, 0, 0, 0, 0]));
  test("whole years, kept in part", () =>
    close(
      benefits({ "consequences.saving.starts": 1, "consequences.saving.lasts": 3, "consequences.saving.keeps": 0.5 }),
      [0, 1, 0.5, 0.25, 0, 0],
    ));
  test("no time at all", () => close(benefits({ "consequences.saving.lasts": 0 }), [0, 0, 0, 0, 0, 0]));
  test("from after the horizon", () => close(benefits({ "consequences.saving.starts": 9 }), [0, 0, 0, 0, 0, 0]));
  test("half years by overlap, fading from where they start", () =>
    close(
      benefits({
        "consequences.saving.starts": 0.5,
        "consequences.saving.lasts": 1.75,
        "consequences.saving.keeps": 0.81,
      }),
      [0.5, 0.9, 0.25 * 0.81 ** 1.5, 0, 0, 0],
    ));
  test("a drawn length from a whole start", () =>
    close(
      benefits(
        {
          "consequences.saving.starts": 1,
          "consequences.saving.lasts": { drawn: "length" },
          "consequences.saving.keeps": 0.5,
        },
        {},
        { length: 2.5 },
      ),
      [0, 1, 0.5, 0.125, 0, 0],
    ));
  test("to the horizon from a drawn start", () =>
    close(
      benefits(
        { "consequences.saving.starts": { drawn: "start" }, "consequences.saving.keeps": 1 },
        { consequences: { saving: consequence("everyone", { lasts: "to horizon" }) } },
        { start: 2.25 },
      ),
      [0, 0, 0.75, 1, 1, 1],
    ));
  test("an outcome that lasts, with a consequence that lasts again, over two programme years", () => {
    // Cases 10 and 5 (build-up 1, ½); active two years each; the consequence begins a year later and keeps a half for two years.
    const got = benefits(
      {
        "outcomes.x.baseline": 0.5,
        "outcomes.x.effect.relativeReduction": 0.2,
        "outcomes.x.effect.buildUp": [1, 0.5],
        "outcomes.x.lasts": 2,
        "target.size": 100,
        "consequences.saving.starts": 1,
        "consequences.saving.lasts": 2,
        "consequences.saving.keeps": 0.5,
      },
      { programme: { years: 2 }, outcomes: { x: outcome({}) }, consequences: { saving: consequence("x") } },
    );
    // active: 10, 15, 5 → each from the next year, and half of it the year after
    close(got, [0, 10, 15 + 5, 5 + 7.5, 2.5, 0]);
  });
  test("a list of starts is indexed by the year in which the group begins", () =>
    close(benefits({ "consequences.saving.starts": [0, 2] }, { programme: { years: 2 } }), [1, 0, 0, 1, 0, 0]));
});

describe("people and costs", () => {
  const numbers: Record<string, Stated> = {
    discounting: 0,
    "target.size": 100,
    "funnel.reached": 0.8,
    "funnel.accepted": 0.5,
    "funnel.dropout": 0.25,
    "funnel.dropouts.effectKept": 0.4,
    "funnel.dropouts.costKept": 0.6,
  };
  const content: Content = { target: people, programme: { years: 3 }, horizon: 5 };
  const asked = ["reached", "enrolled", "dropped", "completed", "completed.y2"];

  test("the same people each year are counted once", () => {
    const got = figures(content, numbers, asked);
    expect(asked.map((figure) => got[figure])).toEqual([80, 40, 10, 30, 30]);
  });
  test("new people each year are added up", () => {
    const got = figures(content, numbers, asked, {}, true);
    expect(asked.map((figure) => got[figure])).toEqual([240, 120, 30, 90, 30]);
  });
  test("the same people, more of them later, are counted at the most", () => {
    const got = figures(content, { ...numbers, "funnel.reached": [0.2, 0.8, 0.4] }, asked);
    expect(asked.map((figure) => got[figure])).toEqual([80, 40, 10, 30, 15]);
  });

  test.each([
    [undefined, 7],
    ["enrolled", 7 * (40 - 0.4 * 10)],
    ["completed", 7 * 30],
    ["group of 12", 7 * 4],
  ])("a cost per %s", (per, each) => {
    const got = figures(
      { ...content, costs: { fee: cost(per === undefined ? {} : { per }) } },
      { ...numbers, "costs.fee.amount": 7 },
      ["cost", "cost.y2", "cost.y3"],
    );
    expect(got["cost.y2"]).toBeCloseTo(each, 10);
    expect(got.cost).toBeCloseTo(3 * each, 10);
    expect(got["cost.y3"]).toBe(0);
  });

  test("a post, its number by year, and growth above prices from year 0", () => {
    const got = figures(
      { ...content, costs: { team: cost({ post: {}, when: "years 1-3" }) } },
      {
        ...numbers,
        "costs.team.post.salary": 400_000,
        "costs.team.post.charges": 0.4,
        "costs.team.post.overhead": 0.1,
        "costs.team.number": [1, 2],
        "costs.team.drift": 0.02,
      },
      allYears("cost", 5),
    );
    const year = 400_000 * 1.4 * 1.1;
    yearly(got, "cost", 5).forEach((value, t) => {
      expect(value).toBeCloseTo(t >= 1 && t <= 3 ? 2 * year * 1.02 ** t : 0, 6);
    });
  });

  test("shares of payers, grants as negative costs, and an actor as the sum of its parts", () => {
    const actors = {
      town: {
        title: {},
        parts: { school: { title: {} }, care: { title: {}, parts: { home: { title: {} }, street: { title: {} } } } },
      },
      state: { title: {} },
    };
    const got = figures(
      {
        ...content,
        actors,
        perspectives: { both: { actors: ["care", "home", "state"] }, all: { actors: "all" } },
        perspective: "both",
        costs: { run: cost({ paidBy: { school: 0, home: 0, street: 0 } }), grant: cost({ paidBy: "state" }) },
      },
      {
        ...numbers,
        "costs.run.amount": 100,
        "costs.run.paidBy.school": 0.5,
        "costs.run.paidBy.home": 0.3,
        "costs.run.paidBy.street": 0.2,
        "costs.grant.amount": -40,
      },
      ["cost.run.care"],
    );
    expect(got["pvCost.school"]).toBeCloseTo(150, 12);
    expect(got["pvCost.care"]).toBeCloseTo(150, 12);
    expect(got["cost.run.care"]).toBeCloseTo(150, 12);
    expect(got["pvCost.town"]).toBeCloseTo(300, 12);
    expect(got["pvCost.state"]).toBeCloseTo(-120, 12);
    expect(got["net.both"]).toBeCloseTo(-30, 12);
    expect(got["pvCost.all"]).toBeCloseTo(180, 12);
    expect(got.pvCost).toBeCloseTo(180, 12);
    expect(got["cumulativeNet.both.y4"]).toBeCloseTo(-30, 12);
    expect(got["balance.both.y0"]).toBeCloseTo(-10, 12);
  });

  test("a transfer stands with both and nets out", () => {
    const got = figures(
      {
        ...content,
        actors: { office: { title: {} }, home: { title: {} } },
        consequences: { aid: consequence("enrolled", { gains: "office", loses: "home" }) },
      },
      { ...numbers, "consequences.aid.amount": 10, "consequences.aid.share": 0.5 },
      ["benefit.aid.home", "benefit.aid"],
    );
    expect(got["pvBenefit.office"]).toBeCloseTo(600, 12);
    expect(got["benefit.aid.home"]).toBeCloseTo(-600, 12);
    expect(got["benefit.aid"]).toBe(0);
    expect(got.net).toBe(0);
  });
});

describe("effects", () => {
  const content: Content = { target: people, programme: { years: 2 }, horizon: 4 };
  const numbers: Record<string, Stated> = { discounting: 0, "target.size": 200, "outcomes.x.baseline": 0.5 };

  test.each([
    ["everyone", 200],
    ["enrolled", 100],
    ["completed", 80 + 0.25 * 20],
  ])("measured on %s", (measuredOn, exposed) => {
    const got = figures(
      { ...content, outcomes: { x: outcome({}, { measuredOn }) } },
      {
        ...numbers,
        "funnel.reached": 0.5,
        "funnel.dropout": 0.2,
        "funnel.dropouts.effectKept": 0.25,
        "outcomes.x.effect.relativeReduction": 0.1,
        "outcomes.x.fidelity": 0.8,
      },
    );
    expect(got["cases.x"]).toBeCloseTo(2 * exposed * 0.5 * 0.1 * 0.8, 12);
    expect(got["casesWithout.x"]).toBeCloseTo(2 * exposed * 0.5, 12);
    expect(got["statedEffect.x"]).toBe(0.1);
    expect(got["improvementNet.x"]).toBeCloseTo(0.08, 12);
    expect(got["improvementGross.x"]).toBeCloseTo(0.08, 12);
  });

  test("two changes: cases against the comparison, the whole change against the start", () => {
    const changes = { participants: "-60 %", comparison: "-25 %" };
    const got = figures(
      { ...content, outcomes: { x: outcome({ among: 300 }, { relativeReduction: undefined, changes }) } },
      {
        ...numbers,
        "outcomes.x.among": 300,
        "outcomes.x.effect.changes.participants": -0.6,
        "outcomes.x.effect.changes.comparison": -0.25,
        "outcomes.x.effect.buildUp": [0.4, 1],
        "outcomes.x.fidelity": 0.9,
      },
    );
    expect(got["statedEffect.x"]).toBeCloseTo(0.35, 12);
    expect(got["cases.x"]).toBeCloseTo(300 * 0.5 * 0.35 * 0.9 * 1.4, 10);
    expect(got["casesWithout.x"]).toBeCloseTo(2 * 300 * 0.5 * 0.75, 10);
    expect(got["improvementNet.x"]).toBeCloseTo(0.35 * 0.9, 12);
    expect(got["improvementGross.x"]).toBeCloseTo(0.25 + 0.35 * 0.9, 12);
  });

  test("higher is better", () => {
    const changes = { participants: "25 %", comparison: "7 %" };
    const got = figures(
      { ...content, outcomes: { x: outcome({ better: "higher" }, { relativeReduction: undefined, changes }) } },
      { ...numbers, "outcomes.x.effect.changes.participants": 0.25, "outcomes.x.effect.changes.comparison": 0.07 },
    );
    expect(got["statedEffect.x"]).toBeCloseTo(0.18, 12);
    expect(got["improvementGross.x"]).toBeCloseTo(0.25, 12);
    expect(got["casesWithout.x"]).toBeCloseTo(2 * 200 * 0.5 * 1.07, 10);
  });

  test("points are in the outcome's own unit, as a share of the start when they are an improvement", () => {
    const got = figures(
      { ...content, outcomes: { x: outcome({}, { relativeReduction: undefined, points: 0.1 }) } },
      { ...numbers, "outcomes.x.effect.points": 0.1 },
    );
    expect(got["statedEffect.x"]).toBe(0.1);
    expect(got["cases.x"]).toBeCloseTo(2 * 200 * 0.1, 12);
    expect(got["improvementNet.x"]).toBeCloseTo(0.2, 12);
  });

  const segments = { over60: { title: {} }, others: { title: {} } };
  const split: Record<string, Stated> = {
    discounting: 0,
    "target.size": { segments: { over60: 30, others: 870 } },
    "outcomes.x.baseline": { segments: { over60: 522, others: 36 } },
    "outcomes.x.effect.changes.participants": { segments: { over60: -0.4, others: -0.25 } },
    "outcomes.x.effect.changes.comparison": { segments: { over60: -0.15, others: -0.105 } },
    "costs.fee.amount": 10,
    "costs.room.amount": 1000,
  };
  const splitContent: Content = {
    ...content,
    target: { segments, size: 0 },
    outcomes: { x: outcome({}, { relativeReduction: undefined, changes: {} }) },
    consequences: { saved: consequence("x") },
    costs: { fee: cost({ per: "enrolled" }), room: cost() },
  };

  test("segments weigh by their people times their level at the start", () => {
    const got = figures(splitContent, { ...split, "consequences.saved.amount": 1 }, ["net.over60", "cost.room"]);
    expect(got["statedEffect.x"]).toBeCloseTo(0.18, 3);
    expect(got["improvementGross.x"]).toBeCloseTo(0.3, 3);
    expect(got["statedEffect.x.over60"]).toBeCloseTo(0.25, 12);
    const weight = [30 * 522, 870 * 36];
    const wanted = (weight[0] * 0.25 + weight[1] * 0.145) / (weight[0] + weight[1]);
    expect(got["statedEffect.x"]).toBeCloseTo(wanted, 12);
    expect(got["cases.x.others"]).toBeCloseTo(2 * weight[1] * 0.145, 8);
    expect(got["cases.x"]).toBeCloseTo(got["cases.x.others"] + got["cases.x.over60"], 8);
    expect(got["enrolled.over60"]).toBe(30);
    expect(got.enrolled).toBe(900);
    // Only flows that are divided into segments belong to one.
    expect(got["net.over60"]).toBeCloseTo(2 * weight[0] * 0.25 - 2 * 10 * 30, 8);
    expect(got["cost.room"]).toBe(2000);
  });

  test("rows of the accounts: what is divided stands per segment, what is not stands undivided, nothing twice", () => {
    const checked = handmade(splitContent, { ...split, "consequences.saved.amount": 1 });
    const { graph, data, accounts } = compile(checked);
    const got = evaluate(graph, data, {});
    const first = accounts.filter(({ year, discounted }) => year === 0 && !discounted);
    expect(first.map((row) => [row.segment, got[row.cost]])).toEqual([
      [null, 1000],
      ["over60", 300],
      ["others", 8700],
    ]);
    expect(got[first[0].benefit]).toBe(0);
    const total = accounts
      .filter(({ discounted }) => !discounted)
      .reduce((sum, row) => sum + got[row.benefit] - got[row.cost], 0);
    expect(total).toBeCloseTo(got.net, 6);
  });

  test("a number of people for everybody can't meet one per segment", () => {
    expect(() => figures(splitContent, { ...split, "consequences.saved.amount": 1, "target.size": 900 })).toThrow(
      UtfallError,
    );
    const reachOnly: Content = { ...content, target: { segments, size: 0 } };
    const bySegment = { over60: 0.9, others: 0.1 };
    const reached = { discounting: 0, "target.size": 900, "funnel.reached": { segments: bySegment } };
    expect(() => figures(reachOnly, reached)).toThrow(/one number for everybody/);
    const among = { ...splitContent, outcomes: { x: outcome({ among: 1 }) }, consequences: {}, costs: {} };
    const whole = {
      discounting: 0,
      "target.size": split["target.size"],
      "outcomes.x.among": 300,
      "outcomes.x.baseline": 1,
      "outcomes.x.effect.relativeReduction": 0.1,
    };
    expect(figures(among, whole)["cases.x"]).toBeCloseTo(2 * 30, 10);
    expect(() => figures(among, whole, ["cases.x.over60"])).toThrow(/not divided into segments/);
    expect(() => figures(among, whole, ["cases.y"])).toThrow(/no part called y/);
  });

  test("a goal on the whole change is held beside its net twin, under an id of its own", () => {
    const criteria = {
      goal: { test: "improvementGross.x >= 25 %" },
      goalNet: { test: "improvementNet.x >= 17 %" },
      high: { test: "improvementGross.x.over60 >= 0.4" },
      netHigh: { test: "improvementNet.x.over60 >= 40 %" },
      most: { atLeast: 2, of: ["goal", "goalNet", "net > 1 mnkr"] },
      some: { any: ["netHigh", "cases.x > 5 cases"] },
    };
    const checked = handmade(
      { ...splitContent, criteria, success: { all: ["goal", "most"] } },
      { ...split, "consequences.saved.amount": 1 },
    );
    const { graph, data, twins } = compile(checked);
    expect(twins).toEqual([
      { of: "goal", id: "goalNetTwin", added: true, test: "improvementNet.x >= 25 %" },
      { of: "high", id: "netHigh", added: false, test: "improvementNet.x.over60 >= 40 %" },
    ]);
    const got = evaluate(graph, data, {});
    const hits = Object.fromEntries(Object.entries(got).filter(([id]) => id.startsWith("criteria.")));
    expect(hits).toEqual({
      "criteria.goal": 1,
      "criteria.goalNet": 1,
      "criteria.goalNetTwin": 0,
      "criteria.high": 1,
      "criteria.netHigh": 0,
      "criteria.most": 1,
      "criteria.some": 1,
      "criteria.all": 0,
      "criteria.success": 1,
    });
  });
});
