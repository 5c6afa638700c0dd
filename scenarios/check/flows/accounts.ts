import { suggestion } from "../../nearest.ts";
import { type Checking, report } from "../checking.ts";
import { actorParts } from "../figures.ts";

/** The sections that look at the accounts as a whole: whom they name. */
export function checkAccounts(checking: Checking): void {
  const { content } = checking;
  const perspectives = Object.keys(content.perspectives);
  const { taxation } = content;
  if (taxation !== undefined) {
    checkNames(checking, "taxation.of", taxation.of, [...Object.keys(actorParts(content.actors)), ...perspectives]);
    if (taxation.to !== undefined) checkNames(checking, "taxation.to", taxation.to, perspectives);
  }
}

function checkNames(checking: Checking, place: string, names: readonly string[], known: readonly string[]): void {
  for (const [index, name] of names.entries()) {
    if (known.includes(name) || checking.broken.has(name)) continue;
    const own = `${place}.${index}`;
    const path = checking.source.extents.has(own) ? own : place;
    report(checking, "perspectiveUnknown", path, { name, nearest: suggestion(name, known) });
  }
}
