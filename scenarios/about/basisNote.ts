import type { Text } from "../../engine/result/about.ts";
import type { Basis } from "../basis.ts";
import { familyName } from "./familyNames.ts";
import { digits, numberIn } from "./numbers.ts";
import { both } from "./texts.ts";

/** What a quantity was computed from, in a sentence. */
export function basisNote(basis: Basis): Text {
  const family = familyName(basis.family);
  const n = digits(basis.values);
  const p = numberIn(Number(basis.pValue.toPrecision(2)), "share");
  return both(
    `Fitted to ${n.en} values by maximum likelihood; of samples from the ${family.en} ${p.en} lie as far off (Anderson–Darling).`,
    `Anpassad till ${n.sv} värden med maximum likelihood; av stickprov från denna ${family.sv} avviker ${p.sv} lika mycket (Anderson–Darling).`,
  );
}
