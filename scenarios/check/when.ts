/** Years of the horizon that a cost's `when` names, or what is wrong with it. */
export type WhenOutcome =
  | { readonly ok: true; readonly first: number; readonly last: number }
  | { readonly ok: false; readonly problem: "form" | "outside" };

/** Reads `programme`, `year 0`, `years 1-2` against the length of programme and horizon, in years. */
export function readWhen(when: string, programmeYears: number, horizonYears: number): WhenOutcome {
  const text = when.trim();
  if (text === "programme") return { ok: true, first: 0, last: programmeYears - 1 };
  const match = /^years?\s+(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?$/.exec(text);
  if (match === null) return { ok: false, problem: "form" };
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  if (first > last) return { ok: false, problem: "form" };
  return last < horizonYears ? { ok: true, first, last } : { ok: false, problem: "outside" };
}

/** What a cost is counted per: nothing, a person, or a group of so many. */
export function readPer(
  per: string | undefined,
): "once" | "enrolled" | "completed" | { readonly groupOf: number } | undefined {
  if (per === undefined) return "once";
  const text = per.trim();
  if (text === "enrolled" || text === "completed") return text;
  const size = /^group of ([1-9]\d{0,5})$/.exec(text)?.[1];
  return size === undefined ? undefined : { groupOf: Number(size) };
}
