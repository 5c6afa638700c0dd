import { expect, test } from "vitest";
import { describeChecked } from "../../../engine/distributions/describeChecked.ts";
import type { DistributionSpec } from "../../../engine/distributions/index.ts";
import { UtfallError } from "../../../engine/issues.ts";
import type { LearntRow } from "../../../engine/result/update.ts";
import { inline } from "../../../engine/run/inline.ts";
import { simulate } from "../../../engine/simulate.ts";
import { checkValue } from "../../../scenarios/check.ts";
import { compile } from "../../../scenarios/compile/index.ts";
import { checkObserved } from "../../../scenarios/observed/check.ts";
import type { NamedObserved } from "../../../scenarios/observed/merge.ts";
import { updateForecast } from "../../../scenarios/updating/updateForecast.ts";

/* A programme small enough for every posterior to be known by hand: each observation is conjugate to one assumption. */

const outcome = checkValue({
  format: "utfall-scenario/1",
  id: "small",
  title: "Small programme",
  priceYear: 2025,
  programme: { years: 2 },
  horizon: "3 years",
  discounting: "3 %/year",
  actors: { municipality: "The municipality" },
  target: { size: { as: "gamma", alpha: 40, beta: 0.4, unit: "people/year" } },
  funnel: { accepted: { as: "beta", alpha: 6, beta: 4, unit: "share" }, dropout: "10 %" },
  outcomes: {
    relapse: {
      title: "Relapse",
      better: "lower",
      baseline: "40 %",
      effect: { points: { mean: "10 %", sd: "5 %" }, measuredOn: "enrolled" },
    },
  },
  consequences: { care: { title: "Care", of: "relapse", amount: "200 000 kr/case/year", gains: "municipality" } },
  costs: {
    team: { title: "Team", amount: { mean: 1_000_000, sd: 100_000, unit: "kr/year" }, paidBy: "municipality" },
    rent: { title: "Rent", amount: "100 000 kr/year", paidBy: "municipality" },
  },
  criteria: { gain: { title: "Gain", test: "net > 0 kr" } },
});
if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
const { scenario } = outcome;

function followUp(file: string, text: string): NamedObserved {
  const read = checkObserved(`format: utfall-observed/1\nscenario: small\n${text}`, file, scenario);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return { file, observed: read.observed };
}

const how = { scenario, seed: "1", design: "sobol", draws: 16_384 } as const;
const update = async (followUps: readonly NamedObserved[], more = {}) =>
  (await updateForecast({ ...how, followUps, ...more }, inline()))!.result;

const first = followUp(
  "one.yaml",
  "through: 1 year\npeople: { everyone: [110], enrolled: [77] }\ncosts: { team: { amount: 1.2 mnkr, se: 50 000 kr } }\n",
);
const second = followUp(
  "two.yaml",
  "through: 2 years\noutcomes: { relapse: { net: { mean: 16 %, se: 4 % } } }\nprocessMeasures: { visits: { title: Visits, plan: 120, actual: 96, planInAll: 240 } }\n",
);
const both = await update([first, second]);

/** Normal with a normal observation of standard error se. */
function normalAfter(mean: number, sd: number, seen: number, se: number): DistributionSpec {
  const [before, data] = [1 / (sd * sd), 1 / (se * se)];
  return {
    family: "normal",
    parameters: { mean: (mean * before + seen * data) / (before + data), sd: Math.sqrt(1 / (before + data)) },
  };
}

const posteriors: Readonly<Record<string, DistributionSpec>> = {
  "small/target.size": { family: "gamma", parameters: { alpha: 40 + 110, beta: 0.4 + 1 } },
  "small/funnel.accepted": { family: "beta", parameters: { alpha: 6 + 77, beta: 4 + 33 } },
  "small/outcomes.relapse.effect.points": normalAfter(0.1, 0.05, 0.16, 0.04),
  "small/costs.team.amount": normalAfter(1e6, 1e5, 1.2e6, 5e4),
};

test.each(Object.entries(posteriors))("%s: the closed form, within error", (path, spec) => {
  const row = both.update!.learnt.find(({ input }) => input === path) as LearntRow;
  const known = describeChecked(spec);
  for (const [figure, exact] of [
    [row.after.mean, known.mean],
    [row.after.sd, Math.sqrt(known.variance)],
    [row.after.low, known.quantile(0.05)],
    [row.after.high, known.quantile(0.95)],
  ] as const) {
    expect(figure.se).toBeLessThan(0.05 * Math.sqrt(known.variance));
    expect(Math.abs(figure.value - exact)).toBeLessThan(4.5 * figure.se);
  }
});

