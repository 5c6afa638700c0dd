import { expect, test } from "vitest";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import { type Figure, type NumberSummary, percentileLevels } from "../../engine/result/result.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { inputsOnly } from "../models/plainInputs.ts";
import { r1Request } from "../models/r1.ts";

/*
 * A figure that follows one input alone is where even points are at their most even: the replicates agree to the last point, and
 * an error taken from them alone would be too good. Every figure of a standard normal is known.
 */
test("errors of a figure that follows one even input are true: percentiles, chance and standard deviation over 40 seeds", async () => {
  const seeds = 40;
  const inside = new Map<string, number>();
  const squares = new Map<string, number>();
  const count = (map: Map<string, number>, name: string, by: number) => map.set(name, (map.get(name) ?? 0) + by);
  for (let seed = 0; seed < seeds; seed++) {
    const request = { ...r1Request({ draws: 16_384, seed: String(seed) }), ...inputsOnly(["p/x"]), headlines: [] };
    const x = (await simulate(request, inline()))!.result.outputs["p/x"] as NumberSummary;
    const known: readonly (readonly [string, Figure, number])[] = [
      ...percentileLevels.map((level) => [`p${level}`, x.percentiles[level], normalQuantile(level / 100)] as const),
      ["chance above zero", x.chanceAboveZero, 0.5],
      ["sd", x.sd, 1],
    ];
    for (const [name, ours, exact] of known) {
      count(inside, name, ours.low <= exact && exact <= ours.high ? 1 : 0);
      count(squares, name, ((ours.value - exact) / ours.se) ** 2);
    }
  }
  for (const [name, n] of inside) expect(n, name).toBeGreaterThanOrEqual(36);
  for (const [name, sum] of squares) expect(Math.sqrt(sum / seeds), name).toBeLessThan(1.4);
});
