import { report } from "../checking.ts";
import { type Doubting, followed, isCertain, isSomewhere, notesAt, numberPlaces, pathOf } from "./doubt.ts";

const spread =
  /±|\bplus eller minus\b|\bgive or take\b|konfidensintervall|confidence interval|\b(?:KI|CI)\b|medelfel|standard error|standardavvikelse|standard deviation/i;

/** Means fed as constants: an effect without any spread, and a certain number whose note tells how uncertain it is. */
export function findConstants({ checking, quantities }: Doubting): void {
  if (quantities.inputs.length === 0) return; // a scenario without chance is meant as one
  for (const id of Object.keys(checking.content.outcomes)) {
    for (const key of numberPlaces) {
      const place = `outcomes.${id}.effect.${key}`;
      const quantity = followed(quantities, place);
      if (isCertain(quantities, quantity) && isSomewhere(quantities, quantity))
        report(checking, "effectCertain", place, { name: place });
    }
  }
  for (const [place, quantity] of quantities.read) {
    if (quantity.kind !== "number") continue;
    const path = pathOf(checking, place).replace(/\.y(\d+)(?=\.|$)/g, ".$1");
    if (spread.test(notesAt(checking, path))) report(checking, "spreadInNote", path, { name: place });
  }
}
