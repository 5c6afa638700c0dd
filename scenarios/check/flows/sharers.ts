import { isRest, type Sharers } from "../../sharers.ts";
import { type Checking, report } from "../checking.ts";
import { supportOf } from "../distribution.ts";
import type { Quantities } from "../quantities.ts";
import { numberText } from "../ranges.ts";
import { partsOfWhole } from "../sharesOfWhole.ts";
import { checkLeaf } from "./parties.ts";

/** Written shares may miss 100 % by this, for their decimals. */
const roundingOfSum = 1e-9;

/**
 * Those who share something are actors without parts, and their shares make the whole in every draw: certain shares add up to
 * 100 %, uncertain ones leave a `rest` to one of them, or are all the parts of one whole.
 */
export function checkSharers(checking: Checking, at: string, sharers: Sharers, quantities: Quantities): void {
  if (sharers === undefined) return;
  if (typeof sharers === "string") {
    checkLeaf(checking, sharers, at);
    return;
  }
  const entries = Object.entries(sharers);
  for (const [actor] of entries) checkLeaf(checking, actor, `${at}.${actor}`, "key");
  const stated = entries.filter(([, share]) => !isRest(share)).map(([actor]) => quantities.at(`${at}.${actor}`));
  if (stated.some((share) => share === undefined)) return; // told where it stands
  const rests = entries.length - stated.length;
  const certain = stated.every((share) => share!.kind === "number");
  const sum = stated.reduce((total, share) => total + (share!.kind === "number" ? share!.value : 0), 0);
  if (rests > 1) report(checking, "sharersRests", at, {}, "key");
  else if (rests === 0 && certain && Math.abs(sum - 1) > roundingOfSum)
    report(checking, "sharersSum", at, { sum: numberText(sum, true) }, "key");
  else if (rests === 0 && !certain && !isWhole(checking, stated)) report(checking, "sharersRest", at, {}, "key");
  else if (rests === 1) {
    const most = stated.reduce((total, share) => total + largest(quantities, share!), 0);
    if (most > 1 + roundingOfSum) report(checking, "sharersOver", at, { sum: numberText(most, true) }, "key");
  }
}

type Share = NonNullable<ReturnType<Quantities["at"]>>;

/** The largest value that a share may take; 0 where that can't be told, as of formulas and of parts of a whole. */
function largest(quantities: Quantities, share: Share): number {
  if (share.kind === "number") return share.value;
  if (share.kind === "input") {
    const input = quantities.inputOf(share);
    return input === undefined ? 0 : supportOf(input.distribution)[1];
  }
  const named = share.kind === "reference" && !share.to.includes(".") ? quantities.at(share.to) : undefined;
  return named === undefined ? 0 : largest(quantities, named);
}

/** Are they all the parts of one whole, which add up to 100 % by themselves? */
function isWhole({ content }: Checking, shares: readonly (Share | undefined)[]): boolean {
  const names = shares.flatMap((share) => (share?.kind === "reference" ? [share.to] : []));
  const [id] = (names[0] ?? "").split(".");
  const parts = partsOfWhole(id, content.quantities[id]);
  return (
    parts !== undefined &&
    names.length === shares.length &&
    parts.every((part) => names.includes(part)) &&
    new Set(names).size === parts.length
  );
}
