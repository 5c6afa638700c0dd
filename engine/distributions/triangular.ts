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
    use: "Somebody knows the smallest, the most likely and the largest value. It puts more weight near the ends than PERT does, and thereby has the larger spread; choose it when the ends are quite possible.",
    support: "low ≤ x ≤ high",
    density:
      "2·(x − low)/((high − low)·(best − low)) for x < best; 2·(high − x)/((high − low)·(high − best)) for x ≥ best",
    cdf: "(x − low)²/((high − low)·(best − low)) for x < best; 1 − (high − x)²/((high − low)·(high − best)) for x ≥ best",
    mean: "(low + best + high)/3",
    variance: "(low² + best² + high² − low·best − low·high − best·high)/18",
    skewness:
      "√2·(low + high − 2·best)·(2·low − high − best)·(low − 2·high + best)/(5·(low² + best² + high² − low·best − low·high − best·high)^(3/2))",
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
  // each leg is measured from the end or from the best guess, whichever side keeps its digits
  cdf({ low, best, high }, x) {
    if (x <= low) return 0;
    if (x >= high) return 1;
    const left = best - low;
    const right = high - best;
    if (x < best) return ((x - low) / (high - low)) * ((x - low) / left);
    return (left + ((x - best) * (right + (high - x))) / right) / (high - low);
  },
  upper({ low, best, high }, x) {
    if (x <= low) return 1;
    if (x >= high) return 0;
    const left = best - low;
    const right = high - best;
    if (x > best) return ((high - x) / (high - low)) * ((high - x) / right);
    return (right + ((best - x) * (left + (x - low))) / left) / (high - low);
  },
  quantile: (p, u) => between(p, u, 1 - u),
  upperQuantile: (p, q) => between(p, 1 - q, q),
  mean: ({ low, best, high }) => (low + best + high) / 3,
  variance({ low, best, high }) {
    const left = best - low;
    const right = high - best;
    return (left * left + right * right + left * right) / 18;
  },
  skewness({ low, best, high }) {
    const left = best - low;
    const right = high - best;
    const width = left + right;
    const square = left * left + right * right + left * right;
    return (Math.SQRT2 * (right - left) * (width + left) * (width + right)) / (5 * square * Math.sqrt(square));
  },
  kinks({ low, best, high }) {
    return best > low && best < high ? [normalQuantile((best - low) / (high - low))] : [];
  },
  closedForm: ({ low, best, high }) => ({ kind: "triangular", low, best, high }),
};

/** The value with lower tail v and upper tail w: measured from the end of its leg, or from the best guess where that is nearer. */
function between({ low, best, high }: { low: number; best: number; high: number }, v: number, w: number): number {
  const width = high - low;
  const left = best - low;
  const right = high - best;
  const past = v < w ? v * width - left : right - w * width; // probability past the best guess, times the width
  if (past < 0) {
    const share = (v * width) / left;
    return share < 0.25 ? low + left * Math.sqrt(share) : best + past / (1 + Math.sqrt(share));
  }
  const share = right > 0 ? (w * width) / right : 0;
  return share < 0.25 ? high - right * Math.sqrt(share) : best + past / (1 + Math.sqrt(share));
}
