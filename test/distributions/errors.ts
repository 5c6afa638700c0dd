import { type Described, type DistributionSpec, describe } from "../../engine/distributions/index.ts";
import { reference } from "../reference.ts";
import { compositeSpec } from "./compositeSpec.ts";
import { discreteSpec } from "./discreteSpec.ts";
import { metalogSpec } from "./metalogSpec.ts";
import { mended, oracleCases, oracleSpec } from "./oracleSpec.ts";

/* How far each family is from the values that other programs have given, over everything the reference files ask of it. */

export interface LargestError {
  /** How many values were compared. */
  readonly values: number;
  /** Largest error relative to the value, and where. */
  readonly relative: number;
  readonly at: string;
  /** Largest error as a share of what the reference allows there, given how well the value is determined at all. */
  readonly share: number;
}

type Case = ReturnType<typeof reference>["cases"][number];
type Quantity = readonly [name: string, at: string, right: string, of: (d: Described) => (x: number) => number];

/** What the files hold: where, the right values, and what of ours answers. */
const quantities: readonly Quantity[] = [
  ["density", "x", "pdf", (d) => d.density],
  ["cdf", "x", "cdf", (d) => d.cdf],
  ["upper tail", "x", "sf", (d) => d.upper],
  ["probability", "k", "pmf", (d) => d.density],
  ["cdf", "k", "cdf", (d) => d.cdf],
  ["upper tail", "k", "sf", (d) => d.upper],
  ["quantile", "p", "quantile", (d) => d.quantile],
  ["quantile", "y", "quantile", (d) => d.quantile],
  ["cdf", "x", "ecdf", (d) => d.cdf],
  ["quantile", "p", "quantileType1", (d) => d.quantile],
  ["upper quantile", "q", "quantileUpper", (d) => d.upperQuantile],
];

/** Files without a tolerance for each value: the metalog's says 1e-11, more for least squares and for what needs a root. */
const metalogTolerance = 1e-9;

function* statedSpecs(): Generator<readonly [Case, DistributionSpec]> {
  for (const c of oracleCases) yield [c, oracleSpec(c)!];
  for (const c of reference("distributions-discrete").cases) yield [c, discreteSpec(c)];
  for (const c of reference("distributions-composite").cases) if (c.family !== "dirichlet") yield [c, compositeSpec(c)];
  for (const c of reference("metalog").cases) if (c.feasible) yield [c, metalogSpec(c)];
}

export function largestErrors(): ReadonlyMap<string, LargestError> {
  const found = new Map<string, LargestError>();
  for (const [c, spec] of statedSpecs()) {
    const d = describe(spec);
    for (const [name, at, right, of] of quantities) {
      if (c[at] === undefined || c[right] === undefined) continue;
      const f = of(d);
      for (const [i, given] of (c[at] as readonly (number | string)[]).entries()) {
        const x = Number(given);
        const want = (name === "quantile" && mended[c.id]?.[x]) || Number(c[right][i]);
        const got = f(x);
        const before = found.get(spec.family) ?? { values: 0, relative: 0, at: "", share: 0 };
        const error = Object.is(got, want) || got === want ? 0 : Math.abs(got - want);
        // below the smallest normal numbers there are no digits to be relative to
        const relative = error === 0 || Math.abs(want) < 1e-290 ? 0 : error / Math.abs(want);
        const relTol = mended[c.id]?.[x] ? 1e-11 : (c.relTol?.[right]?.[i] ?? metalogTolerance);
        const share = error === 0 ? 0 : error / (relTol * Math.abs(want) + (c.relTol === undefined ? 1e-14 : 1e-300));
        found.set(spec.family, {
          values: before.values + 1,
          relative: Math.max(before.relative, relative),
          at: relative > before.relative ? `${name} at ${x}, ${c.id}` : before.at,
          share: Math.max(before.share, share),
        });
      }
    }
  }
  return found;
}
