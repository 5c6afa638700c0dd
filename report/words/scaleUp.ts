/* What a report says of ordinary operation beside the project. */

export const scaleUpEn = {
  scaleUp: "Ordinary operation",
  theProject: "The project",
  scaleNets: "For {who} ordinary operation comes to {later} net in present value, the project to {project}.",
  scaleKept: "{kept} of the effect is expected to be kept.",
  scaleAfterSuccess: "In {chance} the project succeeds and ordinary operation does not.",
  scaleCounted:
    "Ordinary operation begins in {from} and is counted for {years} years at full scale, with what follows in the {horizon} years from {full} on: as long as for the project. All present values are those of {zero}.",
  scaleCountedYear:
    "Ordinary operation begins in {from} and is counted for one year at full scale, with what follows in the {horizon} years from {full} on: as long as for the project. All present values are those of {zero}.",
  scaleBeside: "The project and ordinary operation",
  scaleBesideNote:
    "Means, and chances. Cost is less what is released of what ordinary operation replaces. Goals that name a number are held against the same number for both.",
  scaleLost: "From project to ordinary operation: net present value, {unit}",
  netAsInProject: "If all were as in the project",
  lostToReach: "Lost as other shares are reached, accept and stay",
  lostToEffect: "Lost as part of the effect is not kept",
  lostToSites: "Lost as the sites differ",
  lostToMarginalCost: "Lost as the cost per person changes",
  netInOperation: "Ordinary operation",
  scaleLostNote: "Each loss is counted with those above it already taken off, on the same draws. A minus is a gain.",
  lostToSitesNote: "Sites that differ widen the spread; on average they neither gain nor lose.",
  scaleFirst: "Try it first, or begin at once? Net present value, {unit}",
  fullScaleAtOnce: "Full scale at once, without a project",
  projectFirst: "A project first, and full scale only if it succeeds",
  gainByFirst: "Gain by trying first",
  scaleFirstNote:
    "Doing neither is 0. Both are counted to the same year, and full scale at once runs the longer for it. The project is taken to show its true effect: chance in its follow-up makes trying worth less than this.",
  scaleSites: "How the sites differ",
  siteWorsens: "At one taken at random it gets worse",
  siteSeenBetter: "Its own follow-up shows a significant improvement",
  siteSeenWorse: "Its own follow-up shows a significant change for the worse",
  scaleSitesNote:
    "Significant: at the 5 % level, two-sided. Where nothing differed and nothing changed, chance alone would give 2.5 of 100 on either side.",
  t_scaleUp: "THE PROJECT AND ORDINARY OPERATION",
} as const;

export const scaleUpSv: Readonly<Record<keyof typeof scaleUpEn, string>> = {
  scaleUp: "Ordinarie verksamhet",
  theProject: "Projektet",
  scaleNets: "För {who} ger ordinarie verksamhet netto {later} i nuvärde, projektet {project}.",
  scaleKept: "{kept} av effekten väntas hålla.",
  scaleAfterSuccess: "I {chance} lyckas projektet men inte ordinarie verksamhet.",
  scaleCounted:
    "Ordinarie verksamhet börjar {from} och räknas för {years} år i full skala, med det som följer under {horizon} år från {full}: lika länge som för projektet. Alla nuvärden avser {zero}.",
  scaleCountedYear:
    "Ordinarie verksamhet börjar {from} och räknas för ett år i full skala, med det som följer under {horizon} år från {full}: lika länge som för projektet. Alla nuvärden avser {zero}.",
  scaleBeside: "Projektet och ordinarie verksamhet",
  scaleBesideNote:
    "Medelvärden och chanser. Kostnaden är minskad med det som frigörs av det som ersätts. Mål som anger ett antal prövas mot samma antal för båda.",
  scaleLost: "Från projekt till ordinarie verksamhet: nettonuvärde, {unit}",
  netAsInProject: "Om allt vore som i projektet",
  lostToReach: "Förlorat när andra andelar nås, tackar ja och stannar",
  lostToEffect: "Förlorat när en del av effekten inte håller",
  lostToSites: "Förlorat när enheterna skiljer sig åt",
  lostToMarginalCost: "Förlorat när kostnaden per person ändras",
  netInOperation: "Ordinarie verksamhet",
  scaleLostNote: "Varje förlust räknas efter dem ovanför, på samma dragningar. Minus är en vinst.",
  lostToSitesNote: "Enheter som skiljer sig åt ökar spridningen men ger i genomsnitt varken vinst eller förlust.",
  scaleFirst: "Pröva först, eller börja direkt? Nettonuvärde, {unit}",
  fullScaleAtOnce: "Full skala direkt, utan projekt",
  projectFirst: "Projekt först, och full skala bara om det lyckas",
  gainByFirst: "Vinst av att pröva först",
  scaleFirstNote:
    "Att avstå helt är 0. Båda räknas till samma år, och full skala direkt pågår därför längre. Projektet antas visa sin verkliga effekt: slumpen i uppföljningen gör det mindre värt att pröva än så här.",
  scaleSites: "Så skiljer sig enheterna",
  siteWorsens: "På en slumpvis vald enhet blir det sämre",
  siteSeenBetter: "Enhetens egen uppföljning visar en signifikant förbättring",
  siteSeenWorse: "Enhetens egen uppföljning visar en signifikant försämring",
  scaleSitesNote:
    "Signifikant: på 5-procentsnivån, tvåsidigt. Om ingenting skilde sig åt och ingenting ändrades skulle slumpen ensam ge 2,5 av 100 åt vardera hållet.",
  t_scaleUp: "PROJEKTET OCH ORDINARIE VERKSAMHET",
};
