/** Keys of the format whose capability has not come yet: refused, never ignored. */
export const laterKeys: ReadonlySet<string> = new Set([
  "risks",
  "stopRules",
  "financing",
  "implementation",
  "components",
  "options",
  "budget",
  "component",
  "byComponent",
  "harmed",
  "measurement",
  "cashable",
  "oddsRatio",
  "hazardRatio",
  "smd",
  "difference",
  "postponedBy",
  "shares",
  "adjust",
  "factor",
  "loading",
]);

/** Forms of a quantity that belong to the format and come later. */
export const laterForms: ReadonlySet<string> = new Set(["studies"]);
