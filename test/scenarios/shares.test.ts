import { expect, describe as group, test } from "vitest";
import { blockSize, roundDraws } from "../../engine/design/plan.ts";
import { dirichletCovariance, dirichletMargins, dirichletMean } from "../../engine/distributions/dirichlet.ts";
import { describe } from "../../engine/distributions/index.ts";
import { interpret } from "../../engine/kernel/interpret.ts";
import { about } from "../../scenarios/about.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { differences, planOf } from "../kernel/sameBits.ts";

/* Shares of a whole: they sum to one, each alone is beta, and together they are Dirichlet. */

function outcomeOf(placement: unknown, formulas: object = {}, more: object = {}) {
  return checkValue({
    format: "utfall-scenario/1",
    id: "support",
    title: "Support",
    sources: { register: { title: "The register" } },
    quantities: { placement },
    formulas,
    ...more,
  });
}

const names = ["placement.home", "placement.family", "placement.institution"];
const money = {
  priceYear: 2026,
  discounting: "3 %/year",
  actors: { city: "City" },
};

function checkedOf(placement: unknown, formulas: object = { y: `= ${names.join(" + ")}` }, more: object = {}) {
  const outcome = outcomeOf(placement, formulas, more);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.scenario;
}

/** A model whose outputs are the three shares and their sum. */
function modelOf(placement: unknown) {
  const formulas = { total: { value: `= (${names.join(" + ")}) * 1 kr`, gains: "city" } };
  const { graph, data } = compile(checkedOf(placement, formulas, money));
  const nodeOf = (place: string) => Number(Object.entries(graph.names).find(([, name]) => name === place)![0]);
  const outputs = [...names, "formulas.total.value"].map((place) => {
    return { id: place, node: nodeOf(place), unit: "share", kind: "figure", worse: "low" } as const;
  });
  return { graph: { ...graph, outputs }, data };
}

function drawsOf(placement: unknown, design: "plain" | "sobol", draws: number) {
  const { graph, data } = modelOf(placement);
  const plan = { seed: "3", design, ...roundDraws(design, draws), sources: {} };
  const kernel = interpret(graph, data, plan);
  const columns = graph.outputs.map(() => new Float64Array(plan.draws));
  for (let block = 0; block < plan.draws / blockSize; block++)
    kernel.run(
      block,
      columns.map((column) => column.subarray(block * blockSize, (block + 1) * blockSize)),
    );
  return columns;
}

group.each([
  ["counts, with half a case each", { shares: { home: 12, family: 7, institution: 3 } }, [12.5, 7.5, 3.5]],
  ["counts on a flat prior", { shares: { home: 12, family: 0, institution: 1 }, prior: "uniform" }, [13, 1, 2]],
  ["shares and how sure", { shares: { home: "60 %", family: "30 %", institution: 0.1 }, of: 8 }, [4.8, 2.4, 0.8]],
] as const)("%s", (_, placement, alpha) => {
  test("drawn shares sum to one and have the exact means, variances and covariances, within 4 standard errors", () => {
    const [first, second, third, whole] = drawsOf(placement, "plain", 32_768);
    const shares = [first, second, third];
    for (const total of whole) if (!(Math.abs(total - 1) <= 2 ** -52)) expect.fail(`sum ${total}`);
    const n = whole.length;
    const mean = dirichletMean(alpha);
    const covariance = dirichletCovariance(alpha);
    const within = (values: (d: number) => number, truth: number) => {
      let [total, squares] = [0, 0];
      for (let d = 0; d < n; d++) {
        const off = values(d) - truth;
        total += off;
        squares += off * off;
      }
      expect(Math.abs(total / n)).toBeLessThanOrEqual(4 * Math.sqrt(squares / n / n));
    };
    for (const [i, share] of shares.entries()) {
      within((d) => share[d], mean[i]);
      for (const [j, other] of shares.entries())
        within((d) => (share[d] - mean[i]) * (other[d] - mean[j]), covariance[i][j]);
    }
  });

  test("each share alone is beta: Kolmogorov's distance to it is small", () => {
    const n = 16_384;
    drawsOf(placement, "sobol", n)
      .slice(0, 3)
      .forEach((share, i) => {
        const { cdf } = describe(dirichletMargins(alpha)[i]);
        const sorted = share.slice().sort();
        const distance = sorted.reduce((most, x, k) => Math.max(most, Math.abs(cdf(x) - (k + 0.5) / n)), 0);
        // 1.95/√n is passed by plain draws once in a thousand.
        expect(distance).toBeLessThan(1.95 / Math.sqrt(n));
      });
  });

  test("the compiled kernel gives the same bits", () => {
    const { graph, data } = modelOf(placement);
    for (const design of ["plain", "sobol"] as const)
      expect(differences({ graph, data }, planOf({ design }), [0, 19])).toEqual([]);
  });
});

test("what is drawn: each share of what the ones before it leave, by paths of its own", () => {
  const { inputs, quantities } = checkedOf({ shares: { home: 12, family: 7, institution: 3 } });
  expect(inputs.map(({ path, distribution }) => [path, distribution.parameters])).toEqual([
    ["support/placement.home", { alpha: 12.5, beta: 11 }],
    ["support/placement.family.ofRest", { alpha: 7.5, beta: 3.5 }],
  ]);
  expect(quantities.get("placement.institution")).toMatchObject({
    kind: "formula",
    margin: { family: "beta", parameters: { alpha: 3.5, beta: 20 } },
  });
  const shared = checkedOf({ shares: { home: 12, family: 7, institution: 3 }, shared: "placement" });
  expect(shared.inputs.map(({ path }) => path)).toEqual(["shared/placementHome", "shared/placementFamilyOfRest"]);
});

