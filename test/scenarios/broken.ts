import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Files in which a comment would change what is wrong. */
const unmarked: Readonly<Record<string, readonly string[]>> = {
  "empty.yaml": ["1 fileEmpty"],
  "list-at-top.yaml": ["1 fileNotScenario"],
  "text-at-top.yaml": ["1 fileNotScenario"],
  "json-comma.json": ["2 yamlComma"],
};

const folder = fileURLToPath(new URL("./broken/", import.meta.url));

/** A file that is wrong on purpose, with what the checker ought to say: `line code`, in order. */
export interface BrokenFile {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
}

/**
 * The files of `broken/`. A comment `#! code` stands on the line that is wrong, `#v code` above a line that can't carry a
 * comment; a file without either is in `unmarked`.
 */
export const brokenFiles: readonly BrokenFile[] = readdirSync(folder).map((name) => {
  const text = readFileSync(folder + name, "utf8");
  const expected = text.split("\n").flatMap((line, index) => {
    const mark = /#([!v]) (.*)$/.exec(line);
    return mark === null ? [] : mark[2].split(", ").map((code) => `${index + (mark[1] === "!" ? 1 : 2)} ${code}`);
  });
  return { name, text, expected: unmarked[name] ?? expected };
});
