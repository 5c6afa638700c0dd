import { rows } from "./finding.ts";

/** Findings about follow-ups, updates of a forecast by them, and forecasts held against outturns. */
export const observedFindings = rows({
  observedOther: {
    severity: "error",
    found: {
      en: "The follow-up is of {found}, but the scenario is {wanted}",
      sv: "Uppföljningen gäller {found}, men scenariot är {wanted}",
    },
    mend: {
      en: "Give the follow-up of this programme, or change scenario: in the file",
      sv: "Ange uppföljningen av den här satsningen, eller ändra scenario: i filen",
    },
  },
  observedVersion: {
    severity: "warning",
    found: {
      en: "The follow-up was written for version {found} of the scenario, which is now version {now}",
      sv: "Uppföljningen skrevs till version {found} av scenariot, som nu är version {now}",
    },
    mend: {
      en: "Check that what was counted still means the same, then change the version in the follow-up",
      sv: "Kontrollera att det som räknats fortfarande betyder samma sak och ändra sedan versionen i uppföljningen",
    },
  },
  observedHash: {
    severity: "warning",
    found: {
      en: "The follow-up was written for a scenario with the hash {found}; this one has {now}",
      sv: "Uppföljningen skrevs till ett scenario med kontrollsumman {found}; det här har {now}",
    },
    mend: {
      en: "Check that the assumptions are those of the decision: a forecast is updated from what was assumed beforehand",
      sv: "Kontrollera att antagandena är de som gällde vid beslutet: en prognos revideras utifrån det som antogs i förväg",
    },
  },
  observedThrough: {
    severity: "error",
    found: {
      en: "{written} says no time up to which the programme has been followed",
      sv: "{written} anger ingen tid fram till vilken satsningen har följts upp",
    },
    mend: {
      en: "Write through: 18 months, through: 1 year, or the last month, through: 2027-08",
      sv: "Skriv through: 18 months, through: 1 year, eller sista månaden, through: 2027-08",
    },
  },
  observedStart: {
    severity: "error",
    found: {
      en: "{written} is a calendar month, but the scenario does not say in which month the programme starts",
      sv: "{written} är en kalendermånad, men scenariot anger inte vilken månad satsningen startar",
    },
    mend: {
      en: "Write through: 18 months, or add programme: { start: 2026-08 } to the scenario",
      sv: "Skriv through: 18 months, eller lägg till programme: { start: 2026-08 } i scenariot",
    },
  },
  observedBeyond: {
    severity: "error",
    found: {
      en: "{written} lies outside the scenario, which looks at {years} years from the start",
      sv: "{written} ligger utanför scenariot, som omfattar {years} år från starten",
    },
    mend: {
      en: "Write how far the programme has come, or lengthen the horizon",
      sv: "Ange hur långt satsningen har kommit, eller förläng horisonten",
    },
  },
  observedNumber: {
    severity: "error",
    found: { en: "{key} has to be a number of reasonable size", sv: "{key} måste vara ett tal av rimlig storlek" },
    mend: {
      en: "Write what was seen as one number with its unit, such as 212 or 1 050 000 kr",
      sv: "Skriv det som observerats som ett tal med enhet, till exempel 212 eller 1 050 000 kr",
    },
  },
  observedCount: {
    severity: "error",
    found: { en: "{key} has to be a whole number, none or more", sv: "{key} måste vara ett heltal, noll eller större" },
    mend: {
      en: "Write how many were counted, such as 212; by segment { girls: 90, boys: 122 }; by programme year [212, 230]",
      sv: "Skriv hur många som räknades, till exempel 212; per segment { girls: 90, boys: 122 }; per programår [212, 230]",
    },
  },
  observedFuture: {
    severity: "error",
    found: {
      en: "{n} programme years are given, but only {years} had begun by then",
      sv: "{n} programår anges, men bara {years} hade börjat då",
    },
    mend: {
      en: "Give only what has been seen, or move through: forward",
      sv: "Ange bara det som har observerats, eller flytta fram through:",
    },
  },
  observedByYear: {
    severity: "error",
    found: {
      en: "New people come each year, so {group} has to be given for each of the {years} years that have begun",
      sv: "Nya personer tillkommer varje år, så {group} måste anges för vart och ett av de {years} år som har börjat",
    },
    mend: {
      en: "Write a list by programme year, such as [212, 230]",
      sv: "Skriv en lista per programår, till exempel [212, 230]",
    },
  },
  observedSamePeople: {
    severity: "error",
    found: {
      en: "The same people take part each year, so {group} is one number",
      sv: "Samma personer deltar varje år, så {group} är ett enda tal",
    },
    mend: { en: "Write how many there are, not a list by year", sv: "Skriv hur många de är, inte en lista per år" },
  },
  observedSegment: {
    severity: "error",
    found: { en: "There is no segment called {name}", sv: "Det finns inget segment som heter {name}" },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  observedNotSplit: {
    severity: "error",
    found: {
      en: "{name} is not divided into segments in the scenario",
      sv: "{name} är inte uppdelad på segment i scenariot",
    },
    mend: { en: "Give what was seen of all together", sv: "Ange det som observerats för alla tillsammans" },
  },
  observedDivided: {
    severity: "error",
    found: {
      en: "Some groups are given by segment and {group} for all together",
      sv: "Vissa grupper anges per segment och {group} för alla tillsammans",
    },
    mend: {
      en: "Give all counts of people by segment, or all of them together",
      sv: "Ange alla antal personer per segment, eller alla tillsammans",
    },
  },
  observedMore: {
    severity: "error",
    found: { en: "{group} is {n}, which is more than {of}, {m}", sv: "{group} är {n}, vilket är fler än {of}, {m}" },
    mend: {
      en: "Each group is part of the one before: correct the count, or what it is counted among",
      sv: "Varje grupp är en del av den föregående: rätta antalet, eller det som det räknas bland",
    },
  },
  observedNever: {
    severity: "error",
    found: {
      en: "{n} were counted as {group}, but by the scenario nobody can be",
      sv: "{n} har räknats som {group}, men enligt scenariot kan ingen vara det",
    },
    mend: {
      en: "Give {place} a value in the scenario that leaves room for what has been seen",
      sv: "Ge {place} ett värde i scenariot som ger utrymme för det som har observerats",
    },
  },
  observedTwice: {
    severity: "error",
    found: { en: "{what} is given twice", sv: "{what} anges två gånger" },
    mend: {
      en: "Keep one of them; tell measurements apart with year: and segment:",
      sv: "Behåll en av dem; skilj mätningar åt med year: och segment:",
    },
  },
  observedNothing: {
    severity: "error",
    found: {
      en: "Nothing is said of what was measured of {outcome}",
      sv: "Det framgår inte vad som har mätts av {outcome}",
    },
    mend: {
      en: "Add participants: { count: 18, of: 148 }, and comparison: where there is a comparison group",
      sv: "Lägg till participants: { count: 18, of: 148 }, och comparison: om det finns en jämförelsegrupp",
    },
  },
  observedNetTwice: {
    severity: "error",
    found: {
      en: "The change of {outcome} against the comparison is given beside the groups it is made of",
      sv: "Förändringen av {outcome} mot jämförelsen anges bredvid de grupper den beräknas från",
    },
    mend: {
      en: "Give participants and comparison, or net alone: both would count the same people twice",
      sv: "Ange participants och comparison, eller bara net: båda skulle räkna samma personer två gånger",
    },
  },
  observedNoLevel: {
    severity: "error",
    found: {
      en: "The scenario states no level of {outcome} that a {by} could be held against",
      sv: "Scenariot anger ingen nivå för {outcome} som en observation med {by} kan jämföras med",
    },
    mend: {
      en: "Add baseline: to the outcome, or give the change against the comparison with net: { mean: …, se: … }",
      sv: "Lägg till baseline: vid utfallet, eller ange förändringen mot jämförelsen med net: { mean: …, se: … }",
    },
  },
  observedWay: {
    severity: "error",
    found: {
      en: "{key} has to be stated in one way: as a count, a mean or a change",
      sv: "{key} måste anges på ett enda sätt: som antal, medelvärde eller förändring",
    },
    mend: {
      en: "Write { count: 18, of: 148 }, { mean: 41, se: 3 } or { change: -28 %, se: 4 % }",
      sv: "Skriv { count: 18, of: 148 }, { mean: 41, se: 3 } eller { change: -28 %, se: 4 % }",
    },
  },
  observedNotShare: {
    severity: "error",
    found: { en: "Only an outcome that is a share can be counted", sv: "Bara ett utfall som är en andel kan räknas" },
    mend: {
      en: "Give its mean with se, or with sd and the number of people, of",
      sv: "Ange medelvärdet med se, eller med sd och antalet personer, of",
    },
  },
  observedError: {
    severity: "error",
    found: { en: "It is not said how sure the number is", sv: "Det anges inte hur säkert talet är" },
    mend: {
      en: "Add se, the standard error; of a mean of several people sd and of will do",
      sv: "Lägg till se, medelfelet; för ett medelvärde av flera personer räcker sd och of",
    },
  },
  observedErrorForm: {
    severity: "error",
    found: { en: "{key} has to be above zero", sv: "{key} måste vara större än noll" },
    mend: {
      en: "Write the standard error of what was measured: nothing is measured without one",
      sv: "Skriv medelfelet i det som mättes: ingenting mäts utan fel",
    },
  },
  observedCost: {
    severity: "error",
    found: { en: "The scenario has no cost called {name}", sv: "Scenariot har ingen kostnad som heter {name}" },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  observedProcess: {
    severity: "error",
    found: {
      en: "The process measure {name} needs a plan above zero, what was done, and no less planned in all than so far",
      sv: "Processmåttet {name} behöver en plan större än noll, det som gjorts, och minst lika mycket planerat totalt som hittills",
    },
    mend: {
      en: "Write { plan: 120, actual: 96 }, and planInAll: 360 for the whole programme",
      sv: "Skriv { plan: 120, actual: 96 }, och planInAll: 360 för hela satsningen",
    },
  },
  observedReplaced: {
    severity: "warning",
    found: {
      en: "{what} is given in several follow-ups; the latest, {file}, holds",
      sv: "{what} anges i flera uppföljningar; den senaste, {file}, gäller",
    },
    mend: {
      en: "Nothing to do where the later number includes the earlier; else give each thing once",
      sv: "Inget behöver göras om den senare siffran omfattar den tidigare; ange annars varje sak en gång",
    },
  },
  observedClash: {
    severity: "error",
    found: {
      en: "{what} is given in two follow-ups up to the same time",
      sv: "{what} anges i två uppföljningar fram till samma tid",
    },
    mend: { en: "Keep it in one of the files", sv: "Behåll den i en av filerna" },
  },
  updateCertain: {
    severity: "warning",
    found: {
      en: "{what} was expected to be {expected} for certain and came to {seen}: nothing is learnt from it",
      sv: "{what} väntades säkert bli {expected} och blev {seen}: det ger ingen ny kunskap",
    },
    mend: {
      en: "Give the assumption behind it a spread: the revised forecast keeps what the scenario says is certain",
      sv: "Ge antagandet bakom en spridning: den reviderade prognosen behåller det som scenariot anger som säkert",
    },
  },
  updateFar: {
    severity: "warning",
    found: {
      en: "{what} was expected to be {expected} and came to {seen}, {away} standard deviations away",
      sv: "{what} väntades bli {expected} och blev {seen}, {away} standardavvikelser bort",
    },
    mend: {
      en: "Check count, unit and group; if they are right the scenario was too sure of it: widen the assumption, say why, and update again",
      sv: "Kontrollera antal, enhet och grupp; om de stämmer var scenariot för säkert: vidga antagandet, ange varför och revidera igen",
    },
  },
  updateConflict: {
    severity: "error",
    found: {
      en: "What has been seen can hardly have come from this scenario: only {effective} draws in effect are left of {draws}. {what} was expected to be {expected} and came to {seen}, {away} standard errors away",
      sv: "Det som observerats är knappast förenligt med det här scenariot: av {draws} dragningar återstår i praktiken bara {effective}. {what} väntades bli {expected} och blev {seen}, {away} medelfel bort",
    },
    mend: {
      en: "Check that count, unit and group are right; if they are, the assumption is too sure: widen it in the scenario, say why, and run again",
      sv: "Kontrollera antal, enhet och grupp; om de stämmer är antagandet för säkert: vidga det i scenariot, ange varför och kör igen",
    },
  },
  updateNothing: {
    severity: "error",
    found: { en: "Nothing observed is given", sv: "Ingenting observerat anges" },
    mend: { en: "Name a follow-up with --observed FILE", sv: "Ange en uppföljning med --observed FIL" },
  },
  updateAfter: {
    severity: "error",
    found: {
      en: "{file} is the result of another scenario, or of another version of it",
      sv: "{file} är ett resultat av ett annat scenario, eller av en annan version",
    },
    mend: {
      en: "Update the scenario that was forecast: the same file as then",
      sv: "Revidera det scenario som prognosen gällde: samma fil som då",
    },
  },
  calibrationPairs: {
    severity: "error",
    found: {
      en: "In {folder} there is no result with a follow-up of the same programme beside it",
      sv: "I {folder} finns inget resultat med en uppföljning av samma satsning bredvid",
    },
    mend: {
      en: "Put each forecast (.json of utfall run) beside what came of it (a follow-up file, .yaml)",
      sv: "Lägg varje prognos (.json från utfall run) bredvid det som blev av den (en uppföljningsfil, .yaml)",
    },
  },
  calibrationFolder: {
    severity: "error",
    found: { en: "There is no folder {folder} that can be read", sv: "Det finns ingen mapp {folder} som går att läsa" },
    mend: {
      en: "Name the folder in which forecasts and follow-ups lie",
      sv: "Ange mappen där prognoser och uppföljningar ligger",
    },
  },
  calibrationAlone: {
    severity: "warning",
    found: {
      en: "{file} has no counterpart of the same programme in the folder and is left out",
      sv: "{file} saknar motsvarighet för samma satsning i mappen och utelämnas",
    },
    mend: {
      en: "Put a forecast and a follow-up of the same programme into the folder",
      sv: "Lägg en prognos och en uppföljning av samma satsning i mappen",
    },
  },
  calibrationUpdated: {
    severity: "warning",
    found: {
      en: "{file} is a forecast that had seen some of what came, and is left out",
      sv: "{file} är en prognos som redan hade sett en del av utfallet och utelämnas",
    },
    mend: {
      en: "Put the forecast as it was before the start into the folder",
      sv: "Lägg prognosen som den var före start i mappen",
    },
  },
  calibrationFew: {
    severity: "warning",
    found: {
      en: "Too few to judge forecasts by: outturns {figures}, programmes {programmes}",
      sv: "För få för att bedöma prognoserna: utfall {figures}, satsningar {programmes}",
    },
    mend: {
      en: "Read the table as a list; conclude from {least} outturns of {leastProgrammes} programmes on",
      sv: "Läs tabellen som en lista; dra slutsatser först vid {least} utfall från {leastProgrammes} satsningar",
    },
  },
});
