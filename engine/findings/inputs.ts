import { rows } from "./finding.ts";

/** Findings about inputs that are sound by themselves and still mislead: warnings, each of which can be accepted with a reason. */
export const inputFindings = rows({
  sameTwice: {
    severity: "warning",
    found: {
      en: "{name} is the same uncertain number as {other}, but is drawn for itself",
      sv: "{name} är samma osäkra tal som {other}, men dras för sig",
    },
    mend: {
      en: "If they are one thing, state it once under quantities and name it in both places; if not, accept this with the reason",
      sv: "Är det samma sak, ange den en gång under quantities och hänvisa dit på båda ställena; annars godta påpekandet med ett skäl",
    },
  },
  oneDrawForMany: {
    severity: "warning",
    found: {
      en: "{name} spreads as much as {ratio} times its mean, and one value of it is drawn for all at once",
      sv: "{name} har en spridning på {ratio} gånger medelvärdet, och ett enda värde dras för alla på en gång",
    },
    mend: {
      en: "If this is how individuals differ, write it under each, or state how unsure the average is: about the spread divided by √n",
      sv: "Om det är så individer skiljer sig åt, skriv det under each, eller ange hur osäkert genomsnittet är: ungefär spridningen delad med √n",
    },
  },
  effectCertain: {
    severity: "warning",
    found: {
      en: "The effect {name} is a certain number, though other numbers are uncertain",
      sv: "Effekten {name} är ett säkert tal, fast andra tal är osäkra",
    },
    mend: {
      en: "State how sure it is, with se beside it, or as { mean, sd } or { interval, level }: otherwise every chance comes out too sure",
      sv: "Ange hur säker den är, med se bredvid eller som { mean, sd } eller { interval, level }: annars blir alla chanser för säkra",
    },
  },
  spreadInNote: {
    severity: "warning",
    found: {
      en: "The note of {name} speaks of a spread, but the number itself is certain",
      sv: "Anmärkningen till {name} talar om en spridning, men talet självt är säkert",
    },
    mend: {
      en: "Write the spread beside the number: { mean, sd } or { interval: [low, high], level: 95 % }",
      sv: "Skriv spridningen vid talet: { mean, sd } eller { interval: [low, high], level: 95 % }",
    },
  },
  levelLeaves: {
    severity: "warning",
    found: {
      en: "The effect in points takes the level of {name} out of range ({side}) with a chance of {chance}",
      sv: "Effekten i punkter för nivån för {name} utanför det möjliga ({side}) med sannolikheten {chance}",
    },
    mend: {
      en: "State the effect as relativeReduction, or narrow the level or the points so that it stays within",
      sv: "Ange effekten som relativeReduction, eller begränsa nivån eller punkterna så att den stannar inom gränserna",
    },
  },
  reductionLeaves: {
    severity: "warning",
    found: {
      en: "{name} takes away more than there is with a chance of {chance}",
      sv: "{name} tar bort mer än vad som finns med sannolikheten {chance}",
    },
    mend: {
      en: "Cut it off there by adding {cut}, or see whether the spread is right",
      sv: "Kapa den där med {cut}, eller kontrollera om spridningen stämmer",
    },
  },
  formulaLeaves: {
    severity: "warning",
    found: {
      en: "The formula of {name} leaves 0 … 100 % with a chance of about {chance}",
      sv: "Formeln för {name} hamnar utanför 0 … 100 % med sannolikheten cirka {chance}",
    },
    mend: {
      en: "Mend the formula, narrow its inputs, or cut it: = max(0 %, min(100 %, …))",
      sv: "Rätta formeln, begränsa dess indata eller kapa den: = max(0 %, min(100 %, …))",
    },
  },
  priceYearNote: {
    severity: "warning",
    found: {
      en: "The note of {name} speaks of prices of {year}, but the amount is read as one of {priceYear}",
      sv: "Anmärkningen till {name} talar om {year} års priser, men beloppet läses i {priceYear} års priser",
    },
    mend: {
      en: "Add year: {year}, and the amount is converted",
      sv: "Lägg till year: {year}, så räknas beloppet om",
    },
  },
  salarySize: {
    severity: "warning",
    found: {
      en: "{name} comes to {amount} kr a month for a post",
      sv: "{name} blir {amount} kr i månaden för en tjänst",
    },
    mend: {
      en: "See whether kr and thousand kr, or month and year, have been mixed up",
      sv: "Kontrollera om kronor och tusental kronor, eller månad och år, har blandats ihop",
    },
  },
  costSize: {
    severity: "warning",
    found: {
      en: "{name} is only {amount} kr, beside amounts of {others} kr",
      sv: "{name} är bara {amount} kr, bredvid belopp på {others} kr",
    },
    mend: {
      en: "See whether thousand kr are meant: then write tkr",
      sv: "Kontrollera om tusental kronor är avsett: skriv i så fall tkr",
    },
  },
  endsApart: {
    severity: "warning",
    found: {
      en: "The ends of {name} lie {ratio} times apart",
      sv: "Ändpunkterna för {name} ligger {ratio} gånger ifrån varandra",
    },
    mend: {
      en: "See whether one is in kr and the other in thousand kr",
      sv: "Kontrollera om den ena är i kronor och den andra i tusental kronor",
    },
  },
  dropoutTwice: {
    severity: "warning",
    found: {
      en: "{name} depends on the dropout, which is taken off already for those who do not complete",
      sv: "{name} beror på avhoppet, som redan dras av för dem som inte fullföljer",
    },
    mend: {
      en: "Leave the dropout out of {name}, or write measuredOn: enrolled",
      sv: "Ta bort avhoppet ur {name}, eller skriv measuredOn: enrolled",
    },
  },
  intentionToTreat: {
    severity: "warning",
    found: {
      en: "The note of {name} says that the effect was measured on all who started, but measuredOn is completed",
      sv: "Anmärkningen till {name} säger att effekten mättes på alla som började, men measuredOn är completed",
    },
    mend: {
      en: "Write measuredOn: enrolled: the dropouts are in the measured effect already",
      sv: "Skriv measuredOn: enrolled: avhoppen finns redan med i den uppmätta effekten",
    },
  },
  acceptUnknown: {
    severity: "error",
    found: { en: "There is no finding called {name}", sv: "Det finns inget påpekande som heter {name}" },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  acceptError: {
    severity: "error",
    found: {
      en: "{name} is an error, and errors cannot be accepted",
      sv: "{name} är ett fel, och fel kan inte godtas",
    },
    mend: { en: "Mend what it is about", sv: "Rätta det som felet gäller" },
  },
  acceptForm: {
    severity: "error",
    found: { en: "{name} is accepted without a reason", sv: "{name} godtas utan skäl" },
    mend: {
      en: "Write the reason as a text: {name}: The register’s own spread",
      sv: "Skriv skälet som en text: {name}: Registrets egen spridning",
    },
  },
  acceptUnused: {
    severity: "warning",
    found: {
      en: "{name} is accepted here, but nothing of the kind was found",
      sv: "{name} godtas här, men inget sådant hittades",
    },
    mend: { en: "Take the line away", sv: "Ta bort raden" },
  },
});
