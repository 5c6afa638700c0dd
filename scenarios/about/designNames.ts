import type { ComparisonDesign } from "../../engine/evidence/designs.ts";
import type { Text } from "../../engine/result/about.ts";
import { both } from "./texts.ts";

/** How an effect was compared, in words that fit after "compared by". */
export const designNames: Readonly<Record<ComparisonDesign, Text>> = {
  randomised: both("drawing lots (randomised)", "lottning (randomiserad studie)"),
  "waiting list": both("a waiting list", "väntelista"),
  matching: both("matching", "matchning"),
  "generic control": both("a generic control group", "generisk kontrollgrupp"),
  "historical control": both("a historical control group", "historisk kontrollgrupp"),
  "shadow control": both("a shadow control (judgement)", "skuggkontroll (bedömning)"),
  "before-after": both("before and after, without a comparison group", "före och efter, utan jämförelsegrupp"),
};
