import type { Language } from "../../engine/issues.ts";

type Words = Readonly<Record<Language, string>>;

/** A method in words. */
interface MethodWords {
  readonly title: Words;
  /** The question that it answers. */
  readonly question: Words;
  /** By id of the measure; short, for columns. */
  readonly measures: Readonly<Record<string, Words>>;
  /** With `{first}`, `{second}`, `{measure}`, `{value}` and `{of}`; a sentence common to all where absent. */
  readonly headline?: Words;
}

/** By id of the method. */
export const methodWords: Readonly<Record<string, MethodWords>> = {
  delta: {
    title: { en: "Borgonovo’s delta", sv: "Borgonovos delta" },
    question: {
      en: "How far does knowing the input move the whole distribution of the result?",
      sv: "Hur mycket flyttas hela resultatfördelningen av att få veta indata?",
    },
    measures: { delta: { en: "delta", sv: "delta" } },
  },
  pawn: {
    title: { en: "PAWN indices", sv: "PAWN-index" },
    question: {
      en: "How far apart can the result’s distribution come when the input is known?",
      sv: "Hur långt isär kan resultatets fördelningar hamna när indata är känt?",
    },
    measures: {
      mean: { en: "mean distance", sv: "medelavstånd" },
      median: { en: "median distance", sv: "medianavstånd" },
      maximum: { en: "largest distance", sv: "största avstånd" },
    },
  },
  sobol: {
    title: { en: "Sobol’ indices", sv: "Sobolindex" },
    question: {
      en: "What share of the variance of the result is the input’s own, and what share does it have any part in?",
      sv: "Hur stor del av resultatets varians är antagandets egen, och hur stor del har det någon del i?",
    },
    measures: { first: { en: "first order", sv: "första ordningen" }, total: { en: "total", sv: "totalt" } },
  },
  sobolPairs: {
    title: { en: "Sobol’ indices of pairs", sv: "Sobolindex för par" },
    question: {
      en: "What share of the variance do two inputs have only together?",
      sv: "Hur stor del av variansen har två antaganden bara tillsammans?",
    },
    measures: {
      first: { en: "first order", sv: "första ordningen" },
      total: { en: "total", sv: "totalt" },
      second: { en: "only together", sv: "bara tillsammans" },
    },
  },
};
