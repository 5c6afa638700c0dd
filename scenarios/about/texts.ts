import type { Text } from "../../engine/result/about.ts";

type Language = "en" | "sv";

/** A text of the checked content as both languages; what is missing is filled from the other and listed. */
export function textOf(value: unknown, language: Language): Text | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object") return textOf({ [language]: String(value) }, language);
  const { en, sv } = value as { readonly en?: string; readonly sv?: string };
  if (en !== undefined && sv !== undefined) return { en, sv };
  if (en !== undefined) return { en, sv: en, missing: ["sv"] };
  if (sv !== undefined) return { en: sv, sv, missing: ["en"] };
  return undefined;
}

/** A title made of an id where the file gives none: `pupilSupport` is "Pupil support". */
export function titleOfId(id: string): Text {
  const words = id.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return { en: title, sv: title };
}

export const both = (en: string, sv: string): Text => ({ en, sv });

/** Joins texts; a language is missing where it is in one of them. */
export function joined(parts: readonly Text[], between: string): Text {
  const missing = (["en", "sv"] as const).filter((language) => parts.some((part) => part.missing?.includes(language)));
  const text = both(parts.map(({ en }) => en).join(between), parts.map(({ sv }) => sv).join(between));
  return missing.length === 0 ? text : { ...text, missing };
}
