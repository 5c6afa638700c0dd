import type { NodeId } from "../../engine/model/graph.ts";

/** Something that happens or not, and what it then does to a number of the scenario. */
export interface Happening {
  /** Of a quantity, of an outcome's effect (`outcomes.X.effect`), or of a flow (`costs.Z`, `consequences.Y`). */
  readonly place: string;
  /** What the number is multiplied by, what is added to it (to a flow: kr a year), or what it becomes. */
  readonly how: "times" | "plus" | "to";
  readonly by: NodeId;
  /** 1 where it happens, else 0; along the period where that differs between the years. */
  readonly happened: NodeId;
  /** True where it ends what the number is of: whatever else happens to the number comes before it. */
  readonly ends?: true;
  /** The part of each year in which it is in force where it has happened, along the period; all of it where nothing is said. */
  readonly part?: NodeId;
  /** Between which ends the number is kept when it is struck: a share of people stays one. */
  readonly within?: { readonly low: number; readonly high?: number };
}
