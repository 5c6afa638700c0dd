import { rows } from "./finding.ts";

/** Findings about a scenario file, made by the checker. */
export const scenarioFindings = rows({
  unknownName: {
    severity: "error",
    found: { en: "Nothing is called {name}", sv: "Ingenting heter {name}" },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
});
