import { filled, type Language } from "../../engine/issues.ts";
import { methodWords } from "./methodWords.ts";

/** What is said of sensitivity, whichever method it is. */
const table = {
  heading: { en: "WHAT CARRIES THE RESULT", sv: "VAD SOM BÄR RESULTATET" },
  title: { en: "What carries the result", sv: "Vad som bär resultatet" },
  chosenByRule: {
    en: "Methods chosen by rule: those that read the draws of one run; with at most {few} inputs those that run the model anew as well (here there are {inputs}).",
    sv: "Metoder valda efter regel: de som läser en körnings dragningar; vid högst {few} indata även de som kör modellen på nytt (här finns det {inputs}).",
  },
  chosenCorrelated: {
    en: "Inputs are correlated, so Shapley shares lead and Sobol’ indices are left out.",
    sv: "Indata samvarierar, så Shapleyandelar går först och Sobolindex utelämnas.",
  },
  chosenIndependent: {
    en: "No inputs are correlated, so Sobol’ indices tell whose variance it is.",
    sv: "Inga indata samvarierar, så Sobolindex visar vems variansen är.",
  },
  chosenOfDraws: {
    en: "Methods chosen by rule: all that read draws alone.",
    sv: "Metoder valda efter regel: alla som bara läser dragningar.",
  },
  chooseOthers: { en: "--method chooses others.", sv: "Med --method väljs andra." },
  draws: { en: "{draws} draws, seed {seed}, {design} design", sv: "{draws} dragningar, frö {seed}, design {design}" },
  drawsFromElsewhere: { en: "{draws} draws from {file}", sv: "{draws} dragningar ur {file}" },
  interrupted: {
    en: "Stopped before the end: the methods that were done are whole, the others are missing.",
    sv: "Avbrutet i förtid: de metoder som hann bli klara är fullständiga, övriga saknas.",
  },
  of: { en: "Of: {of}", sv: "Gäller: {of}" },
  strongest: {
    en: "Strongest: {first}, {measure} {value}.",
    sv: "Starkast: {first}, {measure} {value}.",
  },
  strongestThen: {
    en: "Strongest: {first}, {measure} {value}; then {second}.",
    sv: "Starkast: {first}, {measure} {value}; därefter {second}.",
  },
  noneDistinct: {
    en: "Nothing here can be told from zero.",
    sv: "Inget här går att skilja från noll.",
  },
  nothing: { en: "There is nothing to tell.", sv: "Det finns inget att berätta." },
  input: { en: "input", sv: "indata" },
  interval95: { en: "95 % interval", sv: "95 %-intervall" },
  zero: { en: "≈ 0", sv: "≈ 0" },
  zeroNote: { en: "≈ 0: can’t be told from zero", sv: "≈ 0: kan inte skiljas från noll" },
  more: {
    en: "{n} weaker ones are left out here; --json, --csv and the page have all",
    sv: "{n} svagare är utelämnade här; --json, --csv och sidan har alla",
  },
  andOthers: { en: "{names} and {n} others", sv: "{names} och {n} till" },
  gap: {
    en: "The best guesses give {bestGuess}, the simulation {mean} in the mean. Of the difference, guesses that are not means make {asymmetry}, bends in single inputs {alone}, inputs acting together {together}, and correlation {correlation}.",
    sv: "De bästa gissningarna ger {bestGuess}, simuleringen i medeltal {mean}. Av skillnaden kommer {asymmetry} av gissningar som inte är medelvärden, {alone} av böjar i enskilda indata, {together} av att indata verkar tillsammans och {correlation} av samvariation.",
  },
  intervalsElsewhere: {
    en: "95 % intervals: --json, --csv and the page have them",
    sv: "95 %-intervall: finns i --json, --csv och på sidan",
  },
  at: { en: "at", sv: "vid" },
  evaluations: { en: "{n} runs of the model", sv: "{n} körningar av modellen" },
  fromDraws: { en: "from {n} draws", sv: "ur {n} dragningar" },
  barsCaption: {
    en: "Bars are estimates, lines their 95 % intervals. Grey and hollow: can’t be told from zero.",
    sv: "Staplarna är skattningar, strecken deras 95 %-intervall. Grått och ihåligt: kan inte skiljas från noll.",
  },
  curveCaption: {
    en: "The line is the estimate, the band its 95 % interval.",
    sv: "Linjen är skattningen, bandet dess 95 %-intervall.",
  },
  curveTitle: { en: "{of} as {input} moves", sv: "{of} när {input} rör sig" },
  tornadoCaption: {
    en: "From what is expected where nothing is known, to what is expected where the input is low and where it is high. Lines are 95 % intervals.",
    sv: "Från det som är att vänta när inget är känt, till det som är att vänta när antagandet är lågt och när det är högt. Strecken är 95 %-intervall.",
  },
  spiderTitle: { en: "Spider: {of} as each input moves", sv: "Spindel: {of} när varje antagande rör sig" },
  spiderCaption: {
    en: "Each line holds one input at percentiles of its own; the steepest matters most. The curves below have the intervals and the numbers.",
    sv: "Varje linje håller ett antagande vid sina egna percentiler; det brantaste betyder mest. Kurvorna nedan har intervall och siffror.",
  },
  ownPercentile: { en: "the input’s own percentile", sv: "antagandets egen percentil" },
  flipTitle: {
    en: "{told} at which the answer about {of} flips, as {input} moves",
    sv: "{told} där svaret om {of} vänder, när {input} rör sig",
  },
  gridTitle: {
    en: "{of}: down, {first}; across, {second}",
    sv: "{of}: nedåt {first}, åt höger {second}",
  },
  wholeGrid: {
    en: "Not all columns: --json and the page have them",
    sv: "Alla kolumner får inte plats: de finns i --json och på sidan",
  },
  together: {
    en: "As {first} goes from {low} to {high}, {what} changes by {atLow} where {second} is {otherLow}, and by {atHigh} where it is {otherHigh}.",
    sv: "När {first} går från {low} till {high} ändras {what} med {atLow} där {second} är {otherLow}, och med {atHigh} där det är {otherHigh}.",
  },
  expectedOf: { en: "the expected {of}", sv: "det väntade värdet av {of}" },
  chanceOf: { en: "the chance of {of}", sv: "chansen för {of}" },
  togetherAdds: {
    en: "The two add up: what one does cannot be told to depend on the other.",
    sv: "De två adderas: det går inte att se att det enas betydelse beror på det andra.",
  },
  flipsAt: {
    en: "Where {first} is {at}, the answer about {of} flips as {second} passes {root}{interval}.",
    sv: "Där {first} är {at} vänder svaret om {of} när {second} passerar {root}{interval}.",
  },
  flipsNot: {
    en: "Where {first} is {at}, no value of {second} flips it.",
    sv: "Där {first} är {at} vänder inget värde på {second} svaret.",
  },
  intervalOf: { en: " (95% interval {interval})", sv: " (95\u00a0%-intervall {interval})" },
  withinRounding: { en: " (its error lies within rounding)", sv: " (felet ryms i avrundningen)" },
  dataTable: { en: "The numbers as a table", sv: "Siffrorna som tabell" },
  skip: { en: "Skip to the content", sv: "Hoppa till innehållet" },
  contents: { en: "On this page", sv: "På den här sidan" },
  note: { en: "To be aware of", sv: "Att tänka på" },
  madeBy: {
    en: "Made by Utfall {engine}. The page needs no network.",
    sv: "Gjord av Utfall {engine}. Sidan behöver inget nät.",
  },
} as const satisfies Record<string, Record<Language, string>>;

type SensitivityWord = keyof typeof table;

/** A text with its places filled. */
export const sensitivityWord = (
  name: SensitivityWord,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string => filled(table[name][language], values);

/** What a method is called, what it answers, and what its measures are called; its ids where it has no words. */
export function wordsOf(method: string, language: Language) {
  const own = Object.hasOwn(methodWords, method) ? methodWords[method] : undefined;
  return {
    title: own?.title[language] ?? method,
    question: own?.question[language] ?? "",
    /** `{first}`, `{second}`, `{value}`, `{of}`: what is said of the strongest; a common sentence where absent. */
    bars: own?.bars,
    leading: own?.leading,
    headline: own?.headline?.[language],
    measure: (id: string): string =>
      own !== undefined && Object.hasOwn(own.measures, id) ? own.measures[id][language] : id,
  };
}
