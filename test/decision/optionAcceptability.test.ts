import { describe, expect, test } from "vitest";
import { acceptabilityOutputs, optionAcceptability } from "../../engine/decision/optionAcceptability.ts";
import type { OptionAcceptability } from "../../engine/result/options.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { reference } from "../reference.ts";
import { checkedValue, resultOf } from "../scenarios/flows.ts";

/* Which of several options is best, by what a unit of an outcome without a price is worth. */

const scenario = (points: unknown, amount: string, outcome: object, options: object, more: object = {}) => ({
  format: "utfall-scenario/1",
  id: "nights",
  title: "Fewer broken nights",
  priceYear: 2025,
  discounting: "0 %/year",
  actors: { municipality: "The municipality" },
  units: { night: "night" },
  target: { size: "100 people/year" },
  outcomes: {
    nights: {
      title: "Broken nights",
      unit: "night/person/year",
      better: "lower",
      baseline: "40 night/person/year",
      effect: { points, measuredOn: "everyone" },
      ...outcome,
    },
  },
  costs: { visits: { title: "Visits", amount, paidBy: "municipality" } },
  options,
  ...more,
});

const nights = (mean: number, sd: number) => ({ mean, sd, unit: "night/person/year" });
const effectPath = "outcomes.nights.effect.points";

