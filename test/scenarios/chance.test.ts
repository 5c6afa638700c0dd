import { describe, expect, test } from "vitest";
import type { NumberSummary, Result } from "../../engine/result/result.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { defineScenario } from "../../scenarios/builder.ts";
import { type CompileOptions, compile } from "../../scenarios/compile/index.ts";

type Written = Parameters<typeof defineScenario>[0];

const head: Written = {
  id: "small",
  title: "A small group",
  priceYear: 2025,
  discounting: "0 %/year",
  programme: { years: 2 },
  horizon: "3 years",
  actors: { municipality: "Municipality" },
};

async function ran(
  written: Partial<Written>,
  { seed = "1", draws = 16_384, ...options }: CompileOptions & { readonly seed?: string; readonly draws?: number } = {},
) {
  const compiled = compile(defineScenario({ ...head, ...written }), { chance: "on", ...options });
  const request = { ...compiled, seed, draws, design: "sobol", wholeColumns: true } as const;
  return (await simulate(request, inline()))!;
}

const number = (result: Result, id: string) => result.outputs[id] as NumberSummary;

/** The figure's mean and standard deviation are these, within four standard errors. */
function expectMoments(result: Result, id: string, mean: number, variance: number): void {
  const { mean: m, sd } = number(result, id);
  expect(Math.abs(m.value - mean), `${id}: mean ${m.value} ± ${m.se}`).toBeLessThan(4 * m.se + 1e-9);
  expect(Math.abs(sd.value - Math.sqrt(variance)), `${id}: sd ${sd.value} ± ${sd.se}`).toBeLessThan(4 * sd.se + 1e-9);
}

const everything: Partial<Written> = {
  target: { size: { low: 8, best: 14, high: 30, unit: "people/year" }, segments: { young: "Young", old: "Old" } },
  funnel: {
    reached: { young: "80 %", old: "50 %" },
    accepted: { count: 12, of: 16 },
    dropout: "25 %",
    dropouts: { effectKept: "30 %" },
  },
  outcomes: {
    placed: {
      title: "Placed",
      better: "lower",
      baseline: { count: 9, of: 30 },
      effect: {
        changes: { participants: { mean: "-30 %", sd: "10 %" }, comparison: "-10 %" },
        measuredOn: "completed",
        buildUp: ["60 %", "100 %"],
      },
    },
    employed: {
      title: "Employed",
      better: "higher",
      baseline: "20 %",
      effect: { points: { mean: "5 pp", sd: "10 pp" }, measuredOn: "completed" },
    },
  },
  consequences: {
    placement: { of: "placed", share: "40 %", amount: "500 tkr/case", gains: "municipality" },
    support: { of: "enrolled", share: "10 %", amount: "20 tkr/person", gains: "municipality" },
  },
  costs: { sessions: { amount: "9 tkr/person", per: "enrolled", paidBy: "municipality" } },
};
const segmented: Partial<Written> = {
  ...everything,
  target: {
    ...everything.target!,
    size: { young: { low: 8, best: 14, high: 30, unit: "people/year" }, old: "6 people/year" },
  },
};

const outputs = ["reached", "dropped", "enrolled.young.y1", "casesWithout.placed.y0", "cases.placed.y0"];
const on = ran(segmented, { outputs });
const off = ran(segmented, { outputs, chance: "off" });

describe("off", () => {
  test("is the same model as saying nothing, without draws of chance", () => {
    const checked = defineScenario({ ...head, ...segmented });
    const plain = compile(checked, { chance: "off" });
    expect(plain).toEqual(compile(checked));
    expect(plain.graph.inputs.every(({ level }) => level === "parameter")).toBe(true);
    expect(plain.graph.nodes.some(({ op }) => op === "count")).toBe(false);
  });

  test("a result says nothing of it", async () => {
    const { result } = await off;
    expect(result.manifest.chance).toBeUndefined();
    expect(result.varianceByLevel).toBeUndefined();
  });
});

