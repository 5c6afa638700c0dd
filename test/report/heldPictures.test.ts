import { expect, test } from "vitest";
import { oneWay } from "../../engine/sensitivity/oneWay.ts";
import { heldTornado } from "../../report/charts/heldTornado.ts";
import { drawerOf } from "../../report/charts/render.ts";
import { spider } from "../../report/charts/spider.ts";
import { namesOfDraws } from "../../report/sensitivity/naming.ts";
import type { SensitivityPicture } from "../../report/sensitivity/picture.ts";
import { picturesOf } from "../../report/sensitivity/pictures.ts";
import { lines } from "../sensitivity/lines.ts";

const isKind =
  <K extends SensitivityPicture["kind"]>(kind: K) =>
  (picture: SensitivityPicture): picture is Extract<SensitivityPicture, { kind: K }> =>
    picture.kind === kind;

test("a tornado about what is expected where nothing is held, and a spider over the inputs' own percentiles", async () => {
  const [y] = (await oneWay(lines({ outputs: ["y"] })))!;
  const pictures = picturesOf(y, namesOfDraws("lines", "en"));
  const [tornado] = pictures.filter(isKind("tornado"));
  const [web] = pictures.filter(isKind("spider"));
  expect(tornado.unheld).toBeCloseTo(2, 2);
  expect(tornado.rows.map(({ name }) => name)).toEqual(["m/b", "m/a"]);
  expect(tornado.rows[0].ends.map(({ value }) => Math.round(value * 10) / 10)).toEqual([-3.4, 7.4]);
  expect(web.lines.map(({ name }) => name)).toEqual(["m/b", "m/a"]);
  const [b] = web.lines;
  expect(b.points.map(({ share }) => Math.round(share * 100))).toEqual([5, 10, 20, 35, 50, 65, 80, 90, 95]);
  for (const { share, value } of b.points) expect(value).toBeCloseTo(12 * share - 4, 1);
  const draw = await drawerOf(
    (picture: typeof tornado | typeof web, frame) =>
      picture.kind === "tornado" ? heldTornado(picture, frame) : spider(picture, frame),
    "en",
  );
  for (const picture of [tornado, web]) expect((await draw(picture))?.wide).toContain("m/b");
});
