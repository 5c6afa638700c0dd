import type { Context } from "../context.ts";
import { exponentOf, lastDigit } from "../format.ts";
import { fill, type Sentence, type Shown } from "../shown.ts";
import { cashableSentence } from "./partsOfBenefit.ts";

/** How many of a hundred squares stand for a shortfall; the two always make a hundred. */
export interface Icons {
  readonly gain: number;
  readonly loss: number;
  readonly title: string;
  readonly legendGain: string;
  readonly legendLoss: string;
}

/** What happens for the people the programme is for: one sentence per outcome with a change in people, hours and the like. */
export function forTarget(context: Context): Sentence[] {
  return context.about.outcomes.flatMap((outcome) => {
    const id = `cases.${outcome.id}`;
    const change = context.numberOutput(id);
    if (!change) return [];
    const [low, high] = [change.percentiles["5"], change.percentiles["95"]];
    const title = context.title(outcome.id);
    if (!low || !high || context.coversZero(change.mean)) return [fill(context.word("noCases"), { outcome: title })];
    const refs = (level: string) => `outputs|${id}|percentiles|${level}`;
    const isCount = /^(?:people|persons?|cases?)$/.test(change.unit);
    // A count needs no unit: "about 43 fewer"; hours do.
    const unit = isCount ? "1" : change.unit;
    const largest = Math.max(Math.abs(low.value), Math.abs(high.value));
    const round = (figure: typeof low) => (isCount ? whole(figure, largest) : figure);
    const value = context.shown(`outputs|${id}|mean`, round(change.mean), unit, 2);
    const [least, most] = context.pair([refs("5"), round(low)], [refs("95"), round(high)], unit);
    const better = outcome.better === "lower";
    const delay = outcome.postponed && context.numberOutput(`statedEffect.${outcome.id}`);
    if (delay) {
      const by = context.shown(`outputs|statedEffect.${outcome.id}|mean`, delay.mean, delay.unit, 2);
      return [fill(context.word("laterCases"), { outcome: title, value, delay: by, low: least, high: most })];
    }
    const key = isCount ? (better ? "fewerCases" : "moreCases") : better ? "lessOf" : "moreOf";
    return [fill(context.word(key), { outcome: title, value, low: least, high: most })];
  });
}

/**
 * People are whole: no decimals even where the error would allow them, save one below two, and one digit below one. None has as
 * many digits as the largest of the range.
 */
export const whole = <F extends { readonly value: number; readonly se: number }>(figure: F, largest: number) => ({
  ...figure,
  se: Math.max(figure.se, leastStep(figure.value === 0 ? largest : Math.abs(figure.value))),
});
const leastStep = (size: number): number => {
  if (size >= 1.95) return 1;
  return size >= 0.95 || size === 0 ? 0.1 : Number(`1e${exponentOf(size)}`);
};

/** Does it add up: the chance as a frequency, the size of a shortfall, what it costs and gives back. */
export function answer(context: Context): {
  readonly chance: Sentence[];
  readonly money: Sentence[];
  readonly icons?: Icons;
} {
  const { about, word } = context;
  const net = context.numberOutput(context.leadingId("net"));
  const chance: Sentence[] = [];
  let icons: Icons | undefined;
  const years = context.fact("about|horizonYears", about.horizonYears);
  if (net && Number.isFinite(net.chanceAboveZero?.value)) {
    const ref = `outputs|${context.leadingId("net")}`;
    const gain = net.chanceAboveZero;
    const key = gain.value >= 1 ? "paysBackAll" : gain.value <= 0 ? "paysBackNone" : "paysBack";
    chance.push(
      fill(word(key), { chance: context.chance(`${ref}|chanceAboveZero`, gain), who: context.leadingRunning, years }),
    );
    if (gain.value >= 1) chance.push(fill(word("lossNone")));
    else if (net.meanBelowZero && gain.value > 0)
      chance.push(
        fill(word("loss"), {
          chance: context.chance(`${ref}|chanceAboveZero`, gain, true),
          loss: context.shownSize(`${ref}|meanBelowZero`, net.meanBelowZero, net.unit, 2),
        }),
      );
    const [low, high] = [net.percentiles["5"], net.percentiles["95"]];
    if (low && high) {
      const [least, most] = context.pair([`${ref}|percentiles|5`, low], [`${ref}|percentiles|95`, high], net.unit);
      const mean = context.amountWithUnit(`${ref}|mean`, net.mean, context.moneyUnitFor(low.value, high.value));
      chance.push(fill(word(context.coversZero(net.mean) ? "netZero" : "netMean"), { mean, low: least, high: most }));
    }
    const gainSquares = Math.min(100, Math.max(0, Math.round(gain.value * 100)));
    icons = {
      gain: gainSquares,
      loss: 100 - gainSquares,
      title: fillText(word("iconTitle"), { gain: gainSquares, loss: 100 - gainSquares }),
      legendGain: fillText(word("iconLegendGain"), { count: gainSquares }),
      legendLoss: fillText(word("iconLegendLoss"), { count: 100 - gainSquares }),
    };
  }
  return { chance, money: [...costAndReturn(context), ...cashableSentence(context)], ...(icons ? { icons } : {}) };
}

const fillText = (pattern: string, values: Readonly<Record<string, number>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

function costAndReturn(context: Context): Sentence[] {
  const { about, word } = context;
  const sentences: Sentence[] = [];
  const costId = [context.leadingId("cost"), context.leadingId("pvCost")].find((id) => context.numberOutput(id));
  const cost = costId ? context.numberOutput(costId) : undefined;
  if (costId && cost)
    sentences.push(
      fill(word(about.programmeYears === 1 ? "costsOne" : "costs"), {
        cost: context.shown(`outputs|${costId}|mean`, cost.mean, cost.unit, 2),
        years: context.fact("about|programmeYears", about.programmeYears),
      }),
    );
  const id = context.leadingId("returnPerKrona");
  const back = context.ratioOutput(id);
  if (back?.ratioOfMeans) {
    const ratio = context.shown(`outputs|${id}|ratioOfMeans`, back.ratioOfMeans, "1");
    const [low, high] = [back.percentiles?.["5"], back.percentiles?.["95"]];
    const likely = low && high ? ratioRange(context, id, low, high) : undefined;
    // Kronor are the money of SEK alone.
    const inKronor = about.currency === "SEK";
    if (likely) sentences.push(fill(word(inKronor ? "returnsLikely" : "returnsLikelyOther"), { ratio, range: likely }));
    else sentences.push(fill(word(inKronor ? "returns" : "returnsOther"), { ratio }));
  } else if (back) sentences.push(fill(word("returnsNotSaid")));
  return sentences;
}

export function ratioRange(
  context: Context,
  id: string,
  low: { value: number; se: number },
  high: { value: number; se: number },
): Sentence {
  // Both ends end at the same digit, that of the coarser one; a certain nothing takes the other's.
  const ends = [low, high].filter((end) => end.value !== 0 || end.se > 0);
  const coarser = Number(
    `1e${Math.max(-2, ...ends.map((end) => lastDigit(end.value, { se: end.se, digits: 2, finest: -2 })))}`,
  );
  const at = (level: string, figure: typeof low): Shown =>
    context.shown(`outputs|${id}|percentiles|${level}`, { value: figure.value, se: coarser }, "1", 2);
  const [from, to] = [at("5", low), at("95", high)];
  const between = context.range(from.text, to.text).slice(from.text.length, -to.text.length || undefined);
  return { parts: from.text === to.text ? [from] : [from, between, to] };
}
