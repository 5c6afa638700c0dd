/** Whose employer's on-cost it is: pensions differ between the two. */
export const employers = ["municipality", "region"] as const;
type Employer = (typeof employers)[number];

/** Where a rate was published. */
interface OnCostSource {
  readonly title: string;
  readonly url: string;
  /** Day on which the page was published. */
  readonly published: string;
}

/** The whole on-cost (PO-pålägg) of one calendar year, as per cent of the salary. */
interface OnCostYear {
  readonly percent: Readonly<Record<Employer, string>>;
  readonly source: OnCostSource;
}

const page = (title: string, url: string, published: string): OnCostSource => ({ title, url, published });
const of2014 = page(
  "SKL: Arbetsgivaravgifter, beslutade PO-pålägg för år 2013 och 2014",
  "http://www.skl.se/vi_arbetar_med/ekonomi/budget_och_planering/arbetsgivaravgifter",
  "2013-12-10",
);

/**
 * The average on-costs that SKR (earlier SKL) recommends for budgets and internal accounts: employer's contributions by law,
 * collective insurance and collective pensions together. Only years whose total is printed on a page of SKR's own stand here; a
 * later year is written in the scenario, with its source.
 */
export const onCosts: Readonly<Record<string, OnCostYear>> = {
  "2013": { percent: { municipality: "38.46 %", region: "43.03 %" }, source: of2014 },
  "2014": { percent: { municipality: "38.46 %", region: "44.13 %" }, source: of2014 },
  "2019": {
    percent: { municipality: "39.15 %", region: "46.45 %" },
    source: page(
      "SKL: Arbetsgivaravgifter, beslutade PO-pålägg för 2019",
      "https://skl.se/ekonomijuridikstatistik/ekonomi/budgetochplanering/arbetsgivaravgifter.1290.html",
      "2019-04-16",
    ),
  },
  "2021": {
    percent: { municipality: "40.15 %", region: "46.15 %" },
    source: page(
      "SKR: Arbetsgivaravgifter och PO-pålägg, PO-pålägg för 2021",
      "https://skr.se/skr/ekonomijuridik/ekonomi/budgetochplanering/arbetsgivaravgifterochpopalagg.1290.html",
      "2021-03-29",
    ),
  },
};
