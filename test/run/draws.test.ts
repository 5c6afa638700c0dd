import { describe, expect, test } from "vitest";
import { drawn } from "../models/plainInputs.ts";

const draws = 16_384;
const correlationOf = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum / a.length;
};

describe("draws belong to paths", () => {
  test("plain: adding, removing or reordering inputs changes no other input's draws", () => {
    const whole = drawn(["p/a", "p/b", "q/a", "p/c"], { design: "plain", draws });
    for (const paths of [["p/b"], ["p/c", "q/a"], ["new/x", "q/a", "p/c", "p/b", "p/a"]]) {
      const other = drawn(paths, { design: "plain", draws });
      for (const path of paths) if (path in whole) expect(other[path], path).toEqual(whole[path]);
    }
  });

  test("plain: correlated inputs keep their draws when the order of declaration changes", () => {
    const correlations = [{ between: ["p/b", "p/a"], correlation: 0.5 }] as const;
    const one = drawn(["p/a", "p/b"], { design: "plain", draws, correlations });
    const other = drawn(["x/y", "p/b", "p/a"], { design: "plain", draws, correlations });
    expect(other["p/a"]).toEqual(one["p/a"]);
    expect(other["p/b"]).toEqual(one["p/b"]);
    expect(Math.abs(correlationOf(one["p/a"], one["p/b"]) - 0.5) * Math.sqrt(draws)).toBeLessThan(5);
  });

  test("Sobol': an input added at the end of a suite changes none", () => {
    const before = drawn(["p/a", "p/b", "shared/w"], { design: "sobol", draws });
    const after = drawn(["p/a", "p/b", "p/c", "shared/w", "shared/v", "r/z"], { design: "sobol", draws });
    for (const path of Object.keys(before)) expect(after[path], path).toEqual(before[path]);
  });

  for (const design of ["plain", "sobol"] as const) {
    test(`${design}: 2^17 draws are the first 2^17 of 2^20`, () => {
      const few = drawn(["p/a", "q/b"], { design, draws: 1 << 17 });
      const many = drawn(["p/a", "q/b"], { design, draws: 1 << 17, of: 1 << 20 });
      expect(many).toEqual(few);
    });

    test(`${design}: two programmes that both have an input "effect" are uncorrelated, over 50 seeds`, () => {
      const found = Array.from({ length: 50 }, (_, seed) => {
        const columns = drawn(["one/effect", "two/effect"], { design, draws, seed: String(seed) });
        return correlationOf(columns["one/effect"], columns["two/effect"]) * Math.sqrt(draws);
      });
      const mean = found.reduce((sum, z) => sum + z, 0) / found.length;
      const meanSquare = found.reduce((sum, z) => sum + z * z, 0) / found.length;
      // Standard normal under plain; a Sobol' design may only make it smaller. The mean square of 50 has sd 0.2.
      expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(50));
      expect(meanSquare).toBeLessThan(1.8);
    });

    test(`${design}: seeds are texts; 0 is one, and each has its own draws`, () => {
      const [zero, one, word] = ["0", "1", "åtgärd"].map((seed) => drawn(["p/a"], { design, draws, seed })["p/a"]);
      expect(zero).not.toEqual(one);
      expect(word).not.toEqual(one);
      expect(Math.abs(correlationOf(zero, one)) * Math.sqrt(draws)).toBeLessThan(5);
    });

    test(`${design}: sources say where numbers come from`, () => {
      const own = drawn(["p/a", "p/b"], { design, draws });
      const fixed = drawn(["p/a", "p/b"], { design, draws, sources: { "p/a": { kind: "fixed", value: 0.25 } } });
      expect(fixed["p/a"].every((x) => x === 0.25)).toBe(true);
      expect(fixed["p/b"]).toEqual(own["p/b"]);
      const outer = drawn(["p/a"], { design, draws, sources: { "p/a": { kind: "stream", path: "p/a", per: 3 } } });
      outer["p/a"].forEach((x, d) => {
        if (x !== own["p/a"][Math.floor(d / 3)]) throw new Error(`draw ${d}`);
      });
      const other = drawn(["p/a"], { design: "plain", draws, sources: { "p/a": { kind: "stream", path: "z/z" } } });
      expect(other["p/a"]).toEqual(drawn(["z/z"], { design: "plain", draws })["z/z"]);
    });
  }

  test("plain draws have mean 0, variance 1 and the normal's kurtosis over 200 seeds, within four standard errors", () => {
    const n = 200 * draws;
    let [m1, m2, m4] = [0, 0, 0];
    for (let seed = 0; seed < 200; seed++)
      for (const x of drawn(["p/a"], { design: "plain", draws, seed: String(seed) })["p/a"]) {
        m1 += x / n;
        m2 += (x * x) / n;
        m4 += x ** 4 / n;
      }
    expect(Math.abs(m1) * Math.sqrt(n)).toBeLessThan(4);
    expect(Math.abs(m2 - 1) / Math.sqrt(2 / n)).toBeLessThan(4);
    expect(Math.abs(m4 - 3) / Math.sqrt(96 / n)).toBeLessThan(4);
  });
});
