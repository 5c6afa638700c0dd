import { describe, expect, test } from "vitest";
import { copulaValue, tailDependence } from "../../engine/dependence/copula.ts";
import { correlatedGroups } from "../../engine/dependence/groups.ts";
import { kendallOfScores } from "../../engine/dependence/rankCorrelation.ts";
import { sampleCorrelations } from "../../engine/dependence/sampleCorrelations.ts";
import { spearmanOfT } from "../../engine/dependence/spearmanOfT.ts";
import { UtfallError } from "../../engine/issues.ts";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import { ranks } from "../../engine/numeric/ranks.ts";
import { drawn } from "../models/plainInputs.ts";
import { reference } from "../reference.ts";

/* Draws of inputs that have a t copula together, from the paths on. */

const { cases } = reference("dependence");
const rowsOf = (kind: string): readonly (readonly number[])[] =>
  cases.find((c: { kind: string }) => c.kind === kind).rows;

const of = ["m/a", "m/b"] as const;
const together = (degreesOfFreedom: number, correlation: number) => ({
  correlations: [{ between: of, correlation }],
  copulas: [{ of, degreesOfFreedom }],
});

function pairOf(nu: number, rho: number, draws: number, design: "plain" | "sobol" = "plain") {
  const { [of[0]]: a, [of[1]]: b } = drawn(of, { design, draws, ...together(nu, rho), seed: `t ${nu} ${rho}` });
  return { a, b };
}

