import { filled, type Language } from "../../engine/issues.ts";

const table = {
  read: { en: "Read as", sv: "Läst som" },
  sameAs: { en: "Is the quantity", sv: "Är storheten" },
  formula: { en: "Calculated", sv: "Beräknas" },
  certain: { en: "A certain number", sv: "Ett säkert tal" },
  distribution: { en: "Distribution", sv: "Fördelning" },
  draws: { en: "Draws", sv: "Dragningar" },
  source: { en: "Source", sv: "Källa" },
  note: { en: "Note", sv: "Anmärkning" },
  density: { en: "Density", sv: "Täthet" },
  chances: { en: "Chance of each value", sv: "Chansen för varje värde" },
  cdf: { en: "Chance of at most this much", sv: "Chansen för högst så mycket" },
  mean: { en: "mean", sv: "medelvärde" },
  sd: { en: "standard deviation", sv: "standardavvikelse" },
  several: { en: "({count} numbers)", sv: "({count} tal)" },
  median: { en: "median", sv: "median" },
  percentile: { en: "percentile", sv: "percentil" },
  before: { en: "before the cut", sv: "före avgränsningen" },
  after: { en: "after", sv: "efter" },
  cut: {
    en: "Cut off: {below} below, {above} above; the rest was scaled up",
    sv: "Bortskuret: {below} under, {above} över; resten skalades upp",
  },
  lessThan: { en: "less than {share}", sv: "mindre än {share}" },
  thousandth: {
    en: "Tails: one value in a thousand is below {low}, one in a thousand above {high}",
    sv: "Svansar: ett värde av tusen är under {low}, ett av tusen över {high}",
  },
  ends: { en: "never below {low} or above {high}", sv: "aldrig under {low} eller över {high}" },
  endLow: { en: "never below {low}", sv: "aldrig under {low}" },
  endHigh: { en: "never above {high}", sv: "aldrig över {high}" },
  belowZero: { en: "Chance of a value below zero: {chance}", sv: "Chansen för ett värde under noll: {chance}" },
  none: { en: "none", sv: "saknas" },
  together: { en: "Moves together with (rank correlation)", sv: "Samvarierar med (rangkorrelation)" },
  wanted: { en: "wanted {wanted}, drawn {achieved}", sv: "önskad {wanted}, dragen {achieved}" },
  attainable: {
    en: "possible with values in steps {low} to {high}",
    sv: "möjlig med värden i steg {low} till {high}",
  },
  extremes: { en: "extremes meet {share}", sv: "ytterligheter möts {share}" },
  copula: {
    en: "t copula with {degrees} degrees of freedom: where one lies at its very end, the other does so in this share of the cases",
    sv: "t-kopula med {degrees} frihetsgrader: när den ena ligger längst ut gör den andra det också i denna andel av fallen",
  },
  eachOwn: {
    en: "For each person or case alone; with --chance on drawn for each, else the mean counts",
    sv: "För varje person eller fall för sig; med --chance on dras den för var och en, annars räknas medelvärdet",
  },
  oneByOne: {
    en: "The first {drawn} are drawn one by one, those beyond together as a shifted lognormal of the same mean, variance and skewness",
    sv: "De {drawn} första dras en och en, de därutöver i klump ur en förskjuten lognormal med samma medelvärde, varians och skevhet",
  },
  allTogether: {
    en: "All are drawn together as a shifted lognormal of the same mean, variance and skewness",
    sv: "Alla dras i klump ur en förskjuten lognormal med samma medelvärde, varians och skevhet",
  },
  onlyOneByOne: {
    en: "At most {drawn}, all drawn one by one: the tail is too heavy to be added up together",
    sv: "Högst {drawn}, alla dragna en och en: svansen är för tung för att läggas ihop i klump",
  },
  matchError: {
    en: "Largest error of a probability for so many drawn together: {errors}",
    sv: "Största felet i en sannolikhet för så många i klump: {errors}",
  },
  matchErrorOf: { en: "{people}: {error}", sv: "{people}: {error}" },
  segmentsOrYears: { en: "Parts", sv: "Delar" },
  names: { en: "Names in it", sv: "Namn i den" },
  between: { en: "{low} to {high} (90 %)", sv: "{low} till {high} (90 %)" },
} as const satisfies Record<string, Record<Language, string>>;

export function explainWord(
  name: keyof typeof table,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return filled(table[name][language], values);
}
