import fc from "fast-check";
import { describe as group, test } from "vitest";
import { checkSpec, type DistributionSpec, describe, type Family } from "../../engine/distributions/index.ts";
import { discreteLaws } from "./discreteLaws.ts";
import { onePerFamily, randomMember } from "./families.ts";
import {
  densityIsTheSlopeOfTheCdf,
  drawsAreQuantiles,
  momentsAreRight,
  neverDecreases,
  quantilesInvertTails,
  staysInItsSupport,
} from "./laws.ts";

const laws = { quantilesInvertTails, neverDecreases, staysInItsSupport, densityIsTheSlopeOfTheCdf, momentsAreRight };

/** Normal scores that fill the line evenly in probability, with some far out. */
export function scores(count: number): Float64Array {
  const out = new Float64Array(count);
  for (let i = 0, u = 0.5; i < count; i++) {
    u = (u + 0.6180339887498949) % 1;
    const v = (u * 7919) % 1;
    out[i] = i % 10 === 0 ? 24 * (v - 0.5) : Math.sqrt(-2 * Math.log(u + 1e-17)) * Math.cos(2 * Math.PI * v);
  }
  return out;
}

/** All laws on random members of a family, whole and cut, in as many runs as asked. */
export function familyLaws(family: Family, runs: number, seed: number): void {
  group(family, () => {
    const random = randomMember(family);
    const few = Math.ceil(runs / 3);
    /** The same, cut at two of its own quantiles or at one. */
    const cut = fc
      .tuple(random, fc.double({ min: 0.01, max: 0.45, noNaN: true }), fc.constantFrom("min", "max", "both"))
      .map(([spec, share, side]): DistributionSpec => {
        const d = describe(spec);
        return {
          ...spec,
          ...(side === "max" ? {} : { min: d.quantile(share) }),
          ...(side === "min" ? {} : { max: d.upperQuantile(share / 2) }),
        };
      })
      .filter((spec) => checkSpec(spec).length === 0);

    test("random members are accepted", () => {
      fc.assert(
        fc.property(random, (spec) => checkSpec(spec).length === 0),
        { seed },
      );
    });
    if (describe(onePerFamily[family]).atoms !== undefined) {
      for (const [name, law] of Object.entries(discreteLaws))
        test(name, () => fc.assert(fc.property(random, law), { seed, numRuns: 3 * runs }));
      return;
    }
    for (const [name, law] of Object.entries(laws)) {
      test(`${name}`, () =>
        fc.assert(
          fc.property(random, (spec) => law(describe(spec))),
          { seed, numRuns: runs },
        ));
      test(`${name}, cut`, () =>
        fc.assert(
          fc.property(cut, (spec) => law(describe(spec))),
          { seed, numRuns: few },
        ));
    }
    test("draws are quantiles", () => {
      const some = scores(200);
      fc.assert(
        fc.property(random, (spec) => drawsAreQuantiles(spec, some)),
        { seed, numRuns: few },
      );
      fc.assert(
        fc.property(cut, (spec) => drawsAreQuantiles(spec, some)),
        { seed, numRuns: Math.ceil(few / 2) },
      );
    });
    test("many draws are quantiles", () => drawsAreQuantiles(onePerFamily[family], scores(3000)));
  });
}
