import { rows } from "./finding.ts";

/** Findings about what moves money between actors: repayment, shares of the result, a fund, contracts. */
export const financingFindings = rows({
  sharesByActorExpected: {
    severity: "error",
    found: { en: "{key} is no map of shares by actor", sv: "{key} är inga andelar per aktör" },
    mend: {
      en: "Write the actors with their shares: { fund: 70 %, education: 30 % }",
      sv: "Skriv aktörerna med sina andelar: { fund: 70 %, education: 30 % }",
    },
  },
  repayersExpected: {
    severity: "error",
    found: { en: "It is unclear who repays", sv: "Det är oklart vem som återför" },
    mend: {
      en: "Write one actor, several ([education, social]), or each with its share ({ education: 50 %, social: 100 % })",
      sv: "Skriv en aktör, flera ([education, social]) eller var och en med sin andel ({ education: 50 %, social: 100 % })",
    },
  },
});
