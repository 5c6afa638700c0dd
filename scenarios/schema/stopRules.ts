import * as z from "zod";
import { payers } from "./costs.ts";
import { byId, choice, quantity, section, text } from "./parts.ts";

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isText);

/** `1 year`, several of these, or `every 6 months`. */
const look = z
  .custom<string | readonly string[]>((value) => isText(value) || isTexts(value), "lookForm")
  .meta({ kind: "wordOrList" });

/** A test of what is seen, or several of them together. */
const condition = z
  .custom<string | { readonly all: readonly string[] } | { readonly any: readonly string[] }>((value) => {
    if (isText(value)) return true;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const [[key, items] = [], ...more] = Object.entries(value);
    return more.length === 0 && (key === "all" || key === "any") && isTexts(items);
  }, "stopRuleIf")
  .meta({ kind: "condition" });

const stopRule = section({
  title: text.optional(),
  note: text.optional(),
  look,
  if: condition,
  // biome-ignore lint/suspicious/noThenProperty: a word of the format, never awaited
  then: choice("stop", "windDown").default("stop"),
  /** From the look until it takes effect. */
  notice: quantity.default("0 years"),
  /** Once, when the programme ends by the rule. */
  windDownCost: section({ amount: quantity, paidBy: payers }).optional(),
  /** Who decides, agreed beforehand. */
  decides: text.optional(),
});

/** When the programme is stopped before its end, by what is seen then. */
export const stopRules = byId(stopRule).optional();
