import { writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { bad, ours } from "../design/quality/coordinates.ts";
import { qualityOf, uneven } from "../design/quality/nets.ts";
import { acrossSuites, mutualIndependence, relations, uniformity } from "../design/quality/scrambles.ts";
import { crossCorrelation } from "../random/quality/correlation.ts";
import { kolmogorovP } from "../random/quality/pValues.ts";
import { badSequence, badSideBySide, controls, sequences, sideBySide } from "../random/quality/sequences.ts";
import { passes, rule, tests } from "../random/quality/tests.ts";

/* Are plain draws random, and are scrambled points what they should be? `docs/randomness.md` is written from this. */

const n = 2 ** 22;
const seeds = 10_000;
const names = Object.keys(tests);

/** p-values outside this range are looked at again, on four further parts of the same length: told, whatever comes of it. */
const unusual = 1e-3;
const again: string[] = [];

/** p-values by name of the sequence, in the order of `names`. */
const found = { ours: new Map<string, number[]>(), controls: new Map<string, number[]>() };
const together = (by: ReadonlyMap<string, readonly number[]>) => kolmogorovP([...by.values()].flat());

describe.each([
  ["ours", sequences],
  ["controls", controls],
] as const)(`%s, ${n} words in a row`, (which, made) => {
  test.each(Object.entries(made))("%s", (name, make) => {
    const words = make(n);
    const p = names.map((test) => tests[test](words));
    found[which].set(name, p);
    if (which === "ours")
      names.forEach((test, k) => {
        if (p[k] > unusual && p[k] < 1 - unusual) return;
        const further = [1, 2, 3, 4].map((part) => shown(tests[test](sequences[name](n, part))));
        again.push(`${name}, ${test}: ${shown(p[k])}; on further numbers ${further.join(", ")}.`);
      });
    expect(names.filter((_, k) => !passes(p[k]))).toEqual([]);
  });

  test("all p-values together are uniform", () => expect(together(found[which])).toBeGreaterThan(rule.together));
});

const [streams, words] = [64, 2 ** 16];
const crossed: Record<string, number> = {};
test.each(Object.entries(sideBySide))(`%s, ${streams} side by side`, (name, make) => {
  crossed[name] = crossCorrelation(make(streams, words));
  expect(passes(crossed[name])).toBe(true);
});

const refused = badSequence(n);
test("every test refuses a generator with 65,536 states", () => {
  expect(names.filter((name) => passes(tests[name](refused)))).toEqual([]);
  expect(passes(crossCorrelation(badSideBySide(streams, words)))).toBe(false);
});

const scrambles: Record<string, number> = {};
const failing = (p: Readonly<Record<string, number>>) => Object.keys(p).filter((name) => !passes(p[name]));
const held = (p: Readonly<Record<string, number>>) => {
  Object.assign(scrambles, p);
  expect(failing(p)).toEqual([]);
};
const dimensions = [1, 2, 3, 5, 8, 17, 64];
let suites: ReturnType<typeof acrossSuites>;

describe(`scrambled points over ${seeds} seeds`, () => {
  test("uniform", () => held(uniformity(ours, seeds, dimensions)));
  test.each([1, 2, 5, 17])("dimension %s: pairs of points as under nested scrambling", (dimension) =>
    held(relations(ours, seeds, dimension)),
  );
  test("replicates and coordinates are independent", () => held(mutualIndependence(ours, seeds)));
  test("suites are independent", () => {
    suites = acrossSuites(ours, seeds);
    held({ "two suites: mean of n·r²": suites.p });
  });
  test("all p-values together are uniform", () =>
    expect(kolmogorovP(Object.values(scrambles))).toBeGreaterThan(rule.together));

  test("refused: no shift, no scramble of the digits, one replicate for all", () => {
    expect(failing(uniformity(bad.noShift, 1000, [1]))).toContain("dimension 1, point 0: whole");
    expect(failing(relations(bad.shiftAlone, 1000, 5))).not.toEqual([]);
    expect(failing(mutualIndependence(bad.oneReplicate, 1000))).toContain("16 replicates: correlations");
  });
});

let nets = 0;
test("every dyadic run of scrambled points in their keyed order is a net, and each coordinate is one by itself", () => {
  for (let seed = 1; seed <= 5; seed++) {
    const suite = ours(seed, 64, 4);
    for (let replicate = 0; replicate < 4; replicate++) {
      const coordinates = suite.map((own) => own[replicate]);
      for (let m = 0; m <= 12; m++)
        for (const run of [0, 1, 5]) {
          for (let s = 2; s <= 5; s++, nets++)
            expect(uneven(coordinates.slice(0, s), run * 2 ** m, m, qualityOf[s])).toEqual([]);
          if (seed === 1 && m === 10)
            for (const one of coordinates) expect(uneven([one], run * 2 ** m, m, 0)).toEqual([]);
        }
    }
  }
});

/** Three digits, or how far it lies from an end. */
function shown(p: number): string {
  if (p === 0 || p === 1) return String(p);
  if (p < 0.001) return p.toExponential(0);
  return p > 0.999 ? `1 − ${(1 - p).toExponential(0)}` : p.toFixed(3);
}
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map((_, k) => (k === 0 ? "---" : "---:"))), ...rows.map(row)].join("\n");
const bySequence = (by: ReadonlyMap<string, readonly number[]>) =>
  table(
    ["", ...names],
    [...by].map(([name, p]) => [name, ...p.map(shown)]),
  );
