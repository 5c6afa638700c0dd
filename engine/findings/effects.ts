import { rows } from "./finding.ts";

/** Findings about how an effect is stated, and what counts as one in the long run. */
export const effectFindings = rows({
  measuredOnMissing: {
    severity: "error",
    found: {
      en: "It is not said on whom the effect on {name} was measured, so it is unclear whether the funnel is in it already",
      sv: "Det framgår inte på vilka effekten på {name} är uppmätt, så det är oklart om bortfallet redan ingår i den",
    },
    mend: {
      en: "Add measuredOn: everyone (the funnel is in it already), enrolled (all who started) or completed",
      sv: "Lägg till measuredOn: everyone (bortfallet ingår redan), enrolled (alla som börjat) eller completed (de som fullföljt)",
    },
  },
  scheduleForm: {
    severity: "error",
    found: {
      en: "A schedule lists what is left in each year since it began",
      sv: "En tidtabell (schedule) räknar upp vad som är kvar varje år sedan det började",
    },
    mend: {
      en: "Write keeps: { schedule: [100 %, 80 %, 30 %, 0 %] }, with nothing beside it",
      sv: "Skriv keeps: { schedule: [100 %, 80 %, 30 %, 0 %] }, med inget bredvid",
    },
  },
  differenceParts: {
    severity: "error",
    found: {
      en: "A difference is one number, or the change of the participants and that of the comparison",
      sv: "En skillnad är ett tal, eller deltagarnas förändring och jämförelsegruppens",
    },
    mend: {
      en: "Write difference: { participants: …, comparison: … } with both, and nothing else beside them",
      sv: "Skriv difference: { participants: …, comparison: … } med båda, och inget annat bredvid",
    },
  },
  postponedGood: {
    severity: "error",
    found: {
      en: "postponedBy is for something that it is better to have later, and here higher is better",
      sv: "postponedBy gäller sådant som hellre kommer senare, och här är högre bättre",
    },
    mend: {
      en: "Turn the outcome into what one wants to avoid, with better: lower",
      sv: "Vänd utfallet till det som ska undvikas, med better: lower",
    },
  },
  postponedLasts: {
    severity: "error",
    found: {
      en: "{name} is postponed, and so it is spared for as long as it is postponed, not for a time of its own",
      sv: "{name} skjuts upp och undviks därför lika länge som det skjuts upp, inte under en egen tid",
    },
    mend: { en: "Remove lasts: postponedBy says how long", sv: "Ta bort lasts: postponedBy anger hur länge" },
  },
  postponedLonger: {
    severity: "error",
    found: {
      en: "{name} follows from a case that is postponed, and is spared only until that case comes",
      sv: "{name} följer av ett fall som skjuts upp och undviks bara tills fallet kommer",
    },
    mend: { en: "Remove lasts: postponedBy says how long", sv: "Ta bort lasts: postponedBy anger hur länge" },
  },
  postponedOnce: {
    severity: "error",
    found: {
      en: "The amount is {found}, paid once, and a case that only comes later costs that all the same",
      sv: "Beloppet är {found}, alltså en gång, och ett fall som bara kommer senare kostar det ändå",
    },
    mend: {
      en: "Write what is spared for each year that the case is postponed: {found}/year",
      sv: "Ange det som undviks för varje år som fallet skjuts upp: {found}/year",
    },
  },
});
