import { expect, test } from "vitest";
import type { Figure } from "../../engine/result/result.ts";
import { compareAlternatives } from "../../engine/sensitivity/alternatives.ts";
import { stridedBatches } from "../../engine/sensitivity/sample.ts";

const draws = 16_384;
/** Evenly over (from, from + width), in an order that spreads them over the batches. */
const even = (from: number, width: number) =>
  Float64Array.from({ length: draws }, (_, d) => from + (width * (((d * 5_003) % draws) + 0.5)) / draws);
const net = { id: "net", unit: "kr", kind: "number" } as const;
const goal = { id: "criteria.goal", unit: "share", kind: "chance" } as const;
const own = even(-1, 4);

test("means, differences and the verdict are those of the draws", () => {
  const analysis = compareAlternatives({
    output: net,
    own,
    alternatives: [
      { id: "lower", about: ["a"], values: own.map((x) => x - 1.5) },
      { id: "same", about: [], values: own },
      { id: "open", about: [], values: own.map((x) => x - 1) },
    ],
    replicates: stridedBatches,
  });
  const [lower, open, same] = analysis.rows;
  expect([lower.group, open.group, same.group]).toEqual(["lower", "open", "same"]);
  expect(lower.figures.mean.value).toBeCloseTo(-0.5, 12);
  expect(lower.figures["mean.difference"].value).toBeCloseTo(-1.5, 12);
  // The shift is the same in all draws: nothing is left of their error.
  expect(lower.figures["mean.difference"].se).toBeLessThan(1e-12);
  expect(lower.figures.mean.se).toBeGreaterThan(1e-6);
  expect(lower.figures["chance.difference"].value).toBeCloseTo(-0.375, 3);
  expect(same.indistinct).toEqual(["mean.difference", "sd.difference", "chance.difference"]);
  expect(analysis.more).toMatchObject({
    changes: ["lower"],
    unsure: ["open"],
    answer: { code: "sensitivityDecisionChanges", with: { output: "net", of: 3, count: 1, names: "lower" } },
  });
  expect(analysis.more!.structural).toBeUndefined();
});

test("a criterion is judged by its level", () => {
  const met = own.map((x) => Number(x > 0));
  const values = own.map((x) => Number(x > 1));
  const request = {
    output: goal,
    own: met,
    alternatives: [{ id: "stricter", about: [], values }],
    replicates: stridedBatches,
  };
  expect(compareAlternatives({ ...request, level: 0.6 }).more).toMatchObject({ changes: ["stricter"] });
  expect(compareAlternatives({ ...request, level: 0.4 }).more).toMatchObject({
    changes: [],
    answer: { code: "sensitivityDecisionStands", with: { of: 1 } },
  });
});

test("the structural share of known mixtures", () => {
  // Means 1, 2 and 4 with weights 0.5, 0.3 and 0.2, so 1.9 in all; variance 16/12 each.
  const shifted = (by: number) => own.map((x) => x + by);
  const { more } = compareAlternatives({
    output: net,
    own,
    alternatives: [
      { id: "one", about: [], weight: 0.3, values: shifted(1) },
      { id: "three", about: [], weight: 0.2, values: shifted(3) },
    ],
    replicates: stridedBatches,
  });
  const between = 0.5 * 0.81 + 0.3 * 0.01 + 0.2 * 4.41;
  const { share, sd, weights } = more!.structural as { share: Figure; sd: Figure; weights: readonly number[] };
  expect(weights.map((own) => Math.round(1e12 * own) / 1e12)).toEqual([0.5, 0.3, 0.2]);
  expect(share.value).toBeCloseTo(between / (between + 16 / 12), 6);
  expect(sd.value).toBeCloseTo(Math.sqrt(between), 12);
  expect(share.low).toBeGreaterThanOrEqual(0);
  expect(share.low).toBeLessThan(share.value);
  const same = compareAlternatives({
    output: net,
    own,
    alternatives: [{ id: "same", about: [], weight: 0.5, values: own }],
    replicates: stridedBatches,
  });
  expect((same.more!.structural as { share: Figure }).share).toMatchObject({ value: 0, low: 0 });
});

test("weights that can't be are refused, and draws without an answer are told", () => {
  const one = { id: "one", about: [], values: own };
  for (const weight of [-0.1, 1.2, Number.NaN])
    expect(() =>
      compareAlternatives({ output: net, own, alternatives: [{ ...one, weight }], replicates: stridedBatches }),
    ).toThrow(RangeError);
  const none = compareAlternatives({
    output: net,
    own,
    alternatives: [{ ...one, values: own.map(() => Number.NaN) }],
    replicates: stridedBatches,
  });
  expect(none.rows).toEqual([]);
  expect(none.notes).toEqual([{ code: "sensitivityNoAnswers", with: { output: "net (one)" } }]);
  const some = compareAlternatives({
    output: net,
    own: own.map((x, d) => (d % 100 === 0 ? Number.NaN : x)),
    alternatives: [one],
    replicates: stridedBatches,
  });
  expect(some.notes[0]).toEqual({ code: "sensitivityFailedDraws", with: { failed: 164, draws } });
  for (const { figures } of some.rows)
    for (const own of Object.values(figures)) expect(Object.values(own).every(Number.isFinite)).toBe(true);
});
