import { implementationRows } from "./implementation.ts";

/** The parts a figure's path may have after its name, in the order in which they are written. */
export type FigurePart = "what" | "who" | "segment" | "year";

/** What a figure is measured in; settled together with the scenario it is asked of. */
type FigureUnit =
  | "money"
  | "moneyPerYear"
  | "perYear"
  | "share"
  | "people"
  | "cases"
  | "year"
  | "moneyPerCase"
  | "moneyPerPerson"
  | "posts"
  | "stated";

export interface FigureMeaning {
  readonly unit: FigureUnit;
  readonly takes: readonly FigurePart[];
  /** What `.what` names; with `needs` it must be there. */
  readonly of?: "outcome" | "benefit" | "cost";
  /** Parts that can't be left out. */
  readonly needs?: readonly FigurePart[];
  /** The years that `.yN` may name. */
  readonly years?: "horizon" | "programme";
  /** True for what has no value of its own in a draw, but is found from means: no formula and no test can use it. */
  readonly ofMeans?: boolean;
  /** The side on which bad values lie. */
  readonly worse: "low" | "high";
  /** True where it happens or not in a draw (1 or 0): it is counted, and a result gives its chance. */
  readonly happens?: true;
  readonly words: { readonly en: string; readonly sv: string };
}

const meaning = <K extends string>(table: Record<K, FigureMeaning>): Record<K, FigureMeaning> => table;

const people = (worse: "low" | "high", en: string, sv: string): FigureMeaning => ({
  unit: "people",
  takes: ["segment", "year"],
  years: "programme",
  worse,
  words: { en, sv },
});

/** People, from the plan to those who completed, with those lost on the way. */
const peopleFigures = meaning({
  planned: people("low", "Planned for", "Planerat antal"),
  everyone: people("low", "In the target group", "I målgruppen"),
  reached: people("low", "Reached", "Nådda"),
  enrolled: people("low", "Accepted and started", "Tackat ja och börjat"),
  completed: people("low", "Completed", "Fullföljt"),
  dropped: people("high", "Dropped out", "Hoppat av"),
  harmed: people("high", "Harmed", "Försämrade"),
  misjudged: people("high", "Fewer than planned", "Färre än planerat"),
  notReached: people("high", "Not reached", "Inte nådda"),
  notAccepted: people("high", "Did not accept", "Tackat nej"),
  queue: people("high", "Accepted, but without a place", "Tackat ja men utan plats"),
  lost: people("high", "Lost from plan to completion", "Bortfall, från plan till fullföljt"),
  personYears: people("low", "Person-years in the target group", "Personår i målgruppen"),
  arrived: people("low", "New in the target group", "Nya i målgruppen"),
  died: people("high", "Died", "Avlidna"),
  movedAway: people("high", "Moved away", "Utflyttade"),
});

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

