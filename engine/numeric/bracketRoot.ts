/**
 * A root of f between a and b, where f has opposite signs: regula falsi with the Illinois correction (Dowell & Jarratt 1971,
 * doi:10.1007/BF01934364), which never leaves the bracket. Undefined if the signs agree. Ends when the bracket is as narrow
 * as rounding, or f is 0.
 */
export function bracketRoot(f: (x: number) => number, a: number, b: number): number | undefined {
  let left = a;
  let right = b;
  let atLeft = f(left);
  let atRight = f(right);
  if (atLeft === 0) return left;
  if (atRight === 0) return right;
  if (!(atLeft * atRight < 0)) return undefined;
  let kept = 0;
  for (let step = 0; step < 200; step++) {
    const width = Math.abs(right - left);
    if (width <= 4e-16 * Math.max(Math.abs(left), Math.abs(right))) break;
    const secant = right - (atRight * (right - left)) / (atRight - atLeft);
    const x = secant > Math.min(left, right) && secant < Math.max(left, right) ? secant : left + (right - left) / 2;
    const value = f(x);
    if (value === 0) return x;
    if (value * atRight < 0) {
      left = right;
      atLeft = atRight;
      kept = 0;
    } else {
      kept++;
      if (kept > 0) atLeft /= 2;
    }
    if (Math.abs(x - right) <= 2e-16 * Math.abs(x)) return x;
    right = x;
    atRight = value;
  }
  return right;
}
