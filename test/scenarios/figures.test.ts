import { describe, expect, test } from "vitest";
import { say } from "../../engine/issues.ts";
import { words } from "../../report/words/index.ts";
import { type FigureIds, figureId, figureTable, parseFigure } from "../../scenarios/figures.ts";

const ids: FigureIds = {
  actors: { municipality: ["fund", "education"], fund: [], education: [], state: [] },
  perspectives: ["organisation"],
  segments: ["over60", "others"],
  outcomes: {
    absence: { unit: { hour: 1, people: -1, year: -1 } },
    notFinishing: { unit: {} },
    score: { unit: { point: 1, people: -1 }, stated: { point: 1, people: -1 } },
  },
  consequences: ["assistance"],
  costs: ["team"],
  gainingFormulas: ["rent"],
  criteria: ["paysBack"],
  programmeYears: 3,
  horizonYears: 10,
};

describe("figures that are there", () => {
  test.each([
    ["net", { figure: "net" }, { kr: 1 }],
    ["net.organisation", { figure: "net", who: "organisation" }, { kr: 1 }],
    ["balance.education.y2", { figure: "balance", who: "education", year: 2 }, { kr: 1 }],
    [
      "benefit.assistance.state.over60.y9",
      { figure: "benefit", what: "assistance", who: "state", segment: "over60", year: 9 },
      { kr: 1 },
    ],
    ["benefit.rent", { figure: "benefit", what: "rent" }, { kr: 1 }],
    ["cost.team", { figure: "cost", what: "team" }, { kr: 1 }],
    ["cumulativeNet.organisation.y9", { figure: "cumulativeNet", who: "organisation", year: 9 }, { kr: 1 }],
    ["returnPerKrona.organisation", { figure: "returnPerKrona", who: "organisation" }, {}],
    ["paybackYear", { figure: "paybackYear" }, { year: 1 }],
    ["completed.y0", { figure: "completed", year: 0 }, { people: 1 }],
    ["cases.absence.over60", { figure: "cases", what: "absence", segment: "over60" }, { hour: 1 }],
    ["casesWithout.notFinishing.y2", { figure: "casesWithout", what: "notFinishing", year: 2 }, { case: 1 }],
    ["improvementGross.absence", { figure: "improvementGross", what: "absence" }, {}],
    ["statedEffect.absence.over60", { figure: "statedEffect", what: "absence", segment: "over60" }, {}],
    ["statedEffect.score", { figure: "statedEffect", what: "score" }, { point: 1, people: -1 }],
    ["costPer.notFinishing", { figure: "costPer", what: "notFinishing" }, { kr: 1, case: -1 }],
    ["costPer.score.fund", { figure: "costPer", what: "score", who: "fund" }, { kr: 1, point: -1 }],
  ])("%s", (text, figure, unit) => {
    expect(parseFigure(text, ids)).toEqual({ ok: true, figure, unit });
    expect(figureId(figure as Parameters<typeof figureId>[0])).toBe(text);
  });

  test("money is in the scenario's own unit", () => {
    expect(parseFigure("net", { ...ids, money: "EUR" })).toMatchObject({ unit: { EUR: 1 } });
  });
});

describe("figures that are not", () => {
  test.each([
    ["nett", "figureUnknown", { nearest: "net" }],
    ["pvBenifit.state", "figureUnknown", { nearest: "pvBenefit" }],
    ["observed.absence", "figureWithout", { place: "outcomes.absence.measurement" }],
    ["happened.turnover", "figurePart", { figure: "happened", form: "happened.risk[.yN]", part: "turnover" }],
    ["withStops/net", "figureWithout", { place: "stopRules" }],
    ["withStop/net", "figureUnknown", { nearest: "withStops/net" }],
    ["net.organization", "figurePart", { part: "organization", nearest: "organisation" }],
    ["cases.absense", "figurePart", { nearest: "absence", form: "cases.outcome[.segment][.yN]" }],
    ["net.assistance", "figurePart", { part: "assistance" }],
    ["cost.assistance", "figurePart", { part: "assistance" }],
    ["net.y1.state", "figureOrder", { part: "state" }],
    ["net.state.state", "figureOrder", { part: "state" }],
    ["cases", "figureNeeds", { nearest: "cases.absence" }],
    ["cumulativeNet.state", "figureNeeds", { nearest: "cumulativeNet.state.y0" }],
    ["net.y10", "figureYear", { year: 10, last: 9 }],
    ["completed.y3", "figureYear", { year: 3, last: 2 }],
    ["net.y01", "figurePart", { part: "y01" }],
    ["toString", "figureUnknown", {}],
    ["net.", "figurePart", { part: "" }],
  ])("%s: %s", (text, code, values) => {
    const parsed = parseFigure(text, ids);
    expect(parsed).toMatchObject({ ok: false, issue: { code, with: values } });
    if (parsed.ok) return;
    for (const language of ["en", "sv"] as const) {
      const { found, mend } = say(parsed.issue, language);
      expect(`${found} ${mend}`).not.toMatch(/[?{}]|undefined/);
    }
  });
});

test("every figure has its parts in order", () => {
  for (const [name, { takes, needs = [] }] of Object.entries(figureTable)) {
    const order = ["what", "who", "segment", "year"];
    expect(
      [...takes].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
      name,
    ).toEqual(takes);
    for (const part of needs) expect(takes).toContain(part);
  }
});

test("a report has a name for every figure, and for nothing else", () => {
  const named = Object.keys(words.en).flatMap((key) => (key.startsWith("f_") ? [key.slice("f_".length)] : []));
  // By the way that is good for the outcome, after its deductions, and in other money than kronor.
  const variants = ["casesFewer", "casesMore", "casesLater", "improvementDeducted", "returnInOther"];
  expect(named.sort()).toEqual([...Object.keys(figureTable), ...variants].sort());
});
