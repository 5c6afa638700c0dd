import seedrandom from "seedrandom";
import { expect, test } from "vitest";
import { calibration, type ScoredOutturn } from "../../engine/evidence/calibration/calibration.ts";
import { scoreInForecast, shareBelow } from "../../engine/evidence/calibration/scoreInForecast.ts";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import { percentileLevels } from "../../engine/result/result.ts";

const normal = (mean: number, sd: number) =>
  percentileLevels.map((level) => [level, mean + sd * normalQuantile(level / 100)] as const);

test("a normal forecast: the score is the outturn's distance in standard deviations, in the tails as well", () => {
  for (const x of [-1, 3.2, 5, 7.7, 14]) expect(scoreInForecast(normal(5, 2), x)).toBeCloseTo((x - 5) / 2, 12);
  expect(scoreInForecast(normal(5, 2), 1e9)).toBe(6);
  expect(shareBelow(0)).toBeCloseTo(0.5, 14);
  expect(shareBelow(normalQuantile(0.2))).toBeCloseTo(0.2, 13);
});

test("an outturn that is measured with an error lies in a wider forecast", () => {
  expect(scoreInForecast(normal(5, 3), 10, 4)).toBeCloseTo(5 / 5, 12);
});

test("a forecast in jumps: the middle of what lies at the outturn; none without spread", () => {
  const steps = percentileLevels.map((level) => [level, level < 25 ? 0 : level < 75 ? 1 : 2] as const);
  expect(scoreInForecast(steps, 1)).toBeCloseTo((normalQuantile(0.25) + normalQuantile(0.5)) / 2, 12);
  expect(
    scoreInForecast(
      percentileLevels.map((level) => [level, 7] as const),
      7,
    ),
  ).toBeUndefined();
});

/** Outturns whose scores are as wide as `widen`, 4 of each programme. */
function outturns(programmes: number, widen: number, bias = 0): ScoredOutturn[] {
  const random = seedrandom("outturns");
  return Array.from({ length: 4 * programmes }, (_, k) => {
    const score = bias + widen * normalQuantile(random());
    return { programme: `p${k % programmes}`, figure: "net", score, relativeError: score / 10 };
  });
}

test("intervals that are right, too narrow, and off to one side", () => {
  const right = calibration(outturns(50, 1), []);
  expect(right.enough).toBe(true);
  for (const { level, low, high } of right.coverage) {
    expect(low).toBeLessThan(level / 100);
    expect(high).toBeGreaterThan(level / 100);
  }
  expect(right.widen!.low).toBeLessThan(1);
  expect(right.widen!.high).toBeGreaterThan(1);
  const narrow = calibration(outturns(50, 2), []);
  // The root mean square of 200 scores has a standard error of 2/√400 = 0.1.
  expect(Math.abs(narrow.widen!.value - 2)).toBeLessThan(0.3);
  expect(narrow.widen!.se).toBeGreaterThan(0.05);
  expect(narrow.widen!.se).toBeLessThan(0.2);
  expect(narrow.coverage[2].high).toBeLessThan(0.9);
  const late = calibration(outturns(50, 1, -1), []);
  expect(late.bias!.high).toBeLessThan(0);
  expect(late.relativeError!.value).toBeCloseTo(late.bias!.value / 10, 12);
});

test("errors come from programmes: what moves together counts as one", () => {
  const alone = outturns(20, 1.5);
  const four = alone.flatMap((own) => Array.from({ length: 4 }, () => own));
  expect(calibration(four, []).widen!.se).toBeCloseTo(calibration(alone, []).widen!.se, 12);
});

test("few are not concluded from, and one programme gives no error", () => {
  expect(calibration(outturns(9, 1), []).enough).toBe(false);
  const one = calibration(outturns(1, 1), []);
  expect([one.bias, one.widen, one.programmes]).toEqual([undefined, undefined, 1]);
  expect(calibration([], [])).toMatchObject({ outturns: 0, coverage: [], chances: 0, reliability: [] });
});

test("chances: Brier and log score by hand, and the table of how many came true", () => {
  const chance = (programme: string, own: number, came: boolean) => ({
    programme,
    what: "gain",
    chance: own,
    came,
    draws: 1000,
  });
  const made = calibration(
    [],
    [chance("a", 0.9, true), chance("b", 0.8, false), chance("c", 0.1, false), chance("d", 0, true)],
  );
  expect(made.brier!.value).toBeCloseTo((0.01 + 0.64 + 0.01 + 1) / 4, 14);
  expect(made.logScore!.value).toBeCloseTo(
    -(Math.log(0.9) + Math.log(0.2) + Math.log(0.9) + Math.log(1 / 2000)) / 4,
    12,
  );
  expect(made.brierOfShare).toBe(0.25);
  expect(made.reliability.map(({ from, forecasts, came }) => [from, forecasts, came])).toEqual([
    [0, 2, 1],
    [0.8, 2, 1],
  ]);
  expect(made.reliability[1].meanChance).toBeCloseTo(0.85, 14);
});
