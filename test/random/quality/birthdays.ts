import { poissonP } from "./pValues.ts";

const birthdays = 4096;
/** Of equal spacings, in a year of 2^32 days: m³/4n. */
const meanPerYear = birthdays ** 3 / (4 * 2 ** 32);

/**
 * Birthday spacings: 4,096 words are days of a year of 2^32 days; the number of spacings, between birthdays in order, that
 * occurred before is Poisson with mean m³/4n = 4. All years' numbers are added up.
 * Source: Marsaglia & Tsang (2002), Some difficult-to-pass tests of randomness, doi:10.18637/jss.v007.i03.
 */
export function birthdaySpacings(words: Uint32Array): number {
  const years = Math.floor(words.length / birthdays);
  const spacings = new Uint32Array(birthdays - 1);
  let equal = 0;
  for (let year = 0; year < years; year++) {
    const days = words.slice(birthdays * year, birthdays * (year + 1)).sort();
    for (let i = 0; i < spacings.length; i++) spacings[i] = days[i + 1] - days[i];
    spacings.sort();
    for (let i = 1; i < spacings.length; i++) if (spacings[i] === spacings[i - 1]) equal++;
  }
  return poissonP(equal, meanPerYear * years);
}

/** The same with each word read backwards, so that its lowest bits matter most. */
export const reversedBirthdaySpacings = (words: Uint32Array): number => birthdaySpacings(words.map(reversed));

function reversed(word: number): number {
  let w = word;
  w = ((w >>> 1) & 0x55555555) | ((w & 0x55555555) << 1);
  w = ((w >>> 2) & 0x33333333) | ((w & 0x33333333) << 2);
  w = ((w >>> 4) & 0x0f0f0f0f) | ((w & 0x0f0f0f0f) << 4);
  w = ((w >>> 8) & 0x00ff00ff) | ((w & 0x00ff00ff) << 8);
  return ((w >>> 16) | (w << 16)) >>> 0;
}
