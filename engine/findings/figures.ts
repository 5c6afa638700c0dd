import { rows } from "./finding.ts";

/** Findings about figures that a scenario, a formula or a caller asks for. */
export const figureFindings = rows({
  figureUnknown: {
    severity: "error",
    found: { en: "There is no figure called {name}", sv: "Det finns ingen storhet som heter {name}" },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  figureImplementation: {
    severity: "error",
    found: {
      en: "The figure {name} is about ordinary operation, and the file does not state what it needs",
      sv: "Storheten {name} gäller ordinarie verksamhet, och filen anger inte det som behövs",
    },
    mend: {
      en: "Add it to the section implementation, or leave the figure out",
      sv: "Lägg till det i avsnittet implementation, eller ta bort storheten",
    },
  },
  figureFinancing: {
    severity: "error",
    found: {
      en: "The figure {name} is about financing, and the file does not state what it needs",
      sv: "Storheten {name} gäller finansieringen, och filen anger inte det som behövs",
    },
    mend: {
      en: "Add repayment, lossShare, fund or contracts to the section financing, or leave the figure out",
      sv: "Lägg till repayment, lossShare, fund eller contracts i avsnittet financing, eller ta bort storheten",
    },
  },
  figureScale: {
    severity: "error",
    found: {
      en: "{name} is about ordinary operation, and the file does not say how well the programme works there",
      sv: "{name} gäller ordinarie verksamhet, och filen säger inte hur väl satsningen fungerar där",
    },
    mend: {
      en: "Add implementation.effectKept: the share of the effect that is kept, such as { low: 50 %, best: 75 %, high: 100 % }",
      sv: "Lägg till implementation.effectKept: andelen av effekten som håller, som { low: 50 %, best: 75 %, high: 100 % }",
    },
  },
  figureForecast: {
    severity: "error",
    found: {
      en: "{name} is about ordinary operation already, and has no other view",
      sv: "{name} gäller redan ordinarie verksamhet och har ingen annan vy",
    },
    mend: { en: "Write {right}", sv: "Skriv {right}" },
  },
  figureTwoViews: {
    severity: "error",
    found: {
      en: "{name} has two views before it, and a figure is given in one at a time",
      sv: "{name} har två vyer framför sig, och en storhet ges i en vy i taget",
    },
    mend: { en: "Write {first} or {second}", sv: "Skriv {first} eller {second}" },
  },
  figureOfProject: {
    severity: "error",
    found: {
      en: "{name}: stop rules and financing are the project's, and ordinary operation has none",
      sv: "{name}: kriterier för att avbryta och finansiering hör till projektet, och ordinarie verksamhet har inga",
    },
    mend: { en: "Write {right}", sv: "Skriv {right}" },
  },
  figureSites: {
    severity: "error",
    found: {
      en: "{name} needs to know how the effect on {outcome} differs between sites",
      sv: "{name} behöver veta hur effekten på {outcome} skiljer sig mellan enheterna",
    },
    mend: {
      en: "Add implementation.sites.between.{outcome}: { sd: …, se: … }, where se is a site's own standard error",
      sv: "Lägg till implementation.sites.between.{outcome}: { sd: …, se: … }, där se är en enhets eget medelfel",
    },
  },
  figureNotDrawn: {
    severity: "error",
    found: {
      en: "{name} is found from the mean flows and has no value in a single outcome, so no formula and no test can use it",
      sv: "{name} räknas fram ur medelflödena och har inget värde i ett enskilt utfall, så varken formler eller kriterier kan använda den",
    },
    mend: {
      en: "Ask for it as a figure; in a test, ask whether net is above zero at the rate that is wanted",
      sv: "Be om den som storhet; i ett kriterium, fråga om net är över noll med den ränta som krävs",
    },
  },
  figurePart: {
    severity: "error",
    found: { en: "{figure} has no part called {part}", sv: "{figure} har ingen del som heter {part}" },
    mend: {
      en: "{figure} is written {form}; nearest known: {nearest}",
      sv: "{figure} skrivs {form}; närmaste kända: {nearest}",
    },
  },
  figureOrder: {
    severity: "error",
    found: { en: "In {name} the part {part} stands in the wrong place", sv: "I {name} står delen {part} på fel plats" },
    mend: { en: "Write the parts in this order: {form}", sv: "Skriv delarna i den här ordningen: {form}" },
  },
  figureNeeds: {
    severity: "error",
    found: { en: "{name} does not say of what", sv: "{name} säger inte vad det gäller" },
    mend: { en: "Write {form}, for example {nearest}", sv: "Skriv {form}, till exempel {nearest}" },
  },
  figureYear: {
    severity: "error",
    found: {
      en: "{name} asks for year {year}, but the last year it has is {last}",
      sv: "{name} gäller år {year}, men det sista året är {last}",
    },
    mend: { en: "Years run from y0 to y{last}", sv: "Åren går från y0 till y{last}" },
  },
  figureBudgetYear: {
    severity: "error",
    found: {
      en: "{name} asks for a year that is not among the budget years {first} to {last}",
      sv: "{name} gäller ett år som inte hör till budgetåren {first} till {last}",
    },
    mend: {
      en: "Years of the budget are calendar years, from y{first} to y{last}",
      sv: "Budgetens år är kalenderår, från y{first} till y{last}",
    },
  },
  figureWeights: {
    severity: "error",
    found: {
      en: "{name} is a weighted figure, but the scenario states no weights",
      sv: "{name} är en viktad storhet, men scenariot anger inga vikter",
    },
    mend: {
      en: "Add weights: with incomes, median and elasticity",
      sv: "Lägg till weights: med incomes, median och elasticity",
    },
  },
  figureBudget: {
    severity: "error",
    found: {
      en: "{name} is a figure of the budget, which the scenario does not ask for",
      sv: "{name} är en storhet i budgeten, som scenariot inte frågar efter",
    },
    mend: {
      en: "Add budget: { inflation: 2 %/year } and programme: { start: 2026-08 }",
      sv: "Lägg till budget: { inflation: 2 %/year } och programme: { start: 2026-08 }",
    },
  },
  figureNotSplit: {
    severity: "error",
    found: {
      en: "{name} asks for the segment {segment}, but that figure is not divided into segments here",
      sv: "{name} gäller segmentet {segment}, men den storheten är inte uppdelad på segment här",
    },
    mend: {
      en: "Give one number per segment where it is made, or ask for the total",
      sv: "Ange en siffra per segment där den uppstår, eller be om totalen",
    },
  },
  figureWithout: {
    severity: "error",
    found: {
      en: "{name} is told of a scenario that says {place}, and this one does not",
      sv: "{name} ges för scenarier som anger {place}, och det gör inte det här",
    },
    mend: { en: "Add {place}, or ask for another figure", sv: "Lägg till {place}, eller be om en annan storhet" },
  },
  segmentsMissing: {
    severity: "error",
    found: {
      en: "{place} is one number for everybody, but what it is multiplied by in {by} differs between segments",
      sv: "{place} är en enda siffra för alla, men det den multipliceras med i {by} skiljer sig mellan segmenten",
    },
    mend: { en: "Write one number per segment in {place}", sv: "Ange en siffra per segment i {place}" },
  },
  formulaCircle: {
    severity: "error",
    found: {
      en: "A formula uses {name}, which in turn depends on that formula",
      sv: "En formel använder {name}, som i sin tur beror på formeln",
    },
    mend: {
      en: "A formula that joins the accounts can't use a figure that is made from the accounts",
      sv: "En formel som ingår i kalkylen kan inte använda en storhet som räknas fram ur kalkylen",
    },
  },
  figureBaseline: {
    severity: "error",
    found: {
      en: "{outcome} states no baseline, so no figure can be a share of the level at the start",
      sv: "{outcome} saknar utgångsläge, så inget kan anges som andel av nivån från början",
    },
    mend: {
      en: "Add baseline: to the outcome, or ask for its cases and its stated effect",
      sv: "Lägg till baseline: i utfallet, eller be om dess fall och angivna effekt",
    },
  },
  figurePostponed: {
    severity: "error",
    found: {
      en: "The cases of {outcome} come later and are not fewer, so there is no improvement of the level",
      sv: "Fallen av {outcome} kommer senare och blir inte färre, så nivån förbättras inte",
    },
    mend: {
      en: "Ask for statedEffect.{outcome} (how much later) or cases.{outcome} (how many)",
      sv: "Be om statedEffect.{outcome} (hur mycket senare) eller cases.{outcome} (hur många)",
    },
  },
});
