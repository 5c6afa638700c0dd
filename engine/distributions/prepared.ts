/**
 * What is worked out once for the parameters of a family, whichever of its functions asks first: sorted values, sums, the
 * coefficients of a fit. Kept as long as the parameters themselves.
 */
export function prepared<P extends object, T>(make: (p: P) => T): (p: P) => T {
  const known = new WeakMap<P, T>();
  return (p) => {
    const before = known.get(p);
    if (before !== undefined) return before;
    const made = make(p);
    known.set(p, made);
    return made;
  };
}
