import { meaning } from "./meaning.ts";

/** Whether a risk happens. */
export const riskFigures = meaning({
  happened: {
    unit: "share",
    takes: ["what", "year"],
    of: "risk",
    needs: ["what"],
    years: "horizon",
    worse: "high",
    happens: true,
  },
});
