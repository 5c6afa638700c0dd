import type { DistributionSpec } from "../../engine/distributions/index.ts";
import {
  divideUnits,
  equalUnits,
  isPlain,
  multiplyUnits,
  type ParsedUnit,
  type Unit,
} from "../../engine/units/index.ts";
import { baseValue, readLiteral } from "../literal.ts";
import type { UnitCost } from "../unitCosts/unitCost.ts";
import { type Checking, report, reportInText } from "./checking.ts";
import { makeDistribution } from "./distribution.ts";
import { shown } from "./shown.ts";
import { unitName } from "./unitName.ts";

type Plain = { readonly [key: string]: unknown };

/** A unit cost at the scenario's prices. */
interface PricedUnitCost {
  readonly cost: UnitCost;
  readonly amount: number;
  readonly unit: Unit;
  /** Where it may lie around its amount. */
  readonly spec?: DistributionSpec;
}

/**
 * Reads `{ unitCost: id }`, with `spread: 20 %` if the amount is uncertain (PERT from 80 to 120 % of it) and `unit:` if what
 * the list counts as cases has a name of its own. Undefined where something in it is wrong, which has then been told.
 */
export function readUnitCost(
  checking: Checking,
  map: Plain,
  own: readonly string[],
  { path, unit: said }: { readonly path: string; readonly unit?: ParsedUnit },
): PricedUnitCost | undefined {
  const other = own.find((key) => key !== "unitCost" && key !== "spread");
  if (other !== undefined) {
    report(checking, "unitCostKey", `${path}.${other}`, { key: other }, "key");
    return undefined;
  }
  if (map.year !== undefined) {
    report(checking, "unitCostKey", `${path}.year`, { key: "year" }, "key");
    return undefined;
  }
  if (typeof map.unitCost !== "string") {
    report(checking, "wordExpected", `${path}.unitCost`, { key: "unitCost" });
    return undefined;
  }
  const cost = checking.prices.unitCost(map.unitCost, `${path}.unitCost`);
  if (cost === undefined) return undefined;
  const factor = checking.prices.factor(cost.entry.priceYear, `${path}.unitCost`);
  const spread = map.spread === undefined ? 0 : readSpread(checking, map.spread, `${path}.spread`);
  const outcome = readLiteral(cost.entry.amount, checking.words);
  if (!outcome.ok) {
    // An amount in kr in a scenario of another currency.
    report(checking, outcome.problem.code, `${path}.unitCost`, outcome.problem.with);
    return undefined;
  }
  if (factor === undefined || spread === undefined) return undefined;
  const unit = unitOf(checking, outcome.literal.unit?.unit ?? {}, said, path);
  if (unit === undefined) return undefined;
  const amount = baseValue(outcome.literal) * factor;
  if (spread === 0) return { cost, amount, unit };
  const known = { low: amount * (1 - spread), best: amount, high: amount * (1 + spread) };
  const made = makeDistribution("pert", known, {});
  return made.ok ? { cost, amount, unit, spec: made.spec } : undefined;
}

function readSpread(checking: Checking, written: unknown, path: string): number | undefined {
  const refuse = () => {
    report(checking, "unitCostSpread", path, { written: shown(written) });
    return undefined;
  };
  if (typeof written !== "string" && typeof written !== "number") return refuse();
  const outcome = readLiteral(written, checking.words);
  if (!outcome.ok) {
    reportInText(checking, outcome.problem, path, { from: outcome.from, to: outcome.to });
    return undefined;
  }
  const spread = baseValue(outcome.literal);
  return isPlain(outcome.literal.unit?.unit ?? {}) && spread > 0 && spread < 1 ? spread : refuse();
}

/** The list's unit, or the one said here, which may call the list's cases by a name of their own: kr/visit for kr/case. */
function unitOf(checking: Checking, own: Unit, said: ParsedUnit | undefined, path: string): Unit | undefined {
  if (said === undefined || equalUnits(own, said.unit)) return own;
  const plainScale = said.exponent10 === 0 && said.times === said.over;
  const counted = Object.keys(said.unit).filter((name) => said.unit[name] === -1 && name !== "year" && name !== "hour");
  const renamed = counted.some((name) => equalUnits(multiplyUnits(said.unit, { [name]: 1 }), withoutCase(own)));
  if (own.case === -1 && plainScale && renamed) return said.unit;
  report(checking, "unitsDiffer", `${path}.unit`, { first: unitName(own), second: unitName(said.unit) });
  return undefined;
}

const withoutCase = (unit: Unit): Unit => divideUnits(unit, { case: -1 });
