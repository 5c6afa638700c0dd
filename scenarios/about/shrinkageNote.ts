import { exp } from "../../engine/numeric/elementary.ts";
import type { Text } from "../../engine/result/about.ts";
import type { Unit } from "../../engine/units/index.ts";
import type { Shrinkage } from "../basis.ts";
import type { CheckedScenario } from "../checked.ts";
import { three } from "./basisNote.ts";
import { momentsText, sourceText } from "./effectNote.ts";
import { digits, numberIn } from "./numbers.ts";
import { both } from "./texts.ts";

/** A number as stated beside what it becomes in the light of its reference class. */
export function shrinkageNote(checked: CheckedScenario, shrinkage: Shrinkage, unit: Unit): Text {
  const { scale, stated, reference, shrunk, weight } = shrinkage;
  const source = sourceText(checked, shrinkage.source);
  const say = scale === "own" ? (own: Moments) => momentsText(own, unit) : ratioText;
  const [raw, others, after] = [stated, reference, shrunk].map(say);
  const own = numberIn(Number((100 * weight).toPrecision(2)), "%");
  return both(
    `Beside it, shrunk towards its reference class: stated ${raw.en}, class ${others.en} (${source.en}), shrunk ${after.en}; the stated number weighs ${own.en}.`,
    `Bredvid, krympt mot referensklassen: angivet ${raw.sv}, klassen ${others.sv} (${source.sv}), krympt ${after.sv}; det angivna väger ${own.sv}.`,
  );
}

interface Moments {
  readonly mean: number;
  readonly sd: number;
}

/** Of a logarithm: the median of the ratio, and the standard deviation of the logarithm. */
function ratioText({ mean, sd }: Moments): Text {
  const [median, spread] = [exp(mean), sd].map((value) => digits(three(value)));
  return both(`${median.en} (sd of the logarithm ${spread.en})`, `${median.sv} (logaritmens sd ${spread.sv})`);
}