/** Chance that z is below, by a series good to 1e-7 (Abramowitz & Stegun 26.2.17). */
function below(z: number): number {
  if (z === Number.POSITIVE_INFINITY) return 1;
  if (z < 0) return 1 - below(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (poly * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

const valuesOf = (of: OptionAcceptability["curve"][number]["chanceBest"]) =>
  Object.fromEntries(Object.entries(of).map(([id, { value }]) => [id, value]));

describe("options whose effects are normal", () => {
  // Options share their draws: with the same z, 100 · (2 + 4z) nights for 60 000 kr, or 100 · (3 + 6z) for 150 000 kr.
  const unsure = (more: object = {}, outcome: object = {}) =>
    scenario(
      nights(2, 4),
      "60 000 kr",
      outcome,
      { dear: { set: { [effectPath]: nights(3, 6), "costs.visits.amount": "150 000 kr" } } },
      more,
    );
  const stated = { willingnessToPay: ["0 kr/night", "300 kr/night", "600 kr/night", "2 000 kr/night"] };

  test("each is best where its line is the highest", async () => {
    const { options } = await resultOf(unsure({}, stated));
    const [found] = options!.acceptability!;
    expect(found).toMatchObject({ outcome: "nights", unit: "kr/night", grid: "stated", draws: 16_384 });
    for (const { willingness, chanceBest, netBenefit, best, ahead } of found.curve) {
      expect(Object.keys(chanceBest)).toEqual(["base", "dear", "nothing"]);
      const total = Object.values(valuesOf(chanceBest)).reduce((sum, own) => sum + own, 0);
      expect(Math.abs(total - 1)).toBeLessThan(1e-12);
      const means = { base: 200 * willingness - 60_000, dear: 300 * willingness - 150_000, nothing: 0 };
      for (const [id, wanted] of Object.entries(means))
        expect(Math.abs(netBenefit[id].value - wanted)).toBeLessThanOrEqual(6 * netBenefit[id].se + 1e-6);
      const [first, second] = Object.values(means).sort((a, b) => b - a);
      expect(Math.abs(ahead.value - (first - second))).toBeLessThanOrEqual(6 * ahead.se + 1e-6);
      if (ahead.low > 0) expect(means[best as "base"]).toBe(first);
      // The file is better than nothing above one z, the dear option better than the file above another, which is the higher one.
      const [start, change] =
        willingness === 0
          ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
          : [(60_000 / (100 * willingness) - 2) / 4, (90_000 / (100 * willingness) - 1) / 2];
      const wanted = { nothing: below(start), base: below(change) - below(start), dear: 1 - below(change) };
      for (const [id, chance] of Object.entries(wanted))
        expect(Math.abs(chanceBest[id].value - chance), `${id} at ${willingness}`).toBeLessThanOrEqual(
          Math.max(5 * chanceBest[id].se, 1e-12),
        );
    }
    // At 600 kr the file is best on the mean and least often best of all: the frontier is not the highest curve.
    const { best, chanceBest, ahead } = found.curve[2];
    expect(best).toBe("base");
    expect(ahead.low).toBeGreaterThan(0);
    expect(chanceBest.base.high).toBeLessThan(Math.min(chanceBest.dear.low, chanceBest.nothing.low));
  });

  test("where a unit is worth nothing the chances are those of the net, to the bit", async () => {
    const { options } = await resultOf(unsure({}, stated));
    const [free] = options!.acceptability![0].curve;
    expect(free.chanceBest).toEqual(Object.fromEntries(options!.options.map(({ id, chanceBest }) => [id, chanceBest])));
  });

  test("whichever leads, the numbers are the same", async () => {
    const leading = async (option: string) => {
      const request = {
        ...compile(checkedValue(unsure()), { option }),
        seed: "1",
        design: "sobol",
        draws: 16_384,
      } as const;
      return (await simulate(request, inline()))!.result.options!.acceptability;
    };
    const file = await leading("base");
    expect(file).toHaveLength(1);
    expect(await leading("dear")).toEqual(file);
  });

  test("amounts by the rule are those of the file as it stands; a priced outcome has none", async () => {
    const result = await resultOf(unsure());
    const [{ grid, curve }] = result.options!.acceptability!;
    expect(grid).toBe("byRule");
    const amounts = curve.map(({ willingness }) => willingness);
    expect(amounts).toEqual(result.costEffectiveness!.nights.curve.map(({ willingness }) => willingness));
    const consequences = { sleep: { of: "nights", amount: "200 kr/night", gains: "municipality" } };
    const priced = await resultOf(unsure({ consequences }));
    expect(priced.options).toBeDefined();
    expect(priced.options!.acceptability).toBeUndefined();
  });
});

test("without spreads the best is best always, among equals the first", async () => {
  const options = {
    dear: { set: { [effectPath]: "4 night/person/year", "costs.visits.amount": "150 000 kr" } },
    same: { set: { "costs.visits.amount": "60 000 kr" } },
  };
  const willingnessToPay = ["0 kr/night", "300 kr/night", "400 kr/night", "450 kr/night", "1 000 kr/night"];
  const own = scenario("2 night/person/year", "60 000 kr", { willingnessToPay }, options);
  const [{ curve }] = (await resultOf(own)).options!.acceptability!;
  expect(curve.map(({ best, chanceBest, ahead }) => [best, chanceBest[best].value, ahead.value])).toEqual([
    ["nothing", 1, 60_000],
    ["nothing", 1, 0],
    ["base", 1, 0],
    ["base", 1, 0],
    ["dear", 1, 110_000],
  ]);
  for (const { willingness, netBenefit } of curve) {
    const wanted = { base: 200 * willingness - 60_000, dear: 400 * willingness - 150_000, nothing: 0 };
    for (const [id, value] of Object.entries(wanted))
      expect(Math.abs(netBenefit[id].value - value)).toBeLessThanOrEqual(1e-12 * 250_000);
    expect(netBenefit.same).toEqual(netBenefit.base);
  }
});

describe("the table by hand", () => {
  const [small] = reference("ceac-small").cases;
  const draws = 12 * 1024;
  // Each row as often in every block of draws as in the table.
  const column = (rows: readonly (readonly number[])[], k: number) =>
    Float64Array.from({ length: draws }, (_, draw) => rows[k][draw % 12]);
  const options = [1, 2].map((k) => ({
    id: `o${k}`,
    net: `n${k}`,
    best: `b${k}`,
    benefit: "",
    cost: "",
    returnPerKrona: "",
    effects: { case: `e${k}` },
  }));
  const willingness = small.byWtp.map(({ wtp }: { wtp: number }) => wtp);
  const request = {
    leading: "o1",
    options,
    nothing: { id: "nothing", best: "b0" },
    withoutPrice: [{ outcome: "case", net: "n1", effect: "e1", cost: "", unit: "kr/case", willingness }],
  };
  // Against doing nothing, what the first strategy does is taken off the others.
  const firstDraws = new Map(
    [1, 2].flatMap((k) => {
      const [cost, effect, none] = [column(small.cost, k), column(small.effect, k), column(small.effect, 0)];
      return [
        [`n${k}`, cost.map((own) => -own)] as const,
        [`e${k}`, effect.map((own, draw) => own - none[draw])] as const,
      ];
    }),
  );

  test("what each option comes to beyond the first", () => {
    const [{ curve }] = optionAcceptability(request, firstDraws, 4, {});
    curve.forEach(({ netBenefit, chanceBest, best, ahead }, at) => {
      const { meanNetBenefit: mean, ceacFirstWins: chances, optimal, optimalTie } = small.byWtp[at];
      for (const k of [1, 2]) expect(netBenefit[`o${k}`].value).toBeCloseTo(mean[k] - mean[0], 10);
      for (const [k, id] of ["nothing", "o1", "o2"].entries())
        expect(chanceBest[id].value, `${id} at ${at}`).toBeCloseTo(chances[k], 12);
      const sorted = [...mean].sort((a: number, b: number) => b - a);
      expect(ahead.value).toBeCloseTo(sorted[0] - sorted[1], 10);
      if (!optimalTie) expect(best).toBe(["nothing", "o1", "o2"][optimal]);
    });
  });

  test("a draw without an answer counts for no option; an option without the outcome is left out", () => {
    const failed = new Map(
      [...firstDraws].map(([id, own]) => [id, own.map((x, draw) => (draw < 12 ? Number.NaN : x))]),
    );
    const [whole] = optionAcceptability(request, firstDraws, 4, {});
    const [parted] = optionAcceptability(request, failed, 4, {});
    expect(parted.curve[3].chanceBest.o1.value).toBeCloseTo(whole.curve[3].chanceBest.o1.value, 12);
    const without = { ...request, options: [options[0], { ...options[1], effects: {} }] };
    const [left] = optionAcceptability(without, firstDraws, 4, {});
    expect(Object.keys(left.curve[0].chanceBest)).toEqual(["o1", "nothing"]);
    expect(acceptabilityOutputs(without)).toEqual(["n1", "e1"]);
    expect(acceptabilityOutputs({ ...without, withoutPrice: undefined })).toEqual([]);
  });
});
