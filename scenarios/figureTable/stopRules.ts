import { type FigureMeaning, meaning } from "./meaning.ts";

/** What is seen up to and including a programme year, as a share of what was planned by then. */
const againstPlan = (worse: "low" | "high", en: string, sv: string): FigureMeaning => ({
  unit: "share",
  takes: ["year"],
  years: "programme",
  worse,
  words: { en, sv },
});

/** What looks see against the plan, and what stop rules come to. */
export const stopRuleFigures = meaning({
  observedCost: againstPlan("high", "Cost so far, of the plan", "Kostnad hittills, andel av planen"),
  observedReached: againstPlan("low", "Reached so far, of the plan", "Nådda hittills, andel av planen"),
  observedEnrolled: againstPlan("low", "Started so far, of the plan", "Påbörjat hittills, andel av planen"),
  observedCompleted: againstPlan("low", "Completed so far, of the plan", "Fullföljt hittills, andel av planen"),
  stopped: {
    unit: "share",
    takes: ["what"],
    of: "stopRule",
    worse: "high",
    happens: true,
    words: { en: "Stopped by a stop rule", sv: "Avbryts enligt ett kriterium för att avbryta" },
  },
  stopYear: {
    unit: "year",
    takes: [],
    worse: "high",
    words: { en: "Year in which it is stopped", sv: "År då den avbryts" },
  },
});
