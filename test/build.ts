import { execFileSync } from "node:child_process";

/** Worker threads run built JavaScript (Node 20 cannot load TypeScript), so the tests build it first. */
export default function build(): void {
  execFileSync(process.execPath, ["scripts/prepare.mjs"], { stdio: "inherit" });
}
