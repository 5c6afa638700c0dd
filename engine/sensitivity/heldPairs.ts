import type { Issue } from "../issues.ts";
import type { Assumption, Holding } from "./held.ts";
import { strongestInputs } from "./strongest.ts";
import type { StudiedOutput } from "./study.ts";

/** The pairs of a study: of all inputs that were chosen, or the two strongest. Undefined where the signal ended it. */
export async function heldPairs({
  study,
  assumptions,
}: Holding): Promise<readonly (readonly [Assumption, Assumption])[] | undefined> {
  const paths = study.chosen ?? (await strongestInputs(study, 2));
  const taken = paths?.flatMap((path) => assumptions.filter((own) => own.path === path));
  return taken?.flatMap((first, i) => taken.slice(i + 1).map((second) => [first, second] as const));
}

/** Said where there is no pair. */
export const noPair = ({ id }: StudiedOutput): Issue => ({ code: "sensitivityNoPair", path: id, with: { output: id } });
