import { describe, expect, test } from "vitest";
import type { Figure } from "../../engine/result/estimate.ts";
import { cart, type TreeNode } from "../../engine/sensitivity/cart.ts";
import { sampleOf } from "./regions.ts";

const names = ["a", "b", "c", "d"];
const treeOf = (analysis: ReturnType<typeof cart>[number]) => analysis.more!.tree as TreeNode;
const holds = ({ low, high }: Figure, truth: number) => (low <= truth && truth <= high ? 1 : 0);
const split = (node: TreeNode) => {
  if (!("input" in node)) throw new RangeError("a leaf");
  return node;
};
const leaf = (node: TreeNode) => {
  if ("input" in node) throw new RangeError("a split");
  return node;
};

describe("trees", () => {
  test("the tree is found where the model is one", () => {
    // 10 where a ≤ 0.4; else 20 or 30 by b at 0.7.
    const [analysis] = cart(sampleOf(1, 8192, names, "number", ([a, b]) => (a <= 0.4 ? 10 : b <= 0.7 ? 20 : 30)));
    expect(analysis.more!.leaves).toBe(3);
    const root = split(treeOf(analysis));
    expect(root.input).toBe("a");
    expect(root.at).toBeCloseTo(0.4, 2);
    const inner = split(root.above);
    expect(inner.input).toBe("b");
    expect(inner.at).toBeCloseTo(0.7, 2);
    for (const [node, mean, share] of [
      [root.below, 10, 0.4],
      [inner.below, 20, 0.42],
      [inner.above, 30, 0.18],
    ] as const) {
      expect(leaf(node).mean!.value).toBeCloseTo(mean, 0);
      expect(Math.abs(leaf(node).share.value - share)).toBeLessThan(0.02);
    }
    // Variance 0.4·10² + 0.42·20² + 0.18·30² − 17.8² = 53.16; that of the two means 10 and 23 is 40.56.
    expect(analysis.rows.map(({ inputs }) => inputs[0])).toEqual(["a", "b"]);
    expect(analysis.rows[0].figures.explained.value).toBeCloseTo(40.56 / 53.16, 1);
    expect((analysis.more!.explained as Figure).value).toBeGreaterThan(0.98);
  });

  test("two inputs of which neither says anything alone", () => {
    const [analysis] = cart(
      sampleOf(2, 16_384, names, "chance", ([a, b]) => (a < 0.5 === b < 0.5 ? 1 : 0)),
      { mostLeaves: 16 },
    );
    expect((analysis.more!.explained as Figure).value).toBeGreaterThan(0.8);
    expect(
      analysis.rows
        .slice(0, 2)
        .map(({ inputs }) => inputs[0])
        .sort(),
    ).toEqual(["a", "b"]);
  });

  test("nothing is made of noise", () => {
    let leaves = 0;
    for (let seed = 0; seed < 16; seed++) {
      const sample = sampleOf(seed, 1024, [...names, "luck"], "number", (x) => x[4]);
      const [analysis] = cart({ ...sample, inputs: sample.inputs.slice(0, 4) });
      leaves += (analysis.more!.leaves as number) - 1;
    }
    expect(leaves).toBeLessThan(6);
  });

  test("in 360 to 396 of 400 samples the intervals hold what is true of the leaf and of the tree", () => {
    let [means, shares, explained] = [0, 0, 0];
    for (let seed = 0; seed < 400; seed++) {
      const sample = sampleOf(seed, 720, ["a", "luck"], "chance", ([a, luck]) =>
        luck < (a < 0.5 ? 0.2 : 0.8) ? 1 : 0,
      );
      const [analysis] = cart({ ...sample, inputs: sample.inputs.slice(0, 1) }, { mostLeaves: 2 });
      const { at, below } = split(treeOf(analysis));
      const chance = at <= 0.5 ? 0.2 : (0.5 * 0.2 + (at - 0.5) * 0.8) / at;
      means += holds(leaf(below).mean!, chance);
      shares += holds(leaf(below).share, at);
      const other = at > 0.5 ? 0.8 : (0.5 * 0.8 + (0.5 - at) * 0.2) / (1 - at);
      const between = at * (1 - at) * (other - chance) * (other - chance);
      explained += holds(analysis.more!.explained as Figure, between / 0.25);
    }
    for (const held of [means, shares, explained]) {
      expect(held).toBeGreaterThanOrEqual(360);
      expect(held).toBeLessThanOrEqual(396);
    }
  });

  test("what can't be answered is said", () => {
    const codes = (sample: Parameters<typeof cart>[0]) => cart(sample)[0].notes.map(({ code }) => code);
    expect(codes(sampleOf(4, 1024, names, "chance", () => 1))).toEqual(["sensitivityAlwaysMet"]);
    expect(codes(sampleOf(4, 1024, names, "number", () => 1))).toEqual(["sensitivityNoSpread"]);
    expect(codes(sampleOf(4, 512, names, "number", ([a]) => a))).toEqual(["sensitivityFewDraws"]);
    const failed = sampleOf(4, 4096, names, "number", ([a, b]) => (b < 0.5 ? Number.NaN : a < 0.5 ? 1 : 2));
    expect(codes(failed)).toEqual(["sensitivityFailedDraws"]);
    expect(split(treeOf(cart(failed)[0])).at).toBeCloseTo(0.5, 1);
    // Only two values: they are told apart between them.
    const x = Float64Array.from(failed.inputs[0].values, (u) => (u < 0.3 ? 1 : 2));
    const two = {
      ...failed,
      inputs: [{ name: "x", values: x }],
      outputs: [{ id: "y", kind: "number", values: x }],
    } as const;
    expect(split(treeOf(cart(two)[0])).at).toBe(1.5);
    const still = { ...two, inputs: [{ name: "x", values: new Float64Array(x.length) }] };
    expect(codes(still)).toEqual(["sensitivityNoTree"]);
    expect(() => cart(failed, { mostLeaves: 1 })).toThrow(RangeError);
    expect(() => cart({ ...failed, replicates: { count: 2, of: (d) => d % 2 } })).toThrow(RangeError);
  });
});
