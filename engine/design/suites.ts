/** Dimensions must lie low and dense to pay, so a Sobol' suite holds at most this many inputs. */
const largestSuite = 64;

export interface SuitePlace {
  /** Name of the suite, which keys the order of its points; `name#2`, `name#3`, … for those past 64 inputs. */
  readonly suite: string;
  /** 1 … 64, in declared order. */
  readonly dimension: number;
}

/**
 * The place of a number that belongs to several inputs, beside that of the first of them: in the same net, past all dimensions
 * that inputs can have, so that nobody's place depends on it and it depends on nobody else's.
 */
export const placeBeside = ({ suite, dimension }: SuitePlace): SuitePlace => ({
  suite,
  dimension: largestSuite + dimension,
});

/** Gives every input its dimension: each suite counts its own inputs in declared order. */
export function suitePlaces(inputs: readonly { readonly suite: string }[]): readonly SuitePlace[] {
  const counts = new Map<string, number>();
  return inputs.map(({ suite }) => {
    const before = counts.get(suite) ?? 0;
    counts.set(suite, before + 1);
    const part = Math.floor(before / largestSuite);
    return { suite: part === 0 ? suite : `${suite}#${part + 1}`, dimension: (before % largestSuite) + 1 };
  });
}
