import type { Figure } from "./estimate.ts";

/** Ids of the `test` outputs of a goal: met, seen to be met, seen though not met, met though not seen. */
export interface VerdictRequest {
  readonly criterion: string;
  readonly met: string;
  readonly seen: string;
  readonly seenOnly: string;
  readonly metOnly: string;
}

/** How often a follow-up says the right thing of a goal. */
export interface VerdictSummary {
  readonly criterion: string;
  readonly met: Figure;
  /** The follow-up sees it met. */
  readonly seen: Figure;
  /** It sees it met though it is not. */
  readonly seenOnly: Figure;
  /** It is met, and not seen. */
  readonly metOnly: Figure;
}

export function verdictsSummary(
  requests: readonly VerdictRequest[],
  chance: (id: string) => Figure,
): readonly VerdictSummary[] {
  return requests.map(({ criterion, met, seen, seenOnly, metOnly }) => ({
    criterion,
    met: chance(met),
    seen: chance(seen),
    seenOnly: chance(seenOnly),
    metOnly: chance(metOnly),
  }));
}
