import type { Language } from "../../engine/issues.ts";
import { en, type WordTable } from "./en.ts";
import { sv } from "./sv.ts";

export type { WordTable } from "./en.ts";
export type WordKey = keyof WordTable;

/** One table of words per language; a key that one of them lacks is a compile error. */
export const words: Readonly<Record<Language, WordTable>> = { en, sv };
