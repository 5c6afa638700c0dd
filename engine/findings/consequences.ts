import { rows } from "./finding.ts";

/** Findings about what an effect leads to: to whom, how much of it, and what a budget sees of it. */
export const consequenceFindings = rows({
  sharersExpected: {
    severity: "error",
    found: { en: "{key} names no actor", sv: "{key} anger ingen aktör" },
    mend: {
      en: "Write an actor, or shares by actor: {key}: { social: 70 %, education: rest }",
      sv: "Skriv en aktör, eller andelar per aktör: {key}: { social: 70 %, education: rest }",
    },
  },
  sharersSum: {
    severity: "error",
    found: { en: "The actors' shares add up to {sum}", sv: "Aktörernas andelar summerar till {sum}" },
    mend: {
      en: "They have to make 100 % together; one of them may be written rest",
      sv: "De ska tillsammans bli 100 %; en av dem kan skrivas rest",
    },
  },
  sharersRest: {
    severity: "error",
    found: {
      en: "The actors' shares are uncertain, each drawn by itself, and so do not make 100 % together",
      sv: "Aktörernas andelar är osäkra och dras var för sig, och blir därför inte 100 % tillsammans",
    },
    mend: {
      en: "Write rest as the share of one of them",
      sv: "Skriv rest som andel för en av dem",
    },
  },
  sharersRests: {
    severity: "error",
    found: { en: "More than one actor's share is rest", sv: "Mer än en aktörs andel är rest" },
    mend: { en: "Write rest for one of them only", sv: "Skriv rest för bara en av dem" },
  },
  sharersOver: {
    severity: "error",
    found: {
      en: "The stated shares can add up to {sum}, which leaves less than nothing as rest",
      sv: "De angivna andelarna kan summera till {sum}, och då blir resten mindre än noll",
    },
    mend: {
      en: "Narrow them so that their largest values make 100 % at most, or state all as shares of one whole under quantities",
      sv: "Snäva av dem så att deras största värden blir högst 100 %, eller ange alla som delar av en helhet under quantities",
    },
  },
  numberTimesAmount: {
    severity: "error",
    found: {
      en: "The number ({number}) times the amount ({amount}) is {found}, but {wanted} is needed here",
      sv: "Antalet ({number}) gånger beloppet ({amount}) blir {found}, men här behövs {wanted}",
    },
    mend: {
      en: "Write for example number: 180 days/case with amount: 5 200 kr/day, or 2.4 visits/case with kr/visit",
      sv: "Skriv till exempel number: 180 days/case med amount: 5 200 kr/day, eller 2.4 visits/case med kr/visit",
    },
  },
  stepsUnit: {
    severity: "error",
    found: {
      en: "inStepsOf has the unit {found}, but {wanted} are counted here",
      sv: "inStepsOf har enheten {found}, men här räknas {wanted}",
    },
    mend: {
      en: "Write how many make one post, place or class, for example inStepsOf: 12 {first}",
      sv: "Skriv hur många som motsvarar en tjänst, plats eller klass, till exempel inStepsOf: 12 {first}",
    },
  },
  stepsZero: {
    severity: "error",
    found: { en: "inStepsOf can be zero or less", sv: "inStepsOf kan vara noll eller mindre" },
    mend: {
      en: "A step is some number above zero; leave the key out where every case counts",
      sv: "Ett steg är ett antal större än noll; utelämna nyckeln om varje fall räknas",
    },
  },
  cashableMissing: {
    severity: "warning",
    found: {
      en: "It is not said how much of {names} can be taken out of a budget, and the result rests on it",
      sv: "Det står inte hur mycket av {names} som är hemtagbart, alltså kan tas ur en budget, och resultatet vilar på det",
    },
    mend: {
      en: "Add cashable: to each, for example cashable: 60 %, or { share: 60 %, inStepsOf: 12 cases, delay: 1 year }; 0 % where it only frees time; kind: social or economic where no budget is concerned",
      sv: "Lägg till cashable: för var och en, till exempel cashable: 60 %, eller { share: 60 %, inStepsOf: 12 cases, delay: 1 year }; 0 % om det bara frigör tid; kind: social eller economic om ingen budget berörs",
    },
  },
  taxCounted: {
    severity: "warning",
    found: {
      en: "{name} counts tax as a gain for {actor}, but income equalisation takes back most of what a municipality's tax base grows by",
      sv: "{name} räknar skatt som vinst för {actor}, men inkomstutjämningen tar tillbaka det mesta av det som kommunens skatteunderlag växer med",
    },
    mend: {
      en: "Leave it out, count only the part that stays in the municipality, or let an actor gain it that stands for all municipalities and the state; accept taxCounted with the reason where that is done",
      sv: "Utelämna det, räkna bara den del som stannar i kommunen, eller låt en aktör som står för alla kommuner och staten få den; acceptera taxCounted med skälet om det är gjort",
    },
  },
  equalFundingId: {
    severity: "error",
    found: {
      en: "{id} is the name of the line that equalFunding of {name} adds",
      sv: "{id} är namnet på den rad som equalFunding för {name} lägger till",
    },
    mend: { en: "Call one of them something else", sv: "Kalla en av dem något annat" },
  },
  equalFundingShared: {
    severity: "error",
    found: {
      en: "equalFunding of {name} needs one actor whose own schools it is about",
      sv: "equalFunding för {name} behöver en enda aktör, den vars egna skolor det gäller",
    },
    mend: {
      en: "Divide it in two: what own schools spend or save with equalFunding, the rest without",
      sv: "Dela upp det i två: det som egna skolor lägger ut eller sparar med equalFunding, resten utan",
    },
  },
  equalFundingAll: {
    severity: "error",
    found: {
      en: "With all pupils in independent schools there is no own school whose funding they should equal",
      sv: "Går alla elever i fristående skolor finns ingen egen skola vars resurser de ska motsvara",
    },
    mend: { en: "Write a share below 100 %, such as 22 %", sv: "Skriv en andel under 100 %, till exempel 22 %" },
  },
});
