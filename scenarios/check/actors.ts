import { actorParts } from "../ids.ts";
import { suggestion } from "../nearest.ts";
import { type Checking, report } from "./checking.ts";

/** Perspectives name actors, each at most once, its parts counted. */
export function checkPerspectives(checking: Checking): void {
  const { content } = checking;
  const actors = actorParts(content.actors);
  const leavesOf = (id: string): string[] => (actors[id].length === 0 ? [id] : actors[id].flatMap(leavesOf));
  for (const [id, perspective] of Object.entries(content.perspectives)) {
    if (perspective.actors === "all") continue;
    const seen = new Set<string>();
    for (const [index, name] of perspective.actors.entries()) {
      const path = `perspectives.${id}.actors.${index}`;
      const written = checking.source.extents.has(path) ? path : `perspectives.${id}.${index}`;
      if (actors[name] === undefined) {
        if (!checking.broken.has(name))
          report(checking, "actorUnknown", written, { name, nearest: suggestion(name, Object.keys(actors)) });
        continue;
      }
      const leaves = leavesOf(name);
      const twice = leaves.find((leaf) => seen.has(leaf));
      if (twice !== undefined) report(checking, "actorTwiceInPerspective", written, { name: twice });
      for (const leaf of leaves) seen.add(leaf);
    }
  }
  const leading = content.perspective;
  if (leading === undefined || checking.broken.has(leading)) return;
  const known = [...Object.keys(content.perspectives), ...Object.keys(actors)];
  if (!known.includes(leading))
    report(checking, "perspectiveUnknown", "perspective", { name: leading, nearest: suggestion(leading, known) });
}
