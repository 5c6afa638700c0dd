import { expect, describe as group, test } from "vitest";
import { correlatedGroups } from "../../engine/dependence/groups.ts";
import { scoreFromSpearman, spearmanOfScores } from "../../engine/dependence/rankCorrelation.ts";
import { spearmanOfT } from "../../engine/dependence/spearmanOfT.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";

const names = ["a", "b", "c", "d", "e", "f", "g", "h"];

function outcomeOf(dependence: readonly unknown[]) {
  const uncertain = names.map((name) => [name, { mean: 1, sd: 0.1 }]);
  return checkValue({
    format: "utfall-scenario/1",
    id: "support",
    title: "Support",
    quantities: Object.fromEntries([...uncertain, ["fixed", 3]]),
    formulas: { y: `= ${names.join(" + ")} + fixed` },
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
    const { pairs } = correlationsOf([{ factor: "economy", of: names.slice(0, 4), loading: "60 %" }]);
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
    const { pairs } = correlationsOf([pair("de", 0.3, { of: "normal scores" }), ...clash, { repair: "nearest" }]);
    expect(Object.keys(pairs).sort()).toEqual(["ab", "ac", "bc", "de"]);
    expect(pairs.de).toBe(0.3);
  });
  test("two groups that do are told of and mended each", () => {
    const two = [pair("ab", 0.9), pair("bc", 0.9), pair("ac", -0.9), pair("de", 0.8), pair("ef", 0.8)];
    expect(issuesOf(two).map(({ code, path }) => [code, path])).toEqual([
      ["correlationsContradict", "dependence.2.correlation"],
      ["correlationsLeaveNoRoom", "dependence.4.correlation"],
    ]);
    const { pairs, warnings } = correlationsOf([...two, { repair: "nearest" }]);
    expect(warnings.map(({ code }) => code)).toEqual(["correlationsRepaired", "correlationsRepaired"]);
    const all = Object.entries(pairs).map(([names, correlation]) => {
      const [a, b] = names.split("");
      return { between: [a, b] as const, correlation };
    });
    expect(correlatedGroups(names, all)).toHaveLength(2);
    expect(pairs.df).toBeGreaterThan(0.05);
  });
  test("the one pair that nothing is said about is told with the room that the others leave it", () => {
    const chain = [pair("ab", 0.8), pair("bc", 0.7)];
    const [{ code, with: told }] = issuesOf(chain);
    expect(code).toBe("correlationsLeaveNoRoom");
    expect(told).toMatchObject({ names: "a – b 0.8, b – c 0.7", unstated: "a – c" });
    const [r, s] = [0.8, 0.7].map(scoreFromSpearman);
    const half = Math.sqrt((1 - r * r) * (1 - s * s));
    expect(Number(told!.least)).toBeCloseTo(spearmanOfScores(r * s - half), 3);
    expect(Number(told!.greatest)).toBeCloseTo(spearmanOfScores(r * s + half), 3);
    expect(issuesOf([...chain, pair("ac", Number(told!.least) + 0.001)])).toEqual([]);
    expect(issuesOf([...chain, pair("ac", Number(told!.least) - 0.001)])).toHaveLength(1);
  });
  test("of a large group, those are named that contradict each other, and what moves most", () => {
    const others = "defgh".split("").map((name) => pair(`a${name}`, 0.3));
    const [issue] = issuesOf([pair("ab", 0.9), ...others, pair("bc", 0.9), pair("ac", -0.9)]);
    expect(issue).toMatchObject({ code: "correlationsContradict", path: "dependence.7.correlation" });
    expect(issue.with?.names).toBe("a – b 0.9, b – c 0.9, a – c −0.9");
    expect(String(issue.with?.nearest).split(", ")).toHaveLength(11);
    expect(issue.with?.nearest).toMatch(/, …$/);
  });
  test("with nothing to repair it changes nothing", () => {
    expect(correlationsOf([pair("ab", 0.5), { repair: "nearest" }])).toEqual(correlationsOf([pair("ab", 0.5)]));
  });
});