describe("on", () => {
  test("people and cases are whole, nobody is counted who is not there, and no case avoided that would not have been", async () => {
    const { result, columns } = await on;
    const of = (id: string) => columns.get(id)!;
    expect(result.failures.draws).toBe(0);
    expect(result.manifest.chance).toBe("on");
    const counted = [...columns.keys()].filter((id) =>
      /^(reached|enrolled|completed|dropped|cases|casesWithout)\b/.test(id),
    );
    expect(counted.length).toBeGreaterThan(12);
    for (const id of counted) expect(of(id).every(Number.isInteger), id).toBe(true);
    for (let draw = 0; draw < result.manifest.draws; draw++) {
      const [reached, enrolled, dropped] = ["reached", "enrolled", "dropped"].map((id) => of(id)[draw]);
      if (enrolled > reached || of("completed")[draw] !== enrolled - dropped) throw new Error(`people of draw ${draw}`);
      if (of("cases.placed.y0")[draw] > of("casesWithout.placed.y0")[draw]) throw new Error(`cases of draw ${draw}`);
      if (of("casesWithout.placed")[draw] > enrolled) throw new Error(`cases without of draw ${draw}`);
    }
  });

  test("means are those of the run without chance", async () => {
    const drawn = (await on).result;
    const expected = (await off).result;
    for (const id of [
      "net",
      "pvCost",
      "enrolled",
      "reached",
      "completed",
      "cases.employed",
      "cases.placed",
      "casesWithout.placed",
    ]) {
      const [a, b] = [number(drawn, id), number(expected, id)];
      expect(Math.abs(a.mean.value - b.mean.value), id).toBeLessThan(4 * (a.mean.se + b.mean.se));
      expect(a.sd.value, id).toBeGreaterThan(b.sd.value);
    }
    expect(number(drawn, "improvementNet.placed")).toEqual(number(expected, "improvementNet.placed"));
  });

  test("every assumption keeps its draws, and chance its own whatever figures are asked for", async () => {
    const checked = defineScenario({ ...head, ...segmented });
    const [off, on, more] = [
      compile(checked),
      compile(checked, { chance: "on" }),
      compile(checked, { chance: "on", outputs }),
    ].map(({ graph }) => graph.inputs);
    expect(on.slice(0, off.length)).toEqual(off);
    expect(more).toEqual(on);
    expect(on.slice(off.length).every(({ level, suite }) => level === "chance" && suite === "small/chance")).toBe(true);
    expect(on.slice(off.length, off.length + 4).map(({ path }) => path)).toEqual([
      "small/young/everyone.y0",
      "small/old/everyone.y0",
      "small/young/everyone.y1",
      "small/old/everyone.y1",
    ]);
  });
});

