import * as z from "zod";
import { budget, taxation, weights } from "./accounts.ts";
import { actor, perspective } from "./actors.ts";
import { adjustments } from "./adjustments.ts";
import { comparators } from "./comparators.ts";
import { consequences } from "./consequences.ts";
import { costs } from "./costs.ts";
import { financing } from "./financing.ts";
import { head } from "./head.ts";
import { implementation } from "./implementation.ts";
import { criteria, dependence, formulas, success } from "./judgement.ts";
import { optimism } from "./optimism.ts";
import { components, options } from "./options.ts";
import { outcomes } from "./outcomes.ts";
import { byId, quantity, section } from "./parts.ts";
import { funnel, target } from "./reach.ts";
import { reproduces } from "./reproduces.ts";
import { likelihoodWords, risks } from "./risks.ts";
import { stopRules } from "./stopRules.ts";

/** Texts by language, then by id or path. */
const translations = z
  .custom<{ readonly [language: string]: { readonly [idOrPath: string]: string | readonly string[] } }>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "mapExpected",
  )
  .meta({ kind: "translations" });

/** The whole file. Types and the JSON Schema follow from it. */
export const scenario = section({
  ...head,
  quantities: byId(quantity).default({}),
  adjustments,
  dependence,
  actors: byId(actor).default({}),
  perspectives: byId(perspective).default({}),
  taxation,
  budget,
  weights,
  target: target.optional(),
  funnel: funnel.optional(),
  outcomes,
  consequences,
  costs,
  optimism,
  implementation,
  financing,
  likelihoodWords,
  risks,
  stopRules,
  formulas,
  criteria,
  success: success.optional(),
  reproduces,
  comparators,
  components,
  options,
  translations: translations.optional(),
});

/** What one may write as a TypeScript value. */
export type ScenarioInput = z.input<typeof scenario>;
/**
 * The checked document: every default filled in, short entries written out, texts as `{ en?, sv? }` with translations merged
 * in, years as whole numbers. Itself a valid scenario that checks to the same again.
 */
export type ScenarioContent = z.output<typeof scenario>;
