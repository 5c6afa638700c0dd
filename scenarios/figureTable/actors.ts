import { meaning } from "./meaning.ts";

/** Who weighs how much, and who loses. */
export const actorFigures = meaning({
  distributionalWeight: {
    unit: "share",
    takes: ["who", "segment"],
    needs: ["who"],
    worse: "low",
  },
  loses: {
    unit: "share",
    takes: ["who"],
    worse: "high",
    happens: true,
  },
  losesThoughTotalGains: {
    unit: "share",
    takes: ["who"],
    needs: ["who"],
    worse: "high",
    happens: true,
  },
  losesThoughLeadingGains: {
    unit: "share",
    takes: ["who"],
    needs: ["who"],
    worse: "high",
    happens: true,
  },
});
