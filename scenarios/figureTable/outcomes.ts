import { type FigureMeaning, meaning } from "./meaning.ts";

/** Cases of an outcome counted once for each year that they last: from what the effect is stated as to what is left of it. */
const caseYears = (worse: "low" | "high"): FigureMeaning => ({
  unit: "cases",
  takes: ["what", "segment", "year"],
  of: "outcome",
  needs: ["what"],
  years: "horizon",
  worse,
});

/** How an outcome changes, or was said to. */
const change = (unit: "share" | "stated"): FigureMeaning => ({
  unit,
  takes: ["what", "segment"],
  of: "outcome",
  needs: ["what"],
  worse: "low",
});

/** What a follow-up of a programme year sees; of the last one where none is named. */
const seen = (unit: "share" | "level"): FigureMeaning => ({
  unit,
  takes: ["what", "segment", "year"],
  of: "outcome",
  needs: ["what"],
  years: "programme",
  worse: "low",
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
  },
  casesWithout: {
    unit: "cases",
    takes: ["what", "segment", "year"],
    of: "outcome",
    needs: ["what"],
    years: "programme",
    worse: "high",
  },
  caseYearsGross: caseYears("low"),
  deadweight: caseYears("high"),
  attribution: caseYears("high"),
  displacement: caseYears("high"),
  dropOff: caseYears("high"),
  caseYears: caseYears("low"),
  worsens: {
    unit: "share",
    takes: ["what", "segment"],
    of: "outcome",
    needs: ["what"],
    worse: "high",
    happens: true,
  },
  anyoneHarmed: {
    unit: "share",
    takes: ["segment"],
    worse: "high",
    happens: true,
  },
  improvementGross: change("share"),
  improvementNet: change("share"),
  statedEffect: change("stated"),
  adjustedEffect: change("stated"),
  shrunkEffect: change("stated"),
  observed: seen("share"),
  observedGross: seen("share"),
  observedRate: seen("level"),
  costPer: {
    unit: "moneyPerCase",
    takes: ["what", "who"],
    of: "outcome",
    needs: ["what"],
    worse: "high",
  },
});
