import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { engineVersion } from "../engine/version.ts";

/* The house as code: who may import whom, no circles, and an engine that touches nothing but numbers. */

const root = resolve(import.meta.dirname, "..");
/** What each top-level room may import. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  engine: ["engine"],
  scenarios: ["scenarios", "engine"],
  workers: ["workers", "engine"],
  report: ["report", "engine"],
  cli: ["cli", "engine", "scenarios", "workers", "report"],
  "index.ts": ["engine", "scenarios", "workers", "report"],
};
/** Rooms of the engine, each importing only itself and those before it; files at its root come after all of them. */
const engineRooms = [
  "findings",
  "issues.ts",
  "version.ts",
  "numeric",
  "units",
  "random",
  "distributions",
  "dependence",
  "evidence",
  "model",
  "design",
  "summary",
  "kernel",
  "result",
  "run",
  "updating",
  "sensitivity",
  "information",
  "decision",
  "simulate.ts",
  "index.ts",
];

const files = [...Object.keys(rooms)].flatMap((room) =>
  room.endsWith(".ts")
    ? [room]
    : readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(room, name)),
);

/** Relative imports of a file, as paths from the root; those of types only are told apart. */
function importsOf(file: string): readonly { readonly path: string; readonly typeOnly: boolean }[] {
  const text = readFileSync(join(root, file), "utf8");
  const statement =
    /(?:^|\n)\s*(import|export)\s+(type\s)?(?:[^;"']*?\sfrom\s+)?["'](\.[^"']+)["']|import\(\s*["'](\.[^"']+)["']\s*\)/g;
  return [...text.matchAll(statement)].map((match) => ({
    path: relative(root, resolve(root, dirname(file), match[3] ?? match[4])),
    typeOnly: match[2] !== undefined,
  }));
}

const roomOf = (path: string) => path.split("/")[0];
const engineRoomOf = (path: string) => path.split("/")[1];

describe("arrows", () => {
  test("rooms import only what they may; nothing imports bench or test", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(({ path }) => !rooms[roomOf(file)].includes(roomOf(path)))
        .map(({ path }) => `${file} imports ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test("inside the engine a room imports only rooms above it", () => {
    const inside = files.filter((file) => roomOf(file) === "engine");
    expect(inside.filter((file) => !engineRooms.includes(engineRoomOf(file)))).toEqual([]);
    const wrong = inside.flatMap((file) =>
      importsOf(file)
        .filter(({ path, typeOnly }) => {
          const [from, to] = [file, path].map((at) => engineRooms.indexOf(engineRoomOf(at)));
          // A contract may be read as a type from a room below: the port lives where it is used.
          return to > from && !typeOnly;
        })
        .map(({ path }) => `${file} imports ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test("no circles", () => {
    const graph = new Map(files.map((file) => [file, importsOf(file).map(({ path }) => path)]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]) => {
      if (trail.includes(file)) {
        circles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
        return;
      }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});

/** Words that a pure engine has no use for, in code (comments and strings left aside). */
const forbidden =
  /\bMath\.(?:exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot|random)\b|\*\*|\brequire\b|\bimport\s*\(|\bprocess\b|\bDate\b|\bperformance\b|\bconsole\b|\bset(?:Timeout|Interval|Immediate)\b|\bfetch\b|\bdocument\b|\bwindow\b|\bnavigator\b|\bnew Function\b|\beval\s*\(|\bIntl\b|\btoLocale\w+/g;

/** What dependencies bring that is never reached from the engine, with the reason. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // A CommonJS file is bundled whole: its automatic seeding (clock, browser and Node entropy, Math.random through a
  // parameter) only runs without an explicit seed, and `keyOf` always gives one.
  "node_modules/seedrandom/seedrandom.js": ["Date", "document", "require", "window", "navigator"],
  "node_modules/seedrandom/lib/xor4096.js": ["Date"],
  "node_modules/seedrandom/lib/xorshift7.js": ["Date"],
  // Squares are multiplied out; the power is for other exponents, which nobody asks for. The logarithm and exponential
  // make tables of its own normal and gamma functions when the module loads; nothing of ours reads them.
  "node_modules/simple-statistics/dist/simple-statistics.mjs": ["Math.pow", "Math.log", "Math.exp"],
};

/** Code without its strings and comments. */
const withoutWords = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, (found) =>
    found.startsWith("/") ? " " : '""',
  );

test("the engine is pure: its bundle, dependencies included, holds nothing that leaves arithmetic", async () => {
  const bundle = await build({
    absWorkingDir: root,
    // Named as they are imported, also where node_modules is a link.
    preserveSymlinks: true,
    stdin: {
      // Every file, also those that nothing leads to from the front door yet.
      contents: files
        .filter((file) => roomOf(file) === "engine")
        .map((file, i) => `export * as file${i} from "./${file}";`)
        .join("\n"),
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    treeShaking: true,
    legalComments: "none",
    minifySyntax: true,
    metafile: true,
    logLevel: "silent",
  });
  expect(bundle.warnings).toEqual([]);
  const found: Record<string, Set<string>> = {};
  const parts = bundle.outputFiles[0].text.split(/^\/\/ (\S+\.(?:ts|js|mjs|cjs))$/m);
  for (let i = 1; i < parts.length; i += 2) {
    const [source, text] = [parts[i], parts[i + 1]];
    const words = [...withoutWords(text).matchAll(forbidden)].map(([word]) => word);
    const wrong = words.filter((word) => !allowed[source]?.includes(word));
    if (wrong.length > 0) found[source] = new Set(wrong);
  }
  expect(Object.fromEntries(Object.entries(found).map(([file, words]) => [file, [...words]]))).toEqual({});
  const outside = Object.values(bundle.metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(outside).toEqual([]);
});

test("the version in a result's manifest is the package's", () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(engineVersion).toBe(version);
});
