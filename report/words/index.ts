import type { Language } from "../../engine/issues.ts";
import { en } from "./en.ts";
import { figureNamesEn, figureNamesSv } from "./figureNames.ts";
import { financingEn, financingSv } from "./financing.ts";
import { firstEn, firstSv } from "./first.ts";
import { risksEn, risksSv } from "./risks.ts";
import { scaleUpEn, scaleUpSv } from "./scaleUp.ts";
import { stopRulesEn, stopRulesSv } from "./stopRules.ts";
import { sv } from "./sv.ts";

const english = { ...en, ...figureNamesEn, ...risksEn, ...stopRulesEn, ...scaleUpEn, ...financingEn, ...firstEn };

/** The table of words; every language has the same keys. */
export type WordTable = Readonly<Record<keyof typeof english, string>>;
export type WordKey = keyof WordTable;

/** Everything a report says, in one table per language; a key that one of them lacks is a compile error. */
export const words: Readonly<Record<Language, WordTable>> = {
  en: english,
  sv: { ...sv, ...figureNamesSv, ...risksSv, ...stopRulesSv, ...scaleUpSv, ...financingSv, ...firstSv },
};
