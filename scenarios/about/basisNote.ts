import type { Text } from "../../engine/result/about.ts";
import { formatUnit, isPlain, type Unit } from "../../engine/units/index.ts";
import type { Basis, FitBasis, StudiesBasis } from "../basis.ts";
import { familyName } from "./familyNames.ts";
import { digits, numberIn } from "./numbers.ts";
import { both, joined } from "./texts.ts";

/** What a quantity was computed from, in a sentence. */
export function basisNote(basis: Basis, unit: Unit): Text {
  return basis.kind === "fit" ? fitNote(basis) : studiesNote(basis, unit);
}

function fitNote(basis: FitBasis): Text {
  const family = familyName(basis.family);
  const n = digits(basis.values);
  const p = shareText(basis.pValue);
  const ranking = basis.aic.map(({ family: own, value }) => {
    const name = familyName(own);
    const aic = digits(Number(value.toFixed(1)));
    return both(`${name.en} ${aic.en}`, `${name.sv} ${aic.sv}`);
  });
  const all = joined(ranking, ", ");
  return both(
    `Fitted to ${n.en} values by maximum likelihood; of samples from the ${family.en} ${p.en} lie as far off (Anderson–Darling). AIC, lower is better: ${all.en}.`,
    `Anpassad till ${n.sv} värden med maximum likelihood; av stickprov från denna ${family.sv} avviker ${p.sv} lika mycket (Anderson–Darling). AIC, lägre är bättre: ${all.sv}.`,
  );
}

function studiesNote({ studies, method, scale, mean, newPlace, tau, i2 }: StudiesBasis, unit: Unit): Text {
  // a ratio is no share: 0.8, not 80 %
  const say = scale === "own" ? (value: number) => quantityText(value, unit) : (value: number) => digits(three(value));
  const [value, low, high] = [mean.value, mean.low, mean.high].map(say);
  const [from, to] = [newPlace.low, newPlace.high].map(say);
  const between = scale === "own" ? say(tau) : digits(three(tau));
  const logarithm = scale === "own" ? both("", "") : both(" of the logarithm", " för logaritmen");
  const share = shareText(i2);
  const how =
    method === "confidence distribution"
      ? both(
          "over all the differences between places that they allow",
          "över alla skillnader mellan platser som de medger",
        )
      : both(`${method}, Hartung–Knapp`, `${method}, Hartung–Knapp`);
  return both(
    `Pooled from ${studies} studies (${how.en}): mean ${value.en} (${low.en} to ${high.en}), in a new place ${from.en} to ${to.en} (95 %); places differ by a standard deviation${logarithm.en} of ${between.en}, I² ${share.en}.`,
    `Sammanvägt från ${studies} studier (${how.sv}): medel ${value.sv} (${low.sv} till ${high.sv}), på en ny plats ${from.sv} till ${to.sv} (95 %); platser skiljer sig åt med standardavvikelsen${logarithm.sv} ${between.sv}, I² ${share.sv}.`,
  );
}

/** With three digits. */
export const three = (value: number): number => Number(value.toPrecision(3));
const shareText = (share: number): Text => numberIn(Number(share.toPrecision(2)), "share");

/** A number in its unit; a share in percent. */
export function quantityText(value: number, unit: Unit): Text {
  if (isPlain(unit)) return numberIn(three(value), "share");
  const { en, sv } = digits(three(value));
  return both(`${en} ${formatUnit(unit)}`, `${sv} ${formatUnit(unit)}`);
}
