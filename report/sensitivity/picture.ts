import type { Table } from "../shown.ts";

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unclear: boolean;
}

interface CurvePoint {
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A picture of what a method found. */
export type SensitivityPicture = {
  readonly title: string;
  readonly caption: string;
  readonly axisTitle: string;
  /** Only where the section's own table does not hold its numbers. */
  readonly table?: Table;
} & (
  | { readonly kind: "bars"; readonly bars: readonly Bar[] }
  | {
      readonly kind: "tornado";
      /** What is expected where nothing is held. */
      readonly unheld: number;
      /** What the ends of each row are called. */
      readonly sides: readonly [string, string];
      readonly rows: readonly { readonly name: string; readonly ends: readonly Omit<CurvePoint, "at">[] }[];
    }
  | {
      readonly kind: "spider";
      readonly xTitle: string;
      readonly lines: readonly {
        readonly name: string;
        readonly points: readonly { readonly share: number; readonly value: number }[];
      }[];
    }
  | { readonly kind: "curve"; readonly xTitle: string; readonly points: readonly CurvePoint[] }
);

/** More rows than this are left to the table. */
export const mostBars = 12;

/** A measure and its unit, beside an axis. */
export const axisTitle = (name: string, unit: string): string => (unit === "" ? name : `${name} (${unit})`);
