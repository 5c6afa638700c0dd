import { UtfallError } from "../issues.ts";

/** The error of a computation that has no answer for these numbers. */
export function broken(what: string, rule: string, values: Readonly<Record<string, number>>): UtfallError {
  const shown = Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  return new UtfallError([{ code: "evidenceRule", with: { what, rule, values: shown } }]);
}
