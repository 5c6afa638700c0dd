/** Where a function is smallest, and its value there. */
export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
}

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

/**
 * A local minimum of a function of few variables without derivatives, by the simplex of Nelder & Mead (1965,
 * doi:10.1093/comjnl/7.4.308), started again from what it found until that no longer helps. Infinite values keep it away.
 *
 * @param step first edge of the simplex in every direction
 */
export function nelderMead(f: (x: readonly number[]) => number, start: readonly number[], step: number): Minimum {
  let best: Corner = { at: start, value: f(start) };
  for (let round = 0; round < 8; round++) {
    const found = descend(f, best, round === 0 ? step : step / 16);
    const gained = best.value - found.value;
    best = found;
    if (!(gained > 1e-14 * Math.abs(best.value))) break;
  }
  return best;
}

function descend(f: (x: readonly number[]) => number, from: Corner, step: number): Corner {
  const n = from.at.length;
  const corner = (at: readonly number[]): Corner => ({ at, value: f(at) });
  const simplex = [from, ...from.at.map((_, i) => corner(from.at.map((x, j) => (i === j ? x + step : x))))];
  for (let count = 0; count < 400 * n; count++) {
    simplex.sort((a, b) => a.value - b.value);
    const worst = simplex[n];
    const width = Math.max(...simplex.map(({ at }) => Math.max(...at.map((x, i) => Math.abs(x - simplex[0].at[i])))));
    if (width <= 1e-12) break;
    const middle = from.at.map((_, i) => simplex.slice(0, n).reduce((sum, { at }) => sum + at[i], 0) / n);
    const along = (share: number) => corner(middle.map((x, i) => x + share * (worst.at[i] - x)));
    const mirrored = along(-1);
    if (mirrored.value < simplex[0].value) {
      const farther = along(-2);
      simplex[n] = farther.value < mirrored.value ? farther : mirrored;
    } else if (mirrored.value < simplex[n - 1].value) {
      simplex[n] = mirrored;
    } else {
      const nearer = along(mirrored.value < worst.value ? -0.5 : 0.5);
      if (nearer.value < Math.min(mirrored.value, worst.value)) simplex[n] = nearer;
      else for (let k = 1; k <= n; k++) simplex[k] = corner(simplex[k].at.map((x, i) => (x + simplex[0].at[i]) / 2));
    }
  }
  return simplex.reduce((a, b) => (b.value < a.value ? b : a));
}
