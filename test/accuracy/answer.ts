/* One value of ours beside the value that another program gives, and how far apart they may be. */

export interface Answer {
  /** Which figure it is: "variance", "Gaussian copula". */
  readonly what: string;
  readonly found: number;
  readonly right: number;
  /** |found − right| / scale; 0 where they are equal, infinities among them. */
  readonly error: number;
  readonly allowed: number;
  /** At which case and value of the reference. */
  readonly at: string;
}

/** Relative to the value, and near 0 to `absolute / relative`. */
export function relativeTo(
  what: string,
  at: string,
  found: number,
  right: number,
  relative: number,
  absolute = 1e-300,
): Answer {
  const gap = found === right ? 0 : Math.abs(found - right);
  const scale = Math.abs(right) + absolute / relative;
  return { what, found, right, error: gap === 0 ? 0 : gap / scale, allowed: relative, at };
}

/** In the value's own unit. */
export function absoluteTo(what: string, at: string, found: number, right: number, allowed: number): Answer {
  const gap = found === right ? 0 : Math.abs(found - right);
  return { what, found, right, error: gap, allowed, at };
}

/** What fell outside, in words that a failing test shows. */
export const misses = (answers: Iterable<Answer>): readonly string[] =>
  [...answers]
    // written so that NaN misses too
    .filter(({ error, allowed }) => !(error <= allowed))
    .map(({ what, at, found, right, error }) => `${what}, ${at}: ${found}, not ${right} (${error})`);