test("shares fit where a share is wanted, and the content stays as written", () => {
  const placement = { shares: { home: 12, family: 7, institution: 3 }, source: "register" };
  const checked = checkedOf(
    placement,
    {},
    {
      ...money,
      target: { size: "100 people" },
      consequences: {
        care: { of: "everyone", share: "placement.family", amount: "9 kr/person/year", gains: "city", cashable: "0 %" },
        stay: { of: "everyone", share: "placement.home", amount: "9 kr/person/year", gains: "city", cashable: "0 %" },
        more: {
          of: "everyone",
          share: "placement.institution",
          amount: "9 kr/person/year",
          gains: "city",
          cashable: "0 %",
        },
      },
    },
  );
  expect(checked.warnings).toEqual([]);
  expect(checked.content.quantities.placement).toEqual(placement);
  const again = checkValue(checked.content);
  expect(again.ok && again.scenario.hash).toBe(checked.hash);
});

test("the list of assumptions has a row for each, with its source and in words", () => {
  const { assumptions } = about(checkedOf({ shares: { home: 12, family: 7, institution: 3 }, source: "register" }));
  const rows = assumptions.filter(({ place }) => place.startsWith("placement."));
  expect(rows).toMatchObject([
    { place: "placement.home", title: { en: "Placement: Home" }, input: "support/placement.home", uncertain: true },
    { place: "placement.family", input: "support/placement.family.ofRest", uncertain: true, source: "register" },
    { place: "placement.institution", written: { sv: "3 av 22 observerade" }, uncertain: true },
  ]);
  const sure = about(checkedOf({ shares: { home: "60 %", family: "30 %", institution: "10 %" }, of: 40 })).assumptions;
  expect(sure.find(({ place }) => place === "placement.family")?.written.en.replace(/\s/g, " ")).toBe(
    "30 %, as sure as after 40 cases",
  );
});

group("what cannot be is told", () => {
  test.each([
    [{ shares: { home: 12 } }, ["sharesForm quantities.placement.shares"]],
    [{ shares: [12, 7] }, ["sharesForm quantities.placement.shares"]],
    [{ shares: { home: 12, family: -7 } }, ["sharesNumber quantities.placement.shares.family"]],
    [{ shares: { home: 12, family: "7 kr" } }, ["sharesNumber quantities.placement.shares.family"]],
    [{ shares: { home: 12, family: { mean: 7, sd: 1 } } }, ["sharesNumber quantities.placement.shares.family"]],
    [{ shares: { home: 12, family: "seven" } }, ["numberForm quantities.placement.shares.family"]],
    [{ shares: { home: 12, Family: 7 } }, ["badId quantities.placement.shares.Family"]],
    [{ shares: { home: "60 %", family: "30 %" }, of: 40 }, ["sharesSum quantities.placement.shares"]],
    [{ shares: { home: "60 %", family: "40 %" }, of: 40, prior: 1 }, ["sharesPrior quantities.placement.prior"]],
    [{ shares: { home: 12, family: 0 }, prior: 0 }, ["sharesNone quantities.placement.shares.family"]],
    [{ shares: { home: 12, family: 7 }, prior: "flat" }, ["priorForm quantities.placement.prior"]],
    [{ shares: { home: 12, family: 7 }, min: 0 }, ["unknownKey quantities.placement.min"]],
    [{ shares: { home: 12, family: 7 }, source: "elsewhere" }, ["sourceUnknown quantities.placement.source"]],
  ])("%j", (placement, told) => {
    const outcome = outcomeOf(placement, { y: "= placement.home + 1" });
    expect(outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(told);
  });

  test("the whole where a part is meant; shares where nothing is named", () => {
    const placement = { shares: { home: 12, family: 7 } };
    const formula = outcomeOf(placement, { y: "= 3 * placement" });
    expect(formula.ok || formula.issues).toMatchObject([{ code: "pairParts", path: "formulas.y.value" }]);
    const name = outcomeOf(placement, {}, { funnel: { reached: "placement" }, target: { size: "9 people" } });
    expect(name.ok || name.issues).toMatchObject([
      { code: "pairParts", with: { parts: "placement.home, placement.family" } },
    ]);
    const elsewhere = outcomeOf(
      placement,
      { y: "= placement.home" },
      {
        funnel: { reached: { shares: { home: 12, family: 7 } } },
        target: { size: "9 people" },
      },
    );
    expect(elsewhere.ok || elsewhere.issues).toMatchObject([{ code: "sharesPlace", path: "funnel.reached.shares" }]);
  });

  test("nothing of a whole used is a warning", () => {
    const outcome = outcomeOf({ shares: { home: 12, family: 7 } });
    const codes = outcome.ok ? outcome.scenario.warnings.map(({ code, path }) => `${code} ${path}`) : [];
    expect(codes).toContain("quantityUnused quantities.placement");
  });
});
