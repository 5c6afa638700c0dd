import type { UnitWords } from "../../engine/units/index.ts";
import { baseValue, readLiteral } from "../literal.ts";

/**
 * One way to write a number, so that the same content has the same hash: a bare number is a number, a text with unit has
 * plain spaces and a plain minus.
 */
export function normalNumber(value: unknown, words: UnitWords): unknown {
  if (typeof value !== "string") return value;
  const text = value.trim();
  if (text.startsWith("=") || !/^[-−\d]/.test(text)) return text;
  const outcome = readLiteral(text, words);
  if (!outcome.ok) return text;
  if (outcome.literal.unit === undefined) return baseValue(outcome.literal);
  return text.replace(/[\u00a0\u202f\u2009_ ]+/g, " ").replace("−", "-");
}

/** A quantity with all the numbers in it in their one form, whatever it is made of. */
export function normalQuantity(value: unknown, words: UnitWords): unknown {
  if (Array.isArray(value)) return value.map((item) => normalQuantity(item, words));
  if (typeof value !== "object" || value === null) return normalNumber(value, words);
  const texts = new Set(["title", "note", "assumption", "source", "unit", "as", "accept"]);
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => [key, texts.has(key) ? own : normalQuantity(own, words)]),
  );
}

/** JSON with the keys of every map sorted, for the hash. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson((value as Record<string, unknown>)[key])}`).join(",")}}`;
}
