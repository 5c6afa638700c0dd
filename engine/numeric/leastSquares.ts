/**
 * The coefficients c for which rows·c comes nearest to `right`: Σ (row·c − right)² is least. Exact, but for rounding, where there
 * are as many rows as coefficients. By Householder's reflections, which do not square the condition number. NaN where the columns
 * depend on one another.
 * Source: Golub & Van Loan (2013), Matrix Computations, § 5.3, ISBN 978-1-4214-0794-4.
 *
 * @param rows at least as many as each has numbers
 */
export function leastSquares(rows: readonly (readonly number[])[], right: readonly number[]): number[] {
  const a = rows.map((row) => [...row]);
  const b = [...right];
  const columns = a[0].length;
  for (let k = 0; k < columns; k++) {
    let square = 0;
    for (let i = k; i < a.length; i++) square += a[i][k] * a[i][k];
    const length = Math.sqrt(square);
    const head = a[k][k] > 0 ? -length : length;
    // the reflection's vector is column k from row k on, its first number less `head`
    const first = a[k][k] - head;
    const half = head * first; // minus half the vector's squared length
    const reflect = (at: (i: number) => number, put: (i: number, x: number) => void) => {
      let sum = first * at(k);
      for (let i = k + 1; i < a.length; i++) sum += a[i][k] * at(i);
      const share = sum / half;
      put(k, at(k) + share * first);
      for (let i = k + 1; i < a.length; i++) put(i, at(i) + share * a[i][k]);
    };
    for (let j = k + 1; j < columns; j++)
      reflect(
        (i) => a[i][j],
        (i, x) => {
          a[i][j] = x;
        },
      );
    reflect(
      (i) => b[i],
      (i, x) => {
        b[i] = x;
      },
    );
    a[k][k] = head;
  }
  const c = new Array<number>(columns).fill(0);
  for (let k = columns - 1; k >= 0; k--) {
    let rest = b[k];
    for (let j = k + 1; j < columns; j++) rest -= a[k][j] * c[j];
    c[k] = a[k][k] === 0 ? Number.NaN : rest / a[k][k];
  }
  return c;
}
