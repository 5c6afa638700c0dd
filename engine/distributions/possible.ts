/**
 * A limit as people read it: three digits, rounded so that what it shows is possible, down where values lie below it and up where
 * they lie above.
 */
export function limitText(limit: number, values: "below" | "above"): string {
  if (limit === 0 || !Number.isFinite(limit)) return String(limit);
  let scale = 1;
  while (Math.abs(limit) * scale < 100) scale *= 10;
  while (Math.abs(limit) * scale >= 1000) scale /= 10;
  const shown = (values === "below" ? Math.floor(limit * scale) : Math.ceil(limit * scale)) / scale;
  return String(Number(shown.toPrecision(3))).replace("-", "−");
}
