import { rows } from "./finding.ts";

/** Findings about when a programme is stopped before its end. */
export const stopRuleFindings = rows({
  lookForm: {
    severity: "error",
    found: { en: "It is not clear when is looked", sv: "Det framgår inte när avstämningen görs" },
    mend: {
      en: "Write look: 1 year, look: [1 year, 18 months] or look: every 6 months, in whole months since the start",
      sv: "Skriv look: 1 year, look: [1 year, 18 months] eller look: every 6 months, i hela månader från start",
    },
  },
  lookOutside: {
    severity: "error",
    found: {
      en: "The look {look} does not come before the end of the programme, which lasts {years} years",
      sv: "Avstämningen {look} ligger inte före satsningens slut (satsningen varar {years} år)",
    },
    mend: {
      en: "Look while there is still something to stop; what is seen at the end belongs to the criteria",
      sv: "Stäm av medan det ännu finns något att avbryta; det som syns vid slutet hör till kriterierna",
    },
  },
  lookMany: {
    severity: "error",
    found: { en: "The rule looks more than {most} times", sv: "Regeln har fler än {most} avstämningar" },
    mend: { en: "Look less often", sv: "Stäm av mer sällan" },
  },
  stopRuleIf: {
    severity: "error",
    found: { en: "It is not clear what makes the rule fire", sv: "Det framgår inte vad som utlöser regeln" },
    mend: {
      en: "Write if: observed.outcome < 3 %, or if: { any: [ …, … ] } or { all: [ …, … ] } with several tests",
      sv: "Skriv if: observed.utfall < 3 %, eller if: { any: [ …, … ] } eller { all: [ …, … ] } med flera villkor",
    },
  },
  reactionForm: {
    severity: "error",
    found: {
      en: "A rule that does not end the programme changes it in one way",
      sv: "En regel som inte avslutar satsningen ändrar den på ett sätt",
    },
    mend: {
      en: "Write one of intensify, adjust and supplement: then: { intensify: { hits: { outcomes.X.effect: { times: 120 % } } } }",
      sv: "Skriv en av intensify, adjust och supplement: then: { intensify: { hits: { outcomes.X.effect: { times: 120 % } } } }",
    },
  },
  stopRuleKey: {
    severity: "error",
    found: { en: "{key} belongs to rules with then: {then}", sv: "{key} hör till regler med then: {then}" },
    mend: { en: "Leave it out", sv: "Ta bort det" },
  },
  stopRuleFigure: {
    severity: "error",
    found: {
      en: "{figure} is not what can be seen at a look while the programme runs",
      sv: "{figure} är inget som går att se vid en avstämning medan satsningen pågår",
    },
    mend: {
      en: "Use observed.X, observedGross.X or observedRate.X of an outcome with a measurement, or {planned}, without a year",
      sv: "Använd observed.X, observedGross.X eller observedRate.X för ett utfall med measurement, eller {planned}, utan år",
    },
  },
});
