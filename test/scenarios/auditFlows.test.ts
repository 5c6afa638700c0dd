import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  blockSize,
  type Figure,
  inline,
  interpret,
  type OutputSummary,
  type Plan,
  simulate,
} from "../../engine/index.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { reference } from "../reference.ts";
import { checked } from "./catalogue.ts";

/*
 * The scenarios in test/scenarios/audit/ against an evaluation that shares nothing with this code: a program in Python, written
 * from the rules of the format alone, with NumPy's generators and SciPy's distributions (test/reference/scenario-audit.json says
 * how). Certain scenarios must agree in every figure, criterion and row of the accounts; uncertain ones within the errors of both.
 */
const { cases } = reference("scenario-audit");
const read = (name: string) =>
  checked(readFileSync(new URL(`./audit/${name}.yaml`, import.meta.url), "utf8"), `${name}.yaml`);

describe.each(cases.filter(({ certain }) => certain))(
  "$name",
  ({ name, figures, criteria, accounts, discountRate }) => {
    const { graph, data, accounts: rows } = compile(read(name), { outputs: Object.keys(figures) });
    const plan: Plan = { seed: "audit", design: "plain", draws: 16_384, replicates: 16, sources: {} };
    const columns = graph.outputs.map(() => new Float64Array(blockSize));
    interpret(graph, data, plan).run(0, columns);
    const got = Object.fromEntries(graph.outputs.map(({ id }, i) => [id, columns[i][0]]));
    const largest = Math.max(
      1,
      ...rows.map(({ benefit, cost }) => Math.max(Math.abs(got[benefit]), Math.abs(got[cost]))),
    );
    // Money that cancels leaves the rounding of what cancelled; anything else has its own size.
    const isMoney = (id: string) => /^(net|balance|cumulativeNet|pv|benefit|cost\b|accounts)/.test(id);
    const isNear = (value: number, wanted: number, id: string) => {
      const size = Math.max(Math.abs(wanted), isMoney(id) ? largest : 0);
      expect(Math.abs(value - wanted), `${id}: ${value}, not ${wanted}`).toBeLessThanOrEqual(1e-9 * size);
    };

    test("every figure", () => {
      for (const [id, wanted] of Object.entries<number>(figures)) isNear(got[id], wanted, id);
    });

    test("no figure that is given unasked is without an answer", () => {
      for (const { id, kind } of graph.outputs) {
        if (kind !== "ratio") expect(Number.isFinite(got[id]), id).toBe(true);
      }
    });

    test("every criterion", () => {
      const outcomes = Object.keys(criteria).map((id) => [id, got[`criteria.${id}`] === 1]);
      expect(Object.fromEntries(outcomes)).toEqual(criteria);
    });

    test("every row of the accounts", () => {
      for (const row of rows) {
        const line = accounts.find((of: typeof row) => of.actor === row.actor && of.segment === row.segment);
        const factor = row.discounted ? (1 + discountRate) ** row.year : 1;
        for (const side of ["cost", "benefit"] as const) {
          isNear(got[row[side]], (line?.[side][row.year] ?? 0) / factor, row[side]);
        }
      }
      for (const { actor, segment } of accounts) {
        expect(rows.some((row) => row.actor === actor && row.segment === segment)).toBe(true);
      }
    });
  },
);

describe.each(cases.filter(({ certain }) => !certain))("$name", ({ name, statistics }) => {
  test("every statistic within the errors of both", async () => {
    const ids = Object.keys(statistics).filter((id) => id !== "criteria");
    const compiled = compile(read(name), { outputs: ids });
    const run = await simulate({ ...compiled, seed: "audit", design: "sobol", draws: 16_384 }, inline());
    const { outputs, criteria } = run!.result;
    // Even points can put the same number of hits into every replicate: a chance is then known to one draw of each.
    const resolution = 0.5 / 1024;
    for (const [id, wanted] of Object.entries<Record<string, readonly [number, number]>>(statistics)) {
      const sd = wanted.sd?.[0] ?? 0;
      for (const [what, [value, se]] of Object.entries(wanted)) {
        const figure = id === "criteria" ? criteria[what].probability : statistic(outputs[id], what);
        const isChance = id === "criteria" || /^ch/.test(what);
        const slack = isChance
          ? (figure?.high ?? 0) - (figure?.low ?? 0) + resolution
          : outputs[id].kind === "year"
            ? 16 * resolution
            : /^p\d|median/.test(what)
              ? 1e-3 * (sd === 0 ? Math.abs(value) : sd)
              : 1e-9 * Math.abs(value);
        // The finite number of draws divides the sum of squares by one less.
        const bias = what === "sd" ? value / run!.result.manifest.draws : 0;
        const allowed = 5 * Math.sqrt(se ** 2 + (figure?.se ?? Number.NaN) ** 2) + slack + bias + 1e-9;
        const found = `${id} ${what}: ${figure?.value}±${figure?.se}, not ${value}±${se}`;
        expect(Math.abs((figure?.value ?? Number.NaN) - value), found).toBeLessThanOrEqual(allowed);
      }
    }
  });
});

/** A figure of a summary by its name in the reference. */
function statistic(output: OutputSummary, what: string) {
  const parts: Record<string, unknown> = { ...output };
  if (what === "expectedShortfall" && output.kind === "number") return output.expectedShortfall["5"];
  if (/^p\d/.test(what) && output.kind !== "rate") return output.percentiles?.[what.slice(1)];
  if (what.startsWith("ch") && output.kind === "year") return output.chance[what.slice(2)];
  return parts[what] as Figure | undefined;
}
