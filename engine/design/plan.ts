export type Design = "sobol" | "plain";

/** Where the number of one input comes from. Absent in a plan: its own stream, one number per draw. */
export type Source =
  /** The numbers of `path`, at draw ⌊d / per⌋. */
  | { readonly kind: "stream"; readonly path: string; readonly per?: number }
  /** The same value in every draw, in the input's unit. */
  | { readonly kind: "fixed"; readonly value: number };

/** What a run does, apart from the model. */
export interface Plan {
  readonly seed: string;
  readonly design: Design;
  /** N, rounded as the design asks. */
  readonly draws: number;
  /** R. */
  readonly replicates: number;
  /** By input path; inputs not named draw from their own path. */
  readonly sources: Readonly<Record<string, Source>>;
}
