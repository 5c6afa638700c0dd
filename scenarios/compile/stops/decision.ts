import type { NodeId } from "../../../engine/model/graph.ts";

/** That a rule fires at a look. Of those that end the programme at most one is taken in a draw, and none is taken after it. */
export interface Decision {
  readonly rule: string;
  /** Months since the start. */
  readonly month: number;
  /** Whether it ends the programme; else it is changed. */
  readonly ends: boolean;
  readonly fired: NodeId;
}

/** Until when the programme runs in a view in which it may be stopped, in years since its start. */
export interface Ends {
  /** New people and effects. */
  readonly intake: NodeId;
  /** Its costs: where it is wound down, notice longer than it takes people in. */
  readonly costs: NodeId;
  /** Which decision ended it. */
  readonly by: readonly Decision[];
}
