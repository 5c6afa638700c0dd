import { centreOf } from "../centre.ts";
import type { Context } from "../context.ts";
import { decimal, exponentOf, percent } from "../format.ts";
import type { Shown, Table } from "../shown.ts";
import { unitOf } from "./figures.ts";

/** A figure of the source beside ours. `agrees` is undefined where the run did not compute it. */
export interface Reproduced {
  readonly figure: string;
  readonly title: string;
  readonly source: Shown;
  readonly ours?: Shown;
  readonly agrees?: boolean;
}

export function reproduced(context: Context): Reproduced[] {
  return context.about.reproduces.map((one, index) => {
    const output = context.output(one.figure);
    // Of what happens or not the source gives how often.
    const chance = context.result.chances?.[one.figure];
    const [centre, mean] = chance === undefined ? centreOf(output) : (["probability", chance.probability] as const);
    const unit = output && output.kind !== "year" ? unitOf(output) : one.unit;
    const source: Shown = {
      ref: `about|reproduces|${index}|value`,
      value: one.value,
      ...asWritten(context, one.value, unit, one.within),
    };
    if (!mean || !Number.isFinite(mean.value)) return { figure: one.figure, title: context.label(one.figure), source };
    const ref = `${chance === undefined ? "outputs" : "chances"}|${one.figure}|${centre}`;
    // The last digit of `within` shows whether the figure is met; three digits would hide it.
    const ours: Shown = { ref, value: mean.value, ...asWritten(context, mean.value, unit, one.within) };
    return {
      figure: one.figure,
      title: context.label(one.figure),
      source,
      ours,
      agrees: Math.abs(mean.value - one.value) <= one.within,
    };
  });
}

function asWritten(context: Context, value: number, unit: string, within: number): { text: string; step: number } {
  if (!(within > 0)) return context.say(value, unit, 0, 4);
  const exponent = exponentOf(within);
  if (context.isMoney(unit)) return context.say(value, unit, Number(`1e${exponent}`), 6);
  const text =
    unit === "share"
      ? percent(value, context.language, { digits: 12, finest: exponent })
      : decimal(value, exponent, context.language);
  return { text, step: Number(`1e${exponent}`) };
}

export function reproducesTable(context: Context, rows: readonly Reproduced[]): Table | undefined {
  if (rows.length === 0) return undefined;
  return {
    caption: context.word("reproduces"),
    columns: (["figure", "sourceFigure", "ours", "agrees"] as const).map((key, index) => ({
      title: context.word(key),
      numeric: index > 0,
    })),
    rows: rows.map((row) => ({
      cells: [
        row.title,
        row.source,
        row.ours ?? context.word("notRun"),
        row.agrees === undefined ? "–" : context.word(row.agrees ? "yes" : "no"),
      ],
    })),
  };
}
