import { equalUnits } from "../../../engine/units/index.ts";
import type { CheckedInput } from "../../checked.ts";
import { report } from "../checking.ts";
import type { Doubting } from "./doubt.ts";

/** What may well be one thing in several places: a wage, its on-cost, what is added for overhead, growth, a unit cost. */
const kind = /\.(salary|charges|overhead|drift|amount)(?=\.|$)/;

/**
 * The same uncertain number written out in two places: it is drawn twice, and the spread of the sum comes out too small.
 * Amounts count only where they are per case or person: two costs of a programme may have the same round figures.
 */
export function findSameTwice({ checking, quantities }: Doubting): void {
  const seen: { readonly input: CheckedInput; readonly kind: string; readonly base: string }[] = [];
  for (const { input, path } of quantities.inputs) {
    const found = kind.exec(input.place);
    if (found === null || input.suite === "shared") continue;
    const own = found[1];
    if (own === "amount" && input.unit.case === undefined && input.unit.people === undefined) continue;
    const base = input.place.slice(0, found.index);
    const before = seen.find((other) => other.kind === own && other.base !== base && isSame(other.input, input));
    if (before !== undefined) report(checking, "sameTwice", path, { name: input.place, other: before.input.place });
    else seen.push({ input, kind: own, base });
  }
}

const isSame = (a: CheckedInput, b: CheckedInput): boolean =>
  equalUnits(a.unit, b.unit) && JSON.stringify(a.distribution) === JSON.stringify(b.distribution);
