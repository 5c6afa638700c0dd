import { access, readFile } from "node:fs/promises";
import { arch, availableParallelism, cpus, platform } from "node:os";
import { UtfallError } from "../engine/issues.ts";
import { exitCodes } from "./exit.ts";
import type { Io, Output } from "./io.ts";
import { sayError, utfall } from "./program.ts";
import { type FileToWrite, removeUnfinished, writeWhole } from "./write.ts";

/** A stream whose reader may go away (`utfall run … | head`): what it no longer wants is dropped. */
function outputOf(stream: NodeJS.WriteStream): Output {
  let gone = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    gone = true;
  });
  return {
    write: (text) =>
      new Promise((resolve) => {
        if (gone) resolve();
        else stream.write(text, () => resolve());
      }),
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns ?? 80;
    },
  };
}

let stoppedBy: NodeJS.Signals | undefined;

function codeOf(signal: NodeJS.Signals | undefined): number {
  return signal === "SIGTERM" ? 143 : exitCodes.interrupted;
}

/** Calls `heard` at Ctrl-C or SIGTERM, until what it returns is called; where nobody listens they end the process at once. */
function listen(heard: (signal: NodeJS.Signals) => void): () => void {
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, heard);
  return () => {
    for (const signal of signals) process.off(signal, heard);
  };
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const deaf = listen((signal) => {
    deaf(); // so that the second one ends the process however busy it is
    stoppedBy = signal;
    controller.abort();
  });
  return controller.signal;
}

/** While files are being written, a signal takes the unfinished ones away before it ends the process. */
async function write(files: readonly FileToWrite[]): Promise<void> {
  const deaf = listen((signal) => {
    removeUnfinished();
    process.exit(codeOf(signal));
  });
  try {
    await writeWhole(files);
  } finally {
    deaf();
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new UtfallError([{ code: "resultMissing", with: { file } }]);
    throw new UtfallError([{ code: "fileUnreadable", with: { file, reason: code ?? message } }]);
  }
}

const io: Io = {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  env: process.env,
  now: () => performance.now(),
  stopSignal,
  cores: availableParallelism(),
  machine: `${cpus()[0]?.model ?? "unknown"}, ${platform()} ${arch()}, Node ${process.versions.node}`,
  files: {
    read,
    exists: (path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    write,
  },
};

const words = process.argv.slice(2);
process.on("uncaughtException", async (error) => {
  process.exit(await sayError(error, words, io));
});
const code = await utfall(words, io);
process.exitCode = code === exitCodes.interrupted ? codeOf(stoppedBy) : code;
