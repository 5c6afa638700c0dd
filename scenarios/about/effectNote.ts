import { describe } from "../../engine/distributions/index.ts";
import { adjusted as adjustedMoments, unadjusted } from "../../engine/evidence/designs.ts";
import { riskWith } from "../../engine/evidence/effectMeasures.ts";
import type { Text } from "../../engine/result/about.ts";
import { isPlain, type Unit } from "../../engine/units/index.ts";
import { adjustmentOf, factorPlace, spreadPlace } from "../adjustments.ts";
import type { CheckedScenario, Quantity } from "../checked.ts";
import { effectWays, isInPoints, oddsWayOf, type oddsWays } from "../effects.ts";
import { quantityText, three } from "./basisNote.ts";
import { designNames } from "./designNames.ts";
import { digits, numberIn } from "./numbers.ts";
import { both, joined, textOf } from "./texts.ts";

const measures: Readonly<Record<(typeof oddsWays)[number], Parameters<typeof riskWith>[0]>> = {
  relativeRisk: "relativeRisk",
  oddsRatio: "oddsRatio",
  hazardRatio: "hazardRatio",
  smd: "standardisedMeanDifference",
};

/** What stands with an effect's number: how it was compared, what it means in points, and what it is adjusted to. */
export function effectNote(checked: CheckedScenario, used: string, unit: Unit): Text | undefined {
  const [section, id, key, way] = used.split(".");
  if (section !== "outcomes" || key !== "effect" || !(effectWays as readonly string[]).includes(way)) return undefined;
  if (used.endsWith(".comparison")) return undefined;
  const sentences = [designSentence(checked, id), pointsSentence(checked, id), adjustedSentence(checked, id, unit)];
  const said = sentences.filter((sentence) => sentence !== undefined);
  return said.length === 0 ? undefined : joined(said, " ");
}

function designSentence({ content }: CheckedScenario, id: string): Text | undefined {
  const { design } = content.outcomes[id].effect;
  if (design === undefined) return undefined;
  const { en, sv } = designNames[design];
  if (adjustmentOf(content, id) !== undefined) return both(`Compared by ${en}.`, `Jämfört genom ${sv}.`);
  if (content.outcomes[id].effect.adjust !== undefined)
    return both(
      `Compared by ${en}; kept as stated (adjust: none).`,
      `Jämfört genom ${sv}; står som angivet (adjust: none).`,
    );
  const version = content.adjustments?.version ?? unadjusted.version;
  const whose = content.adjustments === undefined ? both("the program's", "programmets") : both("the file's", "filens");
  return both(
    `Compared by ${en}; not adjusted for that (${whose.en} table ${version}: factor 1).`,
    `Jämfört genom ${sv}; inte justerat för det (${whose.sv} tabell ${version}: faktor 1).`,
  );
}

/** A ratio or a standardised difference at the mean of the level, in points. */
function pointsSentence(checked: CheckedScenario, id: string): Text | undefined {
  const way = oddsWayOf(checked.content.outcomes[id].effect);
  if (way === undefined) return undefined;
  const level = meanOf(checked, checked.quantities.get(`outcomes.${id}.baseline`));
  const value = middleOf(checked, checked.quantities.get(`outcomes.${id}.effect.${way}`));
  if (level === undefined || value === undefined || !(level > 0 && level < 1)) return undefined;
  if (way === "relativeRisk" && value * level > 1) return undefined;
  const after = riskWith(measures[way], value, level);
  const [from, to] = [level, after].map((share) => numberIn(three(share), "share"));
  const points = digits(three(100 * Math.abs(after - level)));
  return both(
    `From a level of ${from.en} its median makes ${to.en}: ${points.en} percentage points ${after < level ? "less" : "more"}.`,
    `Från nivån ${from.sv} ger medianen ${to.sv}: ${points.sv} procentenheter ${after < level ? "lägre" : "högre"}.`,
  );
}

