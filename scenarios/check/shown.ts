/** A value as it stands in the file, shortened. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value).trim();
  const inside = Object.entries(value).map(([key, own]) => `${key}: ${shown(own)}`);
  return `{ ${inside.slice(0, 4).join(", ")}${inside.length > 4 ? ", …" : ""} }`;
}
