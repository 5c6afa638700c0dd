import { type TScoreTables, tScoreTables } from "./tScores.ts";

/** Degrees of freedom whose tables are kept, some 30 kB each. */
const most = 16;

/** By degrees of freedom, the one asked for last at the end. */
const kept = new Map<number, TScoreTables>();

/** `tScoreTables`, made once for all who ask for the same degrees of freedom. Nobody may write into a table. */
export function keptTScoreTables(degreesOfFreedom: number): TScoreTables {
  const tables = kept.get(degreesOfFreedom) ?? tScoreTables(degreesOfFreedom);
  kept.delete(degreesOfFreedom);
  kept.set(degreesOfFreedom, tables);
  if (kept.size > most) kept.delete(kept.keys().next().value!);
  return tables;
}
