import { type FigureMeaning, meaning } from "./meaning.ts";

/** Cases of an outcome counted once for each year that they last: from what the effect is stated as to what is left of it. */
const caseYears = (worse: "low" | "high", en: string, sv: string): FigureMeaning => ({
  unit: "cases",
  takes: ["what", "segment", "year"],
  of: "outcome",
  needs: ["what"],
  years: "horizon",
  worse,
  words: { en, sv },
});

/** How an outcome changes, or was said to. */
const change = (unit: "share" | "stated", en: string, sv: string): FigureMeaning => ({
  unit,
  takes: ["what", "segment"],
  of: "outcome",
  needs: ["what"],
  worse: "low",
  words: { en, sv },
});

/** What a follow-up of a programme year sees; of the last one where none is named. */
const seen = (unit: "share" | "level", en: string, sv: string): FigureMeaning => ({
  unit,
  takes: ["what", "segment", "year"],
  of: "outcome",
  needs: ["what"],
  years: "programme",
  worse: "low",
  words: { en, sv },
});

/** What happens to the outcomes. */
export const outcomeFigures = meaning({
  cases: {
    unit: "cases",
    takes: ["what", "segment", "year"],
    of: "outcome",
    needs: ["what"],
    years: "programme",
    worse: "low",
    words: { en: "Avoided cases", sv: "Undvikna fall" },
  },
  casesWithout: {
    unit: "cases",
    takes: ["what", "segment", "year"],
    of: "outcome",
    needs: ["what"],
    years: "programme",
    worse: "high",
    words: { en: "Cases without the programme", sv: "Fall utan satsningen" },
  },
  caseYearsGross: caseYears(
    "low",
    "Avoided cases before deductions, for each year they last",
    "Undvikna fall före avdrag, för varje år de varar",
  ),
  deadweight: caseYears("high", "Deadweight: would have come about anyway", "Dödvikt: hade blivit av ändå"),
  attribution: caseYears("high", "Attribution: brought about by others", "Andras bidrag: åstadkommet av andra"),
  displacement: caseYears("high", "Displacement: moved to others", "Undanträngning: flyttat till andra"),
  dropOff: caseYears("high", "Drop-off: worn off over the years", "Avklingning: borta efter hand"),
  caseYears: caseYears("low", "Avoided cases, for each year they last", "Undvikna fall, för varje år de varar"),
  worsens: {
    unit: "share",
    takes: ["what", "segment"],
    of: "outcome",
    needs: ["what"],
    worse: "high",
    happens: true,
    words: { en: "Changes the wrong way", sv: "Förändras åt fel håll" },
  },
  anyoneHarmed: {
    unit: "share",
    takes: ["segment"],
    worse: "high",
    happens: true,
    words: { en: "Somebody is harmed", sv: "Någon försämras" },
  },
  improvementGross: change("share", "Improvement, whole change", "Förbättring, hela förändringen"),
  improvementNet: change("share", "Improvement, less the comparison", "Förbättring, efter avdrag för jämförelsen"),
  statedEffect: change("stated", "Effect as stated", "Angiven effekt"),
  adjustedEffect: change("stated", "Effect adjusted for how it was compared", "Effekt justerad för hur den jämfördes"),
  shrunkEffect: change("stated", "Effect shrunk towards its reference class", "Effekt krympt mot sin referensklass"),
  observed: seen("share", "Effect as a follow-up would measure it", "Effekt som en uppföljning skulle mäta den"),
  observedGross: seen(
    "share",
    "Whole change as a follow-up would measure it",
    "Hela förändringen som en uppföljning skulle mäta den",
  ),
  observedRate: seen(
    "level",
    "Level among participants as a follow-up would measure it",
    "Nivå bland deltagarna som en uppföljning skulle mäta den",
  ),
  costPer: {
    unit: "moneyPerCase",
    takes: ["what", "who"],
    of: "outcome",
    needs: ["what"],
    worse: "high",
    words: { en: "Cost per avoided case", sv: "Kostnad per undviket fall" },
  },
});
