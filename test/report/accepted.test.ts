import { expect, test } from "vitest";
import { page } from "../../report/page.ts";
import { summaryText } from "../../report/terminal.ts";
import { reference } from "./reference.ts";

const accepted = [
  {
    code: "effectCertain",
    found: { en: "The effect is certain", sv: "Effekten är säker" },
    reason: { en: "The break-even effect is looked for", sv: "Brytvärdet för effekten söks" },
  },
];

test.each(["en", "sv"] as const)(
  "warnings that a scenario accepts stand in the report with their reason: %s",
  async (language) => {
    const { result, about } = reference();
    const { found, reason } = accepted[0];
    for (const report of [
      summaryText(result, { ...about, accepted }, language),
      await page(result, { ...about, accepted }, language),
    ]) {
      expect(report).toContain(found[language]);
      expect(report).toContain(reason[language]);
    }
    const heading = language === "en" ? "Accepted with a reason" : "Godtaget med skäl";
    expect(await page(result, { ...about, accepted }, language)).toContain(heading);
    expect(await page(result, about, language)).not.toContain(heading);
  },
);
