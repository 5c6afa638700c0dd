import { expect, test } from "vitest";
import { UtfallError } from "../../engine/issues.ts";
import { inline } from "../../engine/run/inline.ts";
import { studyOf } from "../../engine/sensitivity/study.ts";
import { type Grid, twoWay } from "../../engine/sensitivity/twoWay.ts";
import { normal, testFunction } from "../models/testFunctions.ts";
import { lines } from "./lines.ts";

test("the mean of a sum where two terms are known: nothing through each other", async () => {
  const study = lines({ inputs: ["m/a", "m/b"] });
  const [{ rows, more }] = (await twoWay(study, { levels: [0.1, 0.5, 0.9] }))!;
  const [{ at, cells, inputs }] = more!.grids as Grid[];
  expect(inputs).toEqual(["m/a", "m/b"]);
  expect(cells.map((row) => row.length)).toEqual([3, 3, 3]);
  cells.forEach((row, i) => {
    row.forEach((cell, j) => {
      expect(cell!.value).toBeCloseTo(2 * at[0][i] + 3 * at[1][j] - 10, 9);
    });
  });
  expect(rows[0].figures.lowHigh).toEqual(cells[0][2]);
  expect(rows[0].indistinct).toEqual(["together"]);
});

test("a product: how much more the one matters where the other is high; the strongest two where none are named", async () => {
  const model = testFunction([normal(1, 0.1), normal(3, 1), normal(2, 0.5)], (b, [x, y, z]) =>
    b.add(x, b.multiply(y, z)),
  );
  const study = studyOf({ ...model, seed: "1", design: "sobol", draws: 16_384, outputs: ["y"] }, inline());
  const [{ rows, more }] = (await twoWay(study))!;
  const [{ at, inputs }] = more!.grids as Grid[];
  expect(inputs).toEqual(["x2", "x3"]);
  const [width, other] = at.map((own) => own[4] - own[0]);
  expect(rows[0].figures.together.value).toBeCloseTo(width * other, 9);
  expect(rows[0].indistinct).toBeUndefined();
});

test("an input on which nothing depends, or luck, can't be named; where only one matters there is no pair", async () => {
  expect(() => lines({ inputs: ["m/a", "m/unused"] })).toThrow(UtfallError);
  const [turned, same] = (await twoWay(lines({ outputs: ["turned", "same"], inputs: ["m/b"] })))!;
  expect(turned).toMatchObject({ rows: [], notes: [{ code: "sensitivityNoPair" }] });
  expect(same).toMatchObject({ rows: [], notes: [{ code: "sensitivityNoSpread" }] });
});
