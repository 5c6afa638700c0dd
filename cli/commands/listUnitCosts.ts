import { listedAmount, partsText } from "../../scenarios/about/prices.ts";
import { textOf } from "../../scenarios/about/texts.ts";
import { shippedUnitCosts } from "../../scenarios/files.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Io } from "../io.ts";
import { languageOf, OptionReader } from "../options.ts";
import { word } from "../words.ts";
import type { ListOptions } from "./list.ts";

/** `utfall list --unit-costs`: the unit costs that come with the program, with what they include and where they come from. */
export async function listUnitCosts(options: ListOptions, io: Io): Promise<ExitCode> {
  const reader = new OptionReader();
  reader.oneOf("--lang", options.lang, "en", ["en", "sv"]);
  reader.done();
  const language = languageOf(options.lang, io.env, "en");
  const files = shippedUnitCosts();
  if (options.json) {
    await io.stdout.write(`${JSON.stringify(files, null, 2)}\n`);
    return exitCodes.done;
  }
  const { wrap } = await import("../../report/terminal/textTable.ts");
  const text = (value: unknown): string => textOf(value, language)?.[language] ?? "";
  const lines = files.flatMap(({ file, title, sources, entries }) => [
    ...wrap(text(title) || file, io.stdout.columns),
    ...Object.values(sources).flatMap((source) => wrap(text(source.title), io.stdout.columns)),
    "",
    ...Object.entries(entries).flatMap(([id, entry]) => {
      const { includes = [], excludes = [], status } = entry;
      const parts = [
        text(entry.title),
        ...(includes.length > 0 ? [word("unitCostIncludes", language, { parts: partsText(includes)[language] })] : []),
        ...(excludes.length > 0 ? [word("unitCostExcludes", language, { parts: partsText(excludes)[language] })] : []),
        ...(status === "placeholder" ? [word("unitCostPlaceholder", language)] : []),
      ];
      const amount = `${listedAmount(entry)[language]} (${entry.priceYear})`;
      const gap = " ".repeat(Math.max(2, 52 - id.length - [...amount].length));
      return [`${id}${gap}${amount}`, ...wrap(parts.join("; "), io.stdout.columns, 2)];
    }),
    "",
  ]);
  lines.push(...wrap(word("unitCostsUse", language), io.stdout.columns));
  await io.stdout.write(`${lines.join("\n")}\n`);
  return exitCodes.done;
}
