import { GraphBuilder } from "../../engine/model/builder.ts";
import type { ModelData, ModelGraph } from "../../engine/model/graph.ts";
import { ln } from "../../engine/numeric/elementary.ts";
import type { RunRequest } from "../../engine/run/request.ts";

/*
 * Reference model R1: a three-year programme seen over ten years, written straight as a graph. The catalogue's `reference`
 * scenario says the same through the scenario format; tests hold the two to each other.
 */
const horizon = 10;
const programmeYears = 3;

const inputs: readonly (readonly [name: string, unit: string, ModelData["distributions"][string]])[] = [
  ["targetGroup", "people/year", { family: "pert", parameters: { low: 220, best: 300, high: 420, weight: 4 } }],
  ["reach", "share", { family: "beta", parameters: { alpha: 32, beta: 8 } }],
  ["dropout", "share", { family: "beta", parameters: { alpha: 6, beta: 24 } }],
  ["baselineRisk", "share", { family: "beta", parameters: { alpha: 20, beta: 30 } }],
  ["effect", "share", { family: "normal", parameters: { mean: 0.18, sd: 0.07 }, min: -0.2, max: 0.8 }],
  ["fixedCostPerYear", "kr/year", { family: "triangular", parameters: { low: 9e5, best: 1e6, high: 1.3e6 } }],
  ["costPerParticipant", "kr/person", lognormal(8000, 1500)],
  ["unitCostA", "kr/case/year", gamma(42_000, 9000)],
  ["unitCostB", "kr/case/year", gamma(15_000, 6000)],
  ["persistence", "share/year", { family: "beta", parameters: { alpha: 16, beta: 4 } }],
  ["scaleUpFactor", "share", { family: "uniform", parameters: { low: 0.7, high: 1 } }],
  ["wageDrift", "share/year", { family: "normal", parameters: { mean: 0.02, sd: 0.005 } }],
];

function gamma(mean: number, sd: number): ModelData["distributions"][string] {
  return { family: "gamma", parameters: { alpha: (mean / sd) * (mean / sd), beta: mean / (sd * sd) } };
}

function lognormal(mean: number, sd: number): ModelData["distributions"][string] {
  // The engine's own logarithm: the platform's may differ in the last bit between versions, and the draws with it.
  const variancelog = ln(1 + (sd / mean) * (sd / mean));
  return {
    family: "lognormal",
    parameters: { meanlog: ln(mean) - variancelog / 2, sdlog: Math.sqrt(variancelog) },
  };
}

export function r1(): { readonly graph: ModelGraph; readonly data: ModelData } {
  const b = new GraphBuilder();
  b.axis("period", horizon);
  const x = Object.fromEntries(
    inputs.map(([name, unit]) => [
      name,
      b.input({ path: `reference/${name}`, level: "parameter", suite: "reference", unit }),
    ]),
  );
  const one = b.constant(1);
  const participants = b.product([x.targetGroup, x.reach, b.subtract(one, x.dropout)]);
  const cases = b.product([participants, x.baselineRisk, x.effect, x.scaleUpFactor]);
  const inProgramme = b.parameter("inProgramme", ["period"]);
  const discount = b.parameter("discount", ["period"]);
  const cost = b.multiply(
    b.multiply(b.add(x.fixedCostPerYear, b.multiply(participants, x.costPerParticipant)), inProgramme),
    discount,
  );
  // S[t] = persistence · S[t − 1] + (1 in the year after a programme year), and the price level (1 + drift)^t.
  const zero = b.constant(0);
  const started = b.shift("period", 1, inProgramme);
  const active = b.scan("period", [started, x.persistence], [zero], (body) => {
    const next = body.binary("add", body.binary("multiply", body.operand(1), body.state(0)), body.operand(0));
    return { next: [next], emit: next };
  });
  const growth = b.add(one, x.wageDrift);
  const price = b.scan("period", [growth], [one], (body) => ({
    next: [body.binary("multiply", body.state(0), body.operand(0))],
    emit: body.state(0),
  }));
  const benefitOf = (unitCost: number) => b.product([b.multiply(cases, active), unitCost, price, discount]);
  const benefit = benefitOf(b.add(x.unitCostA, x.unitCostB));
  const pvBenefit = b.reduce("add", "period", benefit);
  const pvBenefitMuni = b.reduce("add", "period", benefitOf(x.unitCostA));
  const pvCost = b.reduce("add", "period", cost);
  const net = b.subtract(pvBenefit, pvCost);
  const cumulative = b.cumulative("period", b.subtract(benefit, cost));
  const payback = b.reduce(
    "min",
    "period",
    b.select(b.binary("greaterOrEqual", cumulative, zero), b.index("period"), b.constant(horizon)),
  );
  const figure = (id: string, node: number, unit: string, worse: "low" | "high" = "low") =>
    b.output({ id, node: b.name(node, id), unit, kind: "figure", worse });
  figure("pvBenefit", pvBenefit, "kr");
  figure("pvCost", pvCost, "kr", "high");
  figure("net", net, "kr");
  figure("pvBenefit.municipality", pvBenefitMuni, "kr");
  b.output({
    id: "returnPerKrona",
    node: b.divide(pvBenefit, pvCost),
    unit: "kr/kr",
    kind: "ratio",
    numerator: "pvBenefit",
    denominator: "pvCost",
  });
  b.output({ id: "paybackYear", node: payback, kind: "year", years: horizon });
  const gain = b.binary("greater", net, zero);
  const fair = b.binary("greaterOrEqual", b.subtract(pvBenefit, b.multiply(b.parameter("fairReturn"), pvCost)), zero);
  const enough = b.binary("greaterOrEqual", participants, b.parameter("enoughPeople"));
  b.output({ id: "criteria.gain", node: gain, kind: "test" });
  b.output({ id: "criteria.fairReturn", node: fair, kind: "test" });
  b.output({ id: "criteria.reachAndGain", node: b.binary("and", enough, gain), kind: "test" });
  const years = Array.from({ length: horizon }, (_, t) => t);
  return {
    graph: b.build(),
    data: {
      parameters: {
        inProgramme: years.map((t) => (t < programmeYears ? 1 : 0)),
        discount: years.map((t) =>
          Array(t)
            .fill(1.035)
            .reduce((factor, growth) => factor / growth, 1),
        ),
        fairReturn: 1.5,
        enoughPeople: 150,
      },
      distributions: Object.fromEntries(inputs.map(([name, , spec]) => [`reference/${name}`, spec])),
      correlations: [
        { between: ["reference/unitCostA", "reference/unitCostB"], correlation: 0.4 },
        { between: ["reference/reach", "reference/dropout"], correlation: -0.3 },
      ],
    },
  };
}

export function r1Request(asked: Partial<RunRequest> = {}): RunRequest {
  return {
    scenario: "reference",
    scenarioHash: "",
    content: null,
    ...r1(),
    accounts: [],
    headlines: ["net"],
    seed: "1",
    design: "sobol",
    draws: 65_536,
    warnings: [],
    ...asked,
  };
}
