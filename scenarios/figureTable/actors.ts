import { meaning } from "./meaning.ts";

/** Who weighs how much, and who loses. */
export const actorFigures = meaning({
  distributionalWeight: {
    unit: "share",
    takes: ["who", "segment"],
    needs: ["who"],
    worse: "low",
    words: { en: "Distributional weight", sv: "Fördelningsvikt" },
  },
  loses: {
    unit: "share",
    takes: ["who"],
    worse: "high",
    happens: true,
    words: { en: "Loses: net present value below zero", sv: "Förlorar: nettonuvärdet under noll" },
  },
  losesThoughTotalGains: {
    unit: "share",
    takes: ["who"],
    needs: ["who"],
    worse: "high",
    happens: true,
    words: { en: "Loses though all together gain", sv: "Förlorar fast alla tillsammans vinner" },
  },
  losesThoughLeadingGains: {
    unit: "share",
    takes: ["who"],
    needs: ["who"],
    worse: "high",
    happens: true,
    words: {
      en: "Loses though the leading perspective gains",
      sv: "Förlorar fast det ledande perspektivet vinner",
    },
  },
});
