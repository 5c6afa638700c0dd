import { expect, test } from "vitest";
import type { Result } from "../../engine/result/result.ts";
import { csv } from "../../report/csv.ts";
import { page, summaryText } from "../../report/index.ts";
import { schoolAbsence } from "./schoolAbsence.ts";

const figure = (value: number, se: number) => ({ value, se, low: value - 2 * se, high: value + 2 * se });

/** The same result where chance was drawn: 19 % of the variance of net comes from it, and nothing of the cost's. */
function withChance(): { result: Result; about: ReturnType<typeof schoolAbsence>["about"] } {
  const { result, about } = schoolAbsence();
  const leading = `net.${about.leading}`;
  const part = (share: number, sd: number) => ({ share: figure(share, 0.0023), sd: figure(sd, sd / 300) });
  const varianceByLevel = {
    [leading]: { assumptions: part(0.811, 2_030_000), chance: part(0.189, 980_000) },
    net: { assumptions: part(0.7, 2_000_000), chance: part(0.3, 1_310_000) },
  };
  return { result: { ...result, manifest: { ...result.manifest, chance: "on" }, varianceByLevel }, about };
}

const flat = (text: string) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");

test("the summary says what the variance comes from, in both languages and within its width", () => {
  const { result, about } = withChance();
  const sv = summaryText(result, about, "sv", 80);
  expect(sv).toContain("ANTAGANDEN OCH SLUMP");
  expect(flat(sv)).toContain("Av variansen i nettonuvärdet kommer 81 % från osäkra antaganden och 19 % från slumpen");
  expect(flat(sv)).toMatch(/81 % 19 % ± 0,2 % 980 tkr/);
  const en = summaryText(result, about, "en", 80);
  expect(flat(en)).toContain("81% comes from uncertain assumptions and 19% from chance in small groups");
  for (const line of [...sv.split("\n"), ...en.split("\n")]) expect([...line].length, line).toBeLessThanOrEqual(80);
});

test("page and CSV have it too, and nothing of it where chance is off", async () => {
  const { result, about } = withChance();
  const shown = flat(await page(result, about, "sv"));
  expect(shown).toContain("<h2>Antaganden och slump</h2>");
  expect(shown).toContain("personer och fall dras som hela tal");
  const rows = csv(result, about, "en", "plain");
  expect(rows).toContain("share of the variance from chance,0.189,0.0023");
  expect(rows.match(/from chance alone/g)).toHaveLength(2);
  const { result: off } = schoolAbsence();
  const without = flat(await page(off, about, "sv"));
  expect(without).not.toContain("Antaganden och slump");
  expect(without).toContain("personer och fall räknas som väntade antal");
  expect(csv(off, about, "en", "plain")).not.toContain("chance alone");
});
