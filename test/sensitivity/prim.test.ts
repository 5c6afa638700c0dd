import { describe, expect, test } from "vitest";
import { type OutcomeBox, prim } from "../../engine/sensitivity/prim.ts";
import { sayBox } from "../../engine/sensitivity/sayBox.ts";
import { sampleOf } from "./regions.ts";

const boxesOf = (analysis: ReturnType<typeof prim>[number]) => analysis.more!.boxes as readonly OutcomeBox[];
const names = ["effect", "dropout", "cost", "reach", "drift"];

describe("boxes", () => {
  test("the box is found where failing is a box", () => {
    const inside = (x: readonly number[]) => x[0] < 0.4 && x[1] > 0.3 && x[2] > 0.2 && x[2] < 0.9;
    const [analysis] = prim(sampleOf(1, 16_384, names, "chance", (x) => (inside(x) ? 0 : 1)));
    const [failure] = boxesOf(analysis);
    expect(failure.outcomes).toBe("failure");
    const bounds = Object.fromEntries(failure.restrictions.map(({ input, ...own }) => [input, own]));
    expect(Object.keys(bounds).sort()).toEqual(["cost", "dropout", "effect"]);
    expect(bounds.effect.low).toBeUndefined();
    expect(Math.abs(bounds.effect.high! - 0.4)).toBeLessThan(0.005);
    expect(Math.abs(bounds.dropout.low! - 0.3)).toBeLessThan(0.005);
    expect(bounds.dropout.high).toBeUndefined();
    expect(Math.abs(bounds.cost.low! - 0.2)).toBeLessThan(0.005);
    expect(Math.abs(bounds.cost.high! - 0.9)).toBeLessThan(0.005);
    expect(failure.coverage.value).toBeGreaterThan(0.985);
    expect(failure.density.value).toBeGreaterThan(0.985);
    expect(failure.mass.value).toBeCloseTo(0.4 * 0.7 * 0.7, 1);
    for (const { quasiP } of failure.restrictions) expect(quasiP).toBeLessThan(1e-6);
    expect(analysis.rows[0]).toMatchObject({
      group: "failure",
      inputs: failure.restrictions.map(({ input }) => input),
    });
  });

  test("a noisy box: coverage and density as they truly are, in words", () => {
    // Failing with 0.9 in the box, of which there is 0.4·0.5, and with 0.05 elsewhere.
    const sample = sampleOf(2, 32_768, [...names, "luck"], "chance", (x) =>
      x[5] < (x[0] < 0.4 && x[1] > 0.5 ? 0.9 : 0.05) ? 0 : 1,
    );
    const [analysis] = prim({ ...sample, inputs: sample.inputs.slice(0, 5) });
    const [failure, success] = boxesOf(analysis);
    expect(failure.restrictions.map(({ input }) => input).sort()).toEqual(["dropout", "effect"]);
    expect(failure.density.low).toBeLessThan(0.9);
    expect(failure.density.high).toBeGreaterThan(0.88);
    expect(failure.coverage.value).toBeCloseTo(0.18 / 0.22, 1);
    expect(success.density.value).toBeGreaterThan(0.9);
    const said = (language: "en" | "sv") =>
      sayBox(
        { ...failure, restrictions: failure.restrictions.toSorted((a, b) => (a.input < b.input ? 1 : -1)) },
        language,
        {
          value: (_, x) => `${Math.round(100 * x)} %`,
          share: (x) => `${Math.round(10 * x)}0 %`,
          outcome: String,
          output: language === "en" ? "the goal" : "målet",
        },
      );
    expect(said("en")[0]).toBe(
      "In 80 % of the outcomes where the goal is not met, effect is at most 40 % and dropout is at least 50 %",
    );
    expect(said("sv")[0]).toBe("I 80 % av utfallen där målet inte nås är effect högst 40 % och dropout minst 50 %");
    expect(said("en")[1]).toBe("Of all outcomes with these values 90 % turn out so; of all outcomes 20 % do");
  });

  test("in 360 to 396 of 400 samples the intervals hold what the box found truly covers", () => {
    let [coverage, density, mass] = [0, 0, 0];
    const holds = ({ low, high }: { low: number; high: number }, truth: number) =>
      low <= truth && truth <= high ? 1 : 0;
    for (let seed = 0; seed < 400; seed++) {
      const sample = sampleOf(seed, 768, ["a", "b", "luck"], "chance", ([a, b, luck]) =>
        luck < (a < 0.5 && b < 0.6 ? 0.8 : 0.1) ? 0 : 1,
      );
      const [box] = boxesOf(prim({ ...sample, inputs: sample.inputs.slice(0, 2) })[0]);
      const side = (input: string, cut: number) => {
        const own = box.restrictions.find((x) => x.input === input);
        const [low, high] = [own?.low ?? 0, own?.high ?? 1];
        return [high - low, Math.max(0, Math.min(cut, high) - low)];
      };
      const [[wholeA, a], [wholeB, b]] = [side("a", 0.5), side("b", 0.6)];
      const [whole, part] = [wholeA * wholeB, a * b];
      const failing = 0.8 * part + 0.1 * (whole - part);
      mass += holds(box.mass, whole);
      density += holds(box.density, failing / whole);
      coverage += holds(box.coverage, failing / (0.8 * 0.3 + 0.1 * 0.7));
    }
    for (const held of [coverage, density, mass]) {
      expect(held).toBeGreaterThanOrEqual(360);
      expect(held).toBeLessThanOrEqual(396);
    }
  });

  test("the ends of a number; at most as many inputs as asked", () => {
    const [analysis] = prim(sampleOf(3, 16_384, names, "number", ([a, b, c, d]) => a + b + c + d));
    const [low, high] = boxesOf(analysis);
    expect(low.threshold).toBeLessThan(high.threshold!);
    expect(low.restrictions.every((own) => own.high !== undefined && own.low === undefined)).toBe(true);
    expect(high.restrictions.every((own) => own.low !== undefined && own.high === undefined)).toBe(true);
    expect(low.restrictions.length).toBeLessThanOrEqual(3);
    expect(low.base.value).toBeCloseTo(0.1, 1);
    const one = sampleOf(3, 16_384, names, "number", ([a, b, c, d]) => a + b + c + d);
    expect(boxesOf(prim(one, { most: 1 })[0]).every(({ restrictions }) => restrictions.length === 1)).toBe(true);
    expect(() => prim(one, { most: 0 })).toThrow(RangeError);
    expect(() => prim(one, { peeled: 1 })).toThrow(RangeError);
  });

  test("inputs with few values are peeled value by value", () => {
    const sample = sampleOf(5, 8192, ["risk", "x"], "chance", () => 1);
    const risk = sample.inputs[0].values.map((u) => (u < 0.3 ? 1 : 0));
    const values = sample.inputs[1].values.map((x, d) => (risk[d] === 1 && x < 0.7 ? 0 : 1));
    const [failure] = boxesOf(
      prim({
        ...sample,
        inputs: [{ name: "risk", values: risk }, sample.inputs[1]],
        outputs: [{ id: "y", kind: "chance", values }],
      })[0],
    );
    expect(failure.restrictions.find(({ input }) => input === "risk")).toMatchObject({ low: 1 });
    expect(failure.density.value).toBeGreaterThan(0.99);
  });

  test("what can't be answered is said", () => {
    const codes = (sample: Parameters<typeof prim>[0]) => prim(sample)[0].notes.map(({ code }) => code);
    expect(codes(sampleOf(4, 2048, names, "chance", () => 1))).toEqual(["sensitivityAlwaysMet"]);
    expect(codes(sampleOf(4, 2048, names, "chance", () => 0))).toEqual(["sensitivityNeverMet"]);
    expect(codes(sampleOf(4, 2048, names, "number", () => 1))).toEqual(["sensitivityNoSpread"]);
    expect(codes(sampleOf(4, 2048, names, "chance", ([a]) => (a < 0.01 ? 0 : 1)))).toEqual([
      "sensitivityFewDraws",
      "sensitivityFewDraws",
    ]);
    const failed = sampleOf(4, 8192, names, "chance", ([a, b]) => (b < 0.5 ? Number.NaN : a < 0.5 ? 0 : 1));
    const [found] = prim(failed);
    expect(found.notes[0].code).toBe("sensitivityFailedDraws");
    expect(boxesOf(found)[0].restrictions[0].high).toBeCloseTo(0.5, 2);
    expect(prim(sampleOf(4, 2048, names, "number", () => Number.NaN))[0]).toMatchObject({ rows: [], draws: 0 });
    // Nothing to find: no box, or one whose density is no better than anywhere.
    const luck = sampleOf(6, 4096, [...names, "luck"], "chance", (x) => (x[5] < 0.3 ? 0 : 1));
    const [idle] = prim({ ...luck, inputs: luck.inputs.slice(0, 5) });
    for (const { indistinct } of idle.rows) expect(indistinct).toEqual(["density"]);
  });
});
