import { rows } from "./finding.ts";

/** Costs: when they come, what a post costs, grants that end. */
export const costFindings = rows({
  phaseUnclear: {
    severity: "error",
    found: {
      en: "It is unclear how much of {amount} falls in {when}",
      sv: "Det är oklart hur mycket av {amount} som faller på {when}",
    },
    mend: {
      en: "Write an amount per month or year (kr/month, kr/person/month), or one cost for each year",
      sv: "Skriv ett belopp per månad eller år (kr/month, kr/person/month), eller en kostnad för varje år",
    },
  },
  untilForm: {
    severity: "error",
    found: { en: "until cannot be {until}", sv: "until kan inte vara {until}" },
    mend: {
      en: "Write the last month in which it comes, as 2027-12 or month 16 (month 0 is the programme's first)",
      sv: "Skriv den sista månad då det kommer, som 2027-12 eller month 16 (month 0 är satsningens första)",
    },
  },
  untilStart: {
    severity: "error",
    found: {
      en: "{until} cannot be placed: the file does not say when the programme starts",
      sv: "{until} går inte att placera: filen säger inte när satsningen börjar",
    },
    mend: {
      en: "Add programme: { start: 2026-08 }, or count from the start: until: month 16",
      sv: "Lägg till programme: { start: 2026-08 }, eller räkna från starten: until: month 16",
    },
  },
  untilBefore: {
    severity: "error",
    found: { en: "It ends ({until}) before it begins", sv: "Det slutar ({until}) innan det börjar" },
    mend: { en: "Move until later, or when earlier", sv: "Flytta until framåt, eller when bakåt" },
  },
  untilOnce: {
    severity: "error",
    found: {
      en: "until ends what comes month by month, and {amount} does not",
      sv: "until avslutar det som kommer månad för månad, och det gör inte {amount}",
    },
    mend: {
      en: "Write kr/year or kr/month; a sum that comes once is placed by when, as when: months 3-8",
      sv: "Skriv kr/year eller kr/month; ett engångsbelopp placeras med when, som when: months 3-8",
    },
  },
  rampUpTwice: {
    severity: "error",
    found: {
      en: "rampUp and fullAfter both say how the cost grows",
      sv: "rampUp och fullAfter säger båda hur kostnaden växer",
    },
    mend: {
      en: "Keep rampUp (shares by programme year) or fullAfter (months until it is full)",
      sv: "Behåll rampUp (andelar per programår) eller fullAfter (månader tills den är full)",
    },
  },
  onCostYearForm: {
    severity: "error",
    found: { en: "PO has to be the year of the rate", sv: "PO måste vara det år som påslaget gäller" },
    mend: { en: "Write for example PO: 2025", sv: "Skriv till exempel PO: 2025" },
  },
  onCostUnknown: {
    severity: "error",
    found: {
      en: "The table of wage on-costs has no rate for {year}, only for {known}",
      sv: "Tabellen över PO-pålägg har ingen sats för {year}, bara för {known}",
    },
    mend: {
      en: "Write the rate with its year and source: charges: { value: 43 %, PO: {year}, source: … }",
      sv: "Skriv satsen med år och källa: charges: { value: 43 %, PO: {year}, source: … }",
    },
  },
  onCostOtherYear: {
    severity: "warning",
    found: {
      en: "{name} has the wage on-cost of {year}, and prices are those of {priceYear}",
      sv: "{name} har PO-pålägget för {year}, medan priserna gäller {priceYear}",
    },
    mend: {
      en: "Use the rate of the price year, or accept this warning with the reason",
      sv: "Använd prisårets sats, eller godta varningen med ett skäl",
    },
  },
  onCostMissing: {
    severity: "warning",
    found: {
      en: "{name} has no wage on-cost: employer's contributions, insurance and pension are left out",
      sv: "{name} saknar PO-pålägg: arbetsgivaravgifter, försäkringar och pension är inte med",
    },
    mend: {
      en: "Add charges, as charges: 43 %; if the amount includes them, accept this warning and say so",
      sv: "Lägg till charges, som charges: 43 %; om beloppet har dem med, godta varningen och skriv det",
    },
  },
  onCostTwice: {
    severity: "warning",
    found: {
      en: "The unit cost {name} includes employer's contributions, and charges adds them once more",
      sv: "Enhetskostnaden {name} har arbetsgivaravgifterna med, och charges lägger på dem en gång till",
    },
    mend: {
      en: "Leave charges out, or use a salary without on-costs",
      sv: "Ta bort charges, eller använd en lön utan pålägg",
    },
  },
  optimismEmpty: {
    severity: "error",
    found: {
      en: "optimism says nothing: neither cost, benefit nor delay",
      sv: "optimism säger ingenting: varken cost, benefit eller delay",
    },
    mend: {
      en: "Add how far comparable programmes have missed their plans, as cost: { low: 5 %, best: 20 %, high: 50 % }",
      sv: "Lägg till hur långt från planen jämförbara satsningar har hamnat, som cost: { low: 5 %, best: 20 %, high: 50 % }",
    },
  },
  implementationCostless: {
    severity: "error",
    found: {
      en: "implementation does not say what ordinary operation costs",
      sv: "implementation säger inte vad ordinarie verksamhet kostar",
    },
    mend: {
      en: "Add amount (kr/year at full scale), posts with post, or premises",
      sv: "Lägg till amount (kr/year vid full skala), posts med post, eller premises",
    },
  },
  implementationPosts: {
    severity: "error",
    found: {
      en: "implementation has the salary of a post, but not how many posts there are at full scale",
      sv: "implementation har en tjänsts lön, men inte hur många tjänster det är vid full skala",
    },
    mend: { en: "Add posts, as posts: 3", sv: "Lägg till posts, som posts: 3" },
  },
  implementationPayer: {
    severity: "error",
    found: {
      en: "The cost of ordinary operation is not said to fall on anybody, so there is none of {who}",
      sv: "Ingen sägs betala ordinarie verksamhet, så det finns ingen kostnad för {who}",
    },
    mend: { en: "Add implementation.paidBy", sv: "Lägg till implementation.paidBy" },
  },
  decisionForm: {
    severity: "error",
    found: { en: "decision cannot be {decision}", sv: "decision kan inte vara {decision}" },
    mend: { en: "Write after 3 years, counted from the start", sv: "Skriv after 3 years, räknat från starten" },
  },
  stageForm: {
    severity: "error",
    found: { en: "A stage cannot be called {stage}", sv: "Ett steg kan inte heta {stage}" },
    mend: {
      en: "Write the year from which it holds: stages: { year 3: 50 %, year 4: 100 % }",
      sv: "Skriv året från vilket det gäller: stages: { year 3: 50 %, year 4: 100 % }",
    },
  },
  stageEarly: {
    severity: "error",
    found: {
      en: "{stage} comes before the decision, which is taken after {decided} years",
      sv: "{stage} kommer före beslutet, som fattas efter {decided} år",
    },
    mend: { en: "Move the stage later, or the decision earlier", sv: "Flytta steget framåt, eller beslutet bakåt" },
  },
  frameUnstated: {
    severity: "warning",
    found: {
      en: "Ordinary operation is said to fit in the present budget frame, but not what it replaces nor what there is room for",
      sv: "Ordinarie verksamhet sägs rymmas i nuvarande ram, men inte vad den ersätter eller vad det finns utrymme för",
    },
    mend: {
      en: "Add replaces (cost released, and whose) or room (kr/year)",
      sv: "Lägg till replaces (frigjord kostnad, och vems) eller room (kr/year)",
    },
  },
  grantEnds: {
    severity: "warning",
    found: {
      en: "{name} ends with {ends} while the costs go on ({costs}): those who pay them then bear the whole cost",
      sv: "{name} tar slut med {ends} medan kostnaderna fortsätter ({costs}): de som betalar står då för hela kostnaden",
    },
    mend: {
      en: "If that is agreed, accept this warning with the reason; else end the costs too, or add what comes instead",
      sv: "Om det är överenskommet, godta varningen med ett skäl; avsluta annars kostnaderna, eller lägg till det som kommer i stället",
    },
  },
});
