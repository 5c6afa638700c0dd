import type { ScenarioContent } from "./schema/index.ts";

/** What numbers rest on. */
interface Grounds {
  readonly source?: string;
  readonly evidence?: string;
}

/** Every entry that may say what its numbers rest on, with its path: from the whole to its parts. */
export function* entriesWithGrounds(content: ScenarioContent): Generator<readonly [path: string, Grounds]> {
  for (const [id, outcome] of Object.entries(content.outcomes)) {
    yield [`outcomes.${id}`, outcome];
    yield [`outcomes.${id}.effect`, outcome.effect];
  }
  for (const [id, consequence] of Object.entries(content.consequences)) yield [`consequences.${id}`, consequence];
  for (const [id, cost] of Object.entries(content.costs)) yield [`costs.${id}`, cost];
  for (const [id, risk] of Object.entries(content.risks ?? {})) yield [`risks.${id}`, risk];
}

/** What a number rests on that says nothing itself: what the entry around it says, the nearest first, else the file's defaults. */
export function groundsOf(content: ScenarioContent, place: string): Grounds {
  let { source, evidence }: Grounds = content.defaults;
  for (const [path, own] of entriesWithGrounds(content)) {
    if (!place.startsWith(`${path}.`)) continue;
    source = own.source ?? source;
    evidence = own.evidence ?? evidence;
  }
  return { source, evidence };
}
