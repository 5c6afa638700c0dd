import { describe, expect, test } from "vitest";
import type { Analysis } from "../../engine/sensitivity/analysis.ts";
import { correlations } from "../../engine/sensitivity/correlations.ts";
import { regression } from "../../engine/sensitivity/regression.ts";
import type { Figure } from "../../index.ts";
import { reference } from "../reference.ts";
import { heldOf } from "./linearHeld.ts";
import { normals, sampleFrom, uniforms } from "./samples.ts";

const outside = reference("sensitivity-salib-given-data").cases;
const cases = reference("sensitivity-regression").cases.map((own) => {
  const { x, y } = own.dataOf === undefined ? own : outside.find(({ id }) => id === own.dataOf.case);
  return { ...own, x, y };
});

function near(found: number, wanted: number, id: string) {
  const relative = id === "regression-nearCollinear" ? 1e-7 : 1e-9;
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(Math.max(1e-10, relative * Math.abs(wanted)));
}

describe.each(cases.map((own) => [own.id, own] as const))("%s", (id, own) => {
  const columns = own.x[0].map((_: number, i: number) => Float64Array.from(own.x, (row: number[]) => row[i]));
  const sample = sampleFrom(Float64Array.from(own.y), columns);
  const figure = ({ rows }: Analysis, i: number) => rows.find(({ inputs }) => inputs[0] === `x${i}`)!.figures;

  test("correlations are those of other programs", () => {
    const [found] = correlations(sample);
    columns.forEach((_: Float64Array, i: number) => {
      const { pearson, spearman, kendall } = figure(found, i);
      near(pearson.value, own.pearson[i], id);
      near(spearman.value, own.spearman[i], id);
      near(kendall.value, own.kendallTauB[i], id);
    });
  });

  test("so are regressions", () => {
    const [found] = regression(sample);
    columns.forEach((_: Float64Array, i: number) => {
      const figures = figure(found, i);
      for (const measure of ["src", "srrc", "pcc", "prcc"]) near(figures[measure].value, own[measure][i], id);
    });
    const { r2, rankR2 } = found.more as Record<string, Figure>;
    near(r2.value, own.r2, id);
    near(rankR2.value, own.rankR2, id);
  });
});

test("intervals hold the truth as often as they say", () => {
  for (const count of Object.values(heldOf(40)).flat()) expect(count).toBeGreaterThanOrEqual(33);
});

test("the error of a rank measure is that of ranks made anew without each replicate", () => {
  const n = 640;
  const x = normals("jackknife", n);
  const y = x.map((own, d) => Math.round(own + uniforms("jackknife other", n)[d]));
  const pseudo = (id: string) => {
    const value = correlations(sampleFrom(y, [x]))[0].rows[0].figures[id].value;
    return Array.from({ length: 64 }, (_, r) => {
      const left = (column: Float64Array) => column.filter((_, d) => d % 64 !== r);
      return 64 * value - 63 * correlations(sampleFrom(left(y), [left(x)]))[0].rows[0].figures[id].value;
    });
  };
  for (const id of ["pearson", "spearman", "kendall"]) {
    const each = pseudo(id);
    const mean = each.reduce((sum, own) => sum + own, 0) / 64;
    const se = Math.sqrt(each.reduce((sum, own) => sum + (own - mean) ** 2, 0) / 63 / 64);
    const found = correlations(sampleFrom(y, [x]))[0].rows[0].figures[id].se;
    expect(Math.abs(found / se - 1)).toBeLessThan(id === "pearson" ? 1e-9 : 0.02);
  }
});

describe.each([
  ["correlations", correlations],
  ["regression", regression],
] as const)("bad use of %s", (_, method) => {
  const n = 256;
  const x = uniforms("bad", n);
  const other = uniforms("bad other", n);
  const found = (y: Float64Array, inputs: readonly Float64Array[], kind: "number" | "chance" = "number") => {
    const [analysis] = method(sampleFrom(y, inputs, kind));
    for (const { figures } of analysis.rows)
      for (const own of Object.values(figures)) expect(Object.values(own).every(Number.isFinite)).toBe(true);
    return { codes: analysis.notes.map(({ code }) => code), rows: analysis.rows };
  };

  test("is answered by what is wrong", () => {
    const same = x.map(() => 5);
    expect(found(same, [x])).toEqual({ codes: ["sensitivityNoSpread"], rows: [] });
    const never = x.map(() => 0);
    expect(found(never, [x], "chance")).toEqual({ codes: ["sensitivityNeverMet"], rows: [] });
    const always = x.map(() => 1);
    expect(found(always, [x], "chance")).toEqual({ codes: ["sensitivityAlwaysMet"], rows: [] });
    expect(found(x.subarray(0, 10), [other.subarray(0, 10)])).toEqual({ codes: ["sensitivityFewDraws"], rows: [] });
    expect(found(other, [same])).toEqual({ codes: [], rows: [] });
    expect(found(other, [x, same]).rows.length).toBe(1);
    const failed = found(
      x.map((own, d) => (d % 5 === 0 ? Number.NaN : own)),
      [other],
    );
    expect(failed.codes).toEqual(["sensitivityFailedDraws"]);
    expect(failed.rows.length).toBe(1);
    expect(
      found(
        x.map(() => Number.NaN),
        [other],
      ).codes,
    ).toContain("sensitivityFewDraws");
  });

  test("an exact line and ties have figures in range", () => {
    const line = found(
      x.map((own) => 2 * own),
      [x, other],
    );
    expect(line.rows[0].inputs).toEqual(["x0"]);
    // One draw alone differs: without its replicate nothing does.
    const lone = x.map((_, d) => (d === 7 ? 1 : 0));
    found(lone, [x], "chance");
    found(x, [lone]);
  });
});

test("inputs that follow from each other are refused by regressions, and have correlations", () => {
  const x = uniforms("twice", 256);
  const sample = sampleFrom(normals("twice y", 256), [x, x.map((own) => 3 * own)]);
  const [{ rows, notes }] = regression(sample);
  expect(rows).toEqual([]);
  expect(notes.map(({ code }) => code)).toEqual(["sensitivityCollinear"]);
  expect(correlations(sample)[0].rows.length).toBe(2);
});
