/** How many arguments each function takes: [fewest, most]. */
export const functions: Readonly<Record<string, readonly [number, number]>> = {
  min: [2, 20],
  max: [2, 20],
  abs: [1, 1],
  sqrt: [1, 1],
  exp: [1, 1],
  ln: [1, 1],
  floor: [1, 1],
  ceil: [1, 1],
  round: [1, 1],
  if: [3, 3],
  shift: [2, 2],
  cum: [1, 1],
  sum: [1, 1],
  pv: [1, 1],
  at: [2, 2],
  grow: [2, 2],
  carry: [2, 2],
};

/** Series that every formula may name: 0, 1, 2, … by year of the horizon, and 1 in the programme's years, else 0. */
export const seriesWords: readonly string[] = ["year", "programmeYear"];

/** Names with a meaning of their own in formulas; none of them can be an id. */
export const formulaWords: readonly string[] = [...Object.keys(functions), ...seriesWords, "and", "or", "not"];
