import { type BudgetYears, budgetYearsOf } from "../calendar.ts";
import type { ActorContent, ScenarioContent } from "../schema/index.ts";

/** Whose row the cost of taxation is: nobody's in the file, an actor of its own in the accounts. */
export const taxationActor = "taxation";

/** What of a scenario belongs to the shape of its graph, read once from the checked content. */
export interface Shape {
  readonly id: string;
  readonly programmeYears: number;
  readonly horizonYears: number;
  /** By so many years the programme begins after year 0: an option may start later than the file. */
  readonly yearsLater: number;
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
  /** Leaf actors whose net spending costs taxation. */
  readonly taxed: readonly string[];
  /** Whose budgets are asked for, and their years. */
  readonly budget?: Budget;
}

export interface Budget {
  readonly years: BudgetYears;
  /** Leaf actors. */
  readonly leaves: readonly string[];
  /** The actor or perspective that is all of them together, where there is one. */
  readonly whole?: string;
}

export function shapeOf(content: ScenarioContent, yearsLater = 0): Shape {
  const programmeYears = content.programme.years;
  const actors = new Map<string, readonly string[]>();
  for (const [id, actor] of Object.entries(content.actors)) addActor(actors, id, actor);
  const { taxation } = content;
  const leaves = [...actors].filter(([id, parts]) => parts.length === 1 && parts[0] === id).map(([id]) => id);
  const perspectives = new Map<string, readonly string[]>();
  for (const [id, { actors: named }] of Object.entries(content.perspectives)) {
    const members = new Set(named === "all" ? leaves : named.flatMap((actor) => actors.get(actor) ?? []));
    perspectives.set(
      id,
      leaves.filter((leaf) => members.has(leaf)),
    );
  }
  const taxed = taxation === undefined ? [] : membersOf(taxation.of, { actors, perspectives, leaves });
  if (taxation !== undefined) {
    leaves.push(taxationActor);
    actors.set(taxationActor, [taxationActor]);
    const all = Object.entries(content.perspectives).filter(([, { actors: named }]) => named === "all");
    for (const id of taxation.to ?? all.map(([id]) => id))
      perspectives.set(id, [...(perspectives.get(id) ?? []), taxationActor]);
  }
  const leading = content.perspective;
  return {
    id: content.id,
    programmeYears,
    horizonYears: content.horizon ?? programmeYears,
    yearsLater,
    segments: Object.keys(content.target?.segments ?? {}),
    leaves,
    actors,
    perspectives,
    taxed,
    ...budgetOf(budgetYearsOf(content, yearsLater), content, { actors, perspectives, leaves }),
    ...(leading === undefined ? {} : { leading }),
  };
}

function budgetOf(
  years: BudgetYears | undefined,
  content: ScenarioContent,
  parties: Pick<Shape, "actors" | "perspectives" | "leaves">,
): { readonly budget?: Budget } {
  if (years === undefined) return {};
  const { perspective } = content;
  const named = content.budget?.of ?? (perspective === undefined ? parties.leaves : [perspective]);
  const leaves = membersOf(named, parties).filter((leaf) => leaf !== taxationActor);
  return { budget: { years, leaves, ...(named.length === 1 && leaves.length > 1 ? { whole: named[0] } : {}) } };
}

/** The leaf actors of actors and perspectives by name, each once, in the order of the leaves. */
function membersOf(
  names: readonly string[],
  { actors, perspectives, leaves }: Pick<Shape, "actors" | "perspectives" | "leaves">,
): readonly string[] {
  const members = new Set(names.flatMap((name) => perspectives.get(name) ?? actors.get(name) ?? []));
  return leaves.filter((leaf) => members.has(leaf));
}

function addActor(actors: Map<string, readonly string[]>, id: string, actor: ActorContent): readonly string[] {
  const parts = Object.entries(actor.parts ?? {});
  actors.set(id, [id]);
  if (parts.length === 0) return [id];
  const leaves = parts.flatMap(([part, content]) => addActor(actors, part, content));
  actors.set(id, leaves);
  return leaves;
}
