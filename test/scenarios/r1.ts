import { handmade, outcome, type Stated } from "./handmade.ts";

/** The drawn numbers of the reference programme, in the order of its inputs. */
export const r1Inputs = [
  "targetGroup",
  "reach",
  "dropout",
  "baselineRisk",
  "effect",
  "fixedCostPerYear",
  "costPerParticipant",
  "unitCostA",
  "unitCostB",
  "persistence",
  "scaleUpFactor",
  "wageDrift",
] as const;

export type R1 = Readonly<Record<(typeof r1Inputs)[number], number>>;

/** The reference programme in plain JavaScript, from its description. */
export function r1(x: R1) {
  const participants = x.targetGroup * x.reach * (1 - x.dropout);
  const casesAvoided = participants * x.baselineRisk * x.effect * x.scaleUpFactor;
  let pvBenefit = 0;
  let pvBenefitMuni = 0;
  let pvCost = 0;
  let paybackYear = 10;
  const cumulative: number[] = [];
  for (let t = 0; t <= 9; t++) {
    const cost = t <= 2 ? x.fixedCostPerYear + participants * x.costPerParticipant : 0;
    let cases = 0;
    for (let c = 0; c <= 2; c++) if (c < t) cases += casesAvoided * x.persistence ** (t - c - 1);
    const drift = (1 + x.wageDrift) ** t;
    const discount = 1.035 ** t;
    pvBenefit += (cases * (x.unitCostA + x.unitCostB) * drift) / discount;
    pvBenefitMuni += (cases * x.unitCostA * drift) / discount;
    pvCost += cost / discount;
    cumulative.push(pvBenefit - pvCost);
    if (paybackYear === 10 && pvBenefit - pvCost >= 0) paybackYear = t;
  }
  const net = pvBenefit - pvCost;
  return { participants, casesAvoided, pvBenefit, pvBenefitMuni, pvCost, net, paybackYear, cumulative };
}

/** The reference programme as the checker understands it. */
export function checkedR1() {
  const named = Object.fromEntries(r1Inputs.map((name) => [name, { drawn: name } as Stated]));
  return handmade(
    {
      id: "reference",
      programme: { years: 3 },
      actors: { municipality: { title: { en: "The municipality" } }, region: { title: { en: "The region" } } },
      target: { segments: {}, size: "targetGroup" },
      outcomes: { relapse: outcome({ lasts: "to horizon" }, { relativeReduction: "effect", measuredOn: "completed" }) },
      consequences: {
        municipalCare: { of: "relapse", amount: "unitCostA", lasts: "1 year", gains: "municipality" },
        regionalCare: { of: "relapse", amount: "unitCostB", lasts: "1 year", gains: "region" },
      },
      costs: {
        operation: { amount: "fixedCostPerYear", when: "programme", paidBy: "municipality" },
        perPerson: { amount: "costPerParticipant", per: "enrolled", when: "programme", paidBy: "municipality" },
      },
      criteria: {
        gain: { test: "net > 0 kr" },
        fairReturn: { test: "returnPerKrona >= 1.5" },
        reachAndGain: { all: ["completed.y0 >= 150 people", "net > 0 kr"] },
      },
    },
    {
      ...named,
      discounting: 0.035,
      "target.size": { to: "targetGroup" },
      "funnel.reached": { to: "reach" },
      "funnel.dropout": { to: "dropout" },
      "funnel.dropouts.effectKept": 0,
      "funnel.dropouts.costKept": 0,
      "outcomes.relapse.baseline": { to: "baselineRisk" },
      "outcomes.relapse.effect.relativeReduction": { to: "effect" },
      "outcomes.relapse.fidelity": { to: "scaleUpFactor" },
      "outcomes.relapse.starts": 1,
      "outcomes.relapse.keeps": { to: "persistence" },
      "consequences.municipalCare.amount": { to: "unitCostA" },
      "consequences.municipalCare.drift": { to: "wageDrift" },
      "consequences.regionalCare.amount": { to: "unitCostB" },
      "consequences.regionalCare.drift": { to: "wageDrift" },
      "costs.operation.amount": { to: "fixedCostPerYear" },
      "costs.perPerson.amount": { to: "costPerParticipant" },
    },
    { "target.size": { people: 1, year: -1 } },
  );
}

/** Values of the inputs by path. */
export const asPaths = (x: Readonly<Record<string, number>>, id = "reference") =>
  Object.fromEntries(Object.entries(x).map(([name, value]) => [`${id}/${name}`, value]));
