/** Exponents of base units; a share has none: kr/case/year = { kr: 1, case: −1, year: −1 }. */
export type Unit = Readonly<Record<string, number>>;
