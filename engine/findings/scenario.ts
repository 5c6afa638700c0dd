import { rows } from "./finding.ts";

/** Findings about what a scenario says: its keys, names and how its parts hang together. */
export const scenarioFindings = rows({
  unknownName: {
    severity: "error",
    found: { en: "Nothing is called {name}", sv: "Ingenting heter {name}" },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  unknownKey: {
    severity: "error",
    found: { en: "There is no key {key} here", sv: "Här finns ingen nyckel {key}" },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  laterWord: {
    severity: "error",
    found: {
      en: "{key}: {value} belongs to the format, but this version does not compute it yet",
      sv: "{key}: {value} hör till formatet, men den här versionen räknar inte med det ännu",
    },
    mend: { en: "For now, write {right}", sv: "Skriv så länge {right}" },
  },
  keyMissing: {
    severity: "error",
    found: { en: "{key} is missing", sv: "{key} saknas" },
    mend: { en: "Add a line {key}: …", sv: "Lägg till en rad {key}: …" },
  },
  formatMissing: {
    severity: "error",
    found: { en: "The file does not say its format", sv: "Filen anger inte sitt format" },
    mend: { en: "Add the line format: {right}", sv: "Lägg till raden format: {right}" },
  },
  mapExpected: {
    severity: "error",
    found: {
      en: "{key} has a single value, but keys are needed under it",
      sv: "{key} har ett enda värde, men behöver nycklar under sig",
    },
    mend: {
      en: "Write the keys on lines of their own, two spaces further in",
      sv: "Skriv nycklarna på egna rader, två blanksteg längre in",
    },
  },
  listExpected: {
    severity: "error",
    found: { en: "{key} has to be a list", sv: "{key} måste vara en lista" },
    mend: {
      en: "Write [a, b], or one item per line beginning with a dash",
      sv: "Skriv [a, b], eller en punkt per rad som börjar med ett bindestreck",
    },
  },
  listOfNone: {
    severity: "error",
    found: { en: "{key} is an empty list", sv: "{key} är en tom lista" },
    mend: { en: "Write at least one between [ and ]", sv: "Skriv minst en mellan [ och ]" },
  },
  textExpected: {
    severity: "error",
    found: { en: "{key} has to be a text", sv: "{key} måste vara en text" },
    mend: { en: "Write a text, or { en: …, sv: … }", sv: "Skriv en text, eller { en: …, sv: … }" },
  },
  wordExpected: {
    severity: "error",
    found: { en: "{key} has to be a word or a short text", sv: "{key} måste vara ett ord eller en kort text" },
    mend: { en: "Write it after the colon, on the same line", sv: "Skriv det efter kolonet, på samma rad" },
  },
  choiceUnknown: {
    severity: "error",
    found: { en: "{key} cannot be {value}", sv: "{key} kan inte vara {value}" },
    mend: { en: "Write one of: {choices}", sv: "Skriv något av: {choices}" },
  },
  yearsExpected: {
    severity: "error",
    found: { en: "{key} has to be a whole number of years", sv: "{key} måste vara ett helt antal år" },
    mend: { en: "Write for example {key}: 10 years", sv: "Skriv till exempel {key}: 10 years" },
  },
  priceYearForm: {
    severity: "error",
    found: { en: "priceYear has to be a year", sv: "priceYear måste vara ett årtal" },
    mend: { en: "Write for example priceYear: 2025", sv: "Skriv till exempel priceYear: 2025" },
  },
  countExpected: {
    severity: "error",
    found: { en: "{key} has to be a whole number", sv: "{key} måste vara ett heltal" },
    mend: { en: "Write for example {key}: 2", sv: "Skriv till exempel {key}: 2" },
  },
  payersExpected: {
    severity: "error",
    found: { en: "paidBy names no actor", sv: "paidBy anger ingen aktör" },
    mend: {
      en: "Write an actor, or shares by actor: { fund: 70 %, education: 30 % }",
      sv: "Skriv en aktör, eller andelar per aktör: { fund: 70 %, education: 30 % }",
    },
  },
  perspectiveExpected: {
    severity: "error",
    found: { en: "{key} is not a perspective", sv: "{key} är inget perspektiv" },
    mend: {
      en: "Write a list of actors, [municipality, state], or all",
      sv: "Skriv en lista med aktörer, [municipality, state], eller all",
    },
  },
  correlationForm: {
    severity: "error",
    found: { en: "The correlation is not a plain number", sv: "Korrelationen är inget rent tal" },
    mend: { en: "Write for example correlation: 0.4", sv: "Skriv till exempel correlation: 0.4" },
  },
  formatUnknown: {
    severity: "error",
    found: {
      en: "The format is {format}; this version reads {right}",
      sv: "Formatet är {format}; den här versionen läser {right}",
    },
    mend: { en: "Write format: {right}", sv: "Skriv format: {right}" },
  },
  badId: {
    severity: "error",
    found: { en: "{id} cannot be a name", sv: "{id} kan inte vara ett namn" },
    mend: {
      en: "A name begins with a small letter and has only letters a–z, A–Z and digits, such as extraSchooling",
      sv: "Ett namn börjar med liten bokstav och har bara bokstäverna a–z, A–Z och siffror, till exempel extraSchooling",
    },
  },
  badProgrammeId: {
    severity: "error",
    found: { en: "{id} cannot be the id of a programme", sv: "{id} kan inte vara en satsnings id" },
    mend: {
      en: "Small letters a–z, digits and hyphens, beginning with a letter, such as school-absence",
      sv: "Små bokstäver a–z, siffror och bindestreck, med en bokstav först, till exempel school-absence",
    },
  },
  idTwice: {
    severity: "error",
    found: {
      en: "The name {id} is used twice (first on line {line})",
      sv: "Namnet {id} används två gånger (först på rad {line})",
    },
    mend: {
      en: "All names of a file are one list: call one of them something else",
      sv: "Alla namn i en fil hör till samma lista: döp om ett av dem",
    },
  },
  idFigure: {
    severity: "error",
    found: {
      en: "{id} is the name of a figure and cannot name something else",
      sv: "{id} är namnet på ett resultatmått och kan inte namnge något annat",
    },
    mend: { en: "Choose another name, such as {right}", sv: "Välj ett annat namn, till exempel {right}" },
  },
  idQuantityKey: {
    severity: "error",
    found: {
      en: "{id} is a key that numbers are described with and cannot be a name",
      sv: "{id} är en nyckel som tal beskrivs med och kan inte vara ett namn",
    },
    mend: { en: "Choose another name, such as {right}", sv: "Välj ett annat namn, till exempel {right}" },
  },
  idFormulaWord: {
    severity: "error",
    found: {
      en: "{id} has a meaning in formulas and cannot be a name",
      sv: "{id} har en egen betydelse i formler och kan inte vara ett namn",
    },
    mend: { en: "Choose another name, such as {right}", sv: "Välj ett annat namn, till exempel {right}" },
  },
  idSection: {
    severity: "error",
    found: {
      en: "{id} is a part of the file and cannot be a name",
      sv: "{id} är en del av filen och kan inte vara ett namn",
    },
    mend: { en: "Choose another name, such as {right}", sv: "Välj ett annat namn, till exempel {right}" },
  },
  idReserved: {
    severity: "error",
    found: {
      en: "{id} has a meaning of its own and cannot be a name",
      sv: "{id} har en egen betydelse och kan inte vara ett namn",
    },
    mend: { en: "Choose another name, such as {right}", sv: "Välj ett annat namn, till exempel {right}" },
  },
  circle: {
    severity: "error",
    found: {
      en: "The quantities lead back to themselves: {circle}",
      sv: "Storheterna leder tillbaka till sig själva: {circle}",
    },
    mend: { en: "Give one of them a number of its own", sv: "Ge en av dem ett eget tal" },
  },
  chainTooLong: {
    severity: "error",
    found: {
      en: "More than {most} quantities refer to each other in a row",
      sv: "Mer än {most} storheter hänvisar till varandra i rad",
    },
    mend: { en: "Let them name the number itself", sv: "Låt dem ange själva talet" },
  },
  priceYearMissing: {
    severity: "error",
    found: { en: "The scenario has money but no price year", sv: "Scenariot innehåller pengar men inget prisår" },
    mend: {
      en: "Add a line such as priceYear: 2025, the year whose prices the amounts are stated in",
      sv: "Lägg till en rad som priceYear: 2025, det år vars priser beloppen är angivna i",
    },
  },
  currencyForm: {
    severity: "error",
    found: { en: "{currency} is not the code of a currency", sv: "{currency} är ingen valutakod" },
    mend: {
      en: "Write three capital letters, such as SEK or EUR",
      sv: "Skriv tre stora bokstäver, till exempel SEK eller EUR",
    },
  },
  startForm: {
    severity: "error",
    found: { en: "{start} is not a month", sv: "{start} är ingen månad" },
    mend: { en: "Write year and month, such as 2026-08", sv: "Skriv år och månad, till exempel 2026-08" },
  },
  horizonShort: {
    severity: "error",
    found: {
      en: "The horizon of {horizon} years ends before the programme of {years} years",
      sv: "Tidshorisonten på {horizon} år slutar före satsningen på {years} år",
    },
    mend: {
      en: "Let the horizon be at least as long as the programme",
      sv: "Låt horisonten vara minst lika lång som satsningen",
    },
  },
  scheduleUnknown: {
    severity: "error",
    found: {
      en: "There is no discount schedule called {name}",
      sv: "Det finns ingen diskonteringsplan som heter {name}",
    },
    mend: {
      en: "Nearest known: {nearest}; or write your own: discounting: { bands: [{ through: 30, rate: 3.5 %/year }, { rate: 3 %/year }] }",
      sv: "Närmaste kända: {nearest}; eller skriv en egen: discounting: { bands: [{ through: 30, rate: 3.5 %/year }, { rate: 3 %/year }] }",
    },
  },
  scheduleBands: {
    severity: "error",
    found: {
      en: "The bands of the discount schedule do not follow one another",
      sv: "Diskonteringsplanens räntor följer inte på varandra",
    },
    mend: {
      en: "Write the years in rising order, each with through: and the last year of its rate; only the last may leave it out",
      sv: "Skriv åren i stigande ordning, vart och ett med through: och räntans sista år; bara den sista får utelämna det",
    },
  },
  discountingMissing: {
    severity: "warning",
    found: {
      en: "No discount rate is stated, so years weigh alike",
      sv: "Ingen diskonteringsränta är angiven, så alla år väger lika",
    },
    mend: {
      en: "Add discounting: 3.5 %/year, or discounting: 0 %/year if that is meant",
      sv: "Lägg till discounting: 3.5 %/year, eller discounting: 0 %/year om det är avsett",
    },
  },
  actorUnknown: {
    severity: "error",
    found: { en: "There is no actor called {name}", sv: "Det finns ingen aktör som heter {name}" },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  actorHasParts: {
    severity: "error",
    found: {
      en: "{name} consists of several actors, so it is unclear which of them is meant",
      sv: "{name} består av flera aktörer, så det är oklart vilken av dem som menas",
    },
    mend: { en: "Name one of its parts: {parts}", sv: "Ange en av dess delar: {parts}" },
  },
  actorTwiceInPerspective: {
    severity: "error",
    found: { en: "{name} is counted twice in this perspective", sv: "{name} räknas två gånger i det här perspektivet" },
    mend: {
      en: "An actor already holds its parts: remove one of them",
      sv: "En aktör omfattar redan sina delar: ta bort en av dem",
    },
  },
  payerShares: {
    severity: "error",
    found: { en: "The payers' shares add up to {sum}", sv: "Betalarnas andelar summerar till {sum}" },
    mend: { en: "They have to make 100 % together", sv: "De ska tillsammans bli 100 %" },
  },
  perspectiveUnknown: {
    severity: "error",
    found: {
      en: "There is no perspective or actor called {name}",
      sv: "Det finns inget perspektiv och ingen aktör som heter {name}",
    },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  outcomeUnknown: {
    severity: "error",
    found: { en: "There is no outcome called {name}", sv: "Det finns inget utfall som heter {name}" },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  consequenceNobody: {
    severity: "error",
    found: { en: "Nobody gains or loses by {name}", sv: "Ingen vinner eller förlorar på {name}" },
    mend: {
      en: "Add gains: with the actor whose costs fall",
      sv: "Lägg till gains: med den aktör vars kostnader minskar",
    },
  },
  sourceUnknown: {
    severity: "error",
    found: { en: "There is no source called {name}", sv: "Det finns ingen källa som heter {name}" },
    mend: {
      en: "Nearest known: {nearest}. Sources are listed under sources:",
      sv: "Närmaste kända: {nearest}. Källor anges under sources:",
    },
  },
  sourceUnused: {
    severity: "warning",
    found: { en: "The source {name} is never referred to", sv: "Ingen hänvisar till källan {name}" },
    mend: {
      en: "Refer to it with source: {name}, or remove it",
      sv: "Hänvisa till den med source: {name}, eller ta bort den",
    },
  },
  quantityUnused: {
    severity: "warning",
    found: { en: "The quantity {name} is never used", sv: "Storheten {name} används aldrig" },
    mend: {
      en: "Use it, or remove it: it changes nothing",
      sv: "Använd den eller ta bort den: den påverkar ingenting",
    },
  },
  costWays: {
    severity: "error",
    found: { en: "A cost has either an amount or a post", sv: "En kostnad har antingen amount eller post" },
    mend: {
      en: "Write amount: 50 000 kr/year, or post: { salary: 38 000 kr/month }",
      sv: "Skriv amount: 50 000 kr/year, eller post: { salary: 38 000 kr/month }",
    },
  },
  costOnceOrYearly: {
    severity: "error",
    found: {
      en: "It is unclear whether {amount} is paid once or every year",
      sv: "Det är oklart om {amount} betalas en gång eller varje år",
    },
    mend: {
      en: "Write kr/year if it comes every year; if it comes once, add when: year 0",
      sv: "Skriv kr/year om det kommer varje år; om det kommer en gång, lägg till when: year 0",
    },
  },
  amountOnceOrYearly: {
    severity: "error",
    found: {
      en: "{found} comes once, but what it is paid for lasts longer than a year",
      sv: "{found} kommer en gång, men det som det betalas för varar längre än ett år",
    },
    mend: {
      en: "Write {found}/year if it comes every year. If it comes once, leave lasts out of the outcome and of this consequence, and write it at the consequences that go on for longer",
      sv: "Skriv {found}/year om det kommer varje år. Om det kommer en gång: ta bort lasts vid utfallet och vid den här konsekvensen, och skriv det vid de konsekvenser som varar längre",
    },
  },
  perForm: {
    severity: "error",
    found: { en: "per cannot be {per}", sv: "per kan inte vara {per}" },
    mend: {
      en: "Write reached, enrolled, completed or group of 12",
      sv: "Skriv reached, enrolled, completed eller group of 12",
    },
  },
  whenForm: {
    severity: "error",
    found: { en: "when cannot be {when}", sv: "when kan inte vara {when}" },
    mend: {
      en: "Write programme, year 0, years 1-2, quarter 3 or months 3-8; all are counted from 0",
      sv: "Skriv programme, year 0, years 1-2, quarter 3 eller months 3-8; allt räknas från 0",
    },
  },
  whenOutside: {
    severity: "error",
    found: {
      en: "{when} lies outside the horizon, which ends with year {last}",
      sv: "{when} ligger utanför tidshorisonten, som slutar med år {last}",
    },
    mend: {
      en: "Years, quarters and months are counted from 0, from the programme's first month",
      sv: "År, kvartal och månader räknas från 0, från satsningens första månad",
    },
  },
  targetMissing: {
    severity: "error",
    found: {
      en: "{place} needs to know how many people there are, but the scenario has no target group",
      sv: "{place} behöver veta hur många personerna är, men scenariot har ingen målgrupp",
    },
    mend: { en: "Add target: with size: 300 people/year", sv: "Lägg till target: med size: 300 people/year" },
  },
  effectWays: {
    severity: "error",
    found: {
      en: "An effect is stated in exactly one way, and here are {given}",
      sv: "En effekt anges på precis ett sätt, och här finns {given}",
    },
    mend: {
      en: "Write one of relativeReduction, points, changes, shares, relativeRisk, oddsRatio, hazardRatio, smd, difference or postponedBy",
      sv: "Skriv en av relativeReduction, points, changes, shares, relativeRisk, oddsRatio, hazardRatio, smd, difference och postponedBy",
    },
  },
  baselineMissing: {
    severity: "error",
    found: {
      en: "The outcome {name} has no baseline, which its effect is a share of",
      sv: "Utfallet {name} saknar utgångsläge (baseline), som effekten är en andel av",
    },
    mend: {
      en: "Add baseline: with the level without the programme",
      sv: "Lägg till baseline: med nivån utan satsningen",
    },
  },
  reductionOfGood: {
    severity: "error",
    found: {
      en: "A relativeReduction makes no sense where higher is better",
      sv: "relativeReduction går inte ihop med att högre är bättre",
    },
    mend: { en: "State the effect with changes or points", sv: "Ange effekten med changes eller points" },
  },
  criterionForm: {
    severity: "error",
    found: {
      en: "{key} is a criterion, and has keys under it",
      sv: "{key} är ett kriterium, och har nycklar under sig",
    },
    mend: {
      en: "Write {key}: { title: …, test: net > 0 kr }, or all, any, or atLeast with of in place of test",
      sv: "Skriv {key}: { title: …, test: net > 0 kr }, eller all, any eller atLeast med of i stället för test",
    },
  },
  successForm: {
    severity: "error",
    found: { en: "success says how the criteria are combined", sv: "success anger hur kriterierna kombineras" },
    mend: {
      en: "Write success: { all: [a, b] }, or any, or atLeast: 2 with of: [a, b, c]",
      sv: "Skriv success: { all: [a, b] }, eller any, eller atLeast: 2 med of: [a, b, c]",
    },
  },
  criterionTest: {
    severity: "error",
    found: {
      en: "A test is one comparison, written as a text",
      sv: "Ett test är en enda jämförelse, skriven som text",
    },
    mend: {
      en: "Write test: net > 0 kr; several are combined by all: [ … ] or any: [ … ]",
      sv: "Skriv test: net > 0 kr; flera kombineras med all: [ … ] eller any: [ … ]",
    },
  },
  criterionItem: {
    severity: "error",
    found: {
      en: "What is combined is the id of a criterion or a test, not a list or a map",
      sv: "Det som kombineras är id för ett kriterium eller ett test, inte en lista eller nycklar",
    },
    mend: {
      en: "Give it an id of its own under criteria, and write that here: all: [gain, either]",
      sv: "Ge det ett eget id under criteria och skriv det här: all: [vinst, endera]",
    },
  },
  criterionWays: {
    severity: "error",
    found: {
      en: "A criterion has exactly one of test, all, any and atLeast",
      sv: "Ett kriterium har precis en av test, all, any och atLeast",
    },
    mend: {
      en: "Write test: net > 0 kr, or all: [ … ], any: [ … ], or atLeast: 2 with of: [ … ]",
      sv: "Skriv test: net > 0 kr, eller all: [ … ], any: [ … ], eller atLeast: 2 med of: [ … ]",
    },
  },
  criterionAtLeast: {
    severity: "error",
    found: {
      en: "atLeast: {count} does not fit a list of {items}",
      sv: "atLeast: {count} passar inte till en lista med {items}",
    },
    mend: { en: "Write a whole number from 1 to {items}", sv: "Skriv ett heltal från 1 till {items}" },
  },
  criteriaNone: {
    severity: "error",
    found: { en: "The list of tests is empty", sv: "Listan med test är tom" },
    mend: {
      en: "Name tests or criteria: [net > 0 kr, reachesEnough]",
      sv: "Ange test eller kriterier: [net > 0 kr, reachesEnough]",
    },
  },
  pairSize: {
    severity: "error",
    found: { en: "A correlation is between exactly two quantities", sv: "En korrelation gäller precis två storheter" },
    mend: { en: "Write between: [a, b]; one entry for each pair", sv: "Skriv between: [a, b]; en post för varje par" },
  },
  pairTwice: {
    severity: "error",
    found: {
      en: "The pair {pair} has a correlation already (line {line})",
      sv: "Paret {pair} har redan en korrelation (rad {line})",
    },
    mend: { en: "Keep one of them", sv: "Behåll en av dem" },
  },
  pairItself: {
    severity: "error",
    found: { en: "{name} is correlated with itself", sv: "{name} korreleras med sig själv" },
    mend: { en: "Name two different quantities", sv: "Ange två olika storheter" },
  },
  pairCertain: {
    severity: "error",
    found: {
      en: "{name} is certain, so nothing can correlate with it",
      sv: "{name} är säker, så inget kan samvariera med den",
    },
    mend: {
      en: "Give it a distribution, or remove the correlation",
      sv: "Ge den en fördelning, eller ta bort korrelationen",
    },
  },
  pairParts: {
    severity: "error",
    found: { en: "{name} holds several uncertain numbers", sv: "{name} rymmer flera osäkra tal" },
    mend: { en: "Name one of them: {parts}", sv: "Ange ett av dem: {parts}" },
  },
  correlationRange: {
    severity: "error",
    found: { en: "A correlation of {value} is impossible", sv: "En korrelation på {value} är omöjlig" },
    mend: {
      en: "It lies between −1 and 1, without the ends; quantities that always move together are one named quantity",
      sv: "Den ligger mellan −1 och 1, utan ändpunkterna; storheter som alltid följs åt är en och samma namngivna storhet",
    },
  },
  sharedTwice: {
    severity: "error",
    found: {
      en: "shared: {name} stands at two quantities of this file",
      sv: "shared: {name} står vid två storheter i filen",
    },
    mend: {
      en: "Give one named quantity, and name it in both places",
      sv: "Ange en namngiven storhet och hänvisa till den på båda ställena",
    },
  },
  sharedCertain: {
    severity: "error",
    found: {
      en: "shared stands at a certain number, which is not drawn",
      sv: "shared står vid ett säkert tal, som inte dras",
    },
    mend: { en: "Remove shared, or give a distribution", sv: "Ta bort shared, eller ange en fördelning" },
  },
  translationLanguage: {
    severity: "error",
    found: { en: "{language} is not a language of reports", sv: "{language} är inget av rapporternas språk" },
    mend: { en: "Write en or sv", sv: "Skriv en eller sv" },
  },
  translationForm: {
    severity: "error",
    found: {
      en: "The translation of {name} does not have the form of what it translates",
      sv: "Översättningen av {name} har inte samma form som det den översätter",
    },
    mend: {
      en: "Translate a text by a text, and a list by a list of the same length",
      sv: "Översätt en text med en text, och en lista med en lika lång lista",
    },
  },
  translationTarget: {
    severity: "error",
    found: { en: "There is nothing to translate at {name}", sv: "Det finns inget att översätta vid {name}" },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
});
