import type { ActorContent, ScenarioContent } from "../schema/index.ts";
import { sharersOf } from "../sharers.ts";
import { placesBehind } from "./behind.ts";
import { type Checking, report } from "./checking.ts";
import type { Quantities } from "./quantities.ts";

/**
 * Warnings about unit costs where they stand: placeholders, parts that the scenario needs and the unit cost lacks (or the other
 * way round), and costs that fall on another actor than the list says.
 */
export function checkUnitCostUse(checking: Checking, quantities: Quantities): void {
  const needs = checking.content.unitCosts?.needs;
  for (const { cost, path } of quantities.unitCosts) {
    const { id, entry } = cost;
    const at = `${path}.unitCost`;
    if (entry.status === "placeholder") report(checking, "unitCostPlaceholder", at, { name: id });
    const { includes = [], excludes = [] } = entry;
    // Who buys pays for everything in one price.
    if (needs === undefined || includes.includes("purchase")) continue;
    const say = (code: "unitCostLacks" | "unitCostUnclear" | "unitCostMore", parts: readonly string[]) => {
      if (parts.length > 0) report(checking, code, at, { name: id, parts: parts.join(", ") });
    };
    const lacking = needs.filter((part) => !includes.includes(part));
    say(
      "unitCostLacks",
      lacking.filter((part) => excludes.includes(part)),
    );
    say(
      "unitCostUnclear",
      lacking.filter((part) => !excludes.includes(part)),
    );
    say(
      "unitCostMore",
      includes.filter((part) => !needs.includes(part)),
    );
  }
  checkActors(checking, quantities);
}

/** Where the scenario has an actor of the name that the unit cost gives, the flow has to be that actor's or one of its parts'. */
function checkActors(checking: Checking, quantities: Quantities): void {
  if (quantities.unitCosts.length === 0) return;
  const above = actorsAbove(checking.content);
  const told = new Set<string>();
  for (const { place, actors } of flowsOf(checking.content)) {
    const behind = placesBehind(place, quantities);
    for (const { cost, place: own, path } of quantities.unitCosts) {
      const { actor } = cost.entry;
      if (actor === undefined || !above.has(actor) || !behind.has(own) || told.has(own)) continue;
      if (actors.some((id) => id === actor || above.get(id)?.includes(actor))) continue;
      told.add(own);
      report(checking, "unitCostActor", `${path}.unitCost`, { name: cost.id, actor, found: actors.join(", ") });
    }
  }
}

/** Every amount with those on whom it falls. */
function flowsOf({ consequences, costs }: ScenarioContent): { place: string; actors: string[] }[] {
  return [
    ...Object.entries(consequences).map(([id, { gains, loses }]) => ({
      place: `consequences.${id}.amount`,
      actors: [...sharersOf(gains ?? loses)],
    })),
    ...Object.entries(costs).map(([id, { paidBy }]) => ({
      place: `costs.${id}.amount`,
      actors: typeof paidBy === "string" ? [paidBy] : Object.keys(paidBy),
    })),
  ];
}

/** Actor → the actors that it is a part of. */
function actorsAbove(content: ScenarioContent): ReadonlyMap<string, readonly string[]> {
  const above = new Map<string, readonly string[]>();
  const walk = (level: Readonly<Record<string, ActorContent>>, trail: readonly string[]): void => {
    for (const [id, { parts = {} }] of Object.entries(level)) {
      above.set(id, trail);
      walk(parts, [...trail, id]);
    }
  };
  walk(content.actors, []);
  return above;
}
