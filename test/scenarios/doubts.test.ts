import { describe, expect, test } from "vitest";
import { say } from "../../engine/issues.ts";
import { about } from "../../scenarios/about.ts";
import { checkText, checkValue } from "../../scenarios/check.ts";
import type { CheckedScenario, CheckOutcome } from "../../scenarios/checked.ts";
import { priceFiles } from "../../scenarios/files.ts";

const whole = `
format: utfall-scenario/1
id: support
title: Support
priceYear: 2023
programme: { years: 2 }
discounting: 3 %/year
actors: { municipality: The municipality }
quantities:
  leaving: { low: 10 %, best: 20 %, high: 30 % }
target: { size: 100 people/year }
funnel: { dropout: leaving }
outcomes:
  relapse:
    title: Relapse
    better: lower
    baseline: { low: 35 %, best: 40 %, high: 45 % }
    effect: { relativeReduction: { mean: 15 %, sd: 5 %, min: 0 %, max: 100 % }, measuredOn: completed }
consequences:
  care: { of: relapse, amount: { as: gamma, mean: 90 000, sd: 20 000, unit: kr/case }, gains: municipality, cashable: 50 % }
costs:
  team: { post: { salary: { low: 36 000, best: 38 000, high: 41 000, unit: kr/month }, charges: 43 % }, paidBy: municipality }
  premises: { amount: 200 000 kr/year, paidBy: municipality }
`;

/** The scenario with some texts replaced. */
function changed(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
    return text.replace(from, to);
  }, whole);
}

const check = (...changes: readonly (readonly [string, string])[]) =>
  checkText(changed(...changes), "a.yaml", priceFiles());

function sound(outcome: CheckOutcome): CheckedScenario {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, null, 1));
  return outcome.scenario;
}

/** `code line`, and in whole sentences in both languages. */
function warnings(...changes: readonly (readonly [string, string])[]): string[] {
  return sound(check(...changes)).warnings.map((issue) => {
    for (const language of ["en", "sv"] as const) {
      const { found, mend } = say(issue, language);
      expect(`${found} ${mend}`).not.toMatch(/\?|undefined|NaN|\{\w+\}/);
    }
    return `${issue.code} ${issue.at?.line}`;
  });
}

const lineOf = (start: string) => whole.split("\n").findIndex((line) => line.trimStart().startsWith(start)) + 1;
const premises = "  premises: { amount: 200 000 kr/year, paidBy: municipality }\n";
const reduction = "{ mean: 15 %, sd: 5 %, min: 0 %, max: 100 % }";
const gamma = "{ as: gamma, mean: 90 000, sd: 20 000, unit: kr/case }";
const salary = "{ low: 36 000, best: 38 000, high: 41 000, unit: kr/month }";

test("nothing is said of a scenario without a slip", () => expect(warnings()).toEqual([]));

describe("the same quantity twice", () => {
  const second = (post: string) => [premises, `${premises}  more: { post: ${post}, paidBy: municipality }\n`] as const;

  test("an uncertain salary or on-cost written out in two posts", () => {
    const post = `{ salary: ${salary}, charges: { low: 40 %, best: 43 %, high: 46 % } }`;
    const last = lineOf("premises:") + 1;
    expect(warnings(second(post))).toEqual([`sameTwice ${last}`]);
    const both = [["charges: 43 %", "charges: { low: 40 %, best: 43 %, high: 46 % }"], second(post)] as const;
    expect(warnings(...both)).toEqual([`sameTwice ${last}`, `sameTwice ${last}`]);
  });

  test("not one of other numbers, one that is named, one that is shared, or a certain one", () => {
    expect(
      warnings(second("{ salary: { low: 36 000, best: 39 000, high: 41 000, unit: kr/month }, charges: 43 % }")),
    ).toEqual([]);
    const named = [salary, "wage"] as const;
    const quantity = ["quantities:\n", `quantities:\n  wage: ${salary}\n`] as const;
    expect(warnings(named, quantity, second("{ salary: wage, charges: 43 % }"))).toEqual([]);
    expect(warnings(second(`{ salary: 38 000 kr/month, charges: 43 % }`), [salary, "38 000 kr/month"])).toEqual([]);
  });

  test("the same round figures for two costs of the programme may be two things", () => {
    const cost = "{ amount: { low: 100, best: 120, high: 150, unit: tkr/year }, paidBy: municipality }";
    expect(warnings([premises, `  a: ${cost}\n  b: ${cost}\n`])).toEqual([]);
    const perCase = `  care2: { of: relapse, amount: ${gamma}, gains: municipality, cashable: 50 % }\n`;
    expect(warnings(["costs:\n", `${perCase}costs:\n`])).toEqual([`sameTwice ${lineOf("costs:")}`]);
  });

  test("an amount with two names, or with a name and written out; not two shares that are alike", () => {
    const name = (id: string, value: string) => `quantities:\n  ${id}: ${value}\n`;
    const [one, two] = [
      name("wage", salary),
      name("wage", salary) + name("chief", salary).replace("quantities:\n", ""),
    ];
    expect(warnings(["quantities:\n", two], [`salary: ${salary}`, 'salary: "= wage / 2 + chief / 2"'])).toEqual([
      `sameTwice ${lineOf("quantities:") + 2}`,
    ]);
    const both = [["quantities:\n", one], second("{ salary: wage, charges: 43 % }")] as const;
    expect(warnings(...both)).toEqual([`sameTwice ${lineOf("team:") + 1}`]);
    const alike = name("staying", "{ low: 10 %, best: 20 %, high: 30 % }");
    expect(warnings(["quantities:\n", alike], ["dropout: leaving }", "dropout: leaving, accepted: staying }"])).toEqual(
      [],
    );
  });
});

