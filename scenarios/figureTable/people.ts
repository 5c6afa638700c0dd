import { type FigureMeaning, meaning } from "./meaning.ts";

const people = (worse: "low" | "high", en: string, sv: string): FigureMeaning => ({
  unit: "people",
  takes: ["segment", "year"],
  years: "programme",
  worse,
  words: { en, sv },
});

/** People, from the plan to those who completed, with those lost on the way. */
export const peopleFigures = meaning({
  planned: people("low", "Planned for", "Planerat antal"),
  everyone: people("low", "In the target group", "I målgruppen"),
  reached: people("low", "Reached", "Nådda"),
  enrolled: people("low", "Accepted and started", "Tackat ja och börjat"),
  completed: people("low", "Completed", "Fullföljt"),
  dropped: people("high", "Dropped out", "Hoppat av"),
  harmed: people("high", "Harmed", "Försämrade"),
  misjudged: people("high", "Fewer than planned", "Färre än planerat"),
  notReached: people("high", "Not reached", "Inte nådda"),
  notAccepted: people("high", "Did not accept", "Tackat nej"),
  queue: people("high", "Accepted, but without a place", "Tackat ja men utan plats"),
  lost: people("high", "Lost from plan to completion", "Bortfall, från plan till fullföljt"),
  personYears: people("low", "Person-years in the target group", "Personår i målgruppen"),
  arrived: people("low", "New in the target group", "Nya i målgruppen"),
  died: people("high", "Died", "Avlidna"),
  movedAway: people("high", "Moved away", "Utflyttade"),
});
