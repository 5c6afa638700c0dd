import { describe, expect, test } from "vitest";
import { twoSampleDistance } from "../../engine/evidence/sample/kolmogorov.ts";
import type { RegionalInput } from "../../engine/sensitivity/regional.ts";
import { regional } from "../../engine/sensitivity/regional.ts";
import { sampleOf } from "./regions.ts";

const figureOf = (analysis: ReturnType<typeof regional>[number], input: string) =>
  analysis.rows.find(({ inputs }) => inputs[0] === input)!.figures.distance;

describe("regional sensitivity", () => {
  test("the distance is that of the two samples, and where it is largest", () => {
    const sample = sampleOf(1, 4096, ["a", "b"], "chance", ([a, b]) => (a + 0.3 * b < 0.3 ? 0 : 1));
    const [analysis] = regional(sample);
    const { values } = sample.outputs[0];
    for (const { name, values: own } of sample.inputs) {
      const part = (met: number) => own.filter((_, d) => values[d] === met).sort();
      expect(figureOf(analysis, name).value).toBeCloseTo(twoSampleDistance(part(0), part(1)), 12);
    }
    expect(analysis.rows.map(({ inputs }) => inputs[0])).toEqual(["a", "b"]);
    expect((analysis.more!.inputs as RegionalInput[])[0]).toMatchObject({ input: "a", lies: "lower" });
    expect(analysis.more!.outcomes).toBe("failure");
  });

  test("an input that settles the outcome alone, and one that has nothing to do with it", () => {
    const [{ rows, more }] = regional(sampleOf(2, 4096, ["idle", "a"], "chance", ([, a]) => (a < 0.25 ? 0 : 1)));
    expect(rows[0].inputs).toEqual(["a"]);
    expect(rows[0].figures.distance).toEqual({ value: 1, se: 0, low: 1, high: 1 });
    expect((more!.inputs as RegionalInput[])[0].at).toBeCloseTo(0.25, 2);
    expect(rows[1].indistinct).toEqual(["distance"]);
    expect(rows[1].figures.distance.low).toBe(0);
    expect(more!.noiseFloor).toBeCloseTo(1.3581 / Math.sqrt(4096 * 0.25 * 0.75), 2);
  });

  test("in 360 to 396 of 400 samples the interval holds the true distance; at least 360 where it is 0", () => {
    let [strong, weak, none] = [0, 0, 0];
    // Failing where a < 0.3 with probability 0.6, else 0.2: F of a differs most at 0.3. b matters a little in the same way.
    const [pFail, qFail] = [0.3 * 0.6 + 0.7 * 0.2, 0.3 * 0.4 + 0.7 * 0.8];
    const truth = (0.3 * 0.6) / pFail - (0.3 * 0.4) / qFail;
    // Failing with probability 0.3 + 0.5·(b − ½): the distribution functions differ most at ½.
    const small = 0.0875 / 0.3 - 0.4125 / 0.7;
    for (let seed = 0; seed < 400; seed++) {
      const first = sampleOf(seed, 512, ["a", "idle", "u"], "chance", ([a, , u]) =>
        u < (a < 0.3 ? 0.6 : 0.2) ? 0 : 1,
      );
      const [analysis] = regional({ ...first, inputs: first.inputs.slice(0, 2) });
      const a = figureOf(analysis, "a");
      if (a.low <= truth && truth <= a.high) strong++;
      if (figureOf(analysis, "idle").low === 0) none++;
      const second = sampleOf(seed + 1000, 512, ["b", "u"], "chance", ([b, u]) => (u < 0.3 + 0.5 * (b - 0.5) ? 0 : 1));
      const [other] = regional({ ...second, inputs: second.inputs.slice(0, 1) });
      const b = figureOf(other, "b");
      if (b.low <= -small && -small <= b.high) weak++;
    }
    expect(strong).toBeGreaterThanOrEqual(360);
    expect(strong).toBeLessThanOrEqual(396);
    expect(weak).toBeGreaterThanOrEqual(360);
    expect(weak).toBeLessThanOrEqual(396);
    expect(none).toBeGreaterThanOrEqual(360);
  });

  test("a number is divided at its lowest tenth, or where asked", () => {
    const sample = sampleOf(3, 4096, ["a", "b"], "number", ([a, b]) => 100 * a + b);
    const [analysis] = regional(sample);
    expect(analysis.more).toMatchObject({ outcomes: "low" });
    expect(Math.abs((analysis.more!.threshold as number) - 10.5)).toBeLessThan(1.5);
    expect(figureOf(analysis, "a").value).toBeGreaterThan(0.9);
    const [asked] = regional(sample, { thresholds: { y: 50 } });
    expect(asked.more!.share).toBeCloseTo(0.5, 1);
    expect(() => regional(sample, { share: 0 })).toThrow(RangeError);
    // Nine of ten draws share the smallest value.
    const [tied] = regional(sampleOf(3, 4096, ["a"], "number", ([a]) => Math.max(0.9, a)));
    expect(tied.more!.share).toBeCloseTo(0.9, 1);
    expect(figureOf(tied, "a").value).toBe(1);
    const [top] = regional(sampleOf(3, 4096, ["a"], "number", ([a]) => Math.min(0.05, a)));
    expect(top.more!.share).toBeCloseTo(0.05, 2);
  });

  test("what can't be answered is said", () => {
    const names = ["a", "b"];
    const notesOf = (sample: Parameters<typeof regional>[0]) => regional(sample)[0].notes.map(({ code }) => code);
    expect(notesOf(sampleOf(4, 1024, names, "chance", () => 1))).toEqual(["sensitivityAlwaysMet"]);
    expect(notesOf(sampleOf(4, 1024, names, "chance", () => 0))).toEqual(["sensitivityNeverMet"]);
    expect(notesOf(sampleOf(4, 1024, names, "number", () => 7))).toEqual(["sensitivityNoSpread"]);
    expect(notesOf(sampleOf(4, 1024, names, "chance", ([a]) => (a < 0.005 ? 0 : 1)))).toEqual(["sensitivityFewDraws"]);
    const half = sampleOf(4, 1024, names, "chance", ([a, b]) => (b < 0.5 ? Number.NaN : a < 0.5 ? 0 : 1));
    const [found] = regional(half);
    expect(found.notes[0].code).toBe("sensitivityFailedDraws");
    expect(found.draws).toBe(half.outputs[0].values.filter((x) => x >= 0).length);
    expect(found.rows[0].figures.distance.value).toBe(1);
    const still = { ...half, inputs: [...half.inputs, { name: "still", values: new Float64Array(1024).fill(3) }] };
    expect(regional(still)[0].rows.length).toBe(2);
    const none = sampleOf(4, 1024, names, "number", () => Number.NaN);
    expect(regional(none)[0]).toMatchObject({ rows: [], draws: 0 });
  });
});
