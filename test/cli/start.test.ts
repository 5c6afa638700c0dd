import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/* What the built command loads before it can do its work: each file and package costs time at every start. */

const folder = join(import.meta.dirname, "../../dist/cli");

/** A file of the command with all that it imports at once: other files of the command, packages, Node's own modules. */
function loadedWith(file: string): Set<string> {
  const loaded = new Set<string>();
  const visit = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    if (!name.startsWith("./")) return;
    const text = readFileSync(join(folder, name), "utf8");
    for (const [, path] of text.matchAll(/^(?:import|export)\s(?:[^;"']*?\sfrom\s)?["']([^"']+)["'];$/gm)) {
      visit(path);
    }
  };
  visit(`./${file}`);
  return loaded;
}

const partOf = (command: string): string => {
  const found = readdirSync(folder).filter((file) => new RegExp(`^${command}-[A-Z0-9]{8}\\.js$`).test(file));
  expect(found).toHaveLength(1);
  return found[0];
};
const packages = (loaded: Set<string>): string[] =>
  [...loaded].filter((name) => !name.startsWith("./") && !name.startsWith("node:"));
/** Source files that were put into a part. */
const sources = (loaded: Set<string>): string[] =>
  [...loaded]
    .filter((name) => name.startsWith("./"))
    .flatMap((name) =>
      [...readFileSync(join(folder, name), "utf8").matchAll(/^\/\/ (\S+\.ts)$/gm)].map(([, path]) => path),
    );

describe("the command loads", () => {
  test("no checker, engine or report to begin with", () => {
    const loaded = new Set([...loadedWith("main.js"), ...loadedWith(partOf("process"))]);
    expect(packages(loaded)).toEqual([]);
    const rooms = new Set(sources(loaded).map((path) => path.split("/").slice(0, 2).join("/")));
    expect([...rooms].filter((room) => /^(scenarios|report|workers|engine\/(kernel|run|design))/.test(room))).toEqual(
      [],
    );
  });

  test("for a run no charts, and no threads before they are needed", () => {
    const loaded = loadedWith(partOf("run"));
    expect(sources(loaded)).toContain("engine/run/run.ts");
    expect(sources(loaded).filter((path) => path.startsWith("report/charts"))).toEqual([]);
    expect(packages(loaded)).toEqual([]);
  });
});

test("every package in the command is listed with its licence", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".js"));
  const names = files.flatMap((file) =>
    [
      ...readFileSync(join(folder, file), "utf8").matchAll(/^(?:\/\/|\s+") ?\S*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm),
    ].map(([, name]) => name),
  );
  const licences = readFileSync(join(folder, "../licences.txt"), "utf8");
  expect(new Set(names)).toContain("zod");
  for (const name of new Set(names)) expect(licences).toMatch(new RegExp(`^${name} \\d\\S+ \\(\\w`, "m"));
});