/** Smallest, largest, and whether all are uniform. */
const summary = (p: readonly number[]) =>
  `${p.length} p-values from ${shown(Math.min(...p))} to ${shown(Math.max(...p))}; together: ${shown(kolmogorovP(p))}.`;

afterAll(() => {
  const all = [...found.ours.values()].flat();
  const group = (start: string) => Object.keys(scrambles).filter((name) => name.startsWith(start));
  const text = `# How random the draws are

Made by \`npm run test:long\`. Each figure is a p-value: the chance, where all is well, of a statistic at least as large. The rule
was fixed before the first run: each lies between ${rule.each.toExponential()} and 1 − ${rule.each.toExponential()}, and all together are uniform by
Kolmogorov–Smirnov at ${rule.together.toExponential()}. Tests and null distributions, with their sources: \`test/random/quality/\`,
\`test/design/quality/\`. Seeds are pinned.

## Plain draws

${n.toLocaleString("en")} words in a row, read across what stands between two numbers of the generator (blocks, lanes, paths, seeds).

${bySequence(found.ours)}

${summary(all)} Those below ${unusual} or above ${1 - unusual} were looked at again: ${again.join(" ") || "none."}

Correlation of all pairs of ${streams} streams side by side, ${words.toLocaleString("en")} words each: ${Object.entries(
    crossed,
  )
    .map(([name, p]) => `${name} ${shown(p)}`)
    .join(", ")}.

The same tests on generators made by others (\`seedrandom\`), and on one that every test must refuse, x → 5x + 1 modulo 2^16:

${bySequence(new Map([...found.controls, ["5x + 1 modulo 2^16", names.map((name) => tests[name](refused))]]))}

${summary([...found.controls.values()].flat())}

## Scrambled Sobol' points

${seeds.toLocaleString("en")} scrambles. ${summary(Object.values(scrambles))}

${table(
  ["what", "p-values", "smallest", "largest"],
  [
    ...dimensions.map((dimension) => [`uniform, dimension ${dimension}`, group(`dimension ${dimension}, point `)]),
    ...[1, 2, 5, 17].map((dimension) => [
      `pairs of points as under nested scrambling, dimension ${dimension}`,
      group(`dimension ${dimension}, points `),
    ]),
    ["16 replicates of a coordinate are independent", group("16 replicates")],
    ["16 coordinates of a suite are independent", group("16 coordinates")],
    ["two suites are independent", group("two suites")],
  ].map(([what, which]) => {
    const p = (which as readonly string[]).map((name) => scrambles[name]);
    return [what as string, String(p.length), shown(Math.min(...p)), shown(Math.max(...p))];
  }),
)}

Two suites: n·r² of the first coordinates over 32 points has mean ${suites.mean.toFixed(3)}; independent scramblings and nested orders
give ${suites.expected.toFixed(3)}, independent points 1.

${nets.toLocaleString("en")} nets of 2 to 5 dimensions, the first 2^0 to 2^12 points and later dyadic runs of them, in their keyed order: every
elementary interval holds just its share, at the quality parameter of the unscrambled sequence (t = 0, 1, 3, 5). Each of a suite's
64 dimensions is a (0, 10, 1)-net by itself.
`;
  writeFileSync(new URL("../../docs/randomness.md", import.meta.url), text);
});
