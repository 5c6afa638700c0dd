import type { DistributionSpec } from "../../distributions/index.ts";
import { normalTail } from "../../numeric/elementary.ts";
import type { PooledOpinion } from "./opinion.ts";

/** Scores of the quantiles in the table: beyond ±7 (chances of 1e-12) the pool ends. */
const [farthest, stretches] = [7, 512];

/**
 * A pooled distribution as one that can be drawn from: its quantiles at 513 normal scores from −7 to 7, straight lines between.
 * Of pools of normal opinions the table's quantiles are within 1e-3 standard deviations of the pool's own.
 *
 * @param pooled continuous, without stretches where nothing lies
 */
export function poolAsTable(pooled: Pick<PooledOpinion, "quantile" | "support">): DistributionSpec {
  const [levels, values]: [number[], number[]] = [[], []];
  const add = (level: number, value: number) => {
    const before = values.length - 1;
    if (before >= 0 && !(value > values[before] && level > levels[before])) return;
    levels.push(level);
    values.push(value);
  };
  const [low, high] = pooled.support;
  const end = normalTail(farthest);
  add(0, Number.isFinite(low) ? low : pooled.quantile(end));
  for (let i = 1; i < stretches; i++) {
    const score = (2 * farthest * i) / stretches - farthest;
    const tail = normalTail(score);
    const level = score < 0 ? tail : 1 - tail;
    add(level, pooled.quantile(level));
  }
  const last = Number.isFinite(high) ? high : pooled.quantile(1 - end);
  while (values[values.length - 1] >= last) {
    values.pop();
    levels.pop();
  }
  add(1, last);
  return { family: "quantileTable", parameters: {}, lists: { levels, values } };
}
