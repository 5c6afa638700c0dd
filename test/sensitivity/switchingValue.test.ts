import { expect, test } from "vitest";
import type { Switching } from "../../engine/result/switching.ts";
import { inline } from "../../engine/run/inline.ts";
import { columnsOf, studyOf } from "../../engine/sensitivity/study.ts";
import { switchingValue } from "../../engine/sensitivity/switchingValue.ts";
import { r1 } from "../models/r1.ts";
import { lines } from "./lines.ts";

test("where a sum crosses its threshold, on expectation and on probability", async () => {
  const [y, positive] = (await switchingValue(lines()))!;
  const rows = Object.fromEntries(y.rows.map(({ inputs, figures }) => [inputs[0], figures]));
  // 2·a + 3·2 − 10 = 0, and 2·3 + 3·b − 10 = 0.
  expect(Math.abs(rows["m/a"].switching.value - 2)).toBeLessThan(4 * rows["m/a"].switching.se + 1e-9);
  expect(Math.abs(rows["m/b"].switching.value - 4 / 3)).toBeLessThan(4 * rows["m/b"].switching.se + 1e-9);
  expect(rows["m/b"].share.value).toBeCloseTo(1 / 3, 2);
  expect(rows["m/a"].assumed.value).toBeCloseTo(3, 2);
  // The nearer an input's own median, the sooner the answer flips.
  expect(y.rows[0].inputs).toEqual(["m/b"]);
  // Both halves of a symmetric sum are as likely: the same values.
  for (const { inputs, figures } of positive.rows) {
    const { value, se, low, high } = figures.switching;
    expect(Math.abs(value - (inputs[0] === "m/a" ? 2 : 4 / 3))).toBeLessThan(4 * se);
    expect(se).toBeGreaterThan(0);
    expect(low < value && value < high).toBe(true);
  }
});

test("another threshold; none, and two values", async () => {
  const [y] = (await switchingValue(lines({ outputs: ["y"] }), { thresholds: { y: -2 } }))!;
  expect(y.rows.find(({ inputs }) => inputs[0] === "m/b")?.figures.switching.value).toBeCloseTo(2 / 3, 3);
  const [high] = (await switchingValue(lines({ outputs: ["y"] }), { thresholds: { y: 50 } }))!;
  expect(high.rows).toEqual([]);
  expect(high.notes).toMatchObject([{ code: "sensitivityStaysBelow", with: { inputs: "m/a, m/b" } }]);
  const [{ stays, nearest, percentiles }] = high.more!.inputs as Switching[];
  expect(stays).toBe("below");
  expect(nearest!.at).toBe(percentiles["100"]);
  expect(nearest!.distance.high).toBeLessThan(0);
  // 1 − (b − 2)² is 0 at 1 and at 3.
  const [turned] = (await switchingValue(lines({ outputs: ["turned"] })))!;
  const { roots } = (turned.more!.inputs as Switching[]).find(({ input }) => input === "m/b")!;
  expect(roots.map(({ at }) => Math.round(at.value * 1e6) / 1e6)).toEqual([1, 3]);
});

test("a coin flips the answer between its sides", async () => {
  // −4 + 2 + 4·coin − 1 + 3·… = 2·3 + 3·2 − 10 + 4·coin − 1 = 1 + 4·coin.
  const [coined] = (await switchingValue(lines({ outputs: ["coined"] }), { thresholds: { coined: 2 } }))!;
  const { switching } = coined.rows.find(({ inputs }) => inputs[0] === "m/coin")!.figures;
  expect(switching).toEqual({ value: 1, se: 0, low: 0, high: 1 });
});

test("no answer, no spread", async () => {
  const [root] = (await switchingValue(lines({ outputs: ["root"] }), { thresholds: { root: 1 } }))!;
  // √(a − 2) = 1, and below 2 there is nothing.
  expect(root.rows[0].figures.switching.value).toBeCloseTo(3, 6);
  expect((root.more!.inputs as Switching[])[0].unanswered).toHaveLength(1);
  expect(root.notes[0].code).toBe("sensitivityFailedDraws");
  const [same, never] = (await switchingValue(lines({ outputs: ["same", "never"] })))!;
  expect(same).toMatchObject({ rows: [], notes: [{ code: "sensitivityNoSpread" }] });
  expect(never).toMatchObject({ rows: [], notes: [{ code: "sensitivityNeverMet" }] });
});

test("the reference model", async () => {
  const { graph, data } = r1();
  const request = { graph, data, design: "sobol", draws: 16_384, outputs: ["net", "criteria.gain"] } as const;
  const names = { "reference/effect": "effect", "reference/unitCostB": "unitCostB" };
  const study = studyOf({ ...request, names, seed: "5" }, inline());
  const [net, gain] = (await switchingValue(study))!;
  // Benefit is in proportion to effect: the root is E[effect]·E[cost] / E[benefit], both exact.
  const { assumed, switching } = net.rows[0].figures;
  const exact = (assumed.value * 7655393.654609786) / 8360290.756378779;
  expect(Math.abs(switching.value - exact)).toBeLessThan(4 * switching.se + 1e-5);
  // Other draws, more of them: the criterion is met in half of those where the input has its switching value.
  const other = studyOf({ ...request, seed: "6", design: "plain", draws: 65_536 }, inline());
  for (const { inputs, figures } of gain.rows.slice(0, 1)) {
    const path = study.inputs.find(({ name }) => name === inputs[0])!.path;
    const { value, se } = figures.switching;
    const met = async (x: number) => {
      const [, column] = (await columnsOf(other, { sources: { [path]: { kind: "fixed", value: x } } }))!;
      return column.reduce((sum, own) => sum + own, 0) / column.length;
    };
    const slope = ((await met(value + 3 * se)) - (await met(value - 3 * se))) / (6 * se);
    const error = Math.sqrt((slope * se) ** 2 + 0.25 / 65_536);
    expect(Math.abs((await met(value)) - 0.5)).toBeLessThan(4 * error);
  }
});
