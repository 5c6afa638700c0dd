import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { inline, type Result, simulate } from "../../engine/index.ts";
import { checkGraph } from "../../engine/model/check.ts";
import { centreOf } from "../../report/centre.ts";
import type { CheckedScenario } from "../../scenarios/checked.ts";
import { type CompileOptions, compile } from "../../scenarios/compile/index.ts";
import { reproducesOf } from "../../scenarios/reproduces.ts";
import { comparedFigures } from "../models/r1Oracle.ts";
import { folder, load } from "./catalogue.ts";

const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

const runs = new Map<string, Promise<Result>>();

/** The result of a catalogue file, run once for all tests. */
function resultOf(file: string): Promise<Result> {
  const known = runs.get(file) ?? run(load(file));
  runs.set(file, known);
  return known;
}

async function run(checked: CheckedScenario, options: CompileOptions = { options: "none" }): Promise<Result> {
  const request = { ...compile(checked, options), seed: "1", design: "sobol" as const, draws: 16_384 };
  return (await simulate(request, inline()))!.result;
}

/** What a source gives: the mean, or the ratio of the means. */
function centre(result: Result, figure: string): number {
  const chance = result.chances?.[figure];
  if (chance !== undefined) return chance.probability.value;
  const summary = result.outputs[figure];
  if (summary === undefined) throw new Error(`the run gives no ${figure}`);
  return centreOf(summary)[1]!.value;
}

test("the catalogue is there", () => {
  expect(files).toEqual(expect.arrayContaining(["reference.yaml", "school-absence.yaml"]));
});

describe.each(files)("%s", (file) => {
  let checked: CheckedScenario;
  let result: Result;
  beforeAll(async () => {
    checked = load(file);
    result = await resultOf(file);
  });

  test("is named after its file, says nothing doubtful, and compiles to a sound graph", () => {
    expect(`${checked.content.id}.yaml`).toBe(file);
    expect(checked.warnings).toEqual([]);
    checkGraph(compile(checked).graph);
  });

  test("gives back its source's figures", () => {
    for (const { figure, value, within } of reproducesOf(checked.content)) {
      const got = centre(result, figure);
      expect(Math.abs(got - value), `${figure}: ${got}, the source says ${value}`).toBeLessThanOrEqual(within);
    }
  });

  test("has an answer in every draw, and accounts that add up to its net", () => {
    expect(result.failures.draws).toBe(0);
    const rows = result.accounts.filter(({ discounted }) => discounted);
    const net = rows.reduce((sum, { benefit, cost }) => sum + benefit.value - cost.value, 0);
    const size = rows.reduce((sum, { benefit, cost }) => sum + Math.abs(benefit.value) + Math.abs(cost.value), 0);
    expect(Math.abs(net - centre(result, "net"))).toBeLessThanOrEqual(1e-9 * size);
  });
});

test("the reference programme's figures lie where other programs have found them", async () => {
  const result = await resultOf("reference.yaml");
  const compared = comparedFigures(result);
  expect(compared.length).toBeGreaterThan(40);
  for (const { name, ours, known } of compared) {
    const z = (ours.value - known.value) / Math.sqrt(ours.se ** 2 + known.se ** 2);
    // Sixteen replicates: t with 15 degrees of freedom.
    expect(Math.abs(z), `${name}: ${ours.value} against ${known.value}`).toBeLessThan(7);
  }
});

describe("the school's goals", () => {
  let result: Result;
  beforeAll(async () => {
    result = await resultOf("school-absence.yaml");
  });
  const chance = (id: string) => result.criteria[id].probability.value;

  test("are met against the start and missed against the comparison, and both are shown", () => {
    const means = ["absence", "absence.over60", "notFinishing"].map((what) => [
      centre(result, `improvementGross.${what}`),
      centre(result, `improvementNet.${what}`),
    ]);
    [0.25, 0.4, 0.5].forEach((goal, i) => {
      expect(means[i][0]).toBeGreaterThan(goal - 0.005);
      expect(means[i][1]).toBeLessThan(goal);
    });
    for (const [id, gross, net] of [
      ["absenceAll", 0.9, 0.1],
      ["absenceHigh", 0.5, 0.04],
      ["finishing", 0.8, 0.09],
    ] as const) {
      expect(Math.abs(chance(id) - gross), id).toBeLessThan(0.01);
      const twin = id === "finishing" ? "finishingNetTwin" : `${id}Net`;
      expect(Math.abs(chance(twin) - net), twin).toBeLessThan(0.01);
    }
  });

  test("do not enter what the file calls success", () => {
    expect(chance("success")).toBeLessThanOrEqual(Math.min(chance("finishingNet"), chance("paysBack")));
    expect(chance("all")).toBeLessThanOrEqual(chance("success"));
  });
});

describe("the home visits' options", () => {
  let result: Result;
  beforeAll(async () => {
    const outputs = ["twoTeams/benefit.homeCare.elderly.y0", "twoTeams/cost.organisation.y0", "pvCost.groupMeetings"];
    result = await run(load("home-visits.yaml"), { outputs });
  });

  test("two teams cost what the guide says and lower the cost of care by what it says: 2.571 per krona", () => {
    const saved = centre(result, "twoTeams/benefit.homeCare.elderly.y0");
    const cost = centre(result, "twoTeams/cost.organisation.y0");
    expect(Math.abs(saved - 9_000_000)).toBeLessThan(100_000);
    expect(Math.abs(cost - 3_500_000)).toBeLessThan(50_000);
    expect(Math.abs(saved / cost - 9 / 3.5)).toBeLessThan(0.05);
  });

  test("the meetings, which had no effect, can be left out for what they cost", () => {
    const meetings = centre(result, "pvCost.groupMeetings");
    expect(Math.abs(centre(result, "withoutMeetings-base/net.organisation") / meetings - 1)).toBeLessThan(1e-9);
    expect(centre(result, "withoutMeetings/cases.moreCare")).toBe(centre(result, "cases.moreCare"));
  });
});
