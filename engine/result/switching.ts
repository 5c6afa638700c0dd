import type { Figure } from "./estimate.ts";

/** A value of an input at which the answer flips. */
export interface SwitchingRoot {
  readonly at: Figure;
  /** The share of the input's own draws that lies below. */
  readonly shareBelow: number;
  /** Which way the answer goes there as the input rises: over its threshold, or under it. */
  readonly turns: "above" | "below";
}

/** What is known of the switching value of one input: plain data. */
export interface Switching {
  readonly input: string;
  readonly unit: string;
  /** As assumed: the mean and percentiles of its draws, and the lowest and highest. */
  readonly mean: number;
  readonly percentiles: Readonly<Record<"0" | "5" | "50" | "95" | "100", number>>;
  /** Where the answer flips, rising. */
  readonly roots: readonly SwitchingRoot[];
  /** On which side the answer stays over all values of the input, where it never flips. */
  readonly stays?: "above" | "below";
  /** Then: the value tried that comes nearest to flipping it, and how far the answer there is from its threshold. */
  readonly nearest?: { readonly at: number; readonly distance: Figure };
  /** Values tried at which no draw has an answer: nothing is known about them. */
  readonly unanswered?: readonly number[];
}

/** How far the strongest assumptions may go, each alone, before the expected value of the leading figure changes its sign. */
export interface SwitchingSummary {
  /** Id of that figure. */
  readonly of: string;
  /** At each value at which an input was held. */
  readonly draws: number;
  /** Strongest first. Of inputs that move together, each is moved alone. */
  readonly inputs: readonly Switching[];
}
