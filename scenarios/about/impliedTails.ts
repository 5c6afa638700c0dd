import { checkSpec, type DistributionSpec, describe } from "../../engine/distributions/index.ts";
import type { Text } from "../../engine/result/about.ts";
import { numberIn, readWritten, unitAfter } from "./numbers.ts";
import { both } from "./texts.ts";

type Plain = { readonly [key: string]: unknown };

/** Where the tails of a curve through quantiles end up, which nobody has stated: shown back to those who stated the rest. */
const outside = 0.01;

/**
 * ", which puts 1 % below 132 and 1 % above 694 kr"; empty where there is no curve through quantiles.
 *
 * @param unit of the quantity, where its numbers name none
 */
export function impliedTails(raw: Plain, unit: string, counting: Readonly<Record<string, Text>>): Text {
  const nothing = both("", "");
  if (typeof raw.quantiles !== "object" || raw.quantiles === null || (raw.as ?? "metalog") !== "metalog")
    return nothing;
  const points = Object.entries(raw.quantiles).map(
    ([level, value]) => [readWritten(level), readWritten(value)] as const,
  );
  const own = points.map(([, value]) => value?.unit ?? "");
  const stated = own.find((word) => word !== "") ?? unit;
  if (own.some((word) => word !== "" && word !== stated)) return nothing;
  const share = (at: (typeof points)[number][0]) =>
    at === undefined ? Number.NaN : at.value / (at.unit === "%" ? 100 : 1);
  const bound = (key: string) => readWritten(raw[key])?.value;
  const given = (keys: readonly string[]) =>
    Object.fromEntries(keys.flatMap((key) => (bound(key) === undefined ? [] : [[key, bound(key)!]])));
  const sorted = [...points].sort(([a], [b]) => share(a) - share(b));
  const spec: DistributionSpec = {
    family: "metalog",
    parameters: given(["low", "high", "terms"]),
    lists: {
      levels: sorted.map(([level]) => share(level)),
      values: sorted.map(([, value]) => value?.value ?? Number.NaN),
    },
    ...given(["min", "max"]),
  };
  if (checkSpec(spec).length > 0) return nothing;
  const d = describe(spec);
  const shown = (x: number) => numberIn(Number(x.toPrecision(3)), stated);
  const [low, high] = [shown(d.quantile(outside)), shown(d.upperQuantile(outside))];
  const after = unitAfter(stated, 2, counting);
  return both(
    `, which puts 1\u00a0% below ${low.en} and 1\u00a0% above ${high.en}${after.en}`,
    `, vilket lägger 1\u00a0% under ${low.sv} och 1\u00a0% över ${high.sv}${after.sv}`,
  );
}
