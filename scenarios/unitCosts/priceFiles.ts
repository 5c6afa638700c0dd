import type { Issue } from "../../engine/issues.ts";

/** A file as text, with the name that messages call it by, or why it can't be had. */
type NamedTextOutcome = ({ readonly ok: true } & NamedText) | { readonly ok: false; readonly issues: readonly Issue[] };

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Where the check of a scenario gets files of unit costs and price indices from: it reads none itself. */
export interface PriceFiles {
  /** A file of unit costs that a scenario names, relative to the scenario. */
  readonly read: (file: string) => NamedTextOutcome;
  /** The unit costs that come with the program. */
  readonly shippedUnitCosts: () => readonly NamedText[];
  /** The price indices that come with the program. */
  readonly shippedIndices: () => readonly NamedText[];
  /** The discount schedules that come with the program. */
  readonly shippedSchedules: () => readonly NamedText[];
}
