import { type FigureMeaning, meaning } from "./meaning.ts";

/** A sum of the accounts' lines of one side, of any item, actor, segment and year. */
const flow = (of: "benefit" | "cost"): FigureMeaning => ({
  unit: "money",
  takes: ["what", "who", "segment", "year"],
  of,
  years: "horizon",
  worse: of === "benefit" ? "low" : "high",
});

/** What is made of the accounts. */
export const moneyFigures = meaning({
  pvBenefit: flow("benefit"),
  pvCost: flow("cost"),
  net: {
    unit: "money",
    takes: ["who", "segment", "year"],
    years: "horizon",
    worse: "low",
  },
  cumulativeNet: {
    unit: "money",
    takes: ["who", "segment", "year"],
    needs: ["year"],
    years: "horizon",
    worse: "low",
  },
  returnPerKrona: {
    unit: "share",
    takes: ["who", "segment"],
    worse: "low",
  },
  netPresentValueRatio: {
    unit: "share",
    takes: ["who", "segment"],
    worse: "low",
  },
  breakEvenShare: {
    unit: "share",
    takes: ["who", "segment"],
    worse: "high",
  },
  moneyMultiple: {
    unit: "share",
    takes: ["who"],
    worse: "low",
  },
  netPerPerson: {
    unit: "moneyPerPerson",
    takes: ["who"],
    worse: "low",
  },
  annualEquivalent: {
    unit: "moneyPerYear",
    takes: ["who", "segment"],
    worse: "low",
  },
  internalRate: {
    unit: "perYear",
    takes: ["who"],
    ofMeans: true,
    worse: "low",
  },
  benefit: flow("benefit"),
  cost: flow("cost"),
  balance: {
    unit: "money",
    takes: ["who", "segment", "year"],
    years: "horizon",
    worse: "low",
  },
  cashable: flow("benefit"),
  pvCashable: flow("benefit"),
  freed: flow("benefit"),
  pvFreed: flow("benefit"),
  pvFiscalBenefit: flow("benefit"),
  pvEconomicBenefit: flow("benefit"),
  pvSocialBenefit: flow("benefit"),
  paybackYear: {
    unit: "year",
    takes: ["who", "segment"],
    worse: "high",
  },
});
