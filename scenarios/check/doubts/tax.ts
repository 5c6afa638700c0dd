import type { ActorContent } from "../../schema/index.ts";
import { isTextObject } from "../../schema/parts.ts";
import { sharersOf } from "../../sharers.ts";
import { type Checking, report } from "../checking.ts";
import type { Doubting } from "./doubt.ts";

/** Tax in words and ids: `skatteintäkt`, `kommunalskatt`, `localTax`; not `uppskattad`, `skattning` and `taxi`. */
const taxWord = /skatt(?![an])|(?:^|[^\p{L}])tax(?:es|ation)?(?!\p{L})/iu;
const municipal = /kommun|nämnd|municipal|committee|council|administration|förvaltning/i;

/** Benefits of a municipality that are tax: income equalisation takes back most of them. */
export function findTax({ checking }: Doubting): void {
  const { content } = checking;
  const own = municipalActors(content.actors);
  const gains = [
    ...Object.entries(content.consequences).map(([id, entry]) => ({ path: `consequences.${id}`, id, ...entry })),
    ...Object.entries(content.formulas).map(([id, entry]) => ({ path: `formulas.${id}`, id, ...entry })),
  ];
  for (const { path, id, title, gains: gainers } of gains) {
    const actor = sharersOf(gainers).find((one) => own.has(one));
    if (actor === undefined || !speaksOfTax(id, title, unitsOf(checking, path))) continue;
    report(checking, "taxCounted", path, { name: id, actor }, "key");
  }
}

function speaksOfTax(id: string, title: unknown, units: string): boolean {
  const texts = isTextObject(title) ? Object.values(title as Record<string, string>) : [String(title ?? "")];
  const words = id.replace(/([a-z0-9])([A-Z])/g, "$1 $2");
  return [words, units, ...texts].some((text) => taxWord.test(text));
}

/** The counting words in the amount's unit. */
function unitsOf({ content }: Checking, path: string): string {
  const written = JSON.stringify(path.startsWith("consequences.") ? content.consequences[path.slice(13)].amount : "");
  return Object.keys(content.units)
    .filter((word) => new RegExp(`\\b${word}s?\\b`).test(written))
    .map((word) => word.replace(/([a-z0-9])([A-Z])/g, "$1 $2"))
    .join(" ");
}

/** Actors that are a municipality or part of one, by what they are called. */
function municipalActors(actors: Readonly<Record<string, ActorContent>>): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (level: Readonly<Record<string, ActorContent>>, within: boolean): void => {
    for (const [id, { title, parts = {} }] of Object.entries(level)) {
      const isOne = within || municipal.test(`${id} ${JSON.stringify(title ?? "")}`);
      if (isOne) found.add(id);
      walk(parts, isOne);
    }
  };
  walk(actors, false);
  return found;
}
