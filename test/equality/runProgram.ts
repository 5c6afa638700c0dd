import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const root = resolve(import.meta.dirname, "../..");

/** What the program of equality tells when everything agreed. */
export interface Compared {
  readonly node: string;
  readonly v8: string;
  readonly kind: "compiled";
  readonly scenarios: number;
  readonly distributions: number;
  readonly graphs: number;
  readonly kernels: number;
  /** Columns of 1,024 numbers that were compared. */
  readonly outputs: number;
  readonly digest: string;
}

/** How V8 makes machine code of WebAssembly: as it likes, never by its quick compiler, or by no other. */
export const tiers = {
  both: { flags: [], taken: ["--liftoff", "--no-liftoff-only"] },
  optimised: { flags: ["--no-liftoff"], taken: ["--no-liftoff"] },
  baseline: { flags: ["--liftoff-only"], taken: ["--liftoff", "--liftoff-only", "--no-wasm-tier-up"] },
} as const;

export type Tier = keyof typeof tiers;

/** The program as one file of plain JavaScript, as the oldest Node reads no TypeScript; and how to be rid of it. */
export function bundleProgram(): { readonly file: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "utfall-equality-"));
  const file = join(folder, "program.mjs");
  buildSync({
    absWorkingDir: root,
    entryPoints: [fileURLToPath(new URL("./program.ts", import.meta.url))],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // Reference files are found from the root, not from the bundle.
    define: { "import.meta.url": JSON.stringify(`file://${root}/test/reference.ts`) },
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(process.cwd() + "/x");' },
    logLevel: "error",
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Runs the program under a Node. V8 itself prints the values of its flags, in the same process.
 *
 * @throws Error where the program ends with an error or a flag was not taken
 */
export function runProgram(
  file: string,
  graphs: number,
  tier: Tier,
  { node = process.execPath, thin = false, flags: more = [] as readonly string[] } = {},
): Compared {
  const { flags, taken } = tiers[tier];
  const args = [...flags, "--print-flag-values", ...more, file, String(graphs), thin ? "thin" : "whole"];
  const { status, stdout, stderr } = spawnSync(node, args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${node} ${args.join(" ")} ended with ${status}\n${stderr}`);
  const lines = stdout.trim().split("\n");
  const missing = taken.filter((flag) => !lines.includes(flag));
  if (missing.length > 0) throw new Error(`${node} did not take ${missing.join(", ")}`);
  return JSON.parse(lines[lines.length - 1]);
}
