import { filled, type Language } from "../../engine/issues.ts";

/** What a report says of a forecast that has been updated with what was seen. */
const table = {
  title: { en: "What we have seen so far", sv: "Det här har vi sett hittills" },
  t_title: { en: "WHAT HAS BEEN SEEN SO FAR", sv: "UPPFÖLJNING: DET HÄR HAR VI SETT HITTILLS" },
  lead: {
    en: "The programme has been followed for {months} months. The figures of this report are the revised forecast: every assumption weighed by how well it fits what has been seen.",
    sv: "Satsningen har följts upp i {months} månader. Siffrorna i rapporten är den reviderade prognosen: antagandena har vägts efter hur väl de stämmer med det som har observerats.",
  },
  leadOne: {
    en: "The programme has been followed for one month. The figures of this report are the revised forecast: every assumption weighed by how well it fits what has been seen.",
    sv: "Satsningen har följts upp i en månad. Siffrorna i rapporten är den reviderade prognosen: antagandena har vägts efter hur väl de stämmer med det som har observerats.",
  },
  success: {
    en: "The chance of success was {before} and is now {after}.",
    sv: "Chansen att satsningen lyckas var {before} och är nu {after}.",
  },
  gain: {
    en: "The chance that the money comes back was {before} and is now {after}.",
    sv: "Chansen att pengarna kommer tillbaka var {before} och är nu {after}.",
  },
  good: {
    en: "The revised figures rest on {of} draws that are worth {draws} of equal weight, which is plenty.",
    sv: "De reviderade siffrorna bygger på {of} dragningar som motsvarar {draws} lika tunga, vilket räcker gott.",
  },
  fair: {
    en: "The revised figures rest on {of} draws that are worth {draws} of equal weight: enough for means and chances, coarse for rare outcomes.",
    sv: "De reviderade siffrorna bygger på {of} dragningar som motsvarar {draws} lika tunga: det räcker för medelvärden och chanser, men är grovt för ovanliga utfall.",
  },
  rough: {
    en: "The revised figures rest on {of} draws that are worth only {draws} of equal weight, so they are rough: run again with more draws before small differences are read.",
    sv: "De reviderade siffrorna bygger på {of} dragningar som bara motsvarar {draws} lika tunga, så de är grova: kör om med fler dragningar innan små skillnader tolkas.",
  },
  nothing: {
    en: "Nothing of what was seen bears on an uncertain assumption, so the forecast stands as it was.",
    sv: "Inget av det som har observerats säger något om ett osäkert antagande, så prognosen står fast.",
  },
  compared: { en: "The forecast before and after", sv: "Prognosen före och efter" },
  figure: { en: "Figure", sv: "Storhet" },
  before: { en: "As forecast", sv: "Ursprunglig prognos" },
  after: { en: "Revised", sv: "Reviderad prognos" },
  comparedNote: {
    en: "Mean, and in brackets where nine of ten outcomes lie.",
    sv: "Medelvärde, och inom parentes där nio av tio utfall ligger.",
  },
  seen: { en: "What was seen, against what was expected by then", sv: "Utfall mot prognos för samma tid" },
  what: { en: "What", sv: "Vad" },
  expected: { en: "Expected", sv: "Väntat" },
  actual: { en: "Seen", sv: "Utfall" },
  verdict: { en: "Against the forecast", sv: "Jämfört med prognosen" },
  asExpected: { en: "as expected", sv: "som väntat" },
  below: { en: "somewhat less", sv: "något lägre" },
  above: { en: "somewhat more", sv: "något högre" },
  farBelow: { en: "far less", sv: "mycket lägre" },
  farAbove: { en: "far more", sv: "mycket högre" },
  notWeighed: { en: "counted only", sv: "bara räknat" },
  seenNote: {
    en: "“Somewhat” is one to two standard deviations of forecast and measurement together, “far” more than two. What is “counted only” follows from other counts, or is not over yet, and teaches nothing of its own.",
    sv: "”Något” är en till två standardavvikelser för prognos och mätning tillsammans, ”mycket” mer än två. Det som är ”bara räknat” följer av andra antal eller är inte klart än, och säger inget eget om antagandena.",
  },
  whole: { en: "What the whole will come to", sv: "Utfall mot plan, framräknat till slutet" },
  planned: { en: "Forecast before the start", sv: "Prognos före start" },
  soFar: { en: "So far", sv: "Hittills" },
  projected: { en: "In all, as it looks now", sv: "Totalt, som det ser ut nu" },
  wholeNote: {
    en: "In all: what has been seen, and the revised forecast of what is left.",
    sv: "Totalt: det som har observerats och den reviderade prognosen för det som återstår.",
  },
  processes: { en: "Process measures against plan", sv: "Processmått mot plan" },
  process: { en: "Process measure", sv: "Processmått" },
  plan: { en: "Plan so far", sv: "Plan hittills" },
  done: { en: "Done", sv: "Utfört" },
  ofPlan: { en: "Of the plan", sv: "Andel av plan" },
  planWhole: { en: "Plan in all", sv: "Plan totalt" },
  paceWhole: { en: "In this pace", sv: "I den här takten" },
  processNote: {
    en: "Process measures are shown and not weighed in. What takes double the resources, or half, ought to be planned anew.",
    sv: "Processmåtten visas men vägs inte in. Det som kräver dubbla resurser, eller hälften, bör planeras om.",
  },
  learnt: { en: "What was learnt", sv: "Vad vi har lärt oss" },
  assumption: { en: "Assumption", sv: "Antagande" },
  gone: { en: "Uncertainty gone", sv: "Osäkerhet som har försvunnit" },
  learntNote: {
    en: "Uncertainty gone: the share of the variance that what was seen has taken away. Assumptions that nothing was seen of are as they were.",
    sv: "Osäkerhet som har försvunnit: den andel av variansen som det observerade har tagit bort. Antaganden som inget har observerats om är oförändrade.",
  },
  little: { en: "next to nothing", sv: "nästan inget" },
  trail: { en: "How the forecast has been updated", sv: "Så har prognosen reviderats" },
  number: { en: "Update", sv: "Revidering" },
  files: { en: "Follow-up", sv: "Uppföljning" },
  throughMonth: { en: "to month {month}", sv: "till och med månad {month}" },
  chanceSuccess: { en: "Chance of success", sv: "Chans att lyckas" },
  chanceGain: { en: "Chance of a gain", sv: "Chans till överskott" },
  meanNet: { en: "Mean net", sv: "Nettonuvärde, medelvärde" },
  version: { en: "Program", sv: "Program" },
  arrow: { en: "{before} → {after}", sv: "{before} → {after}" },
  g_everyone: { en: "In the target group", sv: "I målgruppen" },
  g_reached: { en: "Reached", sv: "Nådda" },
  g_accepted: { en: "Accepted", sv: "Tackat ja" },
  g_enrolled: { en: "Started", sv: "Börjat" },
  g_completed: { en: "Completed", sv: "Fullföljt" },
  g_dropped: { en: "Dropped out", sv: "Avhopp" },
  g_harmed: { en: "Harmed", sv: "Försämring" },
  w_participants: { en: "participants", sv: "deltagare" },
  w_comparison: { en: "comparison group", sv: "jämförelsegrupp" },
  w_net: { en: "change against the comparison group", sv: "förändring mot jämförelsegruppen" },
  b_change: { en: "change since the start", sv: "förändring sedan start" },
  cost: { en: "Cost: {cost}", sv: "Kostnad: {cost}" },
  s_expected: { en: "expected, mean", sv: "väntat, medelvärde" },
  s_actual: { en: "seen", sv: "utfall" },
  s_revised: { en: "revised, mean", sv: "reviderat, medelvärde" },
  s_projected: { en: "in all, as it looks now", sv: "totalt, som det ser ut nu" },
  s_gone: { en: "share of the variance gone", sv: "andel av variansen som har försvunnit" },
  s_before: { en: "before anything was seen", sv: "före uppföljning" },
} as const satisfies Record<string, Record<Language, string>>;

export type UpdateWord = keyof typeof table;

export const isUpdateWord = (name: string): name is UpdateWord => Object.hasOwn(table, name);

/** A text with its `{name}` places as they are. */
export const updateWord = (name: UpdateWord, language: Language): string => table[name][language];

/** A text with its places filled. */
export const sayUpdate = (name: UpdateWord, language: Language, values: Readonly<Record<string, string>>): string =>
  filled(table[name][language], values);
