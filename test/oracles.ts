import { existsSync, readFileSync } from "node:fs";

/** Cases of a reference file that may not be copied here, where its folder stands beside the project; none elsewhere. */
// biome-ignore lint/suspicious/noExplicitAny: the shape differs from file to file and is told by each file's notes
export function oracleCases(name: string): readonly any[] {
  const file = new URL(`../../shared/oracles/${name}.json`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).cases : [];
}
