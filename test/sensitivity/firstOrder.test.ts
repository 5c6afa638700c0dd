import { describe, expect, test } from "vitest";
import { conditionalMeans } from "../../engine/sensitivity/conditionalMeans.ts";
import { firstOrder } from "../../engine/sensitivity/firstOrder.ts";
import { knownModels, sampleOfKnown } from "./knownModels.ts";
import { normals, sampleFrom, uniforms } from "./samples.ts";

describe.each(Object.entries(knownModels))("%s", (name, model) => {
  const [{ rows, notes, more }] = firstOrder(sampleOfKnown(model, `first ${name}`, 8192));

  test("first-order indices are the exact ones, within their errors", () => {
    expect(rows.length).toBe(model.first.length);
    for (const { inputs, figures, indistinct } of rows) {
      const exact = model.first[Number(inputs[0].slice(1))];
      const { value, se } = figures.first;
      expect(Math.abs(value - exact)).toBeLessThan(4 * se + 1e-4);
      expect(se).toBeLessThan(0.02);
      if (exact === 0) expect(indistinct).toEqual(["first"]);
      if (exact > 0.05) expect(indistinct).toBeUndefined();
    }
    expect(more!.noiseFloor).toBeLessThan(0.01);
    expect(notes.map(({ code }) => code)).toEqual(model.correlated ? ["sensitivityCorrelated"] : []);
  });
});

test("the curve of an input is the mean where it lies, and the chance above zero", () => {
  const n = 20_000;
  const x = uniforms("curve x", n);
  const e = normals("curve e", n);
  const y = x.map((own, d) => own - 0.5 + e[d] / 10);
  const [{ rows, curves }] = conditionalMeans(sampleFrom(y, [e, x]));
  expect(rows.map(({ inputs }) => inputs[0])).toEqual(["x1", "x0"]);
  const [means, chances] = curves!.filter(({ input }) => input === "x1");
  expect([means.measure, chances.measure, means.points.length]).toEqual(["mean", "chanceAboveZero", 20]);
  let held = 0;
  for (const { at, figure } of means.points) if (Math.abs(figure.value - (at - 0.5)) <= 2 * figure.se) held++;
  expect(held).toBeGreaterThanOrEqual(17);
  expect(chances.points[0].figure.value).toBe(0);
  expect(chances.points[19].figure.value).toBe(1);
  expect(chances.points[0].figure.high).toBeGreaterThan(0);
});

test("equal values stay in one bin; of a chance there is its probability", () => {
  const u = uniforms("ties u", 2000);
  const x = uniforms("ties x", 2000).map((own) => Math.floor(3 * own));
  const y = u.map((own, d) => (own < 0.2 + 0.3 * x[d] ? 1 : 0));
  const [{ curves }] = conditionalMeans(sampleFrom(y, [x], "chance"));
  expect(curves!.map(({ measure }) => measure)).toEqual(["probability"]);
  expect(curves![0].points.map(({ at }) => at)).toEqual([0, 1, 2]);
  curves![0].points.forEach(({ at, figure }) => {
    expect(Math.abs(figure.value - 0.2 - 0.3 * at)).toBeLessThan(4 * figure.se);
  });
});

describe.each([
  ["firstOrder", firstOrder],
  ["conditionalMeans", conditionalMeans],
] as const)("bad use of %s", (_, method) => {
  const n = 512;
  const x = uniforms("bad first", n);
  const other = uniforms("bad first other", n);
  const found = (y: Float64Array, inputs: readonly Float64Array[], kind: "number" | "chance" = "number") => {
    const [analysis] = method(sampleFrom(y, inputs, kind));
    const points = (analysis.curves ?? []).flatMap((curve) => curve.points.map(({ figure }) => figure));
    for (const own of [...analysis.rows.flatMap(({ figures }) => Object.values(figures)), ...points])
      expect(Object.values(own).every(Number.isFinite)).toBe(true);
    return { codes: analysis.notes.map(({ code }) => code), rows: analysis.rows.length };
  };

  test("is answered by what is wrong", () => {
    const same = (value: number) => x.map(() => value);
    expect(found(same(5), [x])).toEqual({ codes: ["sensitivityNoSpread"], rows: 0 });
    expect(found(same(0), [x], "chance")).toEqual({ codes: ["sensitivityNeverMet"], rows: 0 });
    expect(found(same(1), [x], "chance")).toEqual({ codes: ["sensitivityAlwaysMet"], rows: 0 });
    expect(found(other.subarray(0, 50), [x.subarray(0, 50)])).toEqual({ codes: ["sensitivityFewDraws"], rows: 0 });
    expect(found(other, [x, same(3)])).toEqual({ codes: [], rows: 1 });
    const failed = other.map((own, d) => (d % 4 === 0 ? Number.NaN : own));
    expect(found(failed, [x])).toEqual({ codes: ["sensitivityFailedDraws"], rows: 1 });
    const lone = x.map((_, d) => (d === 7 ? 1 : 0));
    expect(found(lone, [x], "chance")).toEqual({ codes: [], rows: 1 });
    expect(found(x, [lone])).toEqual({ codes: [], rows: 1 });
    expect(
      found(
        other.map((own) => Math.max(0.95, own)),
        [x.map((own) => Math.round(4 * own))],
      ).rows,
    ).toBe(1);
  });
});