describe("one draw for many", () => {
  const care = lineOf("care:");
  test.each([
    ["{ as: gamma, mean: 90 000, sd: 92 000, unit: kr/case }", [`oneDrawForMany ${care}`]],
    ["{ as: exponential, mean: 90 000, unit: kr/case }", [`oneDrawForMany ${care}`]],
    ["{ as: gamma, mean: 90 000, sd: 80 000, unit: kr/case }", []],
    ["{ mean: 90 000, sd: 100 000, min: 0, unit: kr/case }", [`oneDrawForMany ${care}`]],
  ])("%s", (amount, expected) => expect(warnings([gamma, amount])).toEqual(expected));
});

describe("means fed as constants", () => {
  const at = lineOf("effect:");
  test("an effect without a spread, beside numbers that have one", () => {
    expect(warnings([reduction, "15 %"])).toEqual([`effectCertain ${at}`]);
    expect(warnings([reduction, "0 %"])).toEqual([]);
  });

  test.each(["relativeRisk: 0.85", "oddsRatio: 0.8", "hazardRatio: 0.8", "smd: -0.2"])("%s", (effect) => {
    expect(warnings([`relativeReduction: ${reduction}`, effect])).toEqual([`effectCertain ${at}`]);
  });

  test("not in a scenario without any chance", () => {
    const certain = [
      [reduction, "15 %"],
      ["{ low: 10 %, best: 20 %, high: 30 % }", "20 %"],
      ["{ low: 35 %, best: 40 %, high: 45 % }", "40 %"],
      [gamma, "90 000 kr/case"],
      [salary, "38 000 kr/month"],
    ] as const;
    expect(warnings(...certain)).toEqual([]);
  });

  test.each(["15 % (95 % CI 8-22 %)", "Konfidensintervall 8 till 22 %", "12 ± 4", "Medelfel 3"])(
    "a note: %s",
    (note) => {
      const baseline = `{ value: 40 %, note: "${note}" }`;
      expect(warnings(["{ low: 35 %, best: 40 %, high: 45 % }", baseline])).toEqual([
        `spreadInNote ${lineOf("baseline:")}`,
      ]);
    },
  );

  test("other notes are let be", () => {
    const baseline = "{ value: 40 %, note: Counted in the register of the citizens }";
    expect(warnings(["{ low: 35 %, best: 40 %, high: 45 % }", baseline])).toEqual([]);
  });
});

describe("levels that leave their range", () => {
  const points = (effect: string) => [`relativeReduction: ${reduction}`, `points: ${effect}`] as const;

  test("points larger than the level", () => {
    const outcome = sound(check(points("{ mean: 30 pp, sd: 10 pp }")));
    // Level and points are independent: P(points > level), the level being close to 40 % with a spread of 2 percentage points.
    const [{ code, with: values }] = outcome.warnings;
    expect(code).toBe("levelLeaves");
    expect(Number.parseFloat(String(values?.chance))).toBeCloseTo(16, 0);
    expect(warnings(points("{ mean: 10 pp, sd: 5 pp }"))).toEqual([]);
  });

  test("a level that rises above 100 %", () => {
    const higher = ["better: lower", "better: higher"] as const;
    expect(warnings(higher, points("{ low: 60 pp, best: 70 pp, high: 80 pp }"))).toEqual([
      `levelLeaves ${lineOf("effect:")}`,
    ]);
    expect(warnings(higher, points("{ low: 10 pp, best: 20 pp, high: 30 pp }"))).toEqual([]);
  });
});

