import type { Io } from "../../cli/io.ts";
import { utfall } from "../../cli/program.ts";
import type { FileToWrite } from "../../cli/write.ts";
import { UtfallError } from "../../engine/issues.ts";

/** The command in a world of the test's own; where nothing else is said, one without files. */
export async function within(world: Partial<Io>, words: readonly string[], terminal = false, columns = 72) {
  const said = { stdout: "", stderr: "" };
  const written: FileToWrite[] = [];
  const output = (name: "stdout" | "stderr") => ({
    write: async (text: string) => {
      said[name] += text;
    },
    isTerminal: terminal,
    columns,
  });
  const files: Io["files"] = {
    read: async (file) => {
      throw new UtfallError([{ code: "fileUnreadable", with: { file, reason: "ENOENT" } }]);
    },
    exists: async () => false,
    write: async (all) => {
      written.push(...all);
    },
  };
  const io: Io = {
    stdout: output("stdout"),
    stderr: output("stderr"),
    env: {},
    now: () => performance.now(),
    stopSignal: () => new AbortController().signal,
    cores: 1,
    machine: "a test",
    files,
    ...world,
  };
  const code = await utfall(words, io);
  return { code, written, ...said };
}
