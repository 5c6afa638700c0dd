import { type FigureMeaning, meaning } from "./meaning.ts";

const money = (worse: "low" | "high"): FigureMeaning => ({
  unit: "money",
  takes: ["who"],
  worse,
});

/** What happens at one site taken at random. */
const atSite = (worse: "low" | "high"): FigureMeaning => ({
  unit: "share",
  takes: ["what"],
  of: "outcome",
  needs: ["what"],
  worse,
  happens: true,
});

/** From the project to ordinary operation: what is lost on the way, how sites differ, whether to try it first. */
export const scaleFigures = meaning({
  scaleEffectKept: {
    unit: "share",
    takes: [],
    worse: "low",
  },
  scaleNetAsInProject: money("low"),
  scaleLostToReach: money("high"),
  scaleLostToEffect: money("high"),
  scaleLostToSites: money("high"),
  scaleLostToMarginalCost: money("high"),
  scaleFailsAfterSuccess: {
    unit: "share",
    takes: [],
    worse: "high",
    happens: true,
  },
  siteWorsens: atSite("high"),
  siteSeenBetter: atSite("low"),
  siteSeenWorse: atSite("high"),
  scaleAtOnce: money("low"),
  pilotFirst: money("low"),
  pilotingGain: money("low"),
});

export type ScaleFigure = keyof typeof scaleFigures;
