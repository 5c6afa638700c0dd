import { readFileSync } from "node:fs";

/** A reference file in test/reference/: values made by other programs, with their source and tolerance inside. */
// biome-ignore lint/suspicious/noExplicitAny: the shape differs from file to file and is told by each file's notes
export function reference(name: string): { readonly cases: readonly any[] } {
  return JSON.parse(readFileSync(new URL(`./reference/${name}.json`, import.meta.url), "utf8"));
}
