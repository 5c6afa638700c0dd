import { normalQuantile } from "../numeric/normalQuantile.ts";
import type { Distribution } from "./distribution.ts";

/**
 * Triangular: a range with a best guess, falling in straight lines to both ends. Support [low, high], the quantity's own unit.
 * Source: Kotz & van Dorp (2004), Beyond Beta, ch. 1, doi:10.1142/5720.
 */
export const triangular: Distribution<{ low: number; best: number; high: number }> = {
  about: {
    en: "A range with a best guess, falling in straight lines to both ends",
    sv: "Ett intervall med en bästa gissning, som faller rätlinjigt mot båda ändarna",
    mean: "(low + best + high)/3",
    variance: "(low² + best² + high² − low·best − low·high − best·high)/18",
    source: "Kotz & van Dorp (2004), Beyond Beta, ch. 1, doi:10.1142/5720",
  },
  parameters: {
    low: { unit: "own", means: { en: "smallest possible value", sv: "minsta möjliga värde" } },
    best: { unit: "own", means: { en: "most likely value", sv: "troligaste värde" } },
    high: { unit: "own", means: { en: "largest possible value", sv: "största möjliga värde" } },
  },
  rules: [
    { text: "low < high", holds: ({ low, high }) => low < high },
    { text: "low ≤ best ≤ high", holds: ({ low, best, high }) => low <= best && best <= high },
  ],
  forms: [],
  support: ({ low, high }) => [low, high],
  density({ low, best, high }, x) {
    if (!(x >= low && x <= high)) return Number.isNaN(x) ? x : 0;
    if (x === best) return 2 / (high - low); // a leg of width zero would give 0/0
    return x < best
      ? (2 * (x - low)) / ((high - low) * (best - low))
      : (2 * (high - x)) / ((high - low) * (high - best));
  },
  cdf({ low, best, high }, x) {
    if (x <= low) return 0;
    if (x >= high) return 1;
    return x < best
      ? ((x - low) / (high - low)) * ((x - low) / (best - low))
      : 1 - ((high - x) / (high - low)) * ((high - x) / (high - best));
  },
  upper({ low, best, high }, x) {
    if (x <= low) return 1;
    if (x >= high) return 0;
    return x < best
      ? 1 - ((x - low) / (high - low)) * ((x - low) / (best - low))
      : ((high - x) / (high - low)) * ((high - x) / (high - best));
  },
  quantile: (p, u) => between(p, u, 1 - u),
  upperQuantile: (p, q) => between(p, 1 - q, q),
  mean: ({ low, best, high }) => (low + best + high) / 3,
  variance({ low, best, high }) {
    const left = best - low;
    const right = high - best;
    return (left * left + right * right + left * right) / 18;
  },
  kinks({ low, best, high }) {
    return best > low && best < high ? [normalQuantile((best - low) / (high - low))] : [];
  },
  closedForm: ({ low, best, high }) => ({ kind: "triangular", low, best, high }),
};

/** The value with lower tail v and upper tail w. */
function between({ low, best, high }: { low: number; best: number; high: number }, v: number, w: number): number {
  const width = high - low;
  return v * width < best - low
    ? low + Math.sqrt(v * width * (best - low))
    : high - Math.sqrt(w * width * (high - best));
}