describe("more taken away than there is", () => {
  const at = lineOf("effect:");
  const changes = (participants: string) =>
    `changes: { participants: ${participants}, comparison: { mean: -5 %, sd: 2 % } }, measuredOn: enrolled }`;
  const whole = `relativeReduction: ${reduction}, measuredOn: completed }`;
  test.each([
    [reduction, "{ mean: 85 %, sd: 15 % }", [`reductionLeaves ${at}`]],
    [reduction, "{ mean: 85 %, sd: 15 %, max: 100 % }", []],
    [reduction, "{ mean: 60 %, sd: 15 % }", []],
    [whole, changes("{ mean: -85 %, sd: 15 % }"), [`reductionLeaves ${at}`]],
    [whole, changes("{ mean: -85 %, sd: 15 %, min: -100 % }"), []],
  ])("%s → %s", (from, to, expected) => expect(warnings([from, to])).toEqual(expected));

  test("how often is exact: a sixth of a normal lies a standard deviation above its mean", () => {
    const [{ with: values }] = sound(check([reduction, "{ mean: 85 %, sd: 15 % }"])).warnings;
    expect(values?.chance).toBe("16 %");
  });
});

describe("formulas for shares", () => {
  const reached = (formula: string) =>
    ["funnel: { dropout: leaving }", `funnel: { reached: "${formula}", dropout: leaving }`] as const;
  const at = lineOf("funnel:");

  test.each([
    ["= 6 * leaving", [`formulaLeaves ${at}`]],
    ["= 1 - 6 * leaving ^ 1", [`formulaLeaves ${at}`]],
    ["= min(1, 6 * leaving)", []],
    ["= 3 * leaving", []],
    ["= 1 - leaving", []],
    ["= 11 * leaving * leaving", []],
  ])("%s", (formula, expected) => expect(warnings(reached(formula))).toEqual(expected));

  test("how often is about right: a sixth is passed in 64 of 81 cases", () => {
    const [{ with: values }] = sound(check(reached("= 6 * leaving"))).warnings;
    // A PERT from 10 to 30 % with mode 20 % is 0.1 + 0.2·Beta(3, 3); P(Beta(3, 3) > 1/3) = 64/81.
    expect(Math.abs(Number.parseFloat(String(values?.chance)) - (100 * 64) / 81)).toBeLessThan(1);
  });
});

describe("kr against thousand kr, and price years", () => {
  test.each([
    [salary, "38 kr/month", `salarySize ${lineOf("team:")}`],
    [salary, "450 000 kr/month", `salarySize ${lineOf("team:")}`],
    ["amount: 200 000 kr/year", "amount: [200 kr, 200 kr], number: 1", undefined],
    [gamma, "{ low: 90, best: 100, high: 90 000, unit: kr/case }", `endsApart ${lineOf("care:")}`],
    [gamma, "{ low: 60 000, best: 70 000, high: 200 000, unit: kr/case }", undefined],
    [gamma, "{ value: 90 000 kr/case, note: In 2019 prices }", `priceYearNote ${lineOf("care:")}`],
    [gamma, "{ value: 90 000 kr/case, note: I 2019 års priser }", `priceYearNote ${lineOf("care:")}`],
    [gamma, "{ value: 90 000 kr/case, year: 2019, note: I 2019 års priser }", undefined],
    [gamma, "{ value: 90 000 kr/case, note: I 2023 års priser }", undefined],
  ])("%s → %s", (from, to, expected) => {
    expect(warnings([from, to])).toEqual(expected === undefined ? [] : [expected]);
  });

  test("a cost of next to nothing beside one of hundreds of thousands", () => {
    const line = lineOf("premises:") + 1;
    const small = `${premises}  material: { amount: 150 kr/year, paidBy: municipality }\n`;
    expect(warnings([premises, small])).toEqual([`costSize ${line}`]);
    expect(warnings([premises, small.replace("150 kr", "1 500 kr")])).toEqual([]);
  });

  test("a case worth next to nothing beside one of a hundred thousand", () => {
    const second = (amount: string) =>
      `  other: { of: relapse, amount: ${amount}, gains: municipality, cashable: 50 % }\ncosts:\n`;
    expect(warnings(["costs:\n", second("85 kr/case")])).toEqual([`costSize ${lineOf("costs:")}`]);
    expect(warnings(["costs:\n", second("850 kr/case")])).toEqual([]);
  });
});

