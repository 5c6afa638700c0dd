/** Exponents of base units; a share has none: kr/case/year = { kr: 1, case: −1, year: −1 }. No exponent is 0. */
export type Unit = Readonly<Record<string, number>>;

/** A plain number or a share. */
export const noUnit: Unit = {};

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const sum: Record<string, number> = { ...a };
  for (const [name, exponent] of Object.entries(b)) {
    const total = (sum[name] ?? 0) + sign * exponent;
    if (total === 0) delete sum[name];
    else sum[name] = total;
  }
  return sum;
}

export const multiplyUnits = (a: Unit, b: Unit): Unit => combine(a, b, 1);
export const divideUnits = (a: Unit, b: Unit): Unit => combine(a, b, -1);

/** The unit of x^exponent, or undefined where an exponent would not be whole (the square root of kr). */
export function powerOfUnit(unit: Unit, exponent: number): Unit | undefined {
  const power: Record<string, number> = {};
  for (const [name, own] of Object.entries(unit)) {
    const total = own * exponent;
    if (!Number.isInteger(total)) return undefined;
    if (total !== 0) power[name] = total;
  }
  return power;
}

export function equalUnits(a: Unit, b: Unit): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

export const isPlain = (unit: Unit): boolean => Object.keys(unit).length === 0;
