import type { Transform } from "./distribution.ts";
import type { DistributionSpec } from "./table.ts";

/** Bytes of the tables that are kept: some hundred of usual size. */
const mostBytes = 8 * 1024 * 1024;

interface Kept {
  readonly transform: Transform;
  readonly bytes: number;
}

/** By spec, the one asked for last at the end. */
const tables = new Map<string, Kept>();
let bytesKept = 0;

/**
 * What `build` gives for a spec, built once for all who ask for the same numbers: a table costs as much as some ten thousand
 * draws. The longest unused ones are forgotten. Nobody may write into a table.
 */
export function keptTable(spec: DistributionSpec, build: () => Transform): Transform {
  const key = keyOf(spec);
  const known = tables.get(key);
  const kept = known ?? withSize(build(), key);
  if (known === undefined) bytesKept += kept.bytes;
  else tables.delete(key);
  tables.set(key, kept);
  for (const [oldest, { bytes }] of tables) {
    if (bytesKept <= mostBytes) break;
    tables.delete(oldest);
    bytesKept -= bytes;
  }
  return kept.transform;
}

function withSize(transform: Transform, key: string): Kept {
  const arrays = Object.values(transform).filter((value) => ArrayBuffer.isView(value));
  return { transform, bytes: arrays.reduce((sum, { byteLength }) => sum + byteLength, 2 * key.length) };
}

/** The whole spec as text, different for all that differ in a bit: JSON alone would lose −0 and the infinities. */
const keyOf = (spec: DistributionSpec): string =>
  JSON.stringify(spec, (_, value) => {
    if (typeof value !== "number") return value;
    return Object.is(value, -0) || !Number.isFinite(value)
      ? { number: Object.is(value, -0) ? "-0" : String(value) }
      : value;
  });
