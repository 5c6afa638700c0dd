import type { Issue } from "../issues.ts";
import { describe, filledIn } from "./describe.ts";
import { type DistributionSpec, familyOf } from "./table.ts";
import { baseMass } from "./truncated.ts";

/** Everything that is wrong with a spec, as data; an empty list if it can be drawn from. */
export function checkSpec(spec: DistributionSpec): Issue[] {
  const wrongParts = (spec.parts ?? []).flatMap(checkSpec);
  if (wrongParts.length > 0) return wrongParts;
  const family = familyOf(spec.family);
  const parameters = filledIn(spec);
  const values = Object.entries({ ...spec.parameters, ...spec.lists, ...bounds(spec) })
    .map(([name, value]) => `${name} ${shown(value)}`)
    .join(", ");
  const broken = (rule: string): Issue => ({ code: "distributionRule", with: { family: spec.family, values, rule } });

  const given: Readonly<Record<string, number | readonly number[]>> = { ...parameters, ...bounds(spec) };
  const listed = (name: string) => family.parameters[name]?.holds === "list";
  const notNumbers = Object.keys(given).filter((name) => {
    const value = given[name];
    const { holds, default: usual } = family.parameters[name] ?? {};
    if (value === usual) return false;
    if (holds === "parts") return spec.parts === undefined;
    return Array.isArray(value) !== listed(name) || ![value].flat().every(Number.isFinite);
  });
  if (notNumbers.length > 0) return notNumbers.map((name) => broken(`−∞ < ${name} < ∞`));
  const issues = family.rules.filter((rule) => !rule.holds(parameters)).map((rule) => broken(rule.text));
  if (issues.length > 0) return issues;
  if (spec.min === undefined && spec.max === undefined) return [];
  if (describe({ ...spec, min: undefined, max: undefined }).atoms !== undefined)
    return [{ code: "distributionNotCut", with: { family: spec.family } }];
  if (spec.min !== undefined && spec.max !== undefined && !(spec.min < spec.max)) return [broken("min < max")];
  return baseMass(family, parameters, spec) > 0 ? [] : [broken("P(min ≤ x ≤ max) > 0")];
}

/** The first numbers of a list tell enough. */
function shown(value: number | readonly number[]): string {
  if (typeof value === "number") return String(value);
  return `[${value.slice(0, 8).join(", ")}${value.length > 8 ? ", …" : ""}]`;
}

function bounds({ min, max }: DistributionSpec): Record<string, number> {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
