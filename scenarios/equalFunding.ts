/** Name of the line that equal funding of independent schools adds beside a cost or a consequence. */
export const equalFundingId = (id: string): string => `${id}EqualFunding`;

/** The entries of a section, and after each the line that its equal funding adds. */
export function withEqualFunding(entries: Readonly<Record<string, { readonly equalFunding?: unknown }>>): string[] {
  return Object.entries(entries).flatMap(([id, { equalFunding }]) =>
    equalFunding === undefined ? [id] : [id, equalFundingId(id)],
  );
}