function adjustedSentence(checked: CheckedScenario, id: string, unit: Unit): Text | undefined {
  const { content, quantities, inputs } = checked;
  const adjustment = adjustmentOf(content, id);
  if (adjustment === undefined) return undefined;
  const factor = meanOf(checked, quantities.get(factorPlace(adjustment)));
  const spread = quantities.get(spreadPlace(id));
  if (factor === undefined) return undefined;
  const extraSd = spread?.kind === "input" ? (inputs[spread.input].distribution.parameters.sd ?? 0) : 0;
  const times = numberIn(three(factor), "share");
  const say = isInPoints(content.outcomes[id].effect) ? inPoints : quantityText;
  const further = say(extraSd, oddsWayOf(content.outcomes[id].effect) === undefined ? unit : {});
  const table = content.adjustments?.version ?? "";
  const by = adjustment.design === undefined ? both("", "") : both(`, table ${table}`, `, tabell ${table}`);
  const source = sourceText(checked, adjustment.source);
  const stated = momentsOf(checked, id);
  const how = both(
    `Beside it, adjusted for that: ${times.en} of the effect${extraSd > 0 ? `, further standard deviation ${further.en}` : ""} (${source.en}${by.en})`,
    `Bredvid, justerat för det: ${times.sv} av effekten${extraSd > 0 ? `, ytterligare standardavvikelse ${further.sv}` : ""} (${source.sv}${by.sv})`,
  );
  if (stated === undefined) return both(`${how.en}.`, `${how.sv}.`);
  const after = adjustedMoments(stated, { factor, extraSd });
  const [before, now] = [stated, after].map((own) => momentsText(own, unit, say));
  return both(
    `${how.en}: stated ${before.en}, adjusted ${now.en}.`,
    `${how.sv}: angivet ${before.sv}, justerat ${now.sv}.`,
  );
}

/** A difference of two shares. */
function inPoints(value: number, unit: Unit): Text {
  if (!isPlain(unit)) return quantityText(value, unit);
  const { en, sv } = digits(three(100 * value));
  return both(`${en} pp`, `${sv} procentenheter`);
}

/** Mean and standard deviation, in the unit of both. */
export function momentsText(
  { mean, sd }: { readonly mean: number; readonly sd: number },
  unit: Unit,
  say = quantityText,
): Text {
  const [centre, spread] = [say(mean, unit), say(sd, unit)];
  return both(`${centre.en} (sd ${spread.en})`, `${centre.sv} (sd ${spread.sv})`);
}

export function sourceText({ content }: CheckedScenario, id: string | undefined): Text {
  const title = id === undefined ? undefined : content.sources[id]?.title;
  return textOf(title, content.language) ?? both(id ?? "", id ?? "");
}

/** Mean and standard deviation of an effect that is one uncertain number. */
function momentsOf(checked: CheckedScenario, id: string) {
  const { effect } = checked.content.outcomes[id];
  const way = (["points", "relativeReduction"] as const).find((own) => effect[own] !== undefined);
  const quantity = way && resolved(checked, checked.quantities.get(`outcomes.${id}.effect.${way}`));
  if (quantity?.kind !== "input") return undefined;
  const { mean, variance } = describe(checked.inputs[quantity.input].distribution);
  return Number.isFinite(variance) ? { mean, sd: Math.sqrt(variance) } : undefined;
}

function resolved(checked: CheckedScenario, quantity: Quantity | undefined): Quantity | undefined {
  return quantity?.kind === "reference" ? resolved(checked, checked.quantities.get(quantity.to)) : quantity;
}

const meanOf = (checked: CheckedScenario, quantity: Quantity | undefined) =>
  centreOf(checked, quantity, (spec) => describe(spec).mean);
const middleOf = (checked: CheckedScenario, quantity: Quantity | undefined) =>
  centreOf(checked, quantity, (spec) => describe(spec).quantile(0.5));

function centreOf(
  checked: CheckedScenario,
  quantity: Quantity | undefined,
  of: (spec: Parameters<typeof describe>[0]) => number,
): number | undefined {
  const own = resolved(checked, quantity);
  if (own?.kind === "number") return own.value;
  return own?.kind === "input" ? of(checked.inputs[own.input].distribution) : undefined;
}
