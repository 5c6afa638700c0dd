/** Keys of the format whose capability has not come yet: refused, never ignored. */
export const laterKeys: ReadonlySet<string> = new Set([]);
