import type { RiskAbout, Text } from "../../engine/result/about.ts";
import type { CheckedScenario } from "../checked.ts";
import { isMitigationChosen, likelihoodWord, likelihoodWords, riskWhen } from "../risks.ts";
import type { ScenarioContent } from "../schema/index.ts";
import { both, joined, textOf } from "./texts.ts";

const ways = {
  times: both("multiplied by", "multipliceras med"),
  plus: both("what is added", "läggs till"),
  to: both("becomes", "blir"),
};

/** What risks of a ready form are called where the file says nothing. */
export const formTitles: Readonly<Record<"turnover" | "policyCancelled", Text>> = {
  turnover: both("Key people leave", "Nyckelpersoner slutar"),
  policyCancelled: both(
    "The programme is cancelled by a political decision",
    "Satsningen avbryts genom politiskt beslut",
  ),
};

const own: Readonly<Record<string, Text>> = {
  likelihood: both("likelihood", "sannolikhet"),
  effectKept: both("share of the effect that is left", "andel av effekten som finns kvar"),
  "cost.amount": both("what it costs", "vad det kostar"),
  "cost.paidBy": both("share paid by", "andel som betalas av"),
  "mitigated.likelihood": both("likelihood with the mitigation", "sannolikhet med åtgärden"),
  "mitigated.cost": both("cost of the mitigation", "åtgärdens kostnad"),
  "mitigated.paidBy": both("share of the mitigation paid by", "andel av åtgärden som betalas av"),
};

const words: Readonly<Record<string, Text>> = {
  low: both("low", "låg"),
  medium: both("medium", "medel"),
  high: both("high", "hög"),
};

/** A number of the risks, or of what a rule changes, in words; undefined for what is none. @param titleOf a place that is struck, in words */
export function titleOfRiskPlace(
  place: string,
  titles: Readonly<Record<string, Text>>,
  titleOf: (place: string) => Text,
): Text | undefined {
  const word = /^likelihoodWords\.(\w+)$/.exec(place)?.[1];
  if (word !== undefined) return joined([both("Likelihood", "Sannolikhet"), words[word]], ": ");
  const found = /^(risks)\.([^.]+)\.(.+)$/.exec(place) ?? /^(stopRules)\.([^.]+)\.then\.\w+\.(.+)$/.exec(place);
  if (found === null) return undefined;
  const [, section, id, key] = found;
  const kind = section === "risks" ? both("Risk", "Risk") : both("Rule at a look", "Kriterium vid avstämning");
  const risk = joined([kind, titles[id]], ": ");
  const hit = /^hits\.(.+)\.(times|plus|to)(?:\.|$)/.exec(key);
  if (hit !== null) return joined([joined([risk, titleOf(hit[1])], ". "), ways[hit[2] as keyof typeof ways]], ", ");
  const payer = /^(cost|mitigated)\.paidBy\.(\w+)$/.exec(key);
  if (payer !== null) return joined([joined([risk, own[`${payer[1]}.paidBy`]], ", "), titles[payer[2]]], " ");
  return own[key] === undefined ? undefined : joined([risk, own[key]], ", ");
}

/** Where a scale of likelihoods is our own, the file saying nothing of it. */
export function likelihoodNote(place: string, raw: unknown): Text | undefined {
  const word = likelihoodWord(/^likelihoodWords\.(\w+)$/.exec(place)?.[1]);
  if (word === undefined || raw !== likelihoodWords[word]) return undefined;
  return both("Our own scale, which likelihoodWords changes", "Vår egen skala, som ändras med likelihoodWords");
}

/** What the file says in words of its risks, in its order. */
export function risksOf({ content }: CheckedScenario): { readonly risks?: readonly RiskAbout[] } {
  if (content.risks === undefined) return {};
  const text = (value: unknown): Text | undefined => textOf(value, content.language);
  const optional = <K extends string>(key: K, value: Text | undefined) => (value === undefined ? {} : { [key]: value });
  const risks = Object.entries(content.risks).map(([id, risk]): RiskAbout => {
    const { likelihood, priority, action, responsible, note, mitigated, harm } = risk;
    const [word, after] = [likelihood, mitigated?.likelihood].map(likelihoodWord);
    return {
      id,
      ...(word === undefined ? {} : { likelihood: words[word] }),
      ...(after === undefined ? {} : { mitigatedLikelihood: words[after] }),
      ...(isOwnScale(content) ? { ownScale: true as const } : {}),
      when: whenInWords(content, id),
      ...(priority === undefined ? {} : { priority }),
      ...optional("action", text(action)),
      ...optional("responsible", text(responsible)),
      ...optional("note", text(note)),
      ...(isMitigationChosen(risk) ? { mitigationChosen: true as const } : {}),
      ...(harm === "yes" ? { harm: true as const } : {}),
    };
  });
  return { risks };
}

const isOwnScale = ({ likelihoodWords: stated }: ScenarioContent): boolean =>
  stated !== undefined && Object.entries(likelihoodWords).every(([word, own]) => stated[word as "low"] === own);

function whenInWords(content: ScenarioContent, id: string): Text {
  const when = riskWhen(content.risks![id], content);
  switch (when.kind) {
    case "programme":
      return both("the whole programme", "hela satsningen");
    case "each":
      return both("each year anew", "varje år på nytt");
    case "years":
      return when.first === when.last
        ? both(`year ${when.first}`, `år ${when.first}`)
        : both(`years ${when.first}–${when.last}`, `år ${when.first}–${when.last}`);
    case "from":
      return both(`from year ${when.first}`, `från år ${when.first}`);
    case "drawn":
      return when.first === when.last
        ? both(`from year ${when.first}`, `från år ${when.first}`)
        : both(`from one of years ${when.first}–${when.last}`, `från något av åren ${when.first}–${when.last}`);
  }
}
