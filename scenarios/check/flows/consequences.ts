import { suggestion } from "../../nearest.ts";
import { type Checking, report, touched } from "../checking.ts";
import { declaredUnder } from "../ids.ts";
import { toHorizon } from "../places.ts";
import type { Quantities } from "../quantities.ts";
import { unitName } from "../unitName.ts";
import { checkLeaf, needsTarget } from "./parties.ts";

export function checkConsequences(checking: Checking, quantities: Quantities): void {
  const { content } = checking;
  const outcomes = Object.keys(content.outcomes);
  const groups = ["enrolled", "completed", "everyone", "harmed"];
  for (const [id, consequence] of Object.entries(content.consequences)) {
    const at = `consequences.${id}`;
    if (groups.includes(consequence.of)) needsTarget(checking, at);
    else if (!outcomes.includes(consequence.of) && !checking.broken.has(consequence.of)) {
      report(checking, "outcomeUnknown", `${at}.of`, {
        name: consequence.of,
        nearest: suggestion(consequence.of, [...declaredUnder(checking.source.value, "outcomes"), ...groups]),
      });
    }
    checkYearly(checking, id, quantities);
    if (consequence.gains !== undefined) checkLeaf(checking, consequence.gains, `${at}.gains`);
    if (consequence.loses !== undefined) checkLeaf(checking, consequence.loses, `${at}.loses`);
    if (consequence.gains === undefined && consequence.loses === undefined && !touched(checking, at)) {
      report(checking, "consequenceNobody", at, { name: id }, "key");
    }
  }
}

/** `kr/case` is paid once; where a case or its consequence lasts longer, it has to say per year. */
function checkYearly(checking: Checking, id: string, quantities: Quantities): void {
  const amount = quantities.at(`consequences.${id}.amount`);
  if (amount === undefined || (amount.unit.year ?? 0) < 0 || touched(checking, `consequences.${id}`)) return;
  const { of, lasts } = checking.content.consequences[id];
  const outcome = checking.content.outcomes[of];
  const once = (place: string, written: unknown) => {
    const quantity = quantities.at(place);
    return !toHorizon(written) && (quantity === undefined || (quantity.kind === "number" && quantity.value <= 1));
  };
  const shortOutcome = outcome === undefined || once(`outcomes.${of}.lasts`, outcome.lasts);
  if (shortOutcome && once(`consequences.${id}.lasts`, lasts)) return;
  report(checking, "amountOnceOrYearly", `consequences.${id}.amount`, { found: unitName(amount.unit) });
}