describe("dropout taken off twice", () => {
  const fidelity = (formula: string) => ["    effect:", `    fidelity: ${formula}\n    effect:`] as const;

  test("in a number that depends on it", () => {
    expect(warnings(fidelity("= 1 - leaving"))).toEqual([`dropoutTwice ${lineOf("effect:")}`]);
    expect(warnings(fidelity("= 1 - leaving"), ["measuredOn: completed", "measuredOn: enrolled"])).toEqual([]);
  });

  test("in a number that names it by its place", () => {
    const written = [
      "funnel: { dropout: leaving }",
      "funnel: { dropout: { low: 10 %, best: 20 %, high: 30 % } }",
    ] as const;
    const unused = ["quantities:\n  leaving: { low: 10 %, best: 20 %, high: 30 % }\n", ""] as const;
    const effect = ["{ mean: 15 %, sd: 5 %, min: 0 %, max: 100 % }", '"= 15 % * (1 - funnel.dropout)"'] as const;
    expect(warnings(written, unused, effect)).toEqual([`dropoutTwice ${lineOf("effect:") - 2}`]);
  });

  test("in an effect that was measured on all who started", () => {
    const noted = (note: string) =>
      [reduction, `{ mean: 15 %, sd: 5 %, min: 0 %, max: 100 %, note: ${note} }`] as const;
    const at = lineOf("effect:");
    expect(warnings(noted("Intention to treat"))).toEqual([`intentionToTreat ${at}`]);
    expect(warnings(noted("Mätt på alla som började"))).toEqual([`intentionToTreat ${at}`]);
    expect(warnings(noted("Measured on those who completed"))).toEqual([]);
    expect(
      warnings(noted("Intention to treat"), ["funnel: { dropout: leaving }\n", "funnel: { accepted: leaving }\n"]),
    ).toEqual([]);
  });
});

describe("accepting a warning", () => {
  const certain = [reduction, "15 %"] as const;
  const head = (accept: string) => ["quantities:\n", `accept: ${accept}\nquantities:\n`] as const;
  const accepted = (...changes: readonly (readonly [string, string])[]) => {
    const scenario = sound(check(...changes));
    return { scenario, codes: scenario.warnings.map(({ code }) => code) };
  };

  test.each([
    ["for the whole file", [certain, head("{ effectCertain: Known by law }")]],
    ["for one place", [certain, head("{ effectCertain: { outcomes.relapse.effect: Known by law } }")]],
    ["at the quantity", [[reduction, "{ value: 15 %, accept: { effectCertain: Known by law } }"]]],
  ] as const)("%s, with its reason in the report", (_, changes) => {
    const { scenario, codes } = accepted(...(changes as readonly (readonly [string, string])[]));
    expect(codes).toEqual([]);
    expect(scenario.accepted).toMatchObject([{ issue: { code: "effectCertain" }, reason: "Known by law" }]);
    expect(about(scenario).accepted).toMatchObject([
      { code: "effectCertain", reason: { en: "Known by law" }, found: { sv: expect.stringContaining("säkert tal") } },
    ]);
    const again = sound(checkValue(JSON.parse(JSON.stringify(scenario.content))));
    expect(again.hash).toBe(scenario.hash);
    expect(again.accepted).toEqual(scenario.accepted);
  });

  test("of another place accepts nothing, and is told", () => {
    const { codes } = accepted(certain, head("{ effectCertain: { costs.team: Known by law } }"));
    expect(codes).toEqual(["acceptUnused", "effectCertain"]);
  });

  test("an error, an unknown code and a missing reason are refused", () => {
    const codes = (accept: string) => {
      const outcome = check(head(accept));
      return outcome.ok ? [] : outcome.issues.map(({ code, at }) => `${code} ${at?.line}`);
    };
    const line = lineOf("quantities:");
    expect(codes("{ unitWrong: It is right }")).toEqual([`acceptError ${line}`]);
    expect(codes("{ effectCertian: Known by law }")).toEqual([`acceptUnknown ${line}`]);
    expect(codes("{ effectCertain: { outcomes.relapse: [a] } }")).toEqual([`acceptForm ${line}`]);
  });
});
