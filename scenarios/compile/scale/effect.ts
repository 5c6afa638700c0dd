import type { NodeId } from "../../../engine/model/graph.ts";
import { siteScorePlace, siteWaves, stagesOf } from "../../scaleUp.ts";
import { isKeptParts } from "../../schema/implementation.ts";
import { type Context, period } from "../context.ts";
import { isInForce } from "./atScale.ts";
import { stageOfYear, stageShares } from "./people.ts";

const place = "implementation.effectKept";

/** The share of the effect that is kept in ordinary operation: one number, or fidelity · context · (1 − loss). */
export function effectKept(context: Context): NodeId {
  const { builder, checked } = context;
  const kept = checked.content.implementation?.effectKept;
  if (!isKeptParts(kept)) return context.quantity(place);
  const factors = (["fidelity", "context"] as const)
    .filter((part) => kept[part] !== undefined)
    .map((part) => context.quantity(`${place}.${part}`));
  const loss =
    kept.loss === undefined ? [] : [builder.subtract(builder.constant(1), context.quantity(`${place}.loss`))];
  return builder.product([...factors, ...loss]);
}

/** An effect, or how much of one is brought about; in ordinary operation the share of it that is kept. */
export function keptAtScale(context: Context, effect: NodeId): NodeId {
  return isInForce(context, "effectKept") ? context.builder.multiply(effect, effectKept(context)) : effect;
}

/**
 * An effect with what the sites that are open add to it or take from it: the mean deviation of w waves of sites, each site's own being
 * normal with standard deviation sd. Of n sites, a share s of them opened by wave k, with S opened so far: sd · Σ √s_k · z_k / (√n · S),
 * whose variance is sd² / (n · S).
 */
export function withSites(context: Context, id: string, effect: NodeId): NodeId {
  const { builder, checked } = context;
  if (!isInForce(context, "sites")) return effect;
  const { stages } = stagesOf(checked.content.implementation!);
  const waves = siteWaves(stages);
  if (!checked.quantities.has(siteScorePlace(id, waves[0]))) return effect;
  const spread = builder.divide(
    context.quantity(`implementation.sites.between.${id}.sd`),
    builder.unary("sqrt", context.quantity("implementation.sites.number")),
  );
  const scores = waves.map((wave) => context.quantity(siteScorePlace(id, wave)));
  if (stages.length === 0) return builder.add(effect, builder.multiply(spread, scores[0]));
  const shares = stageShares(context);
  const zero = builder.constant(0);
  const opened = shares.map((share, k) =>
    k === 0 ? share : builder.max(zero, builder.subtract(share, shares[k - 1])),
  );
  const deviations = opened.map((_, last) => {
    const until = opened.slice(0, last + 1);
    const all = builder.sum(until);
    const sum = builder.sum(until.map((own, k) => builder.multiply(builder.unary("sqrt", own), scores[k])));
    return builder.select(all, builder.divide(sum, all), zero);
  });
  const byYear = builder.stack(
    period,
    stageOfYear(context).map((stage) => deviations[stage]),
  );
  return builder.add(effect, builder.multiply(spread, byYear));
}