test("the draws are worth more than half of their number, and what is known by hand is told", () => {
  const { effective, whole, processMeasures, seen, months } = both.update!;
  expect(effective.of).toBe(16_384);
  expect(effective.draws).toBeGreaterThan(8_192);
  expect(months).toBe(24);
  expect(processMeasures).toEqual([
    { id: "visits", title: { en: "Visits" }, plan: 120, actual: 96, whole: { plan: 240, projected: 192 } },
  ]);
  // Year 1 of the team is left: what was paid, and as much as is now believed.
  const team = whole.find(({ what }) => what === "team")!;
  const left = normalAfter(1e6, 1e5, 1.2e6, 5e4).parameters.mean as number;
  expect(Math.abs(team.after.mean.value - (1.2e6 + left))).toBeLessThan(4.5 * team.after.mean.se);
  const everyone = whole.find(({ what }) => what === "everyone")!;
  expect(Math.abs(everyone.after.mean.value - (110 + 150 / 1.4))).toBeLessThan(4.5 * everyone.after.mean.se);
  // (110 − 100)/√(100/0.4 + 100): what was seen beside what its forecast and luck leave room for.
  expect(seen.find(({ key }) => key === "people.everyone.y0")!.away).toBeCloseTo(10 / Math.sqrt(350), 2);
});

test("one follow-up after the other gives the same bits as both at once, and leaves a trail", async () => {
  const one = await update([first]);
  const then = await update([first, second], { trail: one.update!.trail });
  const { trail, ...rest } = then.update!;
  const { trail: trailOfBoth, ...restOfBoth } = both.update!;
  expect(JSON.stringify({ ...then, update: rest })).toBe(JSON.stringify({ ...both, update: restOfBoth }));
  expect([trail.length, trailOfBoth.length]).toEqual([2, 1]);
  expect(trail[0].followUps[0].holds).toEqual(["people.everyone.y0", "people.enrolled.y0", "costs.team.y0"]);
  expect(trail[1].chance.before).toEqual(trail[0].chance.after);
  expect(trail[1].chance.after).toEqual(both.criteria.success.probability);
  expect(trailOfBoth[0].chance.before).toEqual(trail[0].chance.before);
  expect(await update([second, first])).toMatchObject({ outputs: both.outputs });
});

test("where nothing is learnt every figure is that of the forecast, to the bit", async () => {
  const plain = (await simulate({ ...how, ...compile(scenario) }, inline()))!.result;
  const none = await update([
    followUp("none.yaml", "through: 1 year\nprocessMeasures: { visits: { plan: 120, actual: 96 } }\n"),
  ]);
  expect(JSON.stringify(none.outputs)).toBe(JSON.stringify(plain.outputs));
  expect(none.criteria).toEqual(plain.criteria);
  expect(none.update).toMatchObject({ learnt: [], seen: [], effective: { draws: 16_384 } });
});

test("what was certain teaches nothing, and is told where it came out otherwise", async () => {
  const certain = await update([followUp("rent.yaml", "through: 1 year\ncosts: { rent: 150 000 kr }\n")]);
  expect(certain.warnings.map(({ code, path }) => [code, path])).toContainEqual(["updateCertain", "costs.rent.y0"]);
  expect(certain.update!.learnt).toEqual([]);
});

test("follow-ups that say the same thing: the one that goes further holds; of two up to the same time neither", async () => {
  const later = followUp("later.yaml", "through: 18 months\npeople: { everyone: [112, 50] }\n");
  const replaced = await update([first, later]);
  expect(replaced.update!.seen.filter(({ what }) => what === "everyone").map(({ actual }) => actual)).toEqual([
    112, 50,
  ]);
  expect(replaced.warnings.map(({ code }) => code)).toContain("observedReplaced");
  // Half of the second year had passed.
  expect(replaced.update!.seen.find(({ key }) => key === "people.everyone.y1")!.before.mean.value).toBeCloseTo(50, 0);
  const other = followUp("other.yaml", "through: 1 year\npeople: { everyone: [90] }\n");
  await expect(update([first, other])).rejects.toThrow(UtfallError);
});