group("a t copula", () => {
  const t = (members: string, degreesOfFreedom: number | string = 4) => ({
    copula: "t",
    degreesOfFreedom,
    of: members.split(""),
  });
  const checkedOf = (dependence: readonly unknown[]) => {
    const outcome = outcomeOf(dependence);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    return outcome.scenario;
  };

  test("is read, in the model's data, and what a correlation is one of goes by it wherever it stands", () => {
    const checked = checkedOf([pair("ab", 0.5), pair("bc", 0.5, { of: "kendall" }), pair("de", 0.5), t("cab", "4")]);
    const copulas = [{ of: ["support/c", "support/a", "support/b"], degreesOfFreedom: 4 }];
    expect(checked.copulas).toEqual(copulas);
    const { data } = compile(checked);
    expect(data.copulas).toEqual(copulas);
    const [ab, bc, de] = data.correlations.map(({ correlation }) => correlation);
    expect(spearmanOfT(ab, 4)).toBeCloseTo(0.5, 12);
    expect(bc).toBeCloseTo(Math.sin((Math.PI * 0.5) / 2), 14);
    expect(de).toBe(scoreFromSpearman(0.5));
    expect(compile(checkedOf([pair("ab", 0.5)])).data).not.toHaveProperty("copulas");
  });
  test("a factor's inputs can have it, and others without any correlation", () => {
    const checked = checkedOf([{ factor: "wages", of: ["a", "b", "c"], loading: 0.6 }, t("abc"), t("de", 3)]);
    expect(
      correlatedGroups(
        names.map((name) => `support/${name}`),
        checked.correlations,
        checked.copulas,
      ),
    ).toHaveLength(2);
  });
  test("contradictions are shown as the ranks that were stated", () => {
    const [{ with: told }] = issuesOf([pair("ab", 0.9), pair("bc", 0.8), pair("ac", -0.7), t("abc", 2)]);
    expect(told?.names).toBe("a – b 0.9, b – c 0.8, a – c −0.7");
  });
  test.each([
    [[t("a")], ["copulaSize dependence.0.of"]],
    [[t("ab", 0.5)], ["copulaDegrees dependence.0.degreesOfFreedom"]],
    [[t("ab", "3 kr")], ["copulaDegrees dependence.0.degreesOfFreedom"]],
    [[t("ab", 1e7)], ["copulaDegrees dependence.0.degreesOfFreedom"]],
    [[t("aa")], ["pairItself dependence.0.of.1"]],
    [[t("ab"), t("bc")], ["copulaTwice dependence.1.of.0"]],
    [[t("ab"), pair("bc", 0.3)], ["copulaIncomplete dependence.1.between"]],
    [[t("ab"), { factor: "x", of: ["b", "c"], loading: 0.5 }], ["copulaIncomplete dependence.1.of"]],
    [[t("ay")], ["pairComputed dependence.0.of.1"]],
    [[{ copula: "gumbel", degreesOfFreedom: 4, of: ["a", "b"] }], ["choiceUnknown dependence.0.copula"]],
    [[{ copula: "t", of: ["a", "b"] }], ["dependenceForm dependence.0"]],
  ])("%j is told", (dependence, told) => {
    expect(issuesOf(dependence).map(({ code, path }) => `${code} ${path}`)).toEqual(told);
  });
});

group("values in steps", () => {
  const outcomeWith = (correlation: number, a: object, b: object) =>
    checkValue({
      format: "utfall-scenario/1",
      id: "support",
      title: "Support",
      quantities: { a, b },
      formulas: { y: "= a + b" },
      dependence: [pair("ab", correlation)],
    });
  const rare = { as: "bernoulli", probability: "4 %" };
  test("a rank correlation beyond what they allow is a warning, with what they do", () => {
    // Of an event of chance p and a continuous quantity: at most √(3p(1 − p)).
    const most = Math.sqrt(3 * 0.04 * 0.96);
    const outcome = outcomeWith(0.5, rare, { mean: 1, sd: 0.1 });
    expect(outcome.ok && outcome.scenario.warnings).toMatchObject([
      {
        code: "correlationOutOfReach",
        path: "dependence.0.correlation",
        with: { names: "a – b", wanted: "0.5", high: most.toFixed(2), low: `−${most.toFixed(2)}` },
      },
    ]);
    const within = outcomeWith(0.3, rare, { mean: 1, sd: 0.1 });
    expect(within.ok && within.scenario.warnings).toEqual([]);
  });
  test("none where both are continuous, nor where the steps match", () => {
    for (const other of [{ mean: 1, sd: 0.1 }, rare]) {
      const outcome = outcomeWith(0.99, other, other);
      expect(outcome.ok && outcome.scenario.warnings).toEqual([]);
    }
  });
});

test("what each person has of their own cannot be correlated as one number", () => {
  const outcome = checkValue({
    format: "utfall-scenario/1",
    id: "support",
    title: "Support",
    quantities: { a: { mean: 1, sd: 0.1 }, own: { each: { mean: 9, sd: 1, unit: "days/case" }, number: "4 cases" } },
    formulas: { y: "= own * a" },
    dependence: [{ between: ["a", "own"], correlation: 0.3 }],
  });
  expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ code: "pairEach", path: "dependence.0.between.1" }]);
});

group("a correlation from data", () => {
  const outcomeWith = (a: object, b: object, more: object = {}) =>
    checkValue({
      format: "utfall-scenario/1",
      id: "support",
      title: "Support",
      quantities: { a, b },
      formulas: { y: "= a + b" },
      dependence: [{ between: ["a", "b"], correlation: "from data", ...more }],
    });
  const a = { data: [3, 1, 4, 1, 5] };
  test("is Spearman's of the rows, ties sharing their mean rank, whatever is made of the data", () => {
    // Ranks 3, 1½, 4, 1½, 5 and 2, 4, 3, 1, 5: the sum of products of what they differ from 3 by is 5.5.
    const wanted = 5.5 / Math.sqrt(9.5 * 10);
    for (const b of [{ data: [20, 90, 30, 10, 95] }, { as: "gamma", data: [20, 90, 30, 10, 95] }]) {
      const outcome = outcomeWith(a, b);
      expect(outcome.ok && outcome.scenario.correlations[0].correlation).toBeCloseTo(
        2 * Math.sin((Math.PI * wanted) / 6),
        14,
      );
      expect(outcome.ok && outcome.scenario.content.dependence[0].correlation).toBe("from data");
    }
  });
  test.each([
    [{ data: [1, 2, 3, 4] }, {}, "correlationData"],
    [{ mean: 3, sd: 1 }, {}, "correlationData"],
    [{ data: [3, 1, 4, 1.5, 5] }, { of: "kendall" }, "numberForm"],
    [{ data: [3, 1, 4, 1, 5] }, {}, "correlationRange"],
    [{ data: [3, "one", 4, 1, 5] }, {}, "numberHere"],
  ])("with %j, %j: told", (b, more, code) => {
    const outcome = outcomeWith(a, b, more);
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.code)).toEqual([code]);
  });
});
