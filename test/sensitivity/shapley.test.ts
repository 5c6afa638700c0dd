import { expect, test } from "vitest";
import { nearestOthers } from "../../engine/sensitivity/neighbours.ts";
import { shapley } from "../../engine/sensitivity/shapley.ts";
import { shapleyOfAllSets, shapleyOfOrders } from "../../engine/sensitivity/shapleyValues.ts";
import { normals, sampleFrom, uniforms } from "./samples.ts";
import { drawsOf, knownShares } from "./testFunctions.ts";

const shareOf = (rows: ReturnType<typeof shapley>[number]["rows"], name: string) =>
  rows.find(({ inputs }) => inputs[0] === name)!.figures.share;

test.each([
  "linearIndependent",
  "correlated-2",
  "correlated-3-owenPrieur",
  "correlated-5",
  "ishigami-7-0.1",
  "gfunction-3",
])("shares of %s are the exact ones within their error, and add up to 1", (id) => {
  const [{ rows, draws, notes }] = shapley(drawsOf(id, "shapley", 1024));
  expect(draws).toBe(1024);
  expect(notes).toEqual([]);
  expect(rows.reduce((sum, { figures }) => sum + figures.share.value, 0)).toBeCloseTo(1, 12);
  knownShares(id).shapley.forEach((exact: number, i: number) => {
    const { value, se, low, high } = shareOf(rows, `x${i}`);
    expect(Math.abs(value - exact)).toBeLessThan(3 * se);
    expect(se).toBeLessThan(0.04);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
  });
});

test("95 % intervals of correlated inputs hold the truth", () => {
  const seeds = 400;
  const { shapley: exact } = knownShares("correlated-2");
  let held = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const [{ rows }] = shapley(drawsOf("correlated-2", `shapley ${seed}`, 512));
    const { low, high } = shareOf(rows, "x0");
    if (low <= exact[0] && exact[0] <= high) held++;
  }
  expect(held).toBeGreaterThanOrEqual(360);
});

test("an input without influence can't be told from zero; one that only goes along with another has a share", () => {
  const [x, noise, idle] = ["x", "noise", "idle"].map((name) => normals(`shapley ${name}`, 1024));
  const along = x.map((own, d) => 0.8 * own + 0.6 * noise[d]);
  const [{ rows }] = shapley(sampleFrom(x, [x, along, idle]));
  // Half of what the two have in common, ρ²/2.
  expect(Math.abs(shareOf(rows, "x1").value - 0.32)).toBeLessThan(0.04);
  expect(rows.map(({ indistinct }) => indistinct)).toEqual([undefined, undefined, ["share"]]);
});

test("with many inputs some orders are taken", () => {
  const xs = Array.from({ length: 13 }, (_, i) => uniforms(`shapley many ${i}`, 512));
  const y = xs[0].map((own, d) => 2 * own + xs[1][d]);
  const [{ rows }] = shapley(sampleFrom(y, xs));
  expect(rows.slice(0, 2).map(({ inputs }) => inputs[0])).toEqual(["x0", "x1"]);
  expect(Math.abs(rows[0].figures.share.value - 0.8)).toBeLessThan(0.1);
  expect(rows.reduce((sum, { figures }) => sum + figures.share.value, 0)).toBeCloseTo(1, 12);
});

test("Shapley values of a game with known ones", () => {
  // Gloves: 0 has a left one, 1 and 2 a right one; a pair is worth 1.
  const gloves = (members: readonly number[]) => Float64Array.of(members.includes(0) && members.length > 1 ? 1 : 0);
  const all = shapleyOfAllSets(3, 1, gloves).values.map(([own]) => own);
  [2 / 3, 1 / 6, 1 / 6].forEach((own, i) => {
    expect(all[i]).toBeCloseTo(own, 14);
  });
  const { values, ordersSe } = shapleyOfOrders(3, 1, 200, gloves);
  values.forEach(([own], i) => {
    expect(Math.abs(own - all[i])).toBeLessThan(4 * ordersSe[i] + 1e-12);
  });
});

test("neighbours are those that comparing all points finds", () => {
  const columns = [0, 1, 2].map((i) => uniforms(`neighbours ${i}`, 300));
  const found = nearestOthers(
    columns,
    Uint32Array.from({ length: 300 }, (_, i) => i),
    3,
  );
  for (let point = 0; point < 300; point++) {
    const distance = (other: number) => columns.reduce((sum, x) => sum + (x[point] - x[other]) ** 2, 0);
    const all = Array.from({ length: 300 }, (_, i) => i).filter((other) => other !== point);
    all.sort((a, b) => distance(a) - distance(b));
    expect(Array.from(found.subarray(3 * point, 3 * point + 3))).toEqual(all.slice(0, 3));
  }
});

test("what cannot be answered is said", () => {
  const x = uniforms("shapley bad", 600);
  const other = uniforms("shapley other", 600);
  const of = (y: Float64Array, kind: "number" | "chance" = "number") => {
    const [{ rows, notes }] = shapley(sampleFrom(y, [x, other, x.map(() => 3)], kind));
    for (const { figures } of rows) expect(Object.values(figures.share).every(Number.isFinite)).toBe(true);
    return [rows.length, notes.map(({ code }) => code)];
  };
  expect(of(x)).toEqual([2, []]);
  expect(of(x.map(() => 5))).toEqual([0, ["sensitivityNoSpread"]]);
  const never = x.map(() => 0);
  expect(of(never, "chance")).toEqual([0, ["sensitivityNeverMet"]]);
  const always = x.map(() => 1);
  expect(of(always, "chance")).toEqual([0, ["sensitivityAlwaysMet"]]);
  expect(of(x.map((own, d) => (d % 10 === 0 ? Number.NaN : own)))).toEqual([2, ["sensitivityFailedDraws"]]);
  expect(of(x.subarray(0, 100))).toEqual([0, ["sensitivityFewDraws"]]);
  // Ties in inputs and in the output.
  const two = x.map((own) => (own < 0.3 ? 1 : 0));
  const [{ rows }] = shapley(sampleFrom(two, [two, x, two], "chance"));
  expect(rows.reduce((sum, { figures }) => sum + figures.share.value, 0)).toBeCloseTo(1, 12);
});
