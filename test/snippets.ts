import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { transformSync } from "esbuild";

/* Examples of the pages, run. */

export const root = resolve(import.meta.dirname, "..");

/** The page's blocks in one language, with the heading that each stands under. */
export function blocksOf(file: string, language: string): readonly { readonly under: string; readonly text: string }[] {
  const page = readFileSync(resolve(root, file), "utf8");
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, "gm"))].map((match) => {
    const headings = page.slice(0, match.index).match(/^#+ .*$/gm) ?? [];
    return { under: headings.at(-1) ?? file, text: match[1] };
  });
}

/** What TypeScript examples print, each line by line: run as modules of a package that has installed this one, in one process. */
export function printedBy(examples: readonly string[]): readonly (readonly string[])[] {
  const end = "--- end of example";
  const bodies = examples.map((example) => {
    const asked = example.replace(/^import (\{[^}]*\}) from ("[^"]+");$/gm, "const $1 = await import($2);");
    return `await (async () => {\n${asked}\n})();\nconsole.log("${end}");`;
  });
  const { code } = transformSync(bodies.join("\n"), { loader: "ts", format: "esm" });
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split(`${end}\n`)
    .slice(0, -1)
    .map((printed) => printed.trim().split("\n"));
}
