import { cellTable } from "./cells.ts";
import { describe, withoutCut } from "./describe.ts";
import type { Transform } from "./distribution.ts";
import { keptTable } from "./kept.ts";
import { knotTable } from "./knots.ts";
import { scoreFunction } from "./scoreFunction.ts";
import { stepTable } from "./steps.ts";
import { type DistributionSpec, familyOf, parametersOf } from "./table.ts";

/**
 * How a score becomes a value of this distribution. Closed form where there is one; else a table with
 * |error| ≤ 1e-9·(IQR + |x − median|) for |z| ≤ 9, up to rounding (the IQR counts for no less than a thousandth of the distance
 * from the 1st to the 99th percentile): equal cells where the quantile is smooth, own knots where it has kinks or
 * is too steep for 4,096 cells. Tables are monotone to within rounding, stay in the support, and have the same bits on every
 * machine. Discrete families have steps. The spec must have passed `checkSpec`. Tables are kept and shared.
 */
export function transformOf(spec: DistributionSpec): Transform {
  const { family, parameters, min, max } = withoutCut(spec);
  const whole = min === undefined && max === undefined;
  const closedForm = whole ? familyOf(family).closedForm?.(parametersOf({ family, parameters })) : undefined;
  return closedForm ?? keptTable(spec, () => tableOf(spec));
}

function tableOf(spec: DistributionSpec): Transform {
  const described = describe(spec);
  if (described.atoms !== undefined) return stepTable(described.atoms, described.tails, described.density);
  const f = scoreFunction(described);
  const cells = described.kinks.length === 0 ? cellTable(f) : undefined;
  return cells ?? knotTable(f, described.kinks, described.gaps);
}
