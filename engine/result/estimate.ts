/** A figure with its error: the value from all draws, its standard error, and a 95 % interval that stays in the figure's range. */
export interface Figure {
  readonly value: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
}
