import { rows } from "./finding.ts";

/** What a report finds when it reads a result: things a reader would otherwise miss between two true figures. */
export const reportFindings = rows({
  stepsNotFilled: {
    severity: "warning",
    found: {
      en: "What can be saved in whole steps only (inStepsOf) comes to nothing: the expected number never fills a step, though chance may",
      sv: "Det som bara kan tas hem i hela steg (inStepsOf) blir ingenting: det väntade antalet fyller aldrig ett steg, fast slumpen kan göra det",
    },
    mend: {
      en: "Run with --chance on, which draws whole cases, or look over how large a step is",
      sv: "Kör med --chance on, som drar hela fall, eller se över hur stort ett steg är",
    },
  },
  contractNeverPays: {
    severity: "warning",
    found: {
      en: "{contract}: no simulated outcome reaches what is paid for",
      sv: "{contract}: inget beräknat utfall når det som ersätts",
    },
    mend: {
      en: "Look over the thresholds (from, tiers, cohorts) against the figure improvementNet of the outcome",
      sv: "Se över trösklarna (from, tiers, cohorts) mot storheten improvementNet för utfallet",
    },
  },
  contractOverpays: {
    severity: "warning",
    found: {
      en: "{contract}: on average {paid} is paid ({figure}), more than the {gains} that those who pay gain in all",
      sv: "{contract}: i genomsnitt betalas {paid} ({figure}), mer än de {gains} som de som betalar vinner sammanlagt",
    },
    mend: {
      en: "Lower the payments or add a cap, or say who else gains and should pay",
      sv: "Sänk ersättningen eller lägg till ett tak, eller ange vilka andra som vinner och borde betala",
    },
  },
  meanHidesLoss: {
    severity: "warning",
    found: {
      en: "{figure}: the mean is {mean} but the median is {median}. A few very good outcomes lift the mean; more than half of the outcomes end below zero",
      sv: "{figure}: medelvärdet är {mean} men medianen {median}. Några få mycket goda utfall lyfter medelvärdet; mer än hälften av utfallen slutar under noll",
    },
    mend: {
      en: "Do not decide on the mean alone: look at the chance of a shortfall and how large it becomes",
      sv: "Låt inte medelvärdet ensamt avgöra: se på chansen att det blir underskott och hur stort det blir",
    },
  },
  meanHidesGain: {
    severity: "warning",
    found: {
      en: "{figure}: the mean is {mean} but the median is {median}. A few very bad outcomes pull the mean down; more than half of the outcomes end above zero",
      sv: "{figure}: medelvärdet är {mean} men medianen {median}. Några få mycket dåliga utfall drar ned medelvärdet; mer än hälften av utfallen slutar över noll",
    },
    mend: {
      en: "Look at what happens in the bad outcomes, and whether they can be guarded against",
      sv: "Se efter vad som händer i de dåliga utfallen och om det går att skydda sig mot dem",
    },
  },
  metOnlyGross: {
    severity: "warning",
    found: {
      en: "“{criterion}” is met in {gross} simulated outcomes if the whole change is counted, but only in {net} after deduction for the comparison group",
      sv: "”{criterion}” nås i {gross} beräknade utfall om hela förändringen räknas, men bara i {net} efter avdrag för jämförelsegruppen",
    },
    mend: {
      en: "Judge the goal after deduction: part of the change would have come without the programme",
      sv: "Bedöm målet efter avdraget: en del av förändringen hade kommit även utan satsningen",
    },
  },
  sourceNotReproduced: {
    severity: "warning",
    found: {
      en: "{figure} is {source} in the source but {ours} here",
      sv: "{figure} är {source} i källan men {ours} här",
    },
    mend: {
      en: "Find out which assumption differs from the source before the figures are used",
      sv: "Ta reda på vilket antagande som skiljer sig från källans innan siffrorna används",
    },
  },
  textsNotTranslated: {
    severity: "warning",
    found: {
      en: "Texts of the scenario that are not given in English and stand in Swedish: {count}",
      sv: "Texter i scenariot som saknas på svenska och står på engelska: {count}",
    },
    mend: { en: "Add them under translations.en", sv: "Lägg till dem under translations.sv" },
  },
  endedEarly: {
    severity: "warning",
    found: {
      en: "The run was interrupted; the figures rest on {draws} draws",
      sv: "Körningen avbröts; siffrorna bygger på {draws} dragningar",
    },
    mend: {
      en: "Run it again to the end if the standard errors are too large",
      sv: "Kör den igen till slutet om medelfelen är för stora",
    },
  },
});
