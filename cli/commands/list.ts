import { about } from "../../scenarios/about.ts";
import { catalogueIds } from "../../scenarios/files.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Io } from "../io.ts";
import { languageOf, OptionReader } from "../options.ts";
import { loadScenario } from "../scenario.ts";

export interface ListOptions {
  readonly lang?: string;
  readonly json?: true;
}

/** `utfall list`: the scenarios of the catalogue, by id, with their titles. */
export async function listCommand(options: ListOptions, io: Io): Promise<ExitCode> {
  const reader = new OptionReader();
  reader.oneOf("--lang", options.lang, "en", ["en", "sv"]);
  reader.done();
  const language = languageOf(options.lang, io.env, "en");
  const abouts = [];
  for (const id of catalogueIds()) abouts.push(about(loadScenario(id)));
  if (options.json) {
    const data = abouts.map(({ id, version, title, status }) => ({ id, version, title, status }));
    await io.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
    return exitCodes.done;
  }
  const width = Math.max(...abouts.map(({ id }) => id.length));
  for (const { id, title, status } of abouts) {
    await io.stdout.write(`${id.padEnd(width)}  ${title[language]}${status ? ` (${status[language]})` : ""}\n`);
  }
  return exitCodes.done;
}
