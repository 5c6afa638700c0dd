import { expect, describe as group, test } from "vitest";
import { correlatedGroups } from "../../engine/dependence/groups.ts";
import { checkValue } from "../../scenarios/check.ts";

const names = ["a", "b", "c", "d"];

function outcomeOf(dependence: readonly unknown[]) {
  const uncertain = names.map((name) => [name, { mean: 1, sd: 0.1 }]);
  return checkValue({
    format: "utfall-scenario/1",
    id: "support",
    title: "Support",
    quantities: Object.fromEntries([...uncertain, ["fixed", 3]]),
    formulas: { y: "= a + b + c + d + fixed" },
    dependence,
  });
}

function correlationsOf(dependence: readonly unknown[]) {
  const outcome = outcomeOf(dependence);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const found = outcome.scenario.correlations.map(({ between, correlation }) => [
    between.map((path) => path.slice("support/".length)).join(""),
    correlation,
  ]);
  return { pairs: Object.fromEntries(found) as Record<string, number>, warnings: outcome.scenario.warnings };
}

function issuesOf(dependence: readonly unknown[]) {
  const outcome = outcomeOf(dependence);
  return outcome.ok ? outcome.scenario.warnings : outcome.issues;
}

const pair = (between: string, correlation: number | string, more: object = {}) => ({
  between: between.split(""),
  correlation,
  ...more,
});

group("what a correlation is one of", () => {
  test("ranks, Kendall's τ, normal scores", () => {
    const { pairs } = correlationsOf([
      pair("ab", 0.5),
      pair("bc", 0.5, { of: "kendall" }),
      pair("cd", 0.5, { of: "normal scores" }),
    ]);
    expect(pairs.ab).toBeCloseTo(2 * Math.sin((Math.PI * 0.5) / 6), 14);
    expect(pairs.bc).toBeCloseTo(Math.sin((Math.PI * 0.5) / 2), 14);
    expect(pairs.cd).toBe(0.5);
  });
  test("the content says so where the file does not", () => {
    const outcome = outcomeOf([pair("ab", 0.5)]);
    expect(outcome.ok && outcome.scenario.content.dependence[0].of).toBe("ranks");
  });
});

group("a common factor", () => {
  test("pairs correlate by the product of their loadings", () => {
    const { pairs } = correlationsOf([{ factor: "economy", of: ["a", "b", "c"], loading: [0.6, 0.5, "-0.7"] }]);
    expect(Object.keys(pairs)).toEqual(["ab", "ac", "bc"]);
    expect(pairs.ab).toBeCloseTo(0.3, 14);
    expect(pairs.ac).toBeCloseTo(-0.42, 14);
    expect(pairs.bc).toBeCloseTo(-0.35, 14);
  });
  test("one loading for all", () => {
    const { pairs } = correlationsOf([{ factor: "economy", of: names, loading: "60 %" }]);
    expect(Object.values(pairs)).toHaveLength(6);
    for (const correlation of Object.values(pairs)) expect(correlation).toBeCloseTo(0.36, 14);
  });
  test.each([
    [{ factor: "economy", of: ["a"], loading: 0.5 }, "factorSize"],
    [{ factor: "economy", of: ["a", "b"], loading: [0.5, 0.5, 0.5] }, "factorSize"],
    [{ factor: "economy", of: ["a", "a"], loading: 0.5 }, "pairItself"],
    [{ factor: "economy", of: ["a", "fixed"], loading: 0.5 }, "pairCertain"],
    [{ factor: "economy", of: ["a", "z"], loading: 0.5 }, "unknownName"],
    [{ factor: "economy", of: ["a", "b"], loading: 1 }, "correlationRange"],
    [{ factor: "economy", of: ["a", "b"] }, "dependenceForm"],
    [{ factor: "economy", of: "ranks", loading: 0.5 }, "dependenceForm"],
    [{ between: ["a", "b"] }, "dependenceForm"],
    [{ between: ["a", "b"], correlation: 0.5, of: ["a", "b"] }, "dependenceForm"],
    [{ between: ["a", "b"], correlation: 0.5, of: "pearson" }, "choiceUnknown"],
    [{ repair: "all" }, "choiceUnknown"],
  ])("%j: %s", (entry, code) => {
    expect(issuesOf([entry]).map((issue) => issue.code)).toEqual([code]);
  });
  test("a pair that a factor moves already is told", () => {
    const issues = issuesOf([{ factor: "economy", of: ["a", "b"], loading: 0.5 }, pair("ab", 0.2)]);
    expect(issues).toMatchObject([{ code: "pairTwice", path: "dependence.1.between" }]);
  });
});

group("correlations that contradict each other", () => {
  const clash = [
    pair("ab", 0.7, { of: "normal scores" }),
    pair("bc", 0.6, { of: "normal scores" }),
    pair("ac", -0.4, { of: "normal scores" }),
  ];
  test("are told with the nearest that hold, which can be written instead", () => {
    const [issue, ...rest] = issuesOf(clash);
    expect(rest).toEqual([]);
    expect(issue).toMatchObject({ code: "correlationsContradict", path: "dependence.2.correlation" });
    const told = [...String(issue.with!.nearest).matchAll(/(\w) – (\w) (−?)([\d.]+)/g)];
    expect(told).toHaveLength(3);
    const instead = told.map(([, a, b, sign, value]) =>
      pair(a + b, (sign === "" ? 1 : -1) * Number(value), { of: "normal scores" }),
    );
    expect(issuesOf(instead)).toEqual([]);
    expect(issue.with).toMatchObject({ pair: "a – b", from: "0.7" });
    expect(told[0].slice(3).join("")).toBe(issue.with!.to);
  });
  test("repair: nearest uses them, and says so", () => {
    const { pairs, warnings } = correlationsOf([...clash, { repair: "nearest" }]);
    expect(warnings).toMatchObject([{ code: "correlationsRepaired", with: { pair: "a – b", from: "0.7" } }]);
    expect(pairs.ac).toBeGreaterThan(-0.4);
    expect(pairs.ab).toBeLessThan(0.7);
    const between = (a: string, b: string) => ({ between: [a, b] as const, correlation: pairs[a + b] });
    const groups = correlatedGroups(["a", "b", "c"], [between("a", "b"), between("b", "c"), between("a", "c")]);
    expect(groups).toHaveLength(1);
    // on the edge of what is possible: given a and b, hardly anything is left of c
    expect(groups[0].factor[2][2]).toBeLessThan(0.01);
  });
  test("inputs that have nothing to do with them stay as they are", () => {
    const others = [...clash.slice(0, 2), { ...clash[2] }, { repair: "nearest" }];
    expect(Object.keys(correlationsOf(others).pairs)).toEqual(["ab", "ac", "bc"]);
  });
  test("with nothing to repair it changes nothing", () => {
    expect(correlationsOf([pair("ab", 0.5), { repair: "nearest" }])).toEqual(correlationsOf([pair("ab", 0.5)]));
  });
});
