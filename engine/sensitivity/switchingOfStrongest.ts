import type { RankCorrelation } from "../result/result.ts";
import type { Switching, SwitchingSummary } from "../result/switching.ts";
import type { Executor } from "../run/executor.ts";
import { type StudyRequest, studyOf } from "./study.ts";
import { switchingValue } from "./switchingValue.ts";

/** So many assumptions are told on a decision's first screen. */
const strongest = 3;

/**
 * Switching values (see `switchingValue`) of the assumptions that a figure follows closest, rank by rank: those whose correlation can be told from zero.
 * Undefined where there are none, or the signal ended it.
 *
 * @param ranked strongest first, by name
 * @param names what the inputs that take part are called, by path; all, by their paths, where absent
 */
export async function switchingOfStrongest(
  request: Omit<StudyRequest, "outputs" | "names">,
  of: string,
  ranked: readonly RankCorrelation[],
  names: Readonly<Record<string, string>> | undefined,
  executor: Executor,
  signal?: AbortSignal,
): Promise<SwitchingSummary | undefined> {
  const told = ranked
    .filter(({ correlation }) => correlation.low > 0 || correlation.high < 0)
    .slice(0, strongest)
    .map(({ input }) => input);
  const known = names ?? Object.fromEntries(request.graph.inputs.map(({ path }) => [path, path]));
  const own = Object.fromEntries(Object.entries(known).filter(([, name]) => told.includes(name)));
  if (Object.keys(own).length === 0) return undefined;
  const [analysis] = (await switchingValue(studyOf({ ...request, outputs: [of], names: own }, executor, signal))) ?? [];
  if (analysis === undefined) return undefined;
  const found = (analysis.more?.inputs ?? []) as readonly Switching[];
  const inputs = found.toSorted((a, b) => told.indexOf(a.input) - told.indexOf(b.input));
  return { of, draws: analysis.draws, inputs };
}
