import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** Stays outside: it finds files of its own beside itself, or is loaded only where a page is drawn. */
const external = ["piscina", "vega", "vega-lite", "vega-interpreter"];

/** A part that several commands share, or that is loaded when it is needed. */
const part = /^[\w.]+-[A-Z0-9]{8}\.js$/;

const shared = {
  outdir: "dist",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  external,
  // Dependencies of the older module form ask for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module";\nconst require = requireFrom(import.meta.url);',
  },
  metafile: true,
  logLevel: "warning",
};

/**
 * Puts the command and the worker thread together, each with its dependencies, in place of the compiler's own `main.js` and
 * `worker.js`: loading some hundred small files took longer than a short run. The library stays as the compiler wrote it.
 */
export async function bundle() {
  const worker = await build({ ...shared, entryPoints: { "workers/worker": "workers/worker.ts" } });
  const command = await build({
    ...shared,
    entryPoints: { "cli/main": "cli/main.ts" },
    splitting: true,
    chunkNames: "cli/[name]-[hash]",
  });
  for (const file of readdirSync("dist/cli")) {
    const path = `dist/cli/${file}`;
    if (part.test(file) && command.metafile.outputs[path] === undefined) rmSync(path); // of an earlier build
  }
  const inputs = [worker, command].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync("dist/licences.txt", licencesOf(inputs));
}

/** The licences of what was put in, as they ask for. */
function licencesOf(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return `${name} ${version} (${license})\n\n${licenceText(folder)}\n`;
  });
  return `Parts of these packages are in dist/cli and dist/workers.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

/** A file of its own, or the end of the package's README. */
function licenceText(folder) {
  const files = readdirSync(folder);
  const own = files.find((file) => /^licen[cs]e/i.test(file));
  if (own !== undefined) return readFileSync(join(folder, own), "utf8").trim();
  const readme = readFileSync(
    join(
      folder,
      files.find((file) => /^readme/i.test(file)),
    ),
    "utf8",
  );
  const from = readme.search(/^#*\s*licen[cs]e/im);
  if (from < 0) throw new Error(`${folder} says nothing of its licence`);
  return readme.slice(from).trim();
}
