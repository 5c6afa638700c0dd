import { describe } from "../../../engine/distributions/index.ts";
import { adjustmentOf } from "../../adjustments.ts";
import type { Quantity } from "../../checked.ts";
import { grossNames, grossPlace } from "../../deductions.ts";
import { effectWays, isOfTwo, oddsWayOf } from "../../effects.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { placesBehind } from "../behind.ts";
import { report } from "../checking.ts";
import { isOneYear } from "../flows/postponed.ts";
import { type Doubting, followed, inputsOf, isSomewhere } from "./doubt.ts";

/** What is taken off an effect that has it taken off already. */
export function findTakenOffTwice({ checking, quantities }: Doubting): void {
  const { content } = checking;
  const doubting = { checking, quantities };
  for (const [id, { effect, lasts }] of Object.entries(content.outcomes)) {
    const taken = grossNames(content, id).filter((name) =>
      isSomewhere(quantities, followed(quantities, grossPlace(content, id, name)!)),
    );
    const at = (name: string) => `outcomes.${id}.deductions.${name}`;
    const how = comparedBy(effect, doubting, id);
    for (const name of ["deadweight", "attribution"] as const) {
      if (!taken.includes(name)) continue;
      if (how !== undefined) report(checking, `${name}Twice`, at(name), { name: id, how }, "key");
      else if (adjustmentOf(content, id) !== undefined)
        report(checking, "deductionAdjusted", at(name), { name: id, what: name }, "key");
    }
    if (taken.includes("dropOff")) {
      const code = wearsOff(doubting, id) ? "dropOffTwice" : isOneYear(lasts) ? "dropOffIdle" : undefined;
      if (code !== undefined) report(checking, code, at("dropOff"), { name: id }, "key");
    }
    const lost = Object.entries(content.consequences).find(([, own]) => own.of === id && own.loses !== undefined);
    if (taken.includes("displacement") && lost !== undefined)
      report(checking, "displacementTwice", at("displacement"), { name: id, consequence: lost[0] }, "key");
    for (const name of taken) {
      const other = alsoIn(doubting, id, name);
      if (other !== undefined)
        report(checking, "deductionTwice", at(name), { what: name, name: id, other: other }, "key");
    }
  }
}

/** What says that the effect is against a comparison; undefined where nothing does. */
function comparedBy(
  effect: ScenarioContent["outcomes"][string]["effect"],
  { quantities }: Doubting,
  id: string,
): string | undefined {
  if (effect.design !== undefined) return effect.design === "before-after" ? undefined : `design: ${effect.design}`;
  if (oddsWayOf(effect) !== undefined) return oddsWayOf(effect);
  const way = (["changes", "shares", "difference"] as const).find((own) => effect[own] !== undefined);
  if (way === undefined || (way === "difference" && !isOfTwo(effect.difference))) return undefined;
  const comparison = followed(quantities, `outcomes.${id}.effect.${way}.comparison`);
  // Against nothing that changes is the same as before and after.
  return way !== "shares" && !isSomewhere(quantities, comparison) ? undefined : `${way}.comparison`;
}

/** Does what is left become less from year to year, by `keeps` or its schedule? */
function wearsOff({ quantities }: Doubting, id: string): boolean {
  const at = `outcomes.${id}.keeps`;
  if (quantities.read.has(`${at}.schedule.1`)) return true;
  const keeps = followed(quantities, at);
  const below = (own: Quantity | undefined): boolean => {
    if (own?.kind === "number") return own.value < 1;
    if (own?.kind === "bySegment") return Object.values(own.items).some(below);
    return own?.kind === "formula";
  };
  return below(keeps) || [...inputsOf(quantities, keeps)].some(({ distribution }) => describe(distribution).mean < 1);
}

/** Another place on the way from effect to krona that rests on the same named quantity. */
function alsoIn({ checking, quantities }: Doubting, id: string, name: string): string | undefined {
  const { content } = checking;
  const own = placesBehind(`outcomes.${id}.deductions.${name}.gross`, quantities);
  const named = [...own].filter((place) => !place.startsWith("outcomes."));
  const others = [
    ...effectWays.flatMap((way) => [way, `${way}.participants`]).map((way) => `outcomes.${id}.effect.${way}`),
    `outcomes.${id}.fidelity`,
    `outcomes.${id}.effect.buildUp`,
    `outcomes.${id}.keeps`,
    ...grossNames(content, id)
      .filter((other) => other !== name && other > name)
      .map((other) => `outcomes.${id}.deductions.${other}.gross`),
    ...Object.entries(content.consequences)
      .filter(([, { of }]) => of === id)
      .map(([consequence]) => `consequences.${consequence}.share`),
  ];
  return others.find((place) => {
    const behind = placesBehind(place, quantities);
    return named.some((quantity) => behind.has(quantity));
  });
}
