import { type FigureMeaning, meaning } from "./meaning.ts";

const people = (worse: "low" | "high"): FigureMeaning => ({
  unit: "people",
  takes: ["segment", "year"],
  years: "programme",
  worse,
});

/** People, from the plan to those who completed, with those lost on the way. */
export const peopleFigures = meaning({
  planned: people("low"),
  everyone: people("low"),
  reached: people("low"),
  enrolled: people("low"),
  completed: people("low"),
  dropped: people("high"),
  harmed: people("high"),
  misjudged: people("high"),
  notReached: people("high"),
  notAccepted: people("high"),
  queue: people("high"),
  lost: people("high"),
  personYears: people("low"),
  arrived: people("low"),
  died: people("high"),
  movedAway: people("high"),
});
