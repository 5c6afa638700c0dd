import fc from "fast-check";
import { expect, test } from "vitest";
import { accumulate } from "../../engine/summary/accumulate.ts";
import { binScale, fewestBins } from "../../engine/summary/bins.ts";
import { signWidth } from "../../engine/summary/blockSums.ts";
import { extremesOf, signsOf, sumBeyond } from "../../engine/summary/columnSums.ts";
import { layoutOf } from "../../engine/summary/layout.ts";
import { blockMoments } from "../../engine/summary/moments.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { r1 } from "../models/r1.ts";
import { randomGraph } from "../models/randomGraph.ts";
import { load } from "../scenarios/catalogue.ts";
import { compiled, type Model, planOf } from "./sameBits.ts";

/* What the compiled kernel sums up is what the summaries' own loops give, to the bit. */

/** Partials of some blocks, with the kernel's sums and without; every fourth bin is marked. */
function partials(model: Model, blocks: readonly number[]) {
  const kernel = compiled(model, planOf());
  const { kept } = layoutOf(model.graph);
  const bins = fewestBins;
  const copies = kernel.columns.map((column) => column.slice());
  kernel.run(blocks[0], kernel.columns);
  const marked = Uint8Array.from({ length: bins }, (_, bin) => (bin % 4 === 0 ? 8 : 0));
  const spread = kept.map((output, k) => ({
    scale: binScale(kernel.columns[output], bins),
    marked,
    tied: k % 2 === 0,
    extremes: true,
  }));
  const keeping = { columns: [...kept.keys()], spread };
  const own = accumulate(model.graph, 16, blocks.length, keeping, kernel.columns, kernel.sums);
  const loops = accumulate(model.graph, 16, blocks.length, keeping, copies);
  for (const block of blocks) {
    kernel.run(block, kernel.columns);
    copies.forEach((copy, k) => {
      copy.set(kernel.columns[k]);
    });
    own.add(block);
    loops.add(block);
  }
  return { own: own.finish(), loops: loops.finish() };
}

function expectSame({ own, loops }: ReturnType<typeof partials>): void {
  const { columns, ...sums } = own;
  const { columns: expected, ...expectedSums } = loops;
  expect(differing(sums, expectedSums)).toEqual([]);
  expect(columns.every((column, k) => column.every((x, i) => Object.is(x, expected[k][i])))).toBe(true);
}

type Numbers = Float64Array | Int32Array | Uint32Array;

/** Places where two differ. Number by number: on rows this long vitest's own comparison takes most of the test's time. */
function differing(own: unknown, expected: unknown, path = ""): readonly string[] {
  if (ArrayBuffer.isView(own) && ArrayBuffer.isView(expected)) {
    const [a, b] = [own as Numbers, expected as Numbers];
    if (a.constructor !== b.constructor || a.length !== b.length) return [path];
    for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return [`${path}.${i}: ${a[i]}, not ${b[i]}`];
    return [];
  }
  if (typeof own !== "object" || typeof expected !== "object" || own === null || expected === null)
    return Object.is(own, expected) ? [] : [`${path}: ${own}, not ${expected}`];
  return [...new Set([...Object.keys(own), ...Object.keys(expected)])].flatMap((key) =>
    differing(own[key as never], expected[key as never], `${path}.${key}`),
  );
}

test("moments, hits, years, signs and bins of R1 and the catalogue", () => {
  for (const model of [r1(), compile(load("reference.yaml")), compile(load("school-absence.yaml"))]) {
    expectSame(partials(model, [0, 1, 2, 3, 16, 17]));
  }
});

test("where the draws of some outputs fail, or ratios are infinite", () => {
  let failed = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 10, maxLength: 60 }), (choices) => {
      const model = randomGraph(choices, true);
      const made = partials(model, [0, 1]);
      expectSame(made);
      if (made.own.failed.some((count) => count > 0)) failed++;
    }),
    { seed: 24, numRuns: 60 },
  );
  expect(failed).toBeGreaterThan(5);
  expect(failed).toBeLessThan(60);
});

test("sums are there for finite values alone", () => {
  const kernel = compiled(r1(), planOf());
  const { columns } = kernel;
  const sums = kernel.sums!;
  kernel.run(0, columns);
  const [given, expected] = [new Float64Array(3), new Float64Array(3)];
  const check = (value: number, at: number) => {
    columns[0].forEach((_, i) => {
      columns[0][i] = Math.sqrt(i) - 7;
    });
    columns[0][at] = value;
    expect(sums.finite(0)).toBe(Number.isFinite(value));
    expect(sums.hits(0)).toBe(Number.isFinite(value) ? columns[0].filter((x) => x > 0).length : -1);
    const sound = sums.moments(0, given, 0);
    expect(sound).toBe(Number.isFinite(value));
    if (!sound) return;
    blockMoments(columns[0], expected, 0);
    expect(given).toStrictEqual(expected);
    const [signs, expectedSigns] = [new Float64Array(signWidth), new Float64Array(signWidth)];
    sums.signs(0, signs);
    signsOf(columns[0], expectedSigns);
    expect(signs).toStrictEqual(expectedSigns);
    sums.extremes(0, signs);
    extremesOf(columns[0], expectedSigns);
    expect(signs).toStrictEqual(expectedSigns);
    for (const tail of ["low", "high"] as const)
      for (const edge of [0, 0.3, columns[0][7], Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
        expect(sums.beyond(0, tail, edge)).toBe(sumBeyond(columns[0], tail, edge));
  };
  for (const at of [0, 1, 2, 3, 510, 1023])
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1e200, 5])
      check(value, at);
});
