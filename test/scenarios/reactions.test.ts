import { describe, expect, test } from "vitest";
import { inline, simulate } from "../../engine/index.ts";
import type { Figure } from "../../engine/result/result.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { differences, planOf } from "../kernel/sameBits.ts";
import { evaluate } from "../model/evaluate.ts";

type Content = Readonly<Record<string, unknown>>;

/** Three years, eight cases a year of 1,000 kr each, and a team. */
const small: Content = {
  format: "utfall-scenario/1",
  id: "a",
  title: "A",
  priceYear: 2025,
  programme: { years: 3 },
  horizon: "4 years",
  discounting: "0 %/year",
  actors: { town: "Town", state: "State" },
  perspective: "town",
  target: { size: "100 people/year" },
  outcomes: {
    x: {
      title: "X",
      better: "lower",
      baseline: "40 %",
      effect: { changes: { participants: "-30 %", comparison: "-10 %" }, measuredOn: "enrolled" },
      measurement: { sd: "10 %" },
    },
  },
  consequences: { spared: { title: "S", of: "x", amount: "1000 kr/case", gains: "town", cashable: "100 %" } },
  costs: { team: { title: "Team", amount: "12 000 kr/year", paidBy: "town" } },
};

const hits = { "outcomes.x.effect": { times: "150 %" } };
const cost = { amount: "1000 kr/year", paidBy: "town" };
const follows = "then";
const more = (rule: object, change: object = { intensify: { hits, cost } }) => ({
  look: "1 year",
  if: "observed.x < 15 %",
  [follows]: change,
  ...rule,
});

function compiled(content: Content, outputs: readonly string[] = []) {
  const outcome = checkValue({ ...small, ...content });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return compile(outcome.scenario, { outputs });
}

function values(content: Content, outputs: readonly string[], inputs: Readonly<Record<string, number>> = {}) {
  const { graph, data } = compiled(content, outputs);
  return evaluate(graph, data, Object.fromEntries(graph.inputs.map(({ path }) => [path, inputs[path] ?? 0])));
}

describe("a programme that is changed on the way", () => {
  const seen = ["withStops/cases.x", "withStops/cost.town", "reacted.weak", "withStops/cost.weak.town.y1"];
  const at = (rules: Content, noise: readonly number[], outputs: readonly string[] = seen) => {
    const got = values(
      { stopRules: rules },
      outputs,
      Object.fromEntries(noise.map((z, y) => [`a/observed.x.y${y}`, z])),
    );
    return outputs.map((id) => Math.round(got[id] * 1e9) / 1e9);
  };

  test("numbers are struck from the look on, after the notice; a year under way by its part", () => {
    expect(at({ weak: more({}) }, [-2])).toEqual([8 + 12 + 12, 38_000, 1, 1000]);
    expect(at({ weak: more({}) }, [2])).toEqual([24, 36_000, 0, 0]);
    expect(at({ weak: more({ notice: "9 months" }) }, [-2])).toEqual([8 + 9 + 12, 36_000 + 1250, 1, 250]);
    const once = {
      supplement: { hits: { "costs.team": { plus: "600 kr/year" } }, cost: { amount: "70 kr", paidBy: "town" } },
    };
    expect(at({ weak: more({ look: "18 months", if: "observed.x < 15 %" }, once) }, [0, -3])).toEqual([
      24,
      36_000 + 900 + 70,
      1,
      70,
    ]);
  });

  test("a rule changes something once, or at every look", () => {
    const look = { look: ["1 year", "2 years"], if: "observed.x < 35 %" };
    expect(at({ weak: more(look) }, [0, 0])).toEqual([8 + 12 + 12, 38_000, 1, 1000]);
    expect(at({ weak: more({ ...look, each: "yes" }) }, [0, 0])).toEqual([8 + 12 + 18, 39_000, 1, 1000]);
  });

  test("a later look sees the world as it has become, and of the year under way what has passed", () => {
    const late = { look: "2 years", if: "observed.x < 25 %" };
    const fired = (rules: Content, noise: readonly number[], of = ["stopped.late"]) => at(rules, noise, of);
    expect(fired({ weak: more({}), late }, [-2, 0])).toEqual([0]);
    expect(fired({ weak: more({}), late }, [2, 0])).toEqual([1]);
    // Intensified after 15 months: of the half-year that is seen after 18 months a half is, 20 % · 1.25.
    const soon = (limit: string) => ({
      weak: more({ notice: "3 months" }),
      late: { look: "18 months", if: `observed.x < ${limit}` },
    });
    expect(fired(soon("24.9 %"), [-2, 0])).toEqual([0]);
    expect(fired(soon("25.1 %"), [-2, 0])).toEqual([1]);
  });

  test("once it is stopped nothing changes, and costs of the change end with it", () => {
    const stop = { look: "1 year", if: "observed.x < 5 %", notice: "6 months" };
    const late = more({ look: "18 months" });
    expect(at({ stop, weak: late }, [-2, -3])).toEqual([8 + 4, 18_000, 0, 0]);
    expect(at({ weak: more({}), stop }, [-2, -3])).toEqual([8 + 6, 18_500, 1, 500]);
    expect(at({ stop, weak: more({}) }, [-2, -3])).toEqual([8 + 4, 18_000, 0, 0]);
  });

  test("a rule that never fires changes nothing, to the bit", () => {
    const stopRules = { weak: more({ look: "every 6 months", if: "observed.x < -9000 %" }) };
    const plain = compiled({ stopRules });
    const own = plain.graph.outputs.filter(({ id }) =>
      /^(pv|net|cost|benefit|balance|cases|enrolled|improvement|cumulative)[^/]*$/.test(id),
    );
    const got = values(
      { stopRules },
      own.map(({ id }) => `withStops/${id}`),
      { "a/observed.x.y0": -3 },
    );
    expect(own.length).toBeGreaterThan(20);
    for (const { id } of own) expect(Object.is(got[`withStops/${id}`], got[id]), id).toBe(true);
    const before = values({}, []);
    for (const [id, value] of Object.entries(before)) expect(Object.is(got[id], value), id).toBe(true);
  });
});

