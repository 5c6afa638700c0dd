import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Issue } from "../engine/issues.ts";
import { checkText } from "./check.ts";
import type { CheckOutcome } from "./checked.ts";
import { largestFile } from "./read.ts";
import type { NamedText, PriceFiles } from "./unitCosts/priceFiles.ts";
import { readUnitCosts, type UnitCostsOfFile } from "./unitCosts/readUnitCosts.ts";

export type FileOutcome =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The folder of the scenarios that come with the program: beside this file, or in the project from `dist/scenarios`. */
function catalogue(): string {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const above = fileURLToPath(new URL("../../scenarios/", import.meta.url));
  return hasScenarios(here) ? here : above;
}

const hasScenarios = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(".yaml"));

/** Ids of the scenarios that come with the program, in alphabetical order. */
export function catalogueIds(): string[] {
  const folder = catalogue();
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return files.map((name) => name.slice(0, -".yaml".length)).sort();
}

/** Path of the file of a scenario in the catalogue. */
export const catalogueFile = (id: string): string => `${catalogue()}${id}.yaml`;

/** Reads a text file; a folder, a missing or unreadable file and one far too large for a scenario are told as issues. */
export function readScenarioFile(file: string): FileOutcome {
  const refuse = (code: Issue["code"], values: Issue["with"]): FileOutcome => ({
    ok: false,
    issues: [{ code, with: { file, ...values } }],
  });
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) return refuse("fileFolder", {});
    if (stats.size > largestFile)
      return refuse("fileTooLarge", { megabytes: Math.ceil(stats.size / 1e6), most: largestFile / 1e6 });
    return { ok: true, text: readAtMost(file, largestFile + 1) };
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === "ENOENT" || code === "ENOTDIR") return refuse("fileMissing", { known: catalogueIds().join(", ") });
    return refuse("scenarioUnreadable", { reason: code ?? String(error) });
  }
}

/** What a file holds, up to a number of bytes: a device or pipe may have no end. */
function readAtMost(file: string, most: number): string {
  const open = openSync(file, "r");
  try {
    const parts: Buffer[] = [];
    let total = 0;
    while (total < most) {
      const part = Buffer.alloc(Math.min(65_536, most - total));
      const read = readSync(open, part, 0, part.length, null);
      if (read === 0) break;
      parts.push(part.subarray(0, read));
      total += read;
    }
    return Buffer.concat(parts).toString("utf8");
  } finally {
    closeSync(open);
  }
}

/** Unit costs and price indices for the check of a scenario file: those it names, and those that come with the program. */
export function priceFiles(scenarioFile = "."): PriceFiles {
  return {
    read: (file) => {
      const name = isAbsolute(file) ? file : join(dirname(scenarioFile), file);
      const read = readScenarioFile(name);
      return read.ok ? { ...read, name } : read;
    },
    shippedUnitCosts: () => textsIn("unitCosts"),
    shippedIndices: () => textsIn("priceIndices"),
    shippedSchedules: () => textsIn("discountSchedules"),
  };
}

/** The unit costs that come with the program, file by file. */
export function shippedUnitCosts(): readonly ({ readonly file: string } & UnitCostsOfFile)[] {
  return textsIn("unitCosts").flatMap(({ name, text }) => {
    const outcome = readUnitCosts(text, name);
    return outcome.ok ? [{ file: name, ...outcome.unitCosts }] : [];
  });
}

function textsIn(folder: string): readonly NamedText[] {
  const at = join(catalogue(), folder);
  if (!existsSync(at)) return [];
  const files = readdirSync(at).filter((name) => name.endsWith(".yaml"));
  return files.sort().map((name) => ({ name, text: readFileSync(join(at, name), "utf8") }));
}

/** Reads and checks a scenario file. */
export function checkFile(file: string): CheckOutcome {
  const read = readScenarioFile(file);
  return read.ok ? checkText(read.text, file, priceFiles(file)) : read;
}
