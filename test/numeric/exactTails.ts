/** Exact binomial probabilities and the normal distribution with 70 digits, by whole numbers alone. */

const scale = 2n ** 320n;
const pi = 31415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679n;
const piDigits = 10n ** 100n;

/** A double as a fraction whose denominator is a power of two. */
function fraction(x: number): { readonly above: bigint; readonly below: bigint } {
  let [above, below] = [x, 1n];
  for (; !Number.isInteger(above); below *= 2n) above *= 2;
  return { above: BigInt(above), below };
}

function squareRoot(x: bigint): bigint {
  let root = x;
  for (let next = (x + 1n) / 2n; next < root; next = (root + x / root) / 2n) root = next;
  return root;
}

const sqrtTwoPi = squareRoot((2n * pi * scale * scale) / piDigits);

/** Φ(−z) for z ≥ 0, in units of 2^−320. */
export function exactNormalTail(z: number): bigint {
  const { above, below } = fraction(z);
  const at = (scale * above) / below;
  const square = (at * at) / scale;
  let [sum, power] = [0n, at];
  for (let k = 0n; power !== 0n; k++) {
    const term = power / (2n * k + 1n);
    sum += k % 2n === 0n ? term : -term;
    power = (power * square) / (scale * 2n * (k + 1n));
  }
  return scale / 2n - (sum * scale) / sqrtTwoPi;
}

/** P(X ≤ k) for k = 0 … n, in units of 2^−320: exact sums, rounded once. */
export function exactBinomialCdf(n: number, probability: number): readonly bigint[] {
  const { above: p, below: whole } = fraction(probability);
  const q = whole - p;
  const denominator = whole ** BigInt(n);
  let [ways, sum] = [1n, 0n];
  return Array.from({ length: n + 1 }, (_, k) => {
    sum += ways * p ** BigInt(k) * q ** BigInt(n - k);
    ways = (ways * BigInt(n - k)) / BigInt(k + 1);
    return (sum * scale) / denominator;
  });
}

export const one = scale;
/** A quotient of two such numbers, as a double. */
export const quotient = (a: bigint, b: bigint): number => Number((a << 200n) / b) / 2 ** 200;

/** P(X ≤ k) for k = 0 … `upTo` of a Poisson count, in units of 2^−320. */
export function exactPoissonCdf(mean: number, upTo: number): readonly bigint[] {
  const { above, below } = fraction(mean);
  // e^mean in many more digits than are asked for, so that its inverse has them all.
  const fine = scale * scale;
  let [term, exponential] = [fine, 0n];
  for (let k = 1n; term !== 0n; k++) {
    exponential += term;
    term = (term * above) / (below * k);
  }
  let [mass, sum] = [(fine * fine) / exponential, 0n];
  return Array.from({ length: upTo + 1 }, (_, k) => {
    sum += mass;
    mass = (mass * above) / (below * BigInt(k + 1));
    return sum / scale;
  });
}
