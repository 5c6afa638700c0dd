import { describe } from "../../../engine/distributions/index.ts";
import { placesBehind } from "../behind.ts";
import { report } from "../checking.ts";
import { type Doubting, followed, inputsOf, notesAt, numberPlaces } from "./doubt.ts";

const measuredOnAll =
  /intention[- ]to[- ]treat|\bITT\b|\balla som (?:på)?börja(?:t|de)\b|\ball who (?:had )?started\b/i;
const dropoutsIn =
  /\b(?:efter avdrag för|med hänsyn till|justera[dt] för|inklusive) (?:bortfall|avhopp)|\b(?:net of|adjusted for|including) drop-?outs?\b/i;

/** The dropout taken off twice: by the funnel, and once more in a number that depends on it or was measured with it. */
export function findDropoutTwice({ checking, quantities }: Doubting): void {
  const { content } = checking;
  if (content.funnel === undefined || !hasDropout({ checking, quantities })) return;
  const leaving = stagesOf({ checking, quantities });
  const written = ["funnel.dropout", ...leaving].flatMap((place) => {
    const quantity = quantities.read.get(place);
    return quantity === undefined ? [] : quantity.kind === "reference" ? [place, quantity.to] : [place];
  });
  const completed = Object.entries(content.outcomes).filter(([, { effect }]) => effect.measuredOn === "completed");
  if (written.length > 0) {
    const takenOff = [
      ...completed.flatMap(([id]) =>
        ["baseline", "fidelity", ...numberPlaces.map((key) => `effect.${key}`)].map((key) => `outcomes.${id}.${key}`),
      ),
      ...Object.entries(content.consequences)
        .filter(([, { of }]) => of === "completed" || completed.some(([id]) => id === of))
        .map(([id]) => `consequences.${id}.share`),
      ...Object.entries(content.costs)
        .filter(([, { per }]) => per === "completed")
        .flatMap(([id]) => [`costs.${id}.amount`, `costs.${id}.number`]),
    ];
    for (const place of takenOff) {
      const behind = placesBehind(place, quantities);
      if (written.some((name) => behind.has(name))) report(checking, "dropoutTwice", place, { name: place });
    }
  }
  for (const [id, { note }] of completed) {
    const texts = [JSON.stringify(note ?? ""), notesAt(checking, `outcomes.${id}.effect`)].join("\n");
    if (measuredOnAll.test(texts) || dropoutsIn.test(texts))
      report(checking, "intentionToTreat", `outcomes.${id}.effect.measuredOn`, { name: id });
  }
}

/** Where the shares that leave stand, where they leave in stages. */
const stagesOf = ({ checking }: Doubting): readonly string[] =>
  (checking.content.funnel?.dropouts.stages ?? []).map((_, index) => `funnel.dropouts.stages.${index}.leave`);

const hasDropout = (doubting: Doubting): boolean =>
  ["funnel.dropout", ...stagesOf(doubting)].some((place) => isAboveZero(doubting, place));

function isAboveZero({ quantities }: Doubting, place: string): boolean {
  const dropout = followed(quantities, place);
  if (dropout?.kind === "number") return dropout.value > 0;
  const means = [...inputsOf(quantities, dropout)].map(({ distribution }) => describe(distribution).mean);
  return dropout?.kind === "formula" || means.some((mean) => mean > 0);
}
