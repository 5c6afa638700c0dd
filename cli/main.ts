#!/usr/bin/env node
import { access, readFile } from "node:fs/promises";
import { arch, availableParallelism, cpus, platform } from "node:os";
import { UtfallError } from "../engine/issues.ts";
import { exitCodes } from "./exit.ts";
import type { Io, Output } from "./io.ts";
import { utfall } from "./program.ts";
import { removeUnfinished, writeWhole } from "./write.ts";

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

let stop: AbortController | undefined;
let stoppedBy: NodeJS.Signals | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stop === undefined || stoppedBy !== undefined) {
      removeUnfinished();
      process.exit(codeOf(signal));
    }
    stoppedBy = signal;
    stop.abort();
  });
}

function codeOf(signal: NodeJS.Signals | undefined): number {
  return signal === "SIGTERM" ? 143 : exitCodes.interrupted;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new UtfallError([{ code: "fileUnreadable", with: { file, reason: (error as Error).message } }]);
  }
}

const io: Io = {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  env: process.env,
  now: () => performance.now(),
  stopSignal() {
    stop ??= new AbortController();
    return stop.signal;
  },
  cores: availableParallelism(),
  machine: `${cpus()[0]?.model ?? "unknown"}, ${platform()} ${arch()}, Node ${process.versions.node}`,
  files: {
    read,
    exists: (path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    write: writeWhole,
  },
};

const code = await utfall(process.argv.slice(2), io);
process.exitCode = code === exitCodes.interrupted ? codeOf(stoppedBy) : code;
