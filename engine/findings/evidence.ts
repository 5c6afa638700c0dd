import { rows } from "./finding.ts";

/** Findings about evidence: studies, experts, raw data and what they can tell. */
export const evidenceFindings = rows({
  evidenceRule: {
    severity: "error",
    found: {
      en: "{what} cannot be computed, for it must be that {rule}; here {values}",
      sv: "{what} går inte att beräkna, för det måste vara så att {rule}; här {values}",
    },
    mend: { en: "Give numbers for which {rule}", sv: "Ange tal så att {rule}" },
  },
  adjustmentWithoutSource: {
    severity: "error",
    found: {
      en: "The adjustment of effects from the design {design} has no source",
      sv: "Justeringen av effekter från upplägget {design} saknar källa",
    },
    mend: {
      en: "State where the factor {factor} and the extra spread {extraSd} come from, or leave the effect as stated (factor 1, extra spread 0)",
      sv: "Ange var faktorn {factor} och den extra spridningen {extraSd} kommer från, eller låt effekten stå som den är (faktor 1, extra spridning 0)",
    },
  },
  designMissing: {
    severity: "warning",
    found: {
      en: "The effect of {name} does not say how it was compared, so the table of adjustments leaves it as it is",
      sv: "Effekten för {name} anger inte hur den jämfördes, så justeringstabellen lämnar den som den är",
    },
    mend: {
      en: "Write design: randomised, waiting list, matching, generic control, historical control, shadow control or before-after; or adjust: none",
      sv: "Skriv design: randomised, waiting list, matching, generic control, historical control, shadow control eller before-after; eller adjust: none",
    },
  },
  adjustmentsUnused: {
    severity: "warning",
    found: {
      en: "The table of adjustments adjusts no effect of this file",
      sv: "Justeringstabellen justerar ingen effekt i den här filen",
    },
    mend: {
      en: "Take it away, or see whether the effects say the designs that they were measured with",
      sv: "Ta bort den, eller kontrollera att effekterna anger de upplägg som de mättes med",
    },
  },
  referenceClassForm: {
    severity: "error",
    found: {
      en: "A reference class says the mean of comparable programmes, and how much their effects differ",
      sv: "En referensklass anger medelvärdet för jämförbara insatser och hur mycket deras effekter skiljer sig åt",
    },
    mend: {
      en: "Write referenceClass: { mean: 8 %, sd: 6 %, source: … }, or for a ratio { median: 0.85, sdlog: 0.2, source: … }; se is the standard error of the class's own mean",
      sv: "Skriv referenceClass: { mean: 8 %, sd: 6 %, source: … }, eller för en kvot { median: 0.85, sdlog: 0.2, source: … }; se är medelfelet för klassens eget medelvärde",
    },
  },
  referenceClassSource: {
    severity: "error",
    found: { en: "The reference class has no source", sv: "Referensklassen saknar källa" },
    mend: {
      en: "State where the comparable programmes are found: source: an id under sources",
      sv: "Ange var de jämförbara insatserna finns: source: ett id under sources",
    },
  },
  referenceClassSpread: {
    severity: "error",
    found: {
      en: "There is no standard error to weigh against the reference class: the number is certain, or its spread is infinite",
      sv: "Det finns inget medelfel att väga mot referensklassen: talet är säkert, eller så är spridningen oändlig",
    },
    mend: {
      en: "State how sure the number is, as { mean, sd } or { interval, level }; cut very heavy tails with min and max",
      sv: "Ange hur säkert talet är, som { mean, sd } eller { interval, level }; kapa mycket tunga svansar med min och max",
    },
  },
  referenceClassLog: {
    severity: "error",
    found: {
      en: "A reference class with median and sdlog stands beside a ratio, but this number can fall below zero",
      sv: "En referensklass med median och sdlog står vid en kvot, men det här talet kan bli mindre än noll",
    },
    mend: {
      en: "Write the class as { mean, sd }, or the number as a ratio: { oddsRatio: 0.7, se: 0.2 } or { as: lognormal, … }",
      sv: "Skriv klassen som { mean, sd }, eller talet som en kvot: { oddsRatio: 0.7, se: 0.2 } eller { as: lognormal, … }",
    },
  },
  referenceClassPlace: {
    severity: "error",
    found: {
      en: "The reference class stands beside an effect that has its numbers elsewhere",
      sv: "Referensklassen står vid en effekt som har sina tal på annat håll",
    },
    mend: {
      en: "Put it where the distribution itself stands: quantities.x: { mean, sd, referenceClass: { … } }",
      sv: "Flytta den till platsen där själva fördelningen står: quantities.x: { mean, sd, referenceClass: { … } }",
    },
  },
  expertsDoNotMeet: {
    severity: "error",
    found: {
      en: "The experts' distributions have no values in common, so their logarithmic pool is empty",
      sv: "Experternas fördelningar har inga gemensamma värden, så det går inte att väga ihop dem logaritmiskt",
    },
    mend: {
      en: "Pool them linearly, or ask the experts why they differ",
      sv: "Väg ihop dem linjärt, eller fråga experterna varför de skiljer sig åt",
    },
  },
  priorForm: {
    severity: "error",
    found: {
      en: "A prior is jeffreys, uniform, one weight for both, or the weights of hits and misses",
      sv: "En prior är jeffreys, uniform, en enda vikt eller vikterna för träffar och missar",
    },
    mend: {
      en: "Write prior: jeffreys, or prior: { alpha: 2, beta: 8 }",
      sv: "Skriv prior: jeffreys, eller prior: { alpha: 2, beta: 8 }",
    },
  },
  correlationsContradict: {
    severity: "error",
    found: {
      en: "These correlations contradict each other (lines {lines}): {names}. No distribution can have them all",
      sv: "De här korrelationerna motsäger varandra (rad {lines}): {names}. Ingen fördelning kan ha alla samtidigt",
    },
    mend: {
      en: "Near them hold {nearest}; {pair} moves most, from {from} to {to}. Write these, or add - repair: nearest to the list",
      sv: "Nära dem går det med {nearest}; {pair} ändras mest, från {from} till {to}. Skriv dessa, eller lägg till - repair: nearest i listan",
    },
  },
  correlationsRepaired: {
    severity: "warning",
    found: {
      en: "These correlations contradict each other (lines {lines}): {names}. The nearest that hold are used: {nearest}",
      sv: "De här korrelationerna motsäger varandra (rad {lines}): {names}. De närmaste som går ihop används: {nearest}",
    },
    mend: {
      en: "{pair} moves most, from {from} to {to}: check that one first",
      sv: "{pair} ändras mest, från {from} till {to}: kontrollera den först",
    },
  },
  correlationsLeaveNoRoom: {
    severity: "error",
    found: {
      en: "These correlations (lines {lines}) rule out 0 for {unstated}, which is what holds where nothing is said: {names}",
      sv: "De här korrelationerna (rad {lines}) utesluter 0 för {unstated}, som gäller när inget anges: {names}",
    },
    mend: {
      en: "State {unstated}, between {least} and {greatest}. Or write what is near to all of these and holds, {nearest} ({pair} moves most, from {from} to {to}); - repair: nearest in the list uses that",
      sv: "Ange {unstated}, mellan {least} och {greatest}. Eller skriv det som ligger nära alla dessa och går ihop, {nearest} ({pair} ändras mest, från {from} till {to}); - repair: nearest i listan använder det",
    },
  },
  pairEach: {
    severity: "error",
    found: {
      en: "{name} is drawn anew for every person or case, so there is no one number to correlate",
      sv: "{name} dras på nytt för varje person eller fall, så det finns inte ett enda tal att korrelera",
    },
    mend: {
      en: "Correlate a quantity behind it, such as its mean",
      sv: "Korrelera en storhet bakom den, till exempel dess medelvärde",
    },
  },
  sharesForm: {
    severity: "error",
    found: {
      en: "shares: takes two parts of a whole or more, each with a number",
      sv: "shares: tar minst två delar av en helhet, var och en med ett tal",
    },
    mend: {
      en: "Write { shares: { home: 12, family: 7, institution: 3 } }, as many as were found of each",
      sv: "Skriv { shares: { home: 12, family: 7, institution: 3 } }, så många som fanns av varje",
    },
  },
  sharesNumber: {
    severity: "error",
    found: {
      en: "{written} is no number of cases and no share",
      sv: "{written} är varken ett antal fall eller en andel",
    },
    mend: {
      en: "Write how many were found, 12, or with of: a share, 60 %",
      sv: "Skriv hur många som fanns, 12, eller tillsammans med of: en andel, 60 %",
    },
  },
  sharesSum: {
    severity: "error",
    found: { en: "These shares sum to {sum}", sv: "De här andelarna blir {sum} tillsammans" },
    mend: {
      en: "Beside of: they are shares and must sum to 100 %; leave out of: where they are counts",
      sv: "Tillsammans med of: är de andelar och måste bli 100 %; ta bort of: om de är antal",
    },
  },
  sharesNone: {
    severity: "error",
    found: {
      en: "{part} would never occur: its share is exactly 0",
      sv: "{part} skulle aldrig förekomma: andelen är exakt 0",
    },
    mend: {
      en: "Leave it out, or give counts with a prior above 0",
      sv: "Ta bort den, eller ange antal med en prior större än 0",
    },
  },
  sharesPrior: {
    severity: "error",
    found: {
      en: "A prior belongs to counts; beside of: shares are stated as they are",
      sv: "En prior hör till antal; tillsammans med of: anges andelarna som de är",
    },
    mend: { en: "Remove prior:, or write counts without of:", sv: "Ta bort prior:, eller skriv antal utan of:" },
  },
  sharesPlace: {
    severity: "error",
    found: {
      en: "shares: splits a whole into parts that have names, so it stands under quantities",
      sv: "shares: delar en helhet i delar som har namn, så det står under quantities",
    },
    mend: {
      en: "Write quantities: { placement: { shares: { home: 12, family: 7 } } } and name placement.home here",
      sv: "Skriv quantities: { placement: { shares: { home: 12, family: 7 } } } och ange placement.home här",
    },
  },
  pairComputed: {
    severity: "error",
    found: {
      en: "{name} is computed from other quantities, so its draws follow from theirs",
      sv: "{name} räknas fram ur andra storheter, så dess dragningar följer av deras",
    },
    mend: { en: "Name the uncertain ones among them: {parts}", sv: "Ange de osäkra bland dem: {parts}" },
  },
  copulaSize: {
    severity: "error",
    found: { en: "A t copula needs two quantities or more", sv: "En t-kopula behöver minst två storheter" },
    mend: {
      en: "Write { copula: t, degreesOfFreedom: 4, of: [a, b] }",
      sv: "Skriv { copula: t, degreesOfFreedom: 4, of: [a, b] }",
    },
  },
  copulaDegrees: {
    severity: "error",
    found: {
      en: "A t copula cannot have {value} degrees of freedom",
      sv: "En t-kopula kan inte ha {value} frihetsgrader",
    },
    mend: {
      en: "Write a plain number from 1 to 1 000 000: with 3 or 4 extremes often meet, with 30 hardly more than without",
      sv: "Skriv ett rent tal från 1 till 1 000 000: med 3 eller 4 möts ytterligheterna ofta, med 30 knappast mer än utan",
    },
  },
  copulaTwice: {
    severity: "error",
    found: { en: "{name} is in two t copulas", sv: "{name} ingår i två t-kopulor" },
    mend: {
      en: "Keep one of them, or make them one, with one number of degrees of freedom",
      sv: "Behåll en av dem, eller slå ihop dem till en med ett och samma antal frihetsgrader",
    },
  },
  copulaIncomplete: {
    severity: "error",
    found: {
      en: "{name} is correlated with an input of the t copula of {of}, but is not in it",
      sv: "{name} är korrelerad med en storhet i t-kopulan för {of} men ingår inte i den",
    },
    mend: {
      en: "Add {name} to the of: of the t copula, or remove the correlation",
      sv: "Lägg till {name} i t-kopulans of:, eller ta bort korrelationen",
    },
  },
  correlationData: {
    severity: "error",
    found: {
      en: "A correlation from data needs both quantities as data of the same rows, four or more; here are {first}, {second}",
      sv: "En korrelation från data kräver att båda storheterna anges som data från samma rader, minst fyra; här finns {first}, {second}",
    },
    mend: {
      en: "Write both as { data: [ … ] }, the first number of each from the same case and so on, or state the correlation",
      sv: "Skriv båda som { data: [ … ] }, där de första talen hör till samma fall och så vidare, eller ange korrelationen",
    },
  },
  correlationOutOfReach: {
    severity: "warning",
    found: {
      en: "The ranks of {names} cannot correlate by {wanted}: values in steps allow {low} to {high} here",
      sv: "Rangerna för {names} kan inte ha korrelationen {wanted}: värden i steg medger här {low} till {high}",
    },
    mend: {
      en: "What is drawn lies within that; utfall explain shows how much. Ask for less, or correlate what lies behind the steps",
      sv: "Det som dras ligger inom det; utfall explain visar hur mycket. Begär mindre, eller korrelera det som ligger bakom stegen",
    },
  },
  dependenceForm: {
    severity: "error",
    found: {
      en: "What depends on what is a pair, a common factor, a t copula, or repair: nearest",
      sv: "Ett beroende är ett par, en gemensam faktor, en t-kopula eller repair: nearest",
    },
    mend: {
      en: "Write { between: [a, b], correlation: 0.4 }, { factor: economy, of: [a, b, c], loading: 0.6 } or { copula: t, degreesOfFreedom: 4, of: [a, b] }",
      sv: "Skriv { between: [a, b], correlation: 0.4 }, { factor: economy, of: [a, b, c], loading: 0.6 } eller { copula: t, degreesOfFreedom: 4, of: [a, b] }",
    },
  },
  factorSize: {
    severity: "error",
    found: {
      en: "A factor moves two quantities or more, by one loading for all or one for each; here {inputs} and {loadings}",
      sv: "En faktor påverkar minst två storheter, med en laddning för alla eller en för varje; här {inputs} och {loadings}",
    },
    mend: {
      en: "Write as many loadings as there are names, or one",
      sv: "Skriv lika många laddningar som namn, eller en enda",
    },
  },
  effectOfShare: {
    severity: "error",
    found: {
      en: "{way} says how much more or less likely a case is, but this outcome is not a share",
      sv: "{way} anger hur mycket mer eller mindre sannolikt ett fall är, men det här utfallet är ingen andel",
    },
    mend: {
      en: "State the effect as points, in the outcome's own unit",
      sv: "Ange effekten som points, i utfallets egen enhet",
    },
  },
  seBeside: {
    severity: "error",
    found: {
      en: "A standard error stands beside one plain number",
      sv: "Ett medelfel står bredvid ett enda vanligt tal",
    },
    mend: {
      en: "Write { points: 8 pp, se: 2 pp }, or leave out se where the effect is a distribution already",
      sv: "Skriv { points: 8 pp, se: 2 pp }, eller ta bort se där effekten redan är en fördelning",
    },
  },
  studyForm: {
    severity: "error",
    found: {
      en: "A study says an estimate with its standard error, or with its interval",
      sv: "En studie anger en skattning med sitt medelfel, eller med sitt intervall",
    },
    mend: {
      en: "Write { estimate: 12 %, se: 4 % } or { estimate: 12 %, interval: [4 %, 20 %], level: 95 % }",
      sv: "Skriv { estimate: 12 %, se: 4 % } eller { estimate: 12 %, interval: [4 %, 20 %], level: 95 % }",
    },
  },
  fitPoor: {
    severity: "warning",
    found: {
      en: "The {values} values are unlike a {family} distribution: only {p} of samples from it would lie as far off",
      sv: "De {values} värdena liknar inte fördelningen {family}: bara {p} av stickprov från den skulle avvika lika mycket",
    },
    mend: {
      en: "Try another family, or leave out `as:` to draw from the values themselves",
      sv: "Pröva en annan fördelning, eller ta bort `as:` för att dra ur värdena själva",
    },
  },
});
