import { rows } from "./finding.ts";

/** Findings about how outcomes are followed up. */
export const followUpFindings = rows({
  measurementTwoWays: {
    severity: "error",
    found: {
      en: "A measurement states either the error that it has in all, or how many are followed",
      sv: "En mätning anger antingen sitt samlade fel eller hur många som följs upp",
    },
    mend: {
      en: "Write measurement: { sd: 4 % }, or { participants: 60, comparison: 60 } with sdBetweenPeople for what is no share",
      sv: "Skriv measurement: { sd: 4 % }, eller { participants: 60, comparison: 60 } med sdBetweenPeople för det som inte är en andel",
    },
  },
  measurementOfShare: {
    severity: "error",
    found: {
      en: "The outcome is a share: those who have it are counted, and how much people differ follows from that",
      sv: "Utfallet är en andel: de som har det räknas, och spridningen mellan personer följer av det",
    },
    mend: { en: "Leave sdBetweenPeople out", sv: "Ta bort sdBetweenPeople" },
  },
  measurementSpread: {
    severity: "error",
    found: {
      en: "It is not said how much people differ in this outcome, so the error of the measured mean is unknown",
      sv: "Det framgår inte hur mycket personer skiljer sig åt i det här utfallet, så felet i det uppmätta medelvärdet är okänt",
    },
    mend: {
      en: "Add sdBetweenPeople, in the outcome's own unit; or write sd, the error of the measured change in all",
      sv: "Lägg till sdBetweenPeople, i utfallets egen enhet, eller skriv sd, den uppmätta förändringens samlade fel",
    },
  },
});