function share(n: number, holds: (i: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (holds(i)) count++;
  return count / n;
}

const distinct = [...new Set(rowsOf("tCopula").map(([nu, rho]) => `${nu} ${rho}`))].map((text) =>
  text.split(" ").map(Number),
);

describe.each(distinct)("ν = %d, ρ = %d", (nu, rho) => {
  const n = 1 << 17;
  const { a, b } = pairOf(nu, rho, n);

  test("the reference's C(u, v), and u and v themselves, within four standard errors", () => {
    for (const [, , u, v, both] of rowsOf("tCopula").filter(([x, y]) => x === nu && y === rho)) {
      const [left, right] = [normalQuantile(u), normalQuantile(v)];
      for (const [found, wanted] of [
        [share(n, (i) => a[i] <= left && b[i] <= right), both],
        [share(n, (i) => a[i] <= left), u],
        [share(n, (i) => b[i] <= right), v],
      ])
        expect(Math.abs(found - wanted) / Math.sqrt((wanted * (1 - wanted)) / n)).toBeLessThan(4);
    }
  });

  test("Kendall's τ is (2/π)·arcsin ρ", () => {
    // Of pairs of draws that share none: each agrees or not, so the variance is 1 − τ².
    const tau = kendallOfScores(rho);
    let sum = 0;
    for (let i = 0; i < n; i += 2) sum += Math.sign((a[i] - a[i + 1]) * (b[i] - b[i + 1]));
    expect(Math.abs(sum / (n / 2) - tau) / Math.sqrt((1 - tau * tau) / (n / 2))).toBeLessThan(4);
  });

  test("even points know the same probabilities", () => {
    const points = 1 << 14;
    const { a: x, b: y } = pairOf(nu, rho, points, "sobol");
    const [, , u, v, both] = rowsOf("tCopula").find(([p, q]) => p === nu && q === rho)!;
    const [left, right] = [normalQuantile(u), normalQuantile(v)];
    expect(share(points, (i) => x[i] <= left)).toBeCloseTo(u, 2);
    expect(Math.abs(share(points, (i) => x[i] <= left && y[i] <= right) - both)).toBeLessThan(4 * 0.5 ** 7 * 0.5);
  });
});

test("with even points the further score stands in the net of its inputs: ranks err by a tenth of what plain chance does", () => {
  const [n, nu, rho] = [1 << 15, 4, 0.5];
  const errors = Array.from({ length: 12 }, (_, seed) => {
    const given = drawn(of, { design: "sobol", draws: n, ...together(nu, rho), seed: `even ${seed}` });
    const [a, b] = of.map((path) => ranks(given[path]));
    return sampleCorrelations([a, b])[0][1] - spearmanOfT(rho, nu);
  });
  const rootMeanSquare = Math.sqrt(errors.reduce((sum, off) => sum + off * off, 0) / errors.length);
  // Of plain draws it is 0.0046; of a further score with an order of its own 0.002, now and then 0.01.
  expect(rootMeanSquare).toBeLessThan(0.0009);
});

test("extremes meet as often as the exact tail dependence says", () => {
  const [n, u] = [1 << 18, 0.004];
  for (const [nu, rho, lambda] of rowsOf("tCopulaTailDependence").filter(([x, y]) => x <= 4 && y >= 0)) {
    const { a, b } = pairOf(nu, rho, n);
    const exact = copulaValue({ kind: "t", degreesOfFreedom: nu }, rho, u, u);
    expect(tailDependence({ kind: "t", degreesOfFreedom: nu }, rho)).toBeCloseTo(lambda, 12);
    expect(exact / u).toBeGreaterThan(lambda * 0.99);
    const low = normalQuantile(u);
    for (const both of [share(n, (i) => a[i] <= low && b[i] <= low), share(n, (i) => a[i] >= -low && b[i] >= -low)])
      expect(Math.abs(both - exact) / Math.sqrt(exact / n), `ν = ${nu}, ρ = ${rho}`).toBeLessThan(4);
  }
});

describe("draws belong to paths", () => {
  const paths = ["m/c", "m/a", "m/x", "m/b"];
  const members = ["m/a", "m/b", "m/c"];
  const correlations = [{ between: ["m/a", "m/c"], correlation: 0.3 }] as const;
  const copulas = [{ of: members, degreesOfFreedom: 4 }];
  const asked = { design: "sobol", draws: 2048, correlations, copulas } as const;

  test("inputs outside keep theirs, and nobody's depend on the order of declaration", () => {
    for (const design of ["plain", "sobol"] as const) {
      const given = drawn(paths, { ...asked, design });
      expect(drawn(paths, { ...asked, design, copulas: [] })["m/x"]).toEqual(given["m/x"]);
      if (design === "sobol") continue;
      const turned = [{ of: [...members].reverse(), degreesOfFreedom: 4 }];
      expect(drawn([...paths].reverse(), { ...asked, design, copulas: turned })).toEqual(given);
    }
  });

  test("an input added at the end changes nobody's", () => {
    const { "m/y": _, ...kept } = drawn([...paths, "m/y"], asked);
    expect(kept).toEqual(drawn(paths, asked));
  });

  test("more draws keep the first ones", () => {
    for (const design of ["plain", "sobol"] as const) {
      const few = drawn(paths, { ...asked, design, of: 16_384 });
      const many = drawn(paths, { ...asked, design, of: 32_768 });
      expect(many).toEqual(few);
    }
  });

  test("the same draws as ever", () => {
    // Pins today's draws: a change here changes every published figure that rests on a t copula.
    const first = (design: "plain" | "sobol") => {
      const given = drawn(paths, { ...asked, design });
      return members.map((path) => [...given[path].slice(0, 3)]);
    };
    expect({ plain: first("plain"), sobol: first("sobol") }).toMatchInlineSnapshot(`
      {
        "plain": [
          [
            0.24498678936739354,
            0.5378786786872892,
            -0.10015947870015383,
          ],
          [
            0.07369343027163545,
            -0.3338495958865053,
            0.2284396176773112,
          ],
          [
            0.9015629626219319,
            -0.5304761081104279,
            0.12762997989037866,
          ],
        ],
        "sobol": [
          [
            0.38774728830592337,
            -0.5107716572929238,
            1.9031356794570735,
          ],
          [
            -0.42769954481029404,
            0.09929394145119258,
            -1.4299334810175461,
          ],
          [
            -0.7787304296510743,
            0.5908485567618078,
            1.7016420795581453,
          ],
        ],
      }
    `);
  });
});

describe("groups", () => {
  const issuesOf = (...asked: Parameters<typeof correlatedGroups>) => {
    try {
      correlatedGroups(...asked);
    } catch (error) {
      if (error instanceof UtfallError) return error.issues.map(({ code, path }) => [code, path]);
      throw error;
    }
    return [];
  };
  const t = (degreesOfFreedom: number, ...members: readonly string[]) => ({ of: members, degreesOfFreedom });

  test("a copula alone makes one, whose further score is named by the copula's first path", () => {
    const [group, ...others] = correlatedGroups(["c", "b", "a"], [], [t(4, "c", "a")]);
    expect(others).toEqual([]);
    expect(group.members).toEqual([2, 0]);
    expect(group.t).toMatchObject({ path: "a#scale", beside: "a" });
    // Also where a model reads only some of the inputs.
    const [part] = correlatedGroups(["c", "b"], [], [t(4, "c", "a")]);
    expect([part.members, part.t]).toMatchObject([[0], { path: "a#scale", beside: "c" }]);
    expect(correlatedGroups(["b"], [], [t(4, "c", "a")])).toEqual([]);
  });

  test("tables are made once", () => {
    const tables = () => correlatedGroups(["a", "b"], [], [t(4, "a", "b")])[0].t?.tables;
    expect(tables()).toBe(tables());
  });

  test("a copula that leaves out an input of its group, and two in one group, are refused", () => {
    const chain = [
      { between: ["a", "b"], correlation: 0.5 },
      { between: ["b", "c"], correlation: 0.5 },
    ] as const;
    expect(issuesOf(["a", "b", "c"], chain, [t(4, "a", "b")])).toEqual([["copulaIncomplete", "c"]]);
    expect(issuesOf(["a", "b", "c"], chain, [t(4, "a", "b", "c"), t(5, "b", "c")])).toEqual([["copulaTwice", "b"]]);
    expect(issuesOf(["a", "b"], [], [t(0.9, "a", "b")])).toEqual([["evidenceRule", undefined]]);
  });
});
