import { expect, describe as group, test } from "vitest";
import { type Described, describe } from "../../engine/distributions/index.ts";
import type { Explanation } from "../../report/explain/explanation.ts";
import { writtenIn } from "../../report/explain/format.ts";
import { explanationSvg, explanationText } from "../../report/explain/index.ts";
import { atomsOf, cutOf, massBetween, shownRange, spreadOf } from "../../report/explain/spread.ts";
import { axis, blocks, cdfHeights, densityHeights } from "../../report/explain/terminalPlot.ts";

const normal = describe({ family: "normal", parameters: { mean: 10, sd: 2 } });

/** 0, 1, 2 or 3 with chances 1/8, 3/8, 3/8, 1/8: three throws of a coin. */
const chances = [0.125, 0.375, 0.375, 0.125];
const cdf = (x: number) => chances.reduce((sum, chance, k) => (k <= x ? sum + chance : sum), 0);
const coins = {
  ...normal,
  support: [0, 3],
  cdf,
  upper: (x: number) => 1 - cdf(x),
  quantile: (u: number) => chances.findIndex((_, k) => cdf(k) >= u),
  upperQuantile: (q: number) => chances.findIndex((_, k) => 1 - cdf(k) <= q),
  mean: 1.5,
  variance: 0.75,
  skewness: 0,
} as unknown as Described;

const salary: Explanation = {
  place: "costs.team.post.salary",
  input: "school/costs.team.post.salary",
  title: { en: "Cost: Team, salary", sv: "Kostnad: Team, lön" },
  written: { en: "as written", sv: "som skrivet" },
  unit: "kr/month",
  scale: 12,
  at: { file: "a.yaml", line: 7, column: 3 },
  lines: [{ number: 7, text: `    post: { salary: { low: 37 000, ${"x".repeat(90)} }` }],
  source: { en: "Register", sv: "Register" },
  evidence: "data",
  notes: [],
  spec: { family: "triangular", parameters: { low: 444_000, best: 456_000, high: 468_000 } },
  parts: [],
};
const share: Explanation = {
  ...salary,
  unit: "share",
  scale: 1,
  spec: { family: "normal", parameters: { mean: 0.12, sd: 0.1 }, min: 0, max: 0.8 },
};

group("numbers", () => {
  test("are those of the distribution", () => {
    const spread = spreadOf(normal);
    expect(spread).toMatchObject({ mean: 10, sd: 2, skewness: 0, ends: [null, null] });
    expect(spread.percentiles[5]).toBeCloseTo(10 - 2 * 1.6448536269514722, 9);
    expect(spread.percentiles[99]).toBeCloseTo(10 + 2 * 2.3263478740408408, 9);
    expect(spread.thousandth[1]).toBeCloseTo(10 + 2 * 3.090232306167813, 9);
    expect(spread.chanceBelowZero).toBeCloseTo(2.866515718791939e-7, 15);
  });

  test("leave out moments that do not exist", () => {
    const spread = spreadOf(describe({ family: "cauchy", parameters: { location: 0, scale: 1 } }));
    expect(spread).not.toHaveProperty("sd");
    expect(JSON.stringify(spread)).not.toMatch(/NaN|null,null,/);
  });

  test("say what a cut takes away, and what was before it", () => {
    const { after, before, below, above } = cutOf(share.spec!);
    expect(below).toBeCloseTo(0.11506967022170828, 12);
    expect(above).toBeLessThan(1e-11);
    expect(before?.mean).toBe(0.12);
    // Mean of a normal cut at zero: m + s·φ(a)/Φ(a), a = m/s.
    expect(after.mean).toBeCloseTo(0.12 + 0.1 * (0.19418605498321298 / 0.8849303297782918), 9);
  });

  test("in the unit of the file, without noughts that say nothing", () => {
    expect(writtenIn("kr/month", 12, "en").full(456_000)).toBe("38,000\u00a0kr per month");
    expect(writtenIn("kr/month", 12, "sv").bare(4_536)).toBe("378");
    expect(writtenIn("share", 1, "sv").full(-0.4)).toBe("−40\u00a0%");
    expect(writtenIn("%/year", 1, "sv").full(0.035)).toBe("3,5\u00a0%\u00a0per år");
    expect(writtenIn("tkr", 1000, "sv").bare(1_234_500)).toBe("1\u00a0235");
  });
});

