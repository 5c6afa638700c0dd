import { blockSize } from "../../engine/design/plan.ts";
import { type DistributionSpec, transformOf } from "../../engine/distributions/index.ts";
import { reachOf } from "../../engine/kernel/compile/reach.ts";
import { farthestTScore } from "../../engine/kernel/compile/tScores.ts";
import { fillScores, largestScore } from "../../engine/random/score.ts";
import { transformDifferences } from "./drawParts.ts";

/** The scores of the 512 outermost integers at either end. */
const ends = new Float64Array(blockSize);
fillScores(
  Int32Array.from({ length: blockSize }, (_, i) => (i % 2 === 0 ? i >> 1 : ~(i >> 1))),
  ends,
);

/** Of either sign, up to the largest score there can be: half of them beyond 5.5. */
const spread = spreadUpTo(largestScore);
/** With a t copula there are larger ones. */
const spreadOfT = spreadUpTo(farthestTScore);

function spreadUpTo(largest: number): Float64Array {
  return Float64Array.from({ length: blockSize }, (_, i) => {
    const pair = i >> 1;
    const size = pair < 256 ? 5.5 + ((largest - 5.5) * pair) / 255 : ((pair - 256) * 5.5) / 255;
    return i % 2 === 0 ? size : -size;
  });
}

/** Outermost scores that become other values in the compiled kernel than by definition, in words. */
export function outermostDifferences(spec: DistributionSpec): readonly string[] {
  const transform = transformOf(spec);
  return [
    ...[ends, spread].flatMap((scores) => transformDifferences(transform, scores, reachOf())),
    ...transformDifferences(transform, spreadOfT, farthestTScore),
  ];
}
