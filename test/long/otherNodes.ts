import { execFileSync } from "node:child_process";

/** Versions of Node that the project holds to: the floor, and the later lines. */
export const nodeVersions = ["20.19.0", "22", "24"] as const;

/** The binary of a version of Node, from the npm package `node`, fetched for the occasion. */
export const nodeBinary = (version: string): string =>
  execFileSync("npx", ["-y", "-p", `node@${version}`, "node", "-p", "process.execPath"], { encoding: "utf8" }).trim();