/** The figures that can be asked for: one row each, from which reading, units and words follow. */
export const figureTable = meaning({
  pvBenefit: {
    unit: "money",
    takes: ["what", "who", "segment", "year"],
    of: "benefit",
    years: "horizon",
    worse: "low",
    words: { en: "Benefit, present value", sv: "Nytta, nuvärde" },
  },
  pvCost: {
    unit: "money",
    takes: ["what", "who", "segment", "year"],
    of: "cost",
    years: "horizon",
    worse: "high",
    words: { en: "Cost, present value", sv: "Kostnad, nuvärde" },
  },
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
  benefit: {
    unit: "money",
    takes: ["what", "who", "segment", "year"],
    of: "benefit",
    years: "horizon",
    worse: "low",
    words: { en: "Benefit, not discounted", sv: "Nytta, odiskonterad" },
  },
  cost: {
    unit: "money",
    takes: ["what", "who", "segment", "year"],
    of: "cost",
    years: "horizon",
    worse: "high",
    words: { en: "Cost, not discounted", sv: "Kostnad, odiskonterad" },
  },
  balance: {
    unit: "money",
    takes: ["who", "segment", "year"],
    years: "horizon",
    worse: "low",
    words: { en: "Benefit less cost, not discounted", sv: "Nytta minus kostnad, odiskonterad" },
  },
  cashable: {
    unit: "money",
    takes: ["what", "who", "segment", "year"],
    of: "benefit",
    years: "horizon",
    worse: "low",
    words: { en: "Cashable, not discounted", sv: "Hemtagbart, odiskonterat" },
  },
  pvCashable: {
    unit: "money",
    takes: ["what", "who", "segment", "year"],
    of: "benefit",
    years: "horizon",
    worse: "low",
    words: { en: "Cashable, present value", sv: "Hemtagbart, nuvärde" },
  },
  freed: {
    unit: "money",
    takes: ["what", "who", "segment", "year"],
    of: "benefit",
    years: "horizon",
    worse: "low",
    words: {
      en: "Benefit that is not cashable, such as freed time, not discounted",
      sv: "Nytta som inte är hemtagbar, såsom frigjord tid, odiskonterad",
    },
  },
  pvFreed: {
    unit: "money",
    takes: ["what", "who", "segment", "year"],
    of: "benefit",
    years: "horizon",
    worse: "low",
    words: {
      en: "Benefit that is not cashable, such as freed time, present value",
      sv: "Nytta som inte är hemtagbar, såsom frigjord tid, nuvärde",
    },
  },
  pvFiscalBenefit: {
    unit: "money",
    takes: ["what", "who", "segment", "year"],
    of: "benefit",
    years: "horizon",
    worse: "low",
    words: { en: "Fiscal benefit, present value", sv: "Offentligfinansiell nytta, nuvärde" },
  },
  pvEconomicBenefit: {
    unit: "money",
    takes: ["what", "who", "segment", "year"],
    of: "benefit",
    years: "horizon",
    worse: "low",
    words: { en: "Economic benefit, present value", sv: "Ekonomisk nytta för andra, nuvärde" },
  },
  pvSocialBenefit: {
    unit: "money",
    takes: ["what", "who", "segment", "year"],
    of: "benefit",
    years: "horizon",
    worse: "low",
    words: { en: "Social benefit, present value", sv: "Social nytta, nuvärde" },
  },
  paybackYear: {
    unit: "year",
    takes: ["who", "segment"],
    worse: "high",
    words: { en: "Pay-back year", sv: "Återbetalningsår" },
  },
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
  ...peopleFigures,
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
  improvementGross: {
    unit: "share",
    takes: ["what", "segment"],
    of: "outcome",
    needs: ["what"],
    worse: "low",
    words: { en: "Improvement, whole change", sv: "Förbättring, hela förändringen" },
  },
  improvementNet: {
    unit: "share",
    takes: ["what", "segment"],
    of: "outcome",
    needs: ["what"],
    worse: "low",
    words: { en: "Improvement, less the comparison", sv: "Förbättring, efter avdrag för jämförelsen" },
  },
  statedEffect: {
    unit: "stated",
    takes: ["what", "segment"],
    of: "outcome",
    needs: ["what"],
    worse: "low",
    words: { en: "Effect as stated", sv: "Angiven effekt" },
  },
  adjustedEffect: {
    unit: "stated",
    takes: ["what", "segment"],
    of: "outcome",
    needs: ["what"],
    worse: "low",
    words: { en: "Effect adjusted for how it was compared", sv: "Effekt justerad för hur den jämfördes" },
  },
  shrunkEffect: {
    unit: "stated",
    takes: ["what", "segment"],
    of: "outcome",
    needs: ["what"],
    worse: "low",
    words: { en: "Effect shrunk towards its reference class", sv: "Effekt krympt mot sin referensklass" },
  },
  costPer: {
    unit: "moneyPerCase",
    takes: ["what", "who"],
    of: "outcome",
    needs: ["what"],
    worse: "high",
    words: { en: "Cost per avoided case", sv: "Kostnad per undviket fall" },
  },
  ...implementationRows,
});

export type FigureName = keyof typeof figureTable;
