import { hitWays, likelihoodWord, likelihoodWords } from "../../risks.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { payerPlaces } from "./costs.ts";
import { type Add, factor, fixed, moneyPer, probability, share, split, type Want } from "./want.ts";

const likelihood: Want = { ...probability, segments: false };

/** Places of what strikes numbers of the file, by path. */
export function hitPlaces(add: Add, at: string, hits: NonNullable<ScenarioContent["risks"]>[string]["hits"]): void {
  for (const [path, hit] of Object.entries(hits))
    for (const how of hitWays)
      add(`${at}.hits.${path}.${how}`, hit[how], how === "times" ? factor : { accepts: [], ...split });
}

/** Places of the risks: how likely they are, what they strike, and what it costs. */
export function riskPlaces(add: Add, content: ScenarioContent, money: string): void {
  for (const word of Object.keys(likelihoodWords) as (keyof typeof likelihoodWords)[])
    add(`likelihoodWords.${word}`, content.likelihoodWords?.[word], { ...probability, ...fixed });
  /** A word names what the file says that it means. */
  const stated = (written: unknown): unknown => {
    const word = likelihoodWord(written);
    return word === undefined ? written : `likelihoodWords.${word}`;
  };
  const amount: Want = { accepts: moneyPer(money, share), ...fixed };
  for (const [id, risk] of Object.entries(content.risks ?? {})) {
    const at = `risks.${id}`;
    add(`${at}.likelihood`, stated(risk.likelihood), likelihood);
    add(`${at}.effectKept`, risk.effectKept, factor);
    hitPlaces(add, at, risk.hits);
    add(`${at}.cost.amount`, risk.cost?.amount, amount);
    payerPlaces(add, `${at}.cost.paidBy`, risk.cost?.paidBy);
    const { mitigated } = risk;
    add(`${at}.mitigated.likelihood`, stated(mitigated?.likelihood), likelihood);
    add(`${at}.mitigated.cost`, mitigated?.cost, amount);
    payerPlaces(add, `${at}.mitigated.paidBy`, mitigated?.paidBy);
  }
}
