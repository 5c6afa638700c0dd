import { expect, test } from "vitest";
import { argsort } from "../../engine/numeric/ranks.ts";
import { delta } from "../../engine/sensitivity/delta.ts";
import { deltaPlugIn, equalClasses } from "../../engine/sensitivity/deltaOf.ts";
import { reference } from "../reference.ts";
import { linearNormal, sampleFrom, uniforms } from "./samples.ts";

test("delta of given draws is that of other programs, before its bias is taken off", () => {
  for (const { x, y, delta: wanted } of reference("sensitivity-salib-given-data").cases) {
    const classes = x[0].map((_: number, i: number) =>
      equalClasses(argsort(Float64Array.from(x, (row: number[]) => row[i]))),
    );
    expect(classes[0].length).toBe(wanted.classes);
    const found = deltaPlugIn(Float64Array.from(y), classes);
    found.forEach((own, i) => {
      expect(Math.abs(own / wanted.plugIn[i] - 1)).toBeLessThan(1e-9);
    });
  }
});

test("of a normal output, delta depends on the correlation alone", () => {
  // Half the mean distance between N(0, 1) and N(ρx, 1 − ρ²): 0.1846 at 0.5, 0.3008 at 0.7.
  const [{ rows, notes }] = delta(linearNormal("delta", 4096, [0.5, 0.7]));
  expect(rows.map(({ inputs }) => inputs[0])).toEqual(["x1", "x0", "x2"]);
  const exact = [0.30080189703818455, 0.18460846333265768, 0];
  rows.forEach(({ figures }, i) => {
    expect(figures.delta.low).toBeLessThanOrEqual(exact[i]);
    expect(figures.delta.high).toBeGreaterThanOrEqual(exact[i]);
    expect(figures.delta.se).toBeLessThan(0.03);
  });
  expect(rows.map(({ indistinct }) => indistinct)).toEqual([undefined, undefined, ["delta"]]);
  expect(notes).toEqual([]);
});

test("of a chance, delta is how far its probability moves", () => {
  const x = uniforms("delta chance", 4096);
  const other = uniforms("delta other", 4096);
  // Met with probability x: E|x − ½| = ¼.
  const y = x.map((chance, d) => (other[d] < chance ? 1 : 0));
  const [{ rows }] = delta(sampleFrom(y, [x], "chance"));
  expect(rows[0].figures.delta.low).toBeLessThan(0.25);
  expect(rows[0].figures.delta.high).toBeGreaterThan(0.25);
});

test("what cannot be answered is said", () => {
  const x = uniforms("delta bad", 1024);
  const codes = (y: Float64Array, kind: "number" | "chance" = "number") => {
    const [{ rows, notes }] = delta(sampleFrom(y, [x, x.map(() => 3)], kind));
    expect(rows.length).toBeLessThan(2);
    for (const { figures } of rows) expect(Object.values(figures.delta).every(Number.isFinite)).toBe(true);
    return notes.map(({ code }) => code);
  };
  expect(codes(x)).toEqual([]);
  expect(codes(x.map(() => 5))).toEqual(["sensitivityNoSpread"]);
  expect(
    codes(
      x.map(() => 0),
      "chance",
    ),
  ).toEqual(["sensitivityNeverMet"]);
  expect(
    codes(
      x.map(() => 1),
      "chance",
    ),
  ).toEqual(["sensitivityAlwaysMet"]);
  expect(codes(x.map((own, d) => (d % 10 === 0 ? Number.NaN : own)))).toEqual(["sensitivityFailedDraws"]);
  expect(codes(x.subarray(0, 100))).toEqual(["sensitivityFewDraws"]);
  // Ties: most draws have the same answer.
  expect(codes(x.map((own) => Math.max(0.95, own)))).toEqual([]);
});
