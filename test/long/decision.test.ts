import { expect, test } from "vitest";
import { erf } from "../../engine/numeric/errorFunction.ts";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import type { Figure } from "../../engine/result/estimate.ts";
import { inline } from "../../engine/run/inline.ts";
import { type GapStep, gap } from "../../engine/sensitivity/gap.ts";
import { oneWay } from "../../engine/sensitivity/oneWay.ts";
import { sampleOf, studyOf } from "../../engine/sensitivity/study.ts";
import { target } from "../../engine/sensitivity/target.ts";
import { normal, testFunction } from "../models/testFunctions.ts";
import { lines } from "../sensitivity/lines.ts";

const seeds = 400;
const phi = (z: number): number => (1 + erf(z / Math.SQRT2)) / 2;

/** By name: in how many samples the interval holds the truth. */
class Held {
  private readonly counts = new Map<string, number>();

  add(name: string, { low, high }: Figure, truth: number): void {
    // Where draws have everything in common there is no error but that of rounding.
    const rounding = 1e-9 * Math.max(1, Math.abs(truth));
    const holds = low - rounding <= truth && truth <= high + rounding;
    this.counts.set(name, (this.counts.get(name) ?? 0) + (holds ? 1 : 0));
  }

  check(fewest: number, most: number, exactly: readonly string[] = []): void {
    for (const [name, count] of this.counts) {
      expect(count, name).toBeGreaterThanOrEqual(fewest);
      expect(count, name).toBeLessThanOrEqual(exactly.includes(name) ? seeds : most);
    }
  }
}

test.each(["plain", "sobol"] as const)("one at a time, design %s", async (design) => {
  const held = new Held();
  const product = testFunction([normal(3, 1), normal(2, 0.5)], (b, [x, z]) => b.multiply(x, z));
  for (let seed = 0; seed < seeds; seed++) {
    const options = { draws: 2048, levels: [] };
    const [y, positive] = (await oneWay(lines({ seed: `${seed}`, design }), options))!;
    const at = (input: string) =>
      (y.more!.values as { input: string; low: number; high: number }[]).find((own) => own.input === input)!;
    const figures = (of: typeof y, input: string) => of.rows.find(({ inputs }) => inputs[0] === input)!.figures;
    const [a, b] = [at("m/a"), at("m/b")];
    held.add("mean where a is low", figures(y, "m/a").low, 2 * a.low - 4);
    held.add("mean where b is high", figures(y, "m/b").high, 3 * b.high - 4);
    const ofA = (x: number) => 1 - (10 - 2 * x) / 12;
    const ofB = (x: number) => phi((3 * x - 4) / 1);
    held.add("chance where a is low", figures(positive, "m/a").low, ofA(a.low));
    held.add("chance where a is high", figures(positive, "m/a").high, ofA(a.high));
    held.add("swing of the chance by a", figures(positive, "m/a").swing, ofA(a.high) - ofA(a.low));
    held.add("swing of the chance by b (edge)", figures(positive, "m/b").swing, ofB(b.high) - ofB(b.low));
    const study = studyOf({ ...product, seed: `${seed}`, design, draws: 2048, outputs: ["y"] }, inline());
    const [multiplied] = (await oneWay(study, options))!;
    const values = (multiplied.more!.values as { input: string; low: number; high: number }[])[0];
    held.add("swing of a product", figures(multiplied, "x1").swing, 2 * (values.high - values.low));
  }
  // Even points tell a mean better than their replicates' spread says, and never worse.
  held.check(360, design === "plain" ? 396 : seeds, ["swing of the chance by b (edge)"]);
});

test("known to be low or high", async () => {
  const held = new Held();
  const z = normalQuantile(0.9);
  const beyond = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / 0.1;
  // Means of P(b > (10 − 2a)/3) over the lowest tenth of a, and the highest: linear in a, never at an end.
  const ofA = (x: number) => 1 - (10 - 2 * x) / 12;
  const points = Array.from({ length: 1000 }, (_, i) => (0.4 * (i + 0.5)) / 1000);
  const lowB = points.reduce((sum, b) => sum + phi(3 * b - 4), 0) / 1000;
  for (let seed = 0; seed < seeds; seed++) {
    const sample = (await sampleOf(
      lines({ seed: `${seed}`, design: "plain", outputs: ["y", "positive", "turned"] }),
      8192,
    ))!;
    const [y, positive, turned] = target(sample);
    const figures = (of: typeof y, input: string) => of.rows.find(({ inputs }) => inputs[0] === input)!.figures;
    const [a, b, chance] = [figures(y, "m/a"), figures(y, "m/b"), figures(positive, "m/a")];
    held.add("low a", a.low, 2 - beyond);
    held.add("high a", a.high, 2 + beyond);
    held.add("difference by a", a.difference, 2 * beyond);
    held.add("low b", b.low, 2 - 3 * 1.8);
    held.add("difference by b", b.difference, 3 * 3.6);
    // 1 − E(b − 2)² over 0 … 0.4.
    held.add("a curve in b, low b", figures(turned, "m/b").low, 1 - (8 - 1.6 ** 3) / 1.2);
    held.add("chance, low b", figures(positive, "m/b").low, lowB);
    held.add("chance, low a", chance.low, ofA(3 - beyond / 2));
    held.add("chance, high a", chance.high, ofA(3 + beyond / 2));
    held.add("chance, difference by a", chance.difference, beyond / 6);
    // Where b is above 3.6, y is positive but for a below −0.4.
    held.add("chance, high b (edge)", figures(positive, "m/b").high, 1);
  }
  held.check(360, 396, ["chance, high b (edge)"]);
});

test("from best guess to mean", async () => {
  const held = new Held();
  const model = testFunction(
    [normal(2, 1), normal(3, 2), normal(1, 2)],
    (b, [x, y, z]) => b.add(b.multiply(x, y), b.multiply(z, z)),
    [{ between: ["x1", "x2"], correlation: 0.6 }],
  );
  for (let seed = 0; seed < seeds; seed++) {
    const study = studyOf({ ...model, seed: `${seed}`, design: "plain", draws: 4096, outputs: ["y"] }, inline());
    const [{ rows, more }] = (await gap(study))!;
    const truths = { bestGuess: 7, asymmetry: 0, alone: 4, together: 0, correlation: 1.2, mean: 12.2 };
    for (const { step, figure } of more!.steps as GapStep[]) held.add(step, figure, truths[step]);
    held.add("alone, x3", rows.find(({ inputs }) => inputs[0] === "x3")!.figures.alone, 4);
  }
  held.check(360, 396, ["bestGuess", "asymmetry"]);
});
