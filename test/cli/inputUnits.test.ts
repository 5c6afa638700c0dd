import { expect, test } from "vitest";
import { loadScenario } from "../../cli/scenario.ts";
import { prim } from "../../engine/sensitivity/prim.ts";
import { boxSentences } from "../../report/sensitivity/boxes.ts";
import { namesOfScenario } from "../../report/sensitivity/naming.ts";
import { about as aboutOf } from "../../scenarios/about.ts";
import { sampleOf } from "../sensitivity/regions.ts";

const about = aboutOf(loadScenario("fall-prevention"));
const manifest = {
  scenario: "fall-prevention",
  scenarioHash: "",
  seed: "1",
  design: "sobol",
  draws: 1024,
  replicates: 16,
  paths: [],
  engine: "",
  ended: "fixed",
} as const;
const [en, sv] = (["en", "sv"] as const).map((language) => namesOfScenario(about, manifest, language));
/** Numbers and units are held together by spaces that do not break. */
const said = (text: string) => text.replaceAll("\u00a0", " ");
const path = (place: string) => `fall-prevention/${place}`;

test("inputs are said in the unit in which they are stated; drawn they are in years and kronor", () => {
  const amount = path("consequences.hospitalCare.amount");
  expect(said(sv.sayInput(amount, 12_000 * 365, 0))).toBe("12,0 tkr per dag");
  expect(said(sv.inputInterval(amount, { value: 0, se: 1, low: 11_000 * 365, high: 13_000 * 365 }))).toBe(
    "11,0–13,0 tkr per dag",
  );
  expect(said(sv.sayInput(path("consequences.hospitalCare.number"), 9 / 365, 0))).toBe("9,00 dagar per fall och år");
  expect(said(en.sayInput(path("costs.trainers.post.salary"), 450_000, 0))).toBe("37.5 thousand kr per month");
  expect(said(en.sayInput(path("target.stock.inflow"), 132, 0))).toBe("11 people per month");
  expect(said(en.sayInput(path("funnel.reached"), 0.7, 0))).toBe("70.0%");
  expect(sv.inputAxis(amount, [10_000 * 365, 14_000 * 365])).toEqual({ title: "tkr per dag", size: 365_000 });
});

test("a risk is called by its title", () => {
  expect(sv.input(path("turnover"))).toBe("Risk: Ledarna slutar, slumpens dragning (låg: den inträffar)");
  expect(sv.input(path("elsewhere"))).toBe("elsewhere");
});

test("what the inputs of a box have in common is said once", () => {
  const [participants, comparison] = ["participants", "comparison"].map((group) =>
    path(`outcomes.hospital.effect.changes.${group}`),
  );
  const box = (names: readonly string[], naming: typeof sv) =>
    boxSentences(
      prim(sampleOf(5, 8192, names, "chance", ([a, b]) => (a > 0.5 && b < 0.5 ? 0 : 1)))[0],
      "share",
      naming,
    )[0].replace(/\d[\d.,]*/g, "#");
  expect(box([participants, comparison], sv)).toMatch(
    /^I #\s% av utfallen där ”Y” inte nås gäller detta om ”Utfall: Sjukhusvård efter fall”: (förändring [\wåäö ]+ (minst|högst) #\s%( och )?){2}\.$/,
  );
  expect(box([participants, path("funnel.reached")], en)).toMatch(
    /^In #% of the outcomes where “Y” is not met, “[^”]+” is at (least|most) #% and “[^”]+” is at (least|most) #%\.$/,
  );
});
