import type { GraphBuilder } from "../../engine/model/builder.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import type { oddsWays } from "../effects.ts";

/** π/√3: the standard deviation of the standard logistic distribution. */
const logisticSd = 1.8137993642342178;

/**
 * The share with the programme, from the share without it; draw by draw, so that an uncertain baseline is taken along.
 * Relative risk: RR·p, and 1 where that would be more than all. Odds ratio: OR·p/(1 − p + OR·p). Hazard ratio: 1 − (1 − p)^HR. Standardised mean difference d: OR = e^(d·π/√3)
 * (Hasselblad & Hedges 1995, doi:10.1037/0033-2909.117.1.167).
 */
export function riskWith(
  builder: GraphBuilder,
  way: (typeof oddsWays)[number],
  value: NodeId,
  baseline: NodeId,
): NodeId {
  const one = builder.constant(1);
  if (way === "relativeRisk") return builder.min(one, builder.multiply(value, baseline));
  const spared = builder.subtract(one, baseline);
  if (way === "hazardRatio") {
    const survival = builder.unary("exp", builder.multiply(value, builder.unary("ln", spared)));
    return builder.subtract(one, survival);
  }
  const ratio =
    way === "oddsRatio" ? value : builder.unary("exp", builder.multiply(value, builder.constant(logisticSd)));
  const odds = builder.multiply(ratio, baseline);
  return builder.divide(odds, builder.add(spared, odds));
}