group("plots", () => {
  test("blocks rise in eighths", () => {
    expect(blocks([0, 0.5, 1], 2)).toEqual(["  █", " ██"]);
    expect(blocks([1 / 16, 3 / 4], 2)).toEqual([" ▄", "▁█"]);
  });

  test("the density of a normal is even and highest in the middle, its distribution function rises to nearly one", () => {
    const heights = densityHeights(normal, 40);
    for (const [k, height] of heights.entries()) expect(height).toBeCloseTo(heights[39 - k], 8);
    expect(Math.max(...heights)).toBe(1);
    expect(heights[19]).toBeCloseTo(1, 8);
    const rising = cdfHeights(normal, 40);
    expect(rising.every((height, k) => k === 0 || height > rising[k - 1])).toBe(true);
    expect(rising[39]).toBeCloseTo(0.998, 9);
  });

  test("single values are found with their chances, and only those", () => {
    expect(atomsOf(coins)?.map(({ value }) => value)).toEqual([0, 1, 2, 3]);
    for (const { value, chance } of atomsOf(coins)!) expect(chance).toBeCloseTo(chances[value], 12);
    expect(atomsOf(normal)).toBeUndefined();
    const heights = densityHeights(coins, 31);
    expect(heights.filter((height) => height > 0)).toHaveLength(4);
  });

  test("chances between two points do not cancel in the tails", () => {
    expect(massBetween(normal, 26, 28) / 6.220960574271819e-16).toBeCloseTo(1, 3);
  });

  test("a range shows the ends where they are near", () => {
    expect(shownRange(describe(salary.spec!))).toEqual([444_000, 468_000]);
    const [low] = shownRange(normal);
    expect(low).toBeCloseTo(10 - 2 * 2.8781617390954826, 6);
  });

  test("an axis as wide as its plot; too narrow for three labels, it has two", () => {
    expect(axis(["0", "5", "10"], 20)).toBe("0         5       10");
    expect(axis(["100 000", "150 000", "200 000"], 18)).toBe("100 000    200 000");
  });
});

group("the text", () => {
  test.each(["en", "sv"] as const)("%s: 80 columns at most, and everything in it", (language) => {
    for (const explanation of [salary, share]) {
      const text = explanationText(explanation, language);
      for (const line of text.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
      expect(text).toContain("a.yaml:7:3");
      expect(text).toContain("school/costs.team.post.salary");
      expect(text).not.toMatch(/undefined|NaN|\?/);
    }
    expect(explanationText(share, language)).toContain(language === "en" ? "before the cut" : "före avgränsningen");
    expect(explanationText(salary, language)).toMatch(/38.000/);
  });

  test("counts, lists of numbers and mixtures", () => {
    const posts: Explanation = { ...salary, unit: "", scale: 1, spec: { family: "poisson", parameters: { mean: 3 } } };
    expect(explanationText(posts, "en")).toMatch(/Chance of each value[\s\S]*mean +3\n/);
    const pert = { family: "pert", parameters: { low: 1200, best: 2400, high: 3600, weight: 4 } } as const;
    const mixture: Explanation = {
      ...salary,
      spec: { family: "mixture", parameters: {}, lists: { weights: [1, 1] }, parts: [pert, pert] },
    };
    expect(explanationText(mixture, "sv")).toContain("pert (low 100; best 200; high 300; weight 4)");
  });

  test("parts, a formula, a certain number", () => {
    const { spec: _, ...rest } = salary;
    const formula: Explanation = {
      ...rest,
      formula: "reach * size",
      parts: [{ ...salary, place: "size", title: salary.title, value: 1200 }],
    };
    expect(explanationText(formula, "en")).toMatch(/Calculated: reach \* size[\s\S]*size: 100\u00a0kr per month/);
    expect(explanationText({ ...rest, value: 12 }, "sv")).toContain("Ett säkert tal: 1\u00a0kr per månad");
  });
});

group("the picture", () => {
  test.each(["en", "sv"] as const)("%s: one SVG that asks for nothing", (language) => {
    for (const explanation of [salary, share]) {
      const svg = explanationSvg(explanation, language);
      expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
      expect(svg).not.toMatch(/NaN|undefined|href|url\(|<script/);
      const numbers = [...svg.matchAll(/points="([^"]+)"/g)].flatMap(([, points]) => points.split(/[ ,]/).map(Number));
      expect(numbers.every((number) => number >= 0 && number <= 640)).toBe(true);
    }
    expect(explanationSvg(share, language)).toContain("stroke-dasharray");
  });
});
