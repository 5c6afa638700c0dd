import { type FigureMeaning, meaning } from "./meaning.ts";

/** What is seen up to and including a programme year, as a share of what was planned by then. */
const againstPlan = (worse: "low" | "high"): FigureMeaning => ({
  unit: "share",
  takes: ["year"],
  years: "programme",
  worse,
});

/** What looks see against the plan, and what stop rules come to. */
export const stopRuleFigures = meaning({
  observedCost: againstPlan("high"),
  observedReached: againstPlan("low"),
  observedEnrolled: againstPlan("low"),
  observedCompleted: againstPlan("low"),
  stopped: {
    unit: "share",
    takes: ["what"],
    of: "stopRule",
    worse: "high",
    happens: true,
  },
  reacted: {
    unit: "share",
    takes: ["what"],
    needs: ["what"],
    of: "reaction",
    worse: "high",
    happens: true,
  },
  stopYear: {
    unit: "year",
    takes: [],
    worse: "high",
  },
});
