import { type Described, describe } from "../../../engine/distributions/index.ts";
import { isPlain } from "../../../engine/units/index.ts";
import type { Quantity } from "../../checked.ts";
import { report } from "../checking.ts";
import type { Quantities } from "../quantities.ts";
import { numberText } from "../ranges.ts";
import { type Doubting, followed, inputsOf } from "./doubt.ts";

/** Chances up to this are let pass. */
const negligible = 0.01;
const looks = 200;

/** An effect in points may be larger than the level that it is taken from: the share would then fall below 0 % or rise above 100 %. */
export function findLevels({ checking, quantities }: Doubting): void {
  for (const [id, { better }] of Object.entries(checking.content.outcomes)) {
    const at = `outcomes.${id}`;
    const baseline = followed(quantities, `${at}.baseline`);
    const points = followed(quantities, `${at}.effect.points`);
    if (baseline === undefined || points === undefined) continue;
    const isShare = isPlain(baseline.unit);
    if (better === "higher" && !isShare) continue;
    const chance = Math.max(
      ...pairs(baseline, points).map(([level, change]) => {
        const [a, b] = [described(quantities, level), described(quantities, change)];
        return a === undefined || b === undefined ? 0 : chanceOutside(a, b, better === "lower" ? 0 : 1);
      }),
    );
    if (!(chance > negligible)) continue;
    report(checking, "levelLeaves", `${at}.effect.points`, {
      name: id,
      chance: numberText(Number(chance.toPrecision(2)), true),
      side: better === "lower" ? "< 0" : "> 100 %",
    });
  }
}

/** A reduction of more than all there is, or a change below −100 %: the level would fall below zero. */
export function findReductions({ checking, quantities }: Doubting): void {
  for (const id of Object.keys(checking.content.outcomes)) {
    const at = `outcomes.${id}.effect`;
    const past = [
      { place: `${at}.relativeReduction`, cut: "max: 100 %", beyond: (law: Law) => law.upper(1) },
      { place: `${at}.changes.participants`, cut: "min: -100 %", beyond: (law: Law) => law.cdf(-1) },
      { place: `${at}.changes.comparison`, cut: "min: -100 %", beyond: (law: Law) => law.cdf(-1) },
    ];
    for (const { place, cut, beyond } of past) {
      const laws = [...inputsOf(quantities, followed(quantities, place))].map((input) => describe(input.distribution));
      const chance = Math.max(0, ...laws.map(beyond));
      if (!(chance > negligible)) continue;
      const shown = numberText(Number(chance.toPrecision(2)), true);
      report(checking, "reductionLeaves", place, { name: place, chance: shown, cut });
    }
  }
}

/** Level and points segment by segment. */
function pairs(level: Quantity, points: Quantity): (readonly [Quantity, Quantity])[] {
  const split = [level, points].find((quantity) => quantity.kind === "bySegment");
  if (split?.kind !== "bySegment") return [[level, points]];
  const part = (quantity: Quantity, id: string) => (quantity.kind === "bySegment" ? quantity.items[id] : quantity);
  return Object.keys(split.items).map((id) => [part(level, id), part(points, id)] as const);
}

type Law = Pick<Described, "quantile" | "upper" | "cdf">;

function described(quantities: Quantities, quantity: Quantity): Law | undefined {
  const own = quantity.kind === "reference" ? followed(quantities, quantity.to) : quantity;
  if (own?.kind === "number") {
    const { value } = own;
    return { quantile: () => value, upper: (x) => (x < value ? 1 : 0), cdf: (x) => (x < value ? 0 : 1) };
  }
  const input = own?.kind === "input" ? quantities.inputOf(own) : undefined;
  return input && describe(input.distribution);
}

/** P(level − points < 0), or P(level + points > 1), the two being drawn independently. */
function chanceOutside(level: Law, points: Law, end: 0 | 1): number {
  let sum = 0;
  for (let look = 0; look < looks; look++) {
    const at = level.quantile((look + 0.5) / looks);
    sum += points.upper(end === 0 ? at : 1 - at);
  }
  return sum / looks;
}
