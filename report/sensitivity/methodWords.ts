import type { Language } from "../../engine/issues.ts";

type Words = Readonly<Record<Language, string>>;

/** A method in words. */
interface MethodWords {
  readonly title: Words;
  /** The question that it answers. */
  readonly question: Words;
  /** By id of the measure; short, for columns. */
  readonly measures: Readonly<Record<string, Words>>;
  readonly headline?: Words;
}

/** By id of the method. */
export const methodWords: Readonly<Record<string, MethodWords>> = {};
