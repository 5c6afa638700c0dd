import { equalUnits } from "../../../engine/units/index.ts";
import type { CheckedInput } from "../../checked.ts";
import { report } from "../checking.ts";
import type { Doubting } from "./doubt.ts";

/** What may well be one thing in several places: a wage, its on-cost, what is added for overhead, growth, a unit cost. */
const kind = /\.(salary|charges|overhead|drift|amount)(?=\.|$)/;

interface Seen {
  readonly input: CheckedInput;
  /** What it is by its place; `named` under `quantities`. */
  readonly kind: string;
  readonly base: string;
}

/**
 * The same uncertain number written out in two places: it is drawn twice, and the spread of the sum comes out too small.
 * Amounts count only where they are per case or person: two costs of a programme may have the same round figures. Of what has a
 * name only money counts: two shares may well be alike.
 */
export function findSameTwice({ checking, quantities }: Doubting): void {
  const seen: Seen[] = [];
  for (const { input, path } of quantities.inputs) {
    const own = input.suite === "shared" ? undefined : seenAt(input, checking.words.money);
    if (own === undefined) continue;
    const before = seen.find((other) => alike(other, own) && isSame(other.input, input));
    if (before !== undefined) report(checking, "sameTwice", path, { name: input.place, other: before.input.place });
    else seen.push(own);
  }
}

function seenAt(input: CheckedInput, money: string): Seen | undefined {
  const found = kind.exec(input.place);
  if (found === null) {
    const isNamed = !input.place.includes(".") && input.unit[money] !== undefined;
    return isNamed ? { input, kind: "named", base: input.place } : undefined;
  }
  const [, own] = found;
  if (own === "amount" && input.unit.case === undefined && input.unit.people === undefined) return undefined;
  return { input, kind: own, base: input.place.slice(0, found.index) };
}

const alike = (a: Seen, b: Seen): boolean =>
  a.base !== b.base && (a.kind === b.kind || a.kind === "named" || b.kind === "named");

const isSame = (a: CheckedInput, b: CheckedInput): boolean =>
  equalUnits(a.unit, b.unit) && JSON.stringify(a.distribution) === JSON.stringify(b.distribution);
