import { expect, test } from "vitest";
import { switchingValue } from "../../engine/sensitivity/switchingValue.ts";
import { lines } from "../sensitivity/lines.ts";

test("95 % of the intervals hold the switching value", async () => {
  const seeds = 400;
  const exact: Readonly<Record<string, number>> = { "m/a": 2, "m/b": 4 / 3 };
  const held = new Map<string, number>();
  for (let seed = 0; seed < seeds; seed++) {
    const found = (await switchingValue(lines({ seed: `${seed}`, design: "plain" })))!;
    for (const { of, rows } of found)
      for (const { inputs, figures } of rows) {
        const { low, high } = figures.switching;
        const name = `${of} ${inputs[0]}`;
        const holds = low <= exact[inputs[0]] && exact[inputs[0]] <= high;
        held.set(name, (held.get(name) ?? 0) + (holds ? 1 : 0));
      }
  }
  expect(held.size).toBe(4);
  for (const count of held.values()) {
    expect(count).toBeGreaterThanOrEqual(360);
    expect(count).toBeLessThanOrEqual(396);
  }
}, 600_000);
