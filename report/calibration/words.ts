import { filled, type Language } from "../../engine/issues.ts";

/** What is said of forecasts held against what came. */
const table = {
  title: { en: "FORECASTS AGAINST OUTTURNS", sv: "PROGNOSER MOT UTFALL" },
  lead: {
    en: "Programmes: {programmes}. Figures with an outturn: {outturns}. Goals met or missed: {chances}.",
    sv: "Satsningar: {programmes}. Siffror med utfall: {outturns}. Mål som nåtts eller missats: {chances}.",
  },
  each: { en: "Each figure", sv: "Varje siffra" },
  forecast: { en: "forecast", sv: "prognos" },
  interval: { en: "nine of ten", sv: "nio av tio" },
  outturn: { en: "outturn", sv: "utfall" },
  place: { en: "higher than", sv: "högre än" },
  coverage: { en: "How often the intervals held", sv: "Hur ofta intervallen höll" },
  held: { en: "held", sv: "höll" },
  margin: { en: "95 % interval", sv: "95 %-intervall" },
  level: { en: "{level} % interval", sv: "{level} %-intervall" },
  bias: {
    en: "On average outturns lay {value} standard deviations {side} their forecasts (95 % interval {low} to {high}); the mean error is {relative}.",
    sv: "I genomsnitt låg utfallen {value} standardavvikelser {side} prognoserna (95 %-intervall {low} till {high}); medelavvikelsen är {relative} av prognosen.",
  },
  above: { en: "above", sv: "över" },
  below: { en: "below", sv: "under" },
  narrow: {
    en: "Our intervals are too narrow: they ought to be {value} times as wide (95 % interval {low} to {high}).",
    sv: "Våra intervall är för smala: de borde vara {value} gånger så breda (95 %-intervall {low} till {high}).",
  },
  wide: {
    en: "Our intervals are too wide: {value} times their width would do (95 % interval {low} to {high}).",
    sv: "Våra intervall är för breda: {value} gånger bredden skulle räcka (95 %-intervall {low} till {high}).",
  },
  right: {
    en: "The width of our intervals can't be told from right: {value} times their width would fit best (95 % interval {low} to {high}).",
    sv: "Det går inte att säga att intervallen har fel bredd: {value} gånger bredden skulle passa bäst (95 %-intervall {low} till {high}).",
  },
  scores: {
    en: "Goals: Brier score {brier} (0 is perfect, {share} is what knowing only how many come true gives), log score {log}.",
    sv: "Mål: Brier-poäng {brier} (0 är perfekt, {share} får den som bara vet hur många som nås), logaritmisk poäng {log}.",
  },
  reliability: { en: "Goals by the chance they were given", sv: "Mål efter den chans de gavs" },
  chance: { en: "chance given", sv: "angiven chans" },
  goals: { en: "goals", sv: "mål" },
  came: { en: "met", sv: "nådda" },
  fellIn: { en: "Where outturns fell in their forecasts", sv: "Var utfallen hamnade i sina prognoser" },
  fellAxis: { en: "share of the forecast below the outturn", sv: "andel av prognosen under utfallet" },
  perfect: { en: "as many as promised", sv: "lika många som utlovat" },
} as const satisfies Record<string, Record<Language, string>>;

export type CalibrationWord = keyof typeof table;

/** A text with its places filled. */
export const calibrationWord = (
  name: CalibrationWord,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string => filled(table[name][language], values);
