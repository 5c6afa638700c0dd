import { type Issue, UtfallError } from "../../engine/issues.ts";
import type { Result } from "../../engine/result/result.ts";
import type { SeenRow } from "../../engine/result/update.ts";
import type { Compiled } from "../compile/index.ts";
import { seenRow } from "./rows.ts";

/** How far what was certain may lie from what was seen before it is told. */
const farAway = 2;
/** How far what was uncertain may lie from it. */
const veryFar = 3;

/** The observation that lies furthest from what was expected; absent where nothing was learnt of any. */
function furthest(seen: readonly SeenRow[]): (SeenRow & { readonly away: number }) | undefined {
  let most: (SeenRow & { readonly away: number }) | undefined;
  for (const row of seen) {
    const { away } = row;
    if (away !== undefined && (most === undefined || Math.abs(away) > Math.abs(most.away))) most = { ...row, away };
  }
  return most;
}

/** A number for a message, in three digits; shares in per cent. */
function inShort(value: number, unit: string): string {
  const scaled = unit === "share" ? value * 100 : value;
  const rounded = Number(scaled.toPrecision(3));
  const text = Math.abs(rounded) >= 10_000 ? String(rounded).replace(/\B(?=(\d{3})+$)/g, " ") : String(rounded);
  return `${text} ${unit === "share" ? "%" : unit}`;
}

/** What lay further from what was expected than luck explains: of what was certain nothing was learnt, the rest was believed too surely. */
export function surprises(rows: readonly SeenRow[]): readonly Issue[] {
  return rows.flatMap((row): Issue[] => {
    const { key, unit, before, actual, away = 0 } = row;
    const values = { what: key, expected: inShort(before.mean.value, unit), seen: inShort(actual, unit) };
    if (before.sd.value === 0 && Math.abs(away) > farAway) return [{ code: "updateCertain", path: key, with: values }];
    if (Math.abs(away) <= veryFar) return [];
    return [{ code: "updateFar", path: key, with: { ...values, away: Number(Math.abs(away).toPrecision(2)) } }];
  });
}

/** Too few draws in effect are told of by the observation that fits the scenario least. */
export function conflicting(compiled: Compiled, before: Result) {
  return (error: unknown): never => {
    const few = error instanceof UtfallError && error.issues.find(({ code }) => code === "fewEffectiveDraws");
    if (!few) throw error;
    const rows = (compiled.updating?.seen ?? []).map((one) => seenRow(one, before.outputs, before.outputs));
    throw conflict(rows, Number(few.with?.effective ?? 0), before.manifest.draws);
  };
}

export function conflict(rows: readonly SeenRow[], effective: number, draws: number): UtfallError {
  const worst = furthest(rows);
  return new UtfallError([
    {
      code: "updateConflict",
      ...(worst === undefined ? {} : { path: worst.key }),
      with: {
        effective: Math.floor(effective),
        draws,
        what: worst?.key ?? "?",
        expected: worst === undefined ? "?" : inShort(worst.before.mean.value, worst.unit),
        seen: worst === undefined ? "?" : inShort(worst.actual, worst.unit),
        away: worst === undefined ? "?" : Number(Math.abs(worst.away).toPrecision(2)),
      },
    },
  ]);
}
