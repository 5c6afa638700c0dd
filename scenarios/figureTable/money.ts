import { type FigureMeaning, meaning } from "./meaning.ts";

/** A sum of the accounts' lines of one side, of any item, actor, segment and year. */
const flow = (of: "benefit" | "cost", en: string, sv: string): FigureMeaning => ({
  unit: "money",
  takes: ["what", "who", "segment", "year"],
  of,
  years: "horizon",
  worse: of === "benefit" ? "low" : "high",
  words: { en, sv },
});

/** What is made of the accounts. */
export const moneyFigures = meaning({
  pvBenefit: flow("benefit", "Benefit, present value", "Nytta, nuvärde"),
  pvCost: flow("cost", "Cost, present value", "Kostnad, nuvärde"),
  net: {
    unit: "money",
    takes: ["who", "segment", "year"],
    years: "horizon",
    worse: "low",
    words: { en: "Net present value", sv: "Nettonuvärde" },
  },
  cumulativeNet: {
    unit: "money",
    takes: ["who", "segment", "year"],
    needs: ["year"],
    years: "horizon",
    worse: "low",
    words: { en: "Net present value up to and including the year", sv: "Nettonuvärde till och med året" },
  },
  returnPerKrona: {
    unit: "share",
    takes: ["who", "segment"],
    worse: "low",
    words: { en: "Return per krona", sv: "Kronor tillbaka per satsad krona" },
  },
  netPresentValueRatio: {
    unit: "share",
    takes: ["who", "segment"],
    worse: "low",
    words: { en: "Net present value per krona of cost", sv: "Nettonuvärdeskvot" },
  },
  breakEvenShare: {
    unit: "share",
    takes: ["who", "segment"],
    worse: "high",
    words: { en: "Share of the benefit that suffices", sv: "Andel av nyttan som räcker" },
  },
  moneyMultiple: {
    unit: "share",
    takes: ["who"],
    worse: "low",
    words: { en: "Money back per krona, not discounted", sv: "Tillbaka per insatt krona, odiskonterat" },
  },
  netPerPerson: {
    unit: "moneyPerPerson",
    takes: ["who"],
    worse: "low",
    words: { en: "Net present value per person in the target group", sv: "Nettonuvärde per person i målgruppen" },
  },
  annualEquivalent: {
    unit: "moneyPerYear",
    takes: ["who", "segment"],
    worse: "low",
    words: { en: "Net present value as an annuity", sv: "Nettonuvärdet som annuitet" },
  },
  internalRate: {
    unit: "perYear",
    takes: ["who"],
    ofMeans: true,
    worse: "low",
    words: { en: "Internal rate of return", sv: "Internränta" },
  },
  benefit: flow("benefit", "Benefit, not discounted", "Nytta, odiskonterad"),
  cost: flow("cost", "Cost, not discounted", "Kostnad, odiskonterad"),
  balance: {
    unit: "money",
    takes: ["who", "segment", "year"],
    years: "horizon",
    worse: "low",
    words: { en: "Benefit less cost, not discounted", sv: "Nytta minus kostnad, odiskonterad" },
  },
  cashable: flow("benefit", "Cashable, not discounted", "Hemtagbart, odiskonterat"),
  pvCashable: flow("benefit", "Cashable, present value", "Hemtagbart, nuvärde"),
  freed: flow(
    "benefit",
    "Benefit that is not cashable, such as freed time, not discounted",
    "Nytta som inte är hemtagbar, såsom frigjord tid, odiskonterad",
  ),
  pvFreed: flow(
    "benefit",
    "Benefit that is not cashable, such as freed time, present value",
    "Nytta som inte är hemtagbar, såsom frigjord tid, nuvärde",
  ),
  pvFiscalBenefit: flow("benefit", "Fiscal benefit, present value", "Offentligfinansiell nytta, nuvärde"),
  pvEconomicBenefit: flow("benefit", "Economic benefit, present value", "Ekonomisk nytta för andra, nuvärde"),
  pvSocialBenefit: flow("benefit", "Social benefit, present value", "Social nytta, nuvärde"),
  paybackYear: {
    unit: "year",
    takes: ["who", "segment"],
    worse: "high",
    words: { en: "Pay-back year", sv: "Återbetalningsår" },
  },
});
