import { expect, test } from "vitest";
import { UtfallError } from "../../engine/issues.ts";
import { erf } from "../../engine/numeric/errorFunction.ts";
import { inline } from "../../engine/run/inline.ts";
import { oneWay } from "../../engine/sensitivity/oneWay.ts";
import { studyOf } from "../../engine/sensitivity/study.ts";
import { r1 } from "../models/r1.ts";
import { lines } from "./lines.ts";

const phi = (z: number): number => (1 + erf(z / Math.SQRT2)) / 2;
const z95 = 1.6448536269514722;

test("the mean of a sum where one term is known", async () => {
  const [y, positive] = (await oneWay(lines()))!;
  expect(y.rows.map(({ inputs }) => inputs[0])).toEqual(["m/b", "m/a"]);
  const [b, a] = y.rows.map(({ figures }) => figures);
  // 2·3 + 3·b − 10 at b = 0.2 and 3.8; 2·a + 3·2 − 10 at a = 3 ∓ 1.645·0.5.
  expect(b.low.value).toBeCloseTo(-3.4, 2);
  expect(b.high.value).toBeCloseTo(7.4, 2);
  expect(b.swing.value).toBeCloseTo(10.8, 2);
  expect(a.low.value).toBeCloseTo(2 - z95, 2);
  expect(a.swing.value).toBeCloseTo(2 * z95, 2);
  // What the draws have in common is no noise of their difference.
  expect(a.swing.se).toBeLessThan(1e-12);
  expect(a.low.se).toBeGreaterThan(1e-6);
  expect(y.curves![0].points).toHaveLength(9);
  for (const { at, figure } of y.curves![0].points) expect(figure.value).toBeCloseTo(3 * at - 4, 3);
  expect(y.notes).toEqual([]);
  // P(2·a > 10 − 3·b) at b = 0.2 and 3.8.
  const chance = positive.rows.find(({ inputs }) => inputs[0] === "m/b")!.figures;
  expect(Math.abs(chance.low.value - phi((6 + 0.6 - 10) / 1))).toBeLessThan(4 * chance.low.se + 1e-4);
  expect(chance.high.value).toBeGreaterThan(0.9999);
  expect(chance.high.high).toBeLessThanOrEqual(1);
  expect(Math.abs(chance.swing.value - (phi(7.4) - phi(-3.4)))).toBeLessThan(4 * chance.swing.se + 1e-4);
});

test("net value of the reference model is linear in its effect", async () => {
  const { graph, data } = r1();
  const names = { "reference/effect": "effect", "reference/unitCostB": "unitCostB" };
  const request = { graph, data, seed: "3", design: "sobol", draws: 16_384, outputs: ["net"], names } as const;
  const study = studyOf(request, inline());
  const [{ rows, curves, more, notes }] = (await oneWay(study, { levels: [0.2] }))!;
  expect(rows[0].inputs).toEqual(["effect"]);
  const { mean } = (more!.values as { input: string; mean: number }[]).find(({ input }) => input === "effect")!;
  // E[net | effect] = E[benefit]·effect / E[effect] − E[cost], both exact.
  for (const { at, figure } of curves![0].points)
    expect(Math.abs(figure.value - ((8360290.756378779 * at) / mean - 7655393.654609786))).toBeLessThan(
      4 * figure.se + 500,
    );
  expect(notes.map(({ code }) => code)).toEqual(["sensitivityHeldAlone"]);
});

test("others keep their own draws where an input is held that goes together with them", async () => {
  const [apart] = (await oneWay(lines({ outputs: ["y"] }), { levels: [] }))!;
  const [together] = (await oneWay(lines({ outputs: ["y"] }, true), { levels: [] }))!;
  expect(together.rows[0].figures.swing.value).toBeCloseTo(apart.rows[0].figures.swing.value, 2);
  expect(together.notes).toEqual([{ code: "sensitivityHeldAlone", path: "y", with: { inputs: "m/a, m/b" } }]);
});

test("says what is wrong where there is nothing to tell", async () => {
  const found = (await oneWay(lines({ outputs: ["same", "never", "coined"] }), { levels: [] }))!;
  const [same, never, coined] = found;
  const [root] = (await oneWay(lines({ outputs: ["root"] }), { levels: [] }))!;
  expect(same).toMatchObject({ rows: [], notes: [{ code: "sensitivityNoSpread" }] });
  expect(never).toMatchObject({ rows: [], notes: [{ code: "sensitivityNeverMet" }] });
  expect(root.notes[0].code).toBe("sensitivityFailedDraws");
  // Known to be low, there would be no answer at all in any draw where a < 2, but a is seldom that low.
  expect(root.rows.map(({ inputs }) => inputs[0])).toEqual(["m/a"]);
  expect(root.rows[0].figures.high.value).toBeCloseTo(Math.sqrt(1 + z95 / 2), 2);
  // A coin at 0 and at 1.
  expect(coined.rows.find(({ inputs }) => inputs[0] === "m/coin")?.figures.swing.value).toBeCloseTo(4, 9);
  for (const { rows } of [...found, root])
    for (const { figures } of rows)
      for (const { value, se, low, high } of Object.values(figures))
        expect([value, se, low, high].every(Number.isFinite) && low <= value && value <= high).toBe(true);
});

test("a ratio is refused, with what to ask about instead", () => {
  expect(() => lines({ outputs: ["return"] })).toThrow(UtfallError);
  expect(() => lines({ outputs: ["return"] })).toThrow(/return is a ratio/);
});
