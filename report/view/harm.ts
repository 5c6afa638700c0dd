import type { Figure } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import { type Cell, fill, type Sentence, type Table } from "../shown.ts";
import { whole } from "./answer.ts";

/** Below this chance the tables say it, not the first screen. */
const worthSaying = 0.005;

/** The chance that an outcome changes the wrong way and that people are harmed. Undefined where a result has no such chances. */
export function harm(context: Context): { readonly lead: readonly Sentence[]; readonly table: Table } | undefined {
  const { about, result, word } = context;
  const chanceOf = (id: string): Figure | undefined =>
    result.chances !== undefined && Object.hasOwn(result.chances, id) ? result.chances[id].probability : undefined;
  const cell = (id: string): Cell => {
    const found = chanceOf(id);
    return found === undefined ? "–" : context.chance(`chances|${id}|probability`, found);
  };
  const outcomes = about.outcomes.filter(({ id }) => chanceOf(`worsens.${id}`) !== undefined);
  if (outcomes.length === 0) return undefined;
  const segments = Object.keys(about.titles).filter((id) =>
    outcomes.some((outcome) => chanceOf(`worsens.${outcome.id}.${id}`) !== undefined),
  );
  const rows = outcomes.map(({ id }) => [context.title(id), `worsens.${id}`] as const);
  const anyone = chanceOf("anyoneHarmed") === undefined ? [] : [[word("f_anyoneHarmed"), "anyoneHarmed"] as const];
  return {
    lead: harmedPeople(context),
    table: {
      caption: word("wrongWay"),
      columns: [
        { title: word("outcomeColumn") },
        { title: word("risk"), numeric: true },
        ...segments.map((id) => ({ title: context.title(id), numeric: true })),
      ],
      rows: [...rows, ...anyone].map(([title, id]) => ({
        id,
        cells: [title, cell(id), ...segments.map((segment) => cell(`${id}.${segment}`))],
      })),
      note: word("wrongWayNote"),
    },
  };
}

/** How many are harmed, and the chance that it is anyone at all. */
function harmedPeople(context: Context): Sentence[] {
  const { result, word } = context;
  const harmed = context.numberOutput("harmed");
  if (harmed === undefined) return [];
  const largest = harmed.percentiles["95"].value;
  const at = (level: string) =>
    context.shown(`outputs|harmed|percentiles|${level}`, whole(harmed.percentiles[level], largest), "1", 2);
  const mean = context.shown("outputs|harmed|mean", whole(harmed.mean, largest), "1", 2);
  const lead = [fill(word("harmedPeople"), { mean, low: at("5"), high: at("95") })];
  const anyone = result.chances?.anyoneHarmed?.probability;
  if (anyone === undefined) return lead;
  return [...lead, fill(word("harmedAnyone"), { chance: context.chance("chances|anyoneHarmed|probability", anyone) })];
}

/** For the first screen: what may go wrong for the target group, where it is not next to impossible. */
export function harmForTarget(context: Context): Sentence[] {
  const { about, result, word } = context;
  const worse = about.outcomes.flatMap(({ id }) => {
    const chance = result.chances?.[`worsens.${id}`]?.probability;
    if (chance === undefined || chance.value < worthSaying) return [];
    const values = { outcome: context.title(id), chance: context.chance(`chances|worsens.${id}|probability`, chance) };
    return [fill(word("worsens"), values)];
  });
  return [...worse, ...harmedPeople(context)];
}
