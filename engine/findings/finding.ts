/** One row of the table of findings: how serious it is, and its words. `{name}` marks a value that the issue carries. */
export interface Finding {
  readonly severity: "error" | "warning";
  /** What was found. One sentence, no full stop at the end. */
  readonly found: { readonly en: string; readonly sv: string };
  /** What would be right, or what to do. */
  readonly mend: { readonly en: string; readonly sv: string };
}

/** Keeps the codes of a group of rows as literal types. */
export const rows = <K extends string>(group: Record<K, Finding>): Record<K, Finding> => group;
