// Builds dist where TypeScript is installed; in an install without development dependencies there is nothing to build with.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

let compiler;
try {
  compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
} catch {
  if (!existsSync("dist/cli/main.js")) console.error("utfall: dist is missing and TypeScript is not installed; run `npm ci` without --omit=dev first");
  process.exit(0);
}
process.exit(spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { stdio: "inherit" }).status ?? 1);
