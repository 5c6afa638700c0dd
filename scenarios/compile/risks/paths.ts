/** Path of the draw by which it is decided whether a risk happens; one for each programme year where it may happen anew. */
export const eventPath = (programme: string, risk: string, year?: number): string =>
  `${programme}/${risk}${year === undefined ? "" : `.y${year}`}`;
