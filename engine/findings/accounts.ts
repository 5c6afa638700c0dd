import { rows } from "./finding.ts";

/** Findings about what looks at the accounts as a whole: taxation, budget years, distributional weights. */
export const accountFindings = rows({
  budgetStart: {
    severity: "error",
    found: {
      en: "The budget is by calendar year, but nothing says in which month the programme starts",
      sv: "Budgeten redovisas per kalenderår, men det står inte vilken månad satsningen börjar",
    },
    mend: {
      en: "Add the first month: programme: { start: 2026-08 }",
      sv: "Lägg till första månaden: programme: { start: 2026-08 }",
    },
  },
  inflationYears: {
    severity: "error",
    found: {
      en: "inflation has {length} values, but from the price year {priceYear} to the last budget year {last} prices rise {steps} times",
      sv: "inflation har {length} värden, men från prisåret {priceYear} till sista budgetåret {last} stiger priserna {steps} gånger",
    },
    mend: {
      en: "Write one value for each year after the price year; the last one holds for all years after it",
      sv: "Skriv ett värde för varje år efter prisåret; det sista gäller för alla år därefter",
    },
  },
  weightNotSplit: {
    severity: "error",
    found: {
      en: "The income of {actor} is given by segment, but {name} is not divided into segments",
      sv: "Inkomsten för {actor} anges per segment, men {name} är inte uppdelad på segment",
    },
    mend: {
      en: "State one income for {actor}, or make {name} depend on people who are divided into segments",
      sv: "Ange en enda inkomst för {actor}, eller låt {name} bero på personer som är uppdelade på segment",
    },
  },
  weightBySegment: {
    severity: "error",
    found: {
      en: "{name} differs between segments, so it has no value for all together",
      sv: "{name} skiljer sig mellan segmenten och har därför inget värde för alla tillsammans",
    },
    mend: { en: "Name the segment, for example {nearest}", sv: "Ange segmentet, till exempel {nearest}" },
  },
  taxationUnsourced: {
    severity: "warning",
    found: {
      en: "The cost of taxation says no source: studies and countries differ more than twofold",
      sv: "Kostnaden för skattefinansiering anger ingen källa: studier och länder skiljer sig mer än dubbelt",
    },
    mend: {
      en: "Add source: … to costPerKrona, and the source itself under sources",
      sv: "Lägg till source: … i costPerKrona, och själva källan under sources",
    },
  },
});
