import { expect, test } from "vitest";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";

/* The factor by which an effect grows less certain: mean 1 and standard deviation rate · years, over seeds. */

const rate = 0.15;
const years = [1, 3, 6, 9];

test("mean and spread of each year are within their errors, over forty seeds of either design", async () => {
  const found = checkValue({
    format: "utfall-scenario/1",
    id: "a",
    title: "A",
    priceYear: 2025,
    discounting: "0 %/year",
    horizon: 10,
    actors: { town: "The town" },
    target: { size: "1000 people" },
    outcomes: {
      x: {
        title: "X",
        better: "lower",
        effect: { points: "10 pp" },
        lasts: "to horizon",
        uncertaintyGrows: `${100 * rate} %/year`,
      },
    },
    consequences: { spared: { of: "x", amount: "1 kr/case/year", gains: "town" } },
  });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  const compiled = compile(found.scenario, { outputs: years.map((year) => `benefit.y${year}`) });
  let beyond = 0;
  let looks = 0;
  for (const design of ["plain", "sobol"] as const)
    for (let seed = 1; seed <= 20; seed++) {
      const run = await simulate({ ...compiled, seed: String(seed), design, draws: 16_384 }, inline());
      for (const year of years) {
        const output = run!.result.outputs[`benefit.y${year}`];
        if (output.kind !== "number") throw new Error("a number was expected");
        const wanted = [
          [output.mean, 100],
          [output.sd, 100 * rate * year],
        ] as const;
        for (const [{ value, se }, exact] of wanted) {
          const away = Math.abs(value - exact) / se;
          expect(away, `${design} ${seed} ${year}`).toBeLessThan(7);
          looks++;
          if (away > 2.13) beyond++;
        }
      }
    }
  // With 15 degrees of freedom 5 % lie beyond 2.13; the spread of a heavy tail is seen a little too sure.
  expect(beyond / looks).toBeLessThan(0.15);
});
