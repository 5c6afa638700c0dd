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
  learningForm: {
    severity: "error",
    found: { en: "learning is written in another way", sv: "learning skrivs på ett annat sätt" },
    mend: {
      en: "Write what each cohort gains on the first, as [0 %, 5 %, 8 %], or { perCohort: 5 %, most: 20 % }",
      sv: "Skriv vad varje årskull vinner jämfört med den första, som [0 %, 5 %, 8 %], eller { perCohort: 5 %, most: 20 % }",
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
  deductionForm: {
    severity: "error",
    found: {
      en: "It is not said whether the stated effect still contains the {name}",
      sv: "Det framgår inte om den angivna effekten fortfarande innehåller {name}",
    },
    mend: {
      en: "Write {name}: { gross: 25 % } if it does, and it is taken off; { net: 25 % } if it has been taken off already",
      sv: "Skriv {name}: { gross: 25 % } om den gör det, så dras det av; { net: 25 % } om det redan är avdraget",
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
  deadweightTwice: {
    severity: "warning",
    found: {
      en: "Deadweight is taken off {name}, but its effect is measured against a comparison ({how}), which has taken it off already",
      sv: "Dödvikt dras av för {name}, men effekten är mätt mot en jämförelse ({how}) och då redan avdragen",
    },
    mend: {
      en: "Write deadweight: { net: … }, which is shown and not taken off; or accept this with the reason",
      sv: "Skriv deadweight: { net: … }, som visas men inte dras av; eller godta påpekandet med ett skäl",
    },
  },
  attributionTwice: {
    severity: "warning",
    found: {
      en: "What others brought about is taken off {name}, but a comparison ({how}) has had that as well, and it is taken off already",
      sv: "Andras bidrag dras av för {name}, men det har även jämförelsen fått ({how}) och det är då redan avdraget",
    },
    mend: {
      en: "Write attribution: { net: … }, or accept this with the reason (the others worked with the participants alone)",
      sv: "Skriv attribution: { net: … }, eller godta påpekandet med ett skäl (de andra arbetade bara med deltagarna)",
    },
  },
  deductionAdjusted: {
    severity: "warning",
    found: {
      en: "The effect on {name} is adjusted for how it was compared, and {what} is taken off besides: the adjusted view takes it off twice",
      sv: "Effekten på {name} justeras för hur den jämfördes, och dessutom dras {what} av: den justerade vyn drar av det två gånger",
    },
    mend: {
      en: "Keep one of them: adjust: none, or no {what}; or accept this with the reason",
      sv: "Behåll en av dem: adjust: none, eller ingen {what}; eller godta påpekandet med ett skäl",
    },
  },
  dropOffTwice: {
    severity: "warning",
    found: {
      en: "{name} wears off twice: by keeps, and by a drop-off that is taken off besides",
      sv: "{name} klingar av två gånger: genom keeps, och genom en avklingning (dropOff) som också dras av",
    },
    mend: {
      en: "Keep one of them: keeps: 80 %/year says the same as a dropOff of 20 %/year",
      sv: "Behåll en av dem: keeps: 80 %/year säger detsamma som en dropOff på 20 %/year",
    },
  },
  dropOffIdle: {
    severity: "warning",
    found: {
      en: "A drop-off is stated for {name}, but it lasts one year, so nothing drops off",
      sv: "En avklingning (dropOff) anges för {name}, men det varar ett år, så inget hinner klinga av",
    },
    mend: { en: "Say how long it lasts: lasts: 4 years", sv: "Ange hur länge det varar: lasts: 4 years" },
  },
  effectWrongWay: {
    severity: "warning",
    found: {
      en: "On average the effect on {name} is for the worse: the file says better: {better}, and {way} goes the other way",
      sv: "I genomsnitt är effekten på {name} en försämring: filen säger better: {better}, men {way} går åt andra hållet",
    },
    mend: {
      en: "Look at the signs: a fall is below zero, and the participants' number comes first; if it is meant, accept this with the reason",
      sv: "Se över tecknen: en minskning är under noll, och deltagarnas tal står först; är det menat, godta påpekandet med ett skäl",
    },
  },
  displacementTwice: {
    severity: "warning",
    found: {
      en: "Displacement is taken off {name}, and {consequence} already says who loses by it",
      sv: "Undanträngning dras av för {name}, och {consequence} anger redan vem som förlorar på det",
    },
    mend: {
      en: "Keep one of them: the deduction, or loses:; or accept this with the reason",
      sv: "Behåll en av dem: avdraget, eller loses:; eller godta påpekandet med ett skäl",
    },
  },
  deductionTwice: {
    severity: "warning",
    found: {
      en: "The number taken off {name} as {what} is also in {other}: the same is taken off twice",
      sv: "Talet som dras av för {name} som {what} finns även i {other}: samma sak dras av två gånger",
    },
    mend: {
      en: "Leave it out of one of the two, or accept this with the reason",
      sv: "Ta bort det från ett av ställena, eller godta påpekandet med ett skäl",
    },
  },
  caseTwiceOutcomes: {
    severity: "warning",
    found: {
      en: "{names} count the same for the same actor, each by an outcome of its own ({outcomes}): one avoided case may be counted twice",
      sv: "{names} räknar detsamma för samma aktör, var och en genom sitt utfall ({outcomes}): ett undviket fall kan räknas två gånger",
    },
    mend: {
      en: "Let one of the outcomes lead to it, or part it by share; if no case can be in both, accept this with the reason",
      sv: "Låt ett av utfallen leda till det, eller dela upp det med share; om inget fall kan finnas i båda, godta påpekandet med ett skäl",
    },
  },
  caseTwiceShares: {
    severity: "warning",
    found: {
      en: "{name} and {other} count the same amount for {sum} of the cases of {outcome}",
      sv: "{name} och {other} räknar samma belopp för {sum} av fallen av {outcome}",
    },
    mend: {
      en: "Let the shares be 100 % together, or remove one; if each case does cost it twice, accept this with the reason",
      sv: "Låt andelarna bli 100 % tillsammans, eller ta bort en; om varje fall kostar det två gånger, godta påpekandet med ett skäl",
    },
  },
  caseTwiceActors: {
    severity: "warning",
    found: {
      en: "{name} and {other} give the same amount of the cases of {outcome} to two actors, {sum} of it in all",
      sv: "{name} och {other} ger samma belopp för fallen av {outcome} till två aktörer, sammanlagt {sum} av det",
    },
    mend: {
      en: "Part it between them by share: 60 % and 40 %; if both do pay the whole amount, accept this with the reason",
      sv: "Dela upp det mellan dem med share: 60 % och 40 %; om båda betalar hela beloppet, godta påpekandet med ett skäl",
    },
  },
});
