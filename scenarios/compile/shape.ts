import type { ActorContent, ScenarioContent } from "../schema/index.ts";

/** What of a scenario belongs to the shape of its graph, read once from the checked content. */
export interface Shape {
  readonly id: string;
  readonly programmeYears: number;
  readonly horizonYears: number;
  /** In file order. */
  readonly segments: readonly string[];
  /** Leaf actors in file order: flows name these. */
  readonly leaves: readonly string[];
  /** Every actor, in file order, with the leaves it is the sum of (a leaf: itself). */
  readonly actors: ReadonlyMap<string, readonly string[]>;
  /** Perspective → leaf actors, without repetition, in the order of the leaves. */
  readonly perspectives: ReadonlyMap<string, readonly string[]>;
  /** The perspective or actor whose result stands first; absent where it is everyone's. */
  readonly leading?: string;
}

export function shapeOf(content: ScenarioContent): Shape {
  const programmeYears = content.programme.years;
  const actors = new Map<string, readonly string[]>();
  for (const [id, actor] of Object.entries(content.actors)) addActor(actors, id, actor);
  const leaves = [...actors].filter(([id, parts]) => parts.length === 1 && parts[0] === id).map(([id]) => id);
  const perspectives = new Map<string, readonly string[]>();
  for (const [id, { actors: named }] of Object.entries(content.perspectives)) {
    const members = new Set(named === "all" ? leaves : named.flatMap((actor) => actors.get(actor) ?? []));
    perspectives.set(
      id,
      leaves.filter((leaf) => members.has(leaf)),
    );
  }
  const leading = content.perspective;
  return {
    id: content.id,
    programmeYears,
    horizonYears: content.horizon ?? programmeYears,
    segments: Object.keys(content.target?.segments ?? {}),
    leaves,
    actors,
    perspectives,
    ...(leading === undefined ? {} : { leading }),
  };
}

function addActor(actors: Map<string, readonly string[]>, id: string, actor: ActorContent): readonly string[] {
  const parts = Object.entries(actor.parts ?? {});
  actors.set(id, [id]);
  if (parts.length === 0) return [id];
  const leaves = parts.flatMap(([part, content]) => addActor(actors, part, content));
  actors.set(id, leaves);
  return leaves;
}
