import { constants, rmSync } from "node:fs";
import { type FileHandle, mkdir, open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { UtfallError } from "../engine/issues.ts";

export interface FileToWrite {
  readonly path: string;
  /** The text, whole or in pieces that are made as they are written. */
  readonly content: string | Iterable<string>;
}

/** Temporary files that stand open in this process. */
const unfinished = new Set<string>();
/** Milliseconds after which a temporary file of a process that is gone counts as left behind. */
const staleAfterMs = 60_000;

/**
 * Writes files whole, or not at all: each goes to a temporary file in the same folder (`.name.tmp-<process>`) and to the disk,
 * and only when all are there are they renamed. Whatever happens before that leaves the old files as they were.
 * Makes missing folders. Throws UtfallError `diskFull`, `notAllowed` or `fileUnwritable`.
 */
export async function writeWhole(files: readonly FileToWrite[]): Promise<void> {
  const ready: { readonly temporary: string; readonly target: string; readonly path: string }[] = [];
  let writing = "";
  try {
    const lastOfEach = new Map(files.map((file) => [resolve(file.path), file]));
    for (const { path, content } of lastOfEach.values()) {
      writing = path;
      await mkdir(dirname(path), { recursive: true });
      const target = await realpath(path).catch(() => path); // through a link to what it names
      if (await isDevice(target)) {
        await writeOnto(target, content);
        continue;
      }
      await removeLeftBehind(target);
      const temporary = join(dirname(target), `.${basename(target)}.tmp-${process.pid}`);
      unfinished.add(temporary);
      await writeOnto(temporary, content);
      ready.push({ temporary, target, path });
    }
    for (const { temporary, target, path } of ready) {
      writing = path;
      await rename(temporary, target);
      unfinished.delete(temporary);
    }
  } catch (error) {
    removeUnfinished();
    throw asIssue(error, writing);
  }
}

/** Takes away the temporary files of this process; for the moment before it ends at once. */
export function removeUnfinished(): void {
  for (const temporary of unfinished) rmSync(temporary, { force: true });
  unfinished.clear();
}

async function writeOnto(path: string, content: string | Iterable<string>): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o666);
  try {
    for (const piece of typeof content === "string" ? [content] : content) await writeAll(file, piece);
    await file.sync().catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EINVAL") throw error; // a pipe or terminal has nothing to sync
    });
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, piece: string): Promise<void> {
  const bytes = Buffer.from(piece);
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

/** `/dev/stdout`, a pipe: written onto, since renaming would put a file in its place. */
async function isDevice(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/** Takes away temporary files of the same target whose process was killed. */
async function removeLeftBehind(target: string): Promise<void> {
  const start = `.${basename(target)}.tmp-`;
  for (const name of await readdir(dirname(target))) {
    const owner = name.startsWith(start) ? Number(name.slice(start.length)) : Number.NaN;
    if (!Number.isInteger(owner) || isAlive(owner)) continue;
    const path = join(dirname(target), name);
    const found = await stat(path).catch(() => undefined);
    // Somebody else's folder may be shared by machines whose processes can't be seen here: they write on, so the time tells.
    if (found && Date.now() - found.mtimeMs > staleAfterMs) await rm(path, { force: true });
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function asIssue(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined || error instanceof UtfallError) return error;
  if (code === "ENOSPC" || code === "EDQUOT") return new UtfallError([{ code: "diskFull", with: { file } }]);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new UtfallError([{ code: "notAllowed", with: { file } }]);
  }
  return new UtfallError([{ code: "fileUnwritable", with: { file, reason: (error as Error).message } }]);
}
