import fc from "fast-check";
import { expect, test } from "vitest";
import { compiled, differences, planOf } from "../kernel/sameBits.ts";
import { randomGraph } from "../models/randomGraph.ts";

test("thousands of random graphs: the compiled kernel gives the interpreter's bits", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 10, maxLength: 400 }),
      fc.record({ section: fc.integer({ min: 1, max: 300 }), tile: fc.constantFrom(2, 16, 128, 1024) }),
      fc.constantFrom("plain", "sobol" as const),
      (choices, options, design) => {
        const model = randomGraph(choices, true);
        const plan = planOf({ design });
        expect(differences(model, plan, [3], compiled(model, plan, options))).toEqual([]);
      },
    ),
    { seed: 23, numRuns: 4000 },
  );
});
