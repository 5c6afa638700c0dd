// Builds dist where TypeScript is installed; in an install without development dependencies there is nothing to build with.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const command = "dist/cli/main.js";

let compiler;
try {
  compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
} catch {
  if (!existsSync(command)) {
    console.error("utfall: dist is missing and TypeScript is not installed; run `npm ci` without --omit=dev first");
  }
  process.exit(0);
}
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { stdio: "inherit" });
if (status === 0) {
  const { bundle } = await import("./bundle.mjs");
  await bundle();
}
if (existsSync(command)) chmodSync(command, 0o755); // a linked checkout runs it as it stands
process.exit(status ?? 1);
