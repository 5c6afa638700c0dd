import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

/* That the benchmarks run and say what they say they do; never how fast. */

const root = resolve(import.meta.dirname, "..");

interface Report {
  readonly node: string;
  readonly kernelRatio: number;
  readonly ratios: Readonly<Record<string, number>>;
  readonly rows: readonly {
    readonly group: string;
    readonly stage: string;
    readonly by: string;
    readonly clock: string;
    readonly draws: number;
    readonly ms: number;
    readonly madMs: number;
    readonly nsPerDraw: number;
  }[];
}

test("every suite runs, and its report has its shape", () => {
  const folder = mkdtempSync(join(tmpdir(), "utfall-bench-"));
  const file = join(folder, "bench.json");
  execFileSync(process.execPath, ["bench/run.mjs", file, "--ms", "1", "--draws", "16384"], {
    cwd: root,
    stdio: "pipe",
  });
  const report: Report = JSON.parse(readFileSync(file, "utf8"));
  rmSync(folder, { recursive: true });

  expect(report.node).toBe(process.version);
  expect(report.kernelRatio).toBeGreaterThan(0);
  for (const row of report.rows) {
    expect(["baseline", "interpreter", "compiled", "either"]).toContain(row.by);
    expect(["cpu", "wall"]).toContain(row.clock);
    expect(row.draws).toBeGreaterThan(0);
    expect(Number.isFinite(row.nsPerDraw) && row.nsPerDraw >= 0).toBe(true);
  }
  const families = "60 inputs of 20 families, an input and draw";
  const others = ["a draw of the whole reference scenario", families];
  const kernels = (stage: string) =>
    report.rows.filter((row) => row.stage === stage && !others.includes(row.group)).map(({ by }) => by);
  const stages = [
    "plain uniforms, scores",
    "Sobol' points, scores",
    "dependence",
    "normal",
    "model",
    "inputs and model, Sobol'",
  ];
  for (const stage of stages) expect([stage, ...kernels(stage)]).toEqual([stage, "interpreter", "compiled"]);
  const ofFamilies = report.rows.filter((row) => row.group === families && row.by === "compiled");
  expect(ofFamilies.map(({ stage }) => stage)).toEqual([
    "inputs, Sobol'",
    "inputs and model, Sobol'",
    "inputs, plain",
    "inputs and model, plain",
    "whole run, inline",
  ]);
  expect(Object.keys(report.ratios)).toContain("inline, compiled");
}, 180_000);
