/** The parts a figure's path may have after its name, in the order in which they are written. */
export type FigurePart = "what" | "who" | "segment" | "year";

/** What a figure is measured in; settled together with the scenario it is asked of. */
type FigureUnit =
  | "money"
  | "moneyPerYear"
  | "perYear"
  | "share"
  | "people"
  | "cases"
  | "year"
  | "moneyPerCase"
  | "moneyPerPerson"
  | "posts"
  | "level"
  | "stated";

export interface FigureMeaning {
  readonly unit: FigureUnit;
  readonly takes: readonly FigurePart[];
  /** What `.what` names; with `needs` it must be there. */
  readonly of?: "outcome" | "benefit" | "cost" | "risk" | "contract" | "tier" | "stopRule" | "reaction";
  /** Parts that can't be left out. */
  readonly needs?: readonly FigurePart[];
  /** The years that `.yN` may name. */
  readonly years?: "horizon" | "programme";
  /** True for what has no value of its own in a draw, but is found from means: no formula and no test can use it. */
  readonly ofMeans?: boolean;
  /** The side on which bad values lie. */
  readonly worse: "low" | "high";
  /** True where it happens or not in a draw (1 or 0): it is counted, and a result gives its chance. */
  readonly happens?: true;
}

/** Rows of the table of figures, each held to what a row is. */
export const meaning = <K extends string>(table: Record<K, FigureMeaning>): Record<K, FigureMeaning> => table;
