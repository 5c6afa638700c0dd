import type { Issue } from "../issues.ts";
import { type DistributionSpec, familyOf, parametersOf } from "./table.ts";
import { baseMass } from "./truncated.ts";

/** Everything that is wrong with a spec, as data; an empty list if it can be drawn from. */
export function checkSpec(spec: DistributionSpec): Issue[] {
  const family = familyOf(spec.family);
  const parameters = parametersOf(spec);
  const values = Object.entries({ ...spec.parameters, ...bounds(spec) })
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  const broken = (rule: string): Issue => ({ code: "distributionRule", with: { family: spec.family, values, rule } });

  const numbers = { ...parameters, ...bounds(spec) };
  const notNumbers = Object.keys(numbers).filter((name) => !Number.isFinite(numbers[name]));
  if (notNumbers.length > 0) return notNumbers.map((name) => broken(`−∞ < ${name} < ∞`));
  const issues = family.rules.filter((rule) => !rule.holds(parameters)).map((rule) => broken(rule.text));
  if (issues.length > 0) return issues;
  if (spec.min === undefined && spec.max === undefined) return [];
  if (spec.min !== undefined && spec.max !== undefined && !(spec.min < spec.max)) return [broken("min < max")];
  return baseMass(family, parameters, spec) > 0 ? [] : [broken("P(min ≤ x ≤ max) > 0")];
}

function bounds({ min, max }: DistributionSpec): Record<string, number> {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
