import { expect, test } from "vitest";
import { heldOf } from "../sensitivity/linearHeld.ts";

test("intervals of correlations and regressions hold the truth", () => {
  for (const count of Object.values(heldOf(400)).flat()) {
    expect(count).toBeGreaterThanOrEqual(360);
    expect(count).toBeLessThanOrEqual(396);
  }
});
