import { rows } from "./finding.ts";

/** Findings about what looks at the accounts as a whole: taxation, budget years, distributional weights. */
export const accountFindings = rows({
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
