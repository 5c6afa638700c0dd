import { describe, expect, test } from "vitest";
import { say } from "../../engine/issues.ts";
import { about } from "../../scenarios/about.ts";
import { checkText } from "../../scenarios/check.ts";
import type { CheckOutcome } from "../../scenarios/checked.ts";

const file = (lines: {
  cost?: string;
  effect?: string;
  outcome?: string;
  consequence?: string;
  quantities?: string;
}) => `
format: utfall-scenario/1
id: visits
title: Home visits
language: sv
sources: { ours: Vår egen bedömning, study: En utvärdering, accounts: Bokslutet, register: Registret }
defaults: { source: ours, evidence: assumption }
currency: SEK
priceYear: 2025
programme: { years: 2 }
discounting: 3 %/year
actors: { kommunen: Kommunen }
quantities: { perDay: { low: 5 000, best: 6 000, high: 9 000, unit: kr/day${lines.quantities ?? ""} } }
target: { size: 40 people/year }
funnel: { accepted: 80 % }
outcomes:
  placed:
    title: Placeras
    better: lower
    ${lines.outcome ?? ""}
    baseline: { count: 12, of: 40 }
    effect: ${lines.effect ?? "{ relativeRisk: 0.8, se: 0.1, measuredOn: completed }"}
consequences:
  care:
    of: placed
    ${lines.consequence ?? ""}
    share: { low: 80 %, best: 90 %, high: 100 %, source: register }
    amount: = perDay * 100 day/case
    gains: kommunen
costs:
  team: { amount: { low: 400, best: 500, high: 700, unit: tkr/year }, paidBy: kommunen${lines.cost ?? ""} }
`;
const read = (lines: Parameters<typeof file>[0]) => checkText(file(lines), "visits.yaml");
const scenarioOf = (lines: Parameters<typeof file>[0]) => {
  const outcome = read(lines);
  if (!outcome.ok) throw new Error("the scenario did not pass");
  return outcome.scenario;
};
const rowsOf = (lines: Parameters<typeof file>[0]) =>
  Object.fromEntries(about(scenarioOf(lines)).assumptions.map((row) => [row.place, row]));
const issuesOf = (outcome: CheckOutcome) => (outcome.ok ? [] : outcome.issues);

describe("what the numbers of an entry rest on", () => {
  test("a source and its evidence at a cost, a consequence, an outcome or an effect hold for the numbers inside", () => {
    const rows = rowsOf({
      cost: ", source: accounts, evidence: data",
      outcome: "source: register",
      effect: "{ relativeRisk: 0.8, se: 0.1, measuredOn: completed, source: study, evidence: research }",
      consequence: "source: accounts",
    });
    expect(rows["costs.team.amount"]).toMatchObject({ source: "accounts", evidence: "data" });
    expect(rows["outcomes.placed.baseline"]).toMatchObject({ source: "register", evidence: "assumption" });
    expect(rows["outcomes.placed.effect.relativeRisk"]).toMatchObject({ source: "study", evidence: "research" });
    // What a number says itself comes first.
    expect(rows["consequences.care.share"]).toMatchObject({ source: "register" });
    expect(rows["target.size"]).toMatchObject({ source: "ours", evidence: "assumption" });
  });

  test("a source that is not listed is told where it stands", () => {
    expect(
      issuesOf(read({ cost: ", source: acounts" }))
        .filter(({ code }) => code === "sourceUnknown")
        .map(({ path }) => path),
    ).toEqual(["costs.team.source"]);
  });

  test("the number beside a standard error may say what it rests on", () => {
    const plain = scenarioOf({});
    const noted = scenarioOf({
      effect: "{ relativeRisk: { value: 0.8, source: study }, se: 0.1, measuredOn: completed }",
    });
    expect(noted.inputs.map(({ distribution }) => distribution)).toEqual(
      plain.inputs.map(({ distribution }) => distribution),
    );
    expect(about(noted).assumptions.find(({ place }) => place.endsWith("relativeRisk"))?.source).toBe("study");
  });
});

test("a named quantity is called by its title", () => {
  expect(rowsOf({ quantities: ", title: Dygnskostnad på hem" }).perDay.title.sv).toBe("Dygnskostnad på hem");
});

describe("units in Swedish", () => {
  const mendOf = (text: string) => {
    const issue = issuesOf(checkText(text, "visits.yaml")).find(({ code }) => code.startsWith("unit"))!;
    return [issue.code, say(issue, "sv").mend];
  };
  test("the English word is told, and an own one in its Swedish plural leads to itself", () => {
    const swedish = file({}).replace("40 people/year", "40 elever/year");
    expect(mendOf(swedish)).toEqual(["unitSwedish", expect.stringContaining("Skriv people")]);
    const own = file({})
      .replace("currency: SEK", "currency: SEK\nunits: { grupptraff: Gruppträff }")
      .replace("unit: tkr/year", "unit: tkr/grupptraffar");
    expect(mendOf(own)).toEqual(["unitUnknown", expect.stringContaining("grupptraff.")]);
  });
});

test("the posts that take people in may be a plain number, as elsewhere", () => {
  const posts = (written: string) => {
    const text = file({}).replace(
      "accepted: 80 %",
      `accepted: 80 %, capacity: { posts: ${written}, perPost: 18 people/post/year }`,
    );
    const outcome = checkText(text, "visits.yaml");
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    return outcome.scenario.quantities.get("funnel.capacity.posts");
  };
  expect(posts("3")).toMatchObject({ kind: "number", value: 3 });
  expect(posts("3 posts")).toMatchObject({ kind: "number", value: 3 });
});
