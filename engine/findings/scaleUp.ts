import { rows } from "./finding.ts";

/** From the project to ordinary operation. */
export const scaleUpFindings = rows({
  effectKeptMissing: {
    severity: "error",
    found: {
      en: "implementation.{key} is about the effect in ordinary operation, and how much of it is kept is not said",
      sv: "implementation.{key} gäller effekten i ordinarie verksamhet, och det framgår inte hur mycket av den som håller",
    },
    mend: {
      en: "Add effectKept, such as { low: 50 %, best: 75 %, high: 100 % }, or 100 % if all of it is",
      sv: "Lägg till effectKept, som { low: 50 %, best: 75 %, high: 100 % }, eller 100 % om hela effekten håller",
    },
  },
  scaleTargetless: {
    severity: "error",
    found: {
      en: "What ordinary operation brings follows from the project's people, and the file has no target group",
      sv: "Vad ordinarie verksamhet ger följer av projektets deltagare, och filen har ingen målgrupp",
    },
    mend: { en: "Add target with a size", sv: "Lägg till target med size" },
  },
  scaleTargetUnit: {
    severity: "error",
    found: {
      en: "The project's target group and that of ordinary operation are counted in different ways: the same people all along, or new ones each year",
      sv: "Projektets målgrupp och den i ordinarie verksamhet räknas på olika sätt: samma personer hela tiden, eller nya varje år",
    },
    mend: {
      en: "Write both in people, or both in people/year",
      sv: "Ange båda i people, eller båda i people/year",
    },
  },
  scalePayer: {
    severity: "error",
    found: {
      en: "Ordinary operation is to be counted by actor, and the file does not say who pays for it",
      sv: "Ordinarie verksamhet ska räknas per aktör, och filen säger inte vem som betalar",
    },
    mend: { en: "Add implementation.paidBy", sv: "Lägg till implementation.paidBy" },
  },
  scaleFormula: {
    severity: "error",
    found: {
      en: "{name} is a formula that joins the accounts, and what it comes to in ordinary operation cannot be told",
      sv: "{name} är en formel som ingår i kalkylen, och vad den blir i ordinarie verksamhet går inte att säga",
    },
    mend: {
      en: "Write it as a consequence or a cost, or leave effectKept out",
      sv: "Skriv den som en konsekvens eller en kostnad, eller ta bort effectKept",
    },
  },
  stagesTwice: {
    severity: "error",
    found: {
      en: "stages and sites.open both say how the scale grows",
      sv: "stages och sites.open säger båda hur skalan växer",
    },
    mend: {
      en: "Keep stages (shares of full scale) or sites.open (number of sites)",
      sv: "Behåll stages (andelar av full skala) eller sites.open (antal enheter)",
    },
  },
  stageUnknown: {
    severity: "error",
    found: { en: "No stage begins in {stage}", sv: "Inget steg börjar {stage}" },
    mend: {
      en: "Name a year that stands under stages or sites.open",
      sv: "Ange ett år som står under stages eller sites.open",
    },
  },
  marginalCostEmpty: {
    severity: "error",
    found: {
      en: "marginalCost says nothing: neither perDoubling nor stages",
      sv: "marginalCost är tom: varken perDoubling eller stages anges",
    },
    mend: {
      en: "Add perDoubling: 10 % (or −5 %), or a factor for each stage",
      sv: "Lägg till perDoubling: 10 % (eller −5 %), eller en faktor för varje steg",
    },
  },
  sitesNone: {
    severity: "error",
    found: { en: "There is not one site", sv: "Det finns inte en enda enhet" },
    mend: { en: "Write how many there are at full scale", sv: "Ange hur många det är vid full skala" },
  },
  sitesTooMany: {
    severity: "error",
    found: {
      en: "{open} sites are open, and there are {number} in all",
      sv: "{open} enheter är i gång, och det finns {number} totalt",
    },
    mend: { en: "Raise number, or open fewer", sv: "Höj number, eller öppna färre" },
  },
});
