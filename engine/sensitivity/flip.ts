import { replicateFigure } from "../result/figure.ts";
import type { Figure } from "../result/result.ts";

/** By how much a verdict holds (at least 0) or fails, from all draws and from each replicate. */
interface Excess {
  readonly value: number;
  readonly byReplicate: readonly number[];
}

interface FlipRequest {
  readonly declared: number;
  /** Correlations that have been tried, with what they gave. */
  readonly known: readonly (readonly [correlation: number, excess: Excess])[];
  readonly ends: readonly [number, number];
  /** Undefined where the signal ended it, or where there is no answer. */
  readonly at: (correlation: number) => Promise<Excess | undefined>;
}

const [mostSteps, nearEnough] = [12, 0.002];
const holds = ({ value }: Excess): boolean => value >= 0;

/**
 * The correlation nearest to the declared one at which a verdict changes, among the intervals between those that were tried:
 * bisected, since the share of some draws is a step function. Its error is that of the figure there over how steeply it changes with
 * the correlation. Undefined where no tried correlation changes the verdict.
 */
export async function flipOf({ declared, known, ends, at }: FlipRequest): Promise<Figure | undefined | "ended"> {
  const now = known.find(([correlation]) => correlation === declared)![1];
  const tried = [...known].sort(([a], [b]) => Math.abs(a - declared) - Math.abs(b - declared));
  const brackets = [-1, 1].flatMap((side) => {
    const own = tried.filter(([correlation]) => side * (correlation - declared) > 0);
    const first = own.findIndex(([, excess]) => holds(excess) !== holds(now));
    return first < 0 ? [] : [{ from: own[first - 1]?.[0] ?? declared, to: own[first][0] }];
  });
  let nearest: { readonly at: number; readonly excess: Excess } | undefined;
  for (const { from, to } of brackets) {
    if (nearest !== undefined && Math.abs(from - declared) >= Math.abs(nearest.at - declared)) continue;
    let [inside, outside] = [from, to];
    let last: Excess | undefined;
    for (let step = 0; step < mostSteps && Math.abs(outside - inside) > nearEnough; step++) {
      const middle = (inside + outside) / 2;
      last = await at(middle);
      if (last === undefined) return "ended";
      if (holds(last) === holds(now)) inside = middle;
      else outside = middle;
    }
    const root = (inside + outside) / 2;
    const excess = await at(root);
    if (excess === undefined) return "ended";
    if (nearest === undefined || Math.abs(root - declared) < Math.abs(nearest.at - declared))
      nearest = { at: root, excess };
  }
  if (nearest === undefined) return undefined;
  const [low, high] = [Math.max(ends[0], nearest.at - 0.1), Math.min(ends[1], nearest.at + 0.1)];
  const [below, above] = [await at(low), await at(high)];
  if (below === undefined || above === undefined) return "ended";
  const slope = (above.value - below.value) / (high - low);
  const { at: root, excess } = nearest;
  // Where it hardly changes, nobody can say where it changes sign: the whole range then.
  const of = (own: number) => (slope === 0 ? (own > excess.value ? 1 : -1) : root - (own - excess.value) / slope);
  return replicateFigure(root, excess.byReplicate.map(of), { low: -1, high: 1 });
}