describe("closed forms", () => {
  const share = (value: string) => ({ target: { size: "20 people/year" }, funnel: { reached: value } });

  test("a certain share: binomial, independent between the years", async () => {
    const { result } = await ran({ ...share("30 %") }, { outputs: ["reached", "reached.y0"] });
    expectMoments(result, "reached.y0", 6, 4.2);
    expectMoments(result, "reached", 12, 8.4);
    expect(result.varianceByLevel!.completed.chance.share.value).toBeGreaterThan(0.99);
  });

  test("of half a person too many there is one or none, and the mean stays", async () => {
    const { result } = await ran({ target: { size: "12.5 people/year" } }, { outputs: ["reached.y0"] });
    expectMoments(result, "reached.y0", 12.5, 0.25);
    expectMoments(result, "enrolled", 25, 0.5);
    const some = await ran({ target: { size: "12.25 people" }, funnel: { reached: "40 %" } });
    expectMoments(some.result, "enrolled", 4.9, 12.25 * 0.24 + 0.16 * 0.1875);
  });

  test("the same people every year are reached or not once for all", async () => {
    const written = { target: { size: "20 people" }, funnel: { reached: "30 %" } };
    const { result } = await ran(written, { outputs: ["reached", "reached.y0", "reached.y1"] });
    expectMoments(result, "reached", 6, 4.2);
    expect(number(result, "reached.y1")).toEqual(number(result, "reached.y0"));
  });

  test("an uncertain share: beta-binomial, and what of its variance is chance", async () => {
    const written = { target: { size: "20 people" }, funnel: { reached: { as: "beta", alpha: 3, beta: 5 } } };
    const { result } = await ran(written, { outputs: ["reached"] });
    const p = 3 / 8;
    const variance = (p * (1 - p)) / 9;
    const luck = 20 * (p - variance - p * p);
    expectMoments(result, "reached", 20 * p, 400 * variance + luck);
    const { chance } = result.varianceByLevel!.completed;
    expect(Math.abs(chance.share.value - luck / (400 * variance + luck))).toBeLessThan(4 * chance.share.se);
    expect(Math.abs(chance.sd.value - Math.sqrt(luck))).toBeLessThan(4 * chance.sd.se);
  });

  test("those reached, who accept and do not drop out, are binomial altogether", async () => {
    const funnel = { reached: "80 %", accepted: "60 %", dropout: "25 %" };
    const { result } = await ran({ target: { size: "20 people" }, funnel });
    const p = 0.8 * 0.6 * 0.75;
    expectMoments(result, "completed", 20 * p, 20 * p * (1 - p));
  });

  test("cases avoided or won: binomial with the change as probability", async () => {
    const ways = [
      ["lower", { relativeReduction: "40 %" }, 0.12],
      ["lower", { relativeReduction: "-40 %" }, -0.12],
      ["lower", { points: "12 pp" }, 0.12],
      ["higher", { points: "12 pp" }, 0.12],
      ["higher", { points: "-12 pp" }, -0.12],
      ["higher", { changes: { participants: "50 %", comparison: "10 %" } }, 0.12],
    ] as const;
    const outcomes = Object.fromEntries(
      ways.map(([better, effect], k) => [
        `way${k}`,
        { title: "x", better, baseline: "30 %", effect: { ...effect, measuredOn: "everyone" as const } },
      ]),
    );
    const outputs = ways.flatMap((_, k) => [`cases.way${k}.y0`, `casesWithout.way${k}.y0`]);
    const { result } = await ran({ target: { size: "40 people" }, outcomes }, { outputs });
    for (const [k, [, effect, change]] of ways.entries()) {
      const size = Math.abs(change);
      expectMoments(result, `cases.way${k}.y0`, 40 * change, 40 * size * (1 - size));
      const without = "changes" in effect ? 0.33 : 0.3;
      expectMoments(result, `casesWithout.way${k}.y0`, 40 * without, 40 * without * (1 - without));
      // Two years, each with luck of its own.
      expectMoments(result, `cases.way${k}`, 80 * change, 80 * size * (1 - size));
    }
  });

  test("more than all cases can't be avoided, and an outcome that nobody has spares nobody", async () => {
    const outcome = (baseline: string, points: string) => ({
      title: "x",
      better: "lower" as const,
      baseline,
      effect: { points, measuredOn: "everyone" as const },
    });
    const outcomes = { most: outcome("30 %", "50 pp"), none: outcome("0 %", "10 pp") };
    const { result, columns } = await ran({ target: { size: "40 people" }, outcomes });
    expect(columns.get("cases.most")).toEqual(columns.get("casesWithout.most"));
    expect(columns.get("cases.none")!.every((x) => x === 0)).toBe(true);
    expect(result.failures.draws).toBe(0);
  });

  test("a consequence strikes each case once for all its years", async () => {
    const outcomes = {
      x: {
        title: "x",
        better: "lower" as const,
        effect: { points: "50 pp", measuredOn: "everyone" as const, buildUp: ["100 %", "0 %"] },
      },
    };
    const consequences = {
      aid: { of: "x", share: "40 %", amount: "100 kr/case/year", lasts: "3 years", gains: "municipality" },
    };
    const { result } = await ran({ target: { size: "30 people" }, outcomes, consequences });
    expectMoments(result, "net", 300 * 30 * 0.2, 300 * 300 * 30 * 0.2 * 0.8);
  });

  test("hours are not counted one by one, but those who have them are", async () => {
    const outcomes = {
      absence: {
        title: "Absence",
        better: "lower" as const,
        unit: "hours/person",
        baseline: "100 hours/person",
        effect: { relativeReduction: "25 %", measuredOn: "enrolled" as const },
      },
    };
    const written = { target: { size: "20 people" }, funnel: { reached: "30 %" }, outcomes };
    const { result } = await ran(written, { outputs: ["cases.absence.y0"] });
    expectMoments(result, "cases.absence.y0", 25 * 6, 25 * 25 * 4.2);
  });
});
