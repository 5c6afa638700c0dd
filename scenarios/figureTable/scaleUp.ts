import { type FigureMeaning, meaning } from "./meaning.ts";

const money = (worse: "low" | "high", en: string, sv: string): FigureMeaning => ({
  unit: "money",
  takes: ["who"],
  worse,
  words: { en, sv },
});

/** What happens at one site taken at random. */
const atSite = (worse: "low" | "high", en: string, sv: string): FigureMeaning => ({
  unit: "share",
  takes: ["what"],
  of: "outcome",
  needs: ["what"],
  worse,
  happens: true,
  words: { en, sv },
});

/** From the project to ordinary operation: what is lost on the way, how sites differ, whether to try it first. */
export const scaleFigures = meaning({
  scaleEffectKept: {
    unit: "share",
    takes: [],
    worse: "low",
    words: {
      en: "Share of the effect kept in ordinary operation",
      sv: "Andel av effekten kvar i ordinarie verksamhet",
    },
  },
  scaleNetAsInProject: money(
    "low",
    "Net of ordinary operation if all were as in the project",
    "Netto i ordinarie verksamhet om allt vore som i projektet",
  ),
  scaleLostToReach: money(
    "high",
    "Lost in ordinary operation as other shares are reached, accept and stay",
    "Förlorat i ordinarie verksamhet när andra andelar nås, tackar ja och stannar",
  ),
  scaleLostToEffect: money(
    "high",
    "Lost in ordinary operation as part of the effect is not kept",
    "Förlorat i ordinarie verksamhet när en del av effekten inte håller",
  ),
  scaleLostToSites: money(
    "high",
    "Lost in ordinary operation as the sites differ",
    "Förlorat i ordinarie verksamhet när enheterna skiljer sig åt",
  ),
  scaleLostToMarginalCost: money(
    "high",
    "Lost in ordinary operation as the cost per person changes",
    "Förlorat i ordinarie verksamhet när kostnaden per person ändras",
  ),
  scaleFailsAfterSuccess: {
    unit: "share",
    takes: [],
    worse: "high",
    happens: true,
    words: {
      en: "The project succeeds, ordinary operation does not",
      sv: "Projektet lyckas men inte ordinarie verksamhet",
    },
  },
  siteWorsens: atSite("high", "At a site taken at random it gets worse", "På en slumpvis vald enhet blir det sämre"),
  siteSeenBetter: atSite(
    "low",
    "A site's own follow-up shows a significant improvement",
    "En enhets egen uppföljning visar en signifikant förbättring",
  ),
  siteSeenWorse: atSite(
    "high",
    "A site's own follow-up shows a significant change for the worse",
    "En enhets egen uppföljning visar en signifikant försämring",
  ),
  scaleAtOnce: money("low", "Net of full scale at once, without a project", "Netto av full skala direkt, utan projekt"),
  pilotFirst: money(
    "low",
    "Net of the project, and of ordinary operation only if it succeeds",
    "Netto av projektet, och av ordinarie verksamhet bara om det lyckas",
  ),
  pilotingGain: money(
    "low",
    "Gain by a project first, over full scale at once",
    "Vinst med att pröva i projekt först, mot full skala direkt",
  ),
});

export type ScaleFigure = keyof typeof scaleFigures;
