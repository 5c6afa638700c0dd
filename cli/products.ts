import { join } from "node:path";
import type { Language } from "../engine/issues.ts";
import type { About } from "../engine/result/about.ts";
import type { CsvStyle } from "../report/csv.ts";
import { drawsCsv } from "./draws.ts";
import type { Simulation } from "./simulate.ts";
import type { FileToWrite } from "./write.ts";

/** What a run is to give beside, or instead of, its summary. Forms with `true` go to standard output. */
export interface Wanted {
  /** Folder for `<id>.json` and the page `<id>.html`. */
  readonly out?: string;
  readonly page: boolean;
  /** What stands after the id in the names of both; nothing unless said. */
  readonly suffix?: string;
  readonly json?: string | true;
  readonly csv?: string | true;
  readonly csvStyle: CsvStyle;
  /** The summary with all that was computed, not only what a decision hangs on. */
  readonly full?: true;
  readonly saveDraws?: string;
}

export interface Products {
  readonly files: readonly FileToWrite[];
  /** For standard output. */
  readonly text: string;
}

/** Makes everything that is to be written, before any of it is. */
export async function productsOf(
  { result, columns }: Simulation,
  about: About,
  language: Language,
  wanted: Wanted,
  width: number,
): Promise<Products> {
  // Loaded when needed: figures for programs need no words, and only a page needs charts.
  const report = () => import("../report/index.ts");
  const json = () => `${JSON.stringify(result, null, 2)}\n`;
  const csv = async () => (await report()).csv(result, about, language, wanted.csvStyle);
  const files: FileToWrite[] = [];
  if (wanted.out !== undefined) {
    const name = `${about.id}${wanted.suffix ?? ""}`;
    files.push({ path: join(wanted.out, `${name}.json`), content: json() });
    if (wanted.page) {
      files.push({
        path: join(wanted.out, `${name}.html`),
        content: await (await report()).page(result, about, language),
      });
    }
  }
  if (typeof wanted.json === "string") files.push({ path: wanted.json, content: json() });
  if (typeof wanted.csv === "string") files.push({ path: wanted.csv, content: await csv() });
  if (wanted.saveDraws !== undefined) {
    files.push({ path: wanted.saveDraws, content: drawsCsv(columns, result.manifest.draws) });
  }
  if (wanted.json === true) return { files, text: json() };
  if (wanted.csv === true) return { files, text: await csv() };
  const { summaryText } = await report();
  return { files, text: `${summaryText(result, about, language, width, wanted.full ? "full" : "brief").trimEnd()}\n` };
}
