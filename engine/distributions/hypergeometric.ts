import { isWhole } from "./counts.ts";
import type { Distribution } from "./distribution.ts";
import { massesByRatio, massFunctions } from "./masses.ts";
import { prepared } from "./prepared.ts";

type Parameters = { size: number; marked: number; drawn: number };

const masses = prepared((p: Parameters) => {
  const { size, marked, drawn } = p;
  const [low, high] = support(p);
  return massesByRatio(
    low,
    high,
    Math.floor(drawn * (marked / size)),
    (k) => ((marked - k) / (k + 1)) * ((drawn - k) / (size - marked - drawn + k + 1)),
  );
});

/**
 * Hypergeometric: how many of a kind are among those drawn from a group, nobody twice. Support from max(0, drawn + marked − size)
 * to min(drawn, marked), the quantity's own unit.
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 6, doi:10.1002/0471715816.
 */
export const hypergeometric: Distribution<Parameters> = {
  about: {
    en: "How many of a kind are among those drawn from a group, nobody twice",
    sv: "Hur många av ett slag som finns bland dem som dras ur en grupp, ingen två gånger",
    use: "A known group with a known number of a kind, of which some are drawn: 12 of 50 pupils get a place, 18 of the 50 are in need. If the group is much larger than the draw, `binomial` is simpler and as good.",
    support: "whole numbers from max(0, drawn + marked − size) to min(drawn, marked)",
    density: "C(marked, x)·C(size − marked, drawn − x)/C(size, drawn)",
    cdf: "Σ of the probabilities up to x",
    mean: "drawn·marked/size",
    variance: "drawn·marked·(size − marked)·(size − drawn)/(size²·(size − 1))",
    skewness:
      "(size − 2·marked)·(size − 2·drawn)·√(size − 1)/((size − 2)·√(drawn·marked·(size − marked)·(size − drawn))), where size > 2",
    source: "Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 6, doi:10.1002/0471715816",
  },
  parameters: {
    size: { unit: "own", means: { en: "how many there are in the group", sv: "hur många gruppen har" } },
    marked: { unit: "own", means: { en: "how many of them are of the kind", sv: "hur många av dem som är av slaget" } },
    drawn: { unit: "own", means: { en: "how many are drawn", sv: "hur många som dras" } },
  },
  rules: [
    { text: "size = 2, 3, 4, …", holds: ({ size }) => isWhole(size, 2) },
    { text: "size ≤ 1 000 000 000", holds: ({ size }) => size <= 1_000_000_000 },
    { text: "marked = 1, 2, 3, …", holds: ({ marked }) => isWhole(marked, 1) },
    { text: "marked < size", holds: ({ marked, size }) => marked < size },
    { text: "drawn = 1, 2, 3, …", holds: ({ drawn }) => isWhole(drawn, 1) },
    { text: "drawn < size", holds: ({ drawn, size }) => drawn < size },
    { text: "drawn ≤ 65 000", holds: ({ drawn }) => drawn <= 65_000 },
  ],
  forms: [],
  support,
  ...massFunctions(masses),
  mean: ({ size, marked, drawn }) => drawn * (marked / size),
  variance,
  skewness(p) {
    const { size, marked, drawn } = p;
    const lean = ((size - 2 * marked) / size) * ((size - 2 * drawn) / (size - 2));
    return size > 2 ? lean / Math.sqrt(variance(p)) : 0;
  },
};

function support({ size, marked, drawn }: Parameters): readonly [number, number] {
  return [Math.max(0, drawn + marked - size), Math.min(drawn, marked)];
}

function variance({ size, marked, drawn }: Parameters): number {
  return drawn * (marked / size) * ((size - marked) / size) * ((size - drawn) / (size - 1));
}