/** Φ, to about 1e-13. */
const phi = (z: number): number => {
  const steps = 4000;
  const width = (z + 12) / steps;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(-12) + density(z);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density(-12 + i * width);
  return (sum * width) / 3;
};

test("what it is worth is a mixture by normal chances, and the interpreter says the same as the kernel", async () => {
  const late = { look: "2 years", if: "observed.x < 25 %" };
  const run = compiled({ stopRules: { weak: more({}), late } });
  const request = { ...run, seed: "reactions", design: "sobol" as const, draws: 16_384 };
  const got = (await simulate(request, inline()))!.result.stopRules!;
  const within = (figure: Figure, wanted: number, scale = Math.max(1, Math.abs(wanted))) =>
    expect(Math.abs(figure.value - wanted), `${figure.value} ± ${figure.se} against ${wanted}`).toBeLessThan(
      4.5 * figure.se + 2e-4 * scale,
    );
  const [p, q] = [phi(-0.5), phi(0.5)];
  const { reactions, families, changed, decisions, value, rules } = got;
  within(decisions[0].fired, p);
  // Two years with half as much more effect, 2 · 4,000, for 2 · 1,000 kr; each stopped year spares 12,000 − 8,000, or 13,000 − 12,000.
  within(changed!, p * 6000);
  within(got.stopped, p * p + q * q);
  const all = p * (6000 + p * 1000) + q * q * 4000;
  within(value, all);
  within(rules[0].value, all - p * 6000);
  const [weak] = reactions!;
  expect(weak).toMatchObject({ rule: "weak", how: "intensify" });
  within(weak.reacted, p);
  within(weak.value, all - q * 4000);
  within(weak.cost, p * (2000 - p * 13_000) - q * q * 12_000 + q * 12_000);
  // Without the stop the change alone is left.
  const [{ never, rows }] = families;
  expect(never).toEqual({ stopped: { ...never!.stopped, value: 0 }, value: changed });
  expect(rows[4].value).toEqual(value);
  const plan = planOf({ design: "plain", seed: "bits" });
  expect(differences(run, plan, [0])).toEqual([]);
});
