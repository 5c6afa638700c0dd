import { expect, test } from "vitest";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import { type Sample, stridedBatches } from "../../engine/sensitivity/sample.ts";
import { sampleOf } from "../../engine/sensitivity/study.ts";
import { target } from "../../engine/sensitivity/target.ts";
import { lines } from "./lines.ts";

test("known to be low or high: the mean of a normal tenth", async () => {
  const sample = (await sampleOf(lines(), 65_536))!;
  const [y, positive] = target(sample);
  expect([y.unit, positive.unit]).toEqual(["kr", "share"]);
  const z = normalQuantile(0.9);
  const beyond = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / 0.1;
  const a = y.rows.find(({ inputs }) => inputs[0] === "m/a")!.figures;
  const b = y.rows.find(({ inputs }) => inputs[0] === "m/b")!.figures;
  const near = ({ value, se }: { value: number; se: number }, exact: number) =>
    expect(Math.abs(value - exact)).toBeLessThan(5 * se + 1e-3);
  near(a.low, 2 - beyond);
  near(a.difference, 2 * beyond);
  near(b.low, 2 + 3 * (0.2 - 2));
  near(b.difference, 3 * 3.6);
  expect(y.rows[0].inputs).toEqual(["m/b"]);
  const chance = positive.rows.find(({ inputs }) => inputs[0] === "m/b")!.figures;
  // Where b is above 3.6, y > 0 unless a < −0.4: never. Interval of none missed.
  expect(chance.high).toMatchObject({ value: 1, high: 1 });
  expect(chance.high.low).toBeLessThan(1);
  expect(chance.difference.high).toBeLessThanOrEqual(1);
});

test("others follow where inputs move together", async () => {
  const apart = target((await sampleOf(lines({ outputs: ["y"] }), 16_384))!)[0];
  const together = target((await sampleOf(lines({ outputs: ["y"] }, true), 16_384))!)[0];
  expect(together.rows[1].figures.difference.value).toBeGreaterThan(2 * apart.rows[1].figures.difference.value);
});

test("ties, failed draws, no spread, and an input without any part in it", () => {
  const n = 8192;
  const noise = (k: number) => Float64Array.from({ length: n }, (_, d) => ((d * (2 * k + 7919)) % 4099) / 4099);
  const sample: Sample = {
    inputs: [
      { name: "coin", values: Float64Array.from({ length: n }, (_, d) => (d % 5 === 0 ? 1 : 0)) },
      { name: "seldom", values: Float64Array.from({ length: n }, (_, d) => (d % 50 === 0 ? 1 : 0)) },
      { name: "still", values: new Float64Array(n).fill(3) },
      { name: "idle", values: noise(2) },
    ],
    outputs: [
      {
        id: "met",
        kind: "chance",
        values: Float64Array.from({ length: n }, (_, d) => (d === 5 ? NaN : d % 10 === 0 ? 1 : 0)),
      },
      { id: "never", kind: "chance", values: new Float64Array(n) },
    ],
    replicates: stridedBatches,
  };
  const [met, never] = target(sample);
  expect(never).toMatchObject({ rows: [], notes: [{ code: "sensitivityNeverMet" }] });
  expect(met.notes).toMatchObject([{ code: "sensitivityFailedDraws", with: { failed: 1 } }]);
  const coin = met.rows.find(({ inputs }) => inputs[0] === "coin")!.figures;
  expect(coin.high.value).toBeCloseTo(0.5, 2);
  expect(coin.low.value).toBe(0);
  expect(met.rows.map(({ inputs }) => inputs[0])).not.toContain("seldom");
  expect(met.rows.find(({ inputs }) => inputs[0] === "idle")?.indistinct).toEqual(["difference"]);
});
