import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { writeWhole } from "../../cli/write.ts";
import { UtfallError } from "../../engine/issues.ts";
import { ownFolder } from "./folder.ts";

/** A folder on a disk of its own; undefined where this process may not mount one. */
function ownDisk(options: string): string | undefined {
  const folder = join(ownFolder(), "disk");
  mkdirSync(folder);
  if (spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]).status !== 0) return undefined;
  onTestFinished(() => {
    spawnSync("umount", [folder]);
  });
  return folder;
}

const problemOf = async (writing: Promise<void>) => {
  const error = await writing.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UtfallError);
  return (error as UtfallError).issues;
};

test("writes files whole, makes their folders and leaves nothing else", async () => {
  const folder = ownFolder();
  const [one, other] = [join(folder, "a/b/one.txt"), join(folder, "other.txt")];
  writeFileSync(other, "before");
  await writeWhole([
    { path: one, content: "å" },
    { path: other, content: ["in ", "pieces"] },
  ]);
  expect(readFileSync(one, "utf8")).toBe("å");
  expect(readFileSync(other, "utf8")).toBe("in pieces");
  expect(readdirSync(folder).sort()).toEqual(["a", "other.txt"]);
});

test("one that cannot be made leaves all as they were", async () => {
  const folder = ownFolder();
  const [kept, failing] = [join(folder, "kept.txt"), join(folder, "failing.txt")];
  writeFileSync(kept, "before");
  function* broken() {
    yield "half";
    throw new Error("no more");
  }
  const writing = writeWhole([
    { path: kept, content: "after" },
    { path: failing, content: broken() },
  ]);
  await expect(writing).rejects.toThrow("no more");
  expect(readdirSync(folder)).toEqual(["kept.txt"]);
  expect(readFileSync(kept, "utf8")).toBe("before");
});

test("a full disk is said, and nothing is left on it", async ({ skip }) => {
  const disk = ownDisk("size=64k");
  if (disk === undefined) return skip("a full disk is made by mounting one, which is not allowed here");
  const [small, large] = [join(disk, "small.json"), join(disk, "large.json")];
  const issues = await problemOf(
    writeWhole([
      { path: small, content: "{}" },
      { path: large, content: "x".repeat(200_000) },
    ]),
  );
  expect(issues).toEqual([{ code: "diskFull", with: { file: large } }]);
  expect(readdirSync(disk)).toEqual([]);
});

test("a place where one may not write is said", async ({ skip }) => {
  const folder = process.getuid?.() === 0 ? ownDisk("ro") : ownFolder(); // root may write in any folder of a writable disk
  if (folder === undefined) return skip("a disk without writing is made by mounting one, which is not allowed here");
  if (process.getuid?.() !== 0) chmodSync(folder, 0o500);
  const path = join(folder, "file.txt");
  expect(await problemOf(writeWhole([{ path, content: "" }]))).toEqual([{ code: "notAllowed", with: { file: path } }]);
});

test("a place that is no place for a file is said", async () => {
  const folder = ownFolder();
  const path = join(folder, "file.txt");
  writeFileSync(path, "a file, no folder");
  for (const wrong of [join(path, "inside.txt"), folder]) {
    const issues = await problemOf(writeWhole([{ path: wrong, content: "" }]));
    expect(issues).toMatchObject([{ code: "fileUnwritable", with: { file: wrong } }]);
  }
  expect(readdirSync(folder)).toEqual(["file.txt"]);
});

test("writes through a link, and onto a device", async () => {
  const folder = ownFolder();
  const [real, link] = [join(folder, "real.txt"), join(folder, "link.txt")];
  writeFileSync(real, "before");
  symlinkSync(real, link);
  await writeWhole([{ path: link, content: "after" }]);
  expect(readFileSync(real, "utf8")).toBe("after");
  await writeWhole([{ path: "/dev/null", content: "gone" }]);
  expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});

test("takes away what a killed process left, and only that", async () => {
  const folder = ownFolder();
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  const stale = join(folder, `.page.html.tmp-${gone}`);
  const fresh = join(folder, `.page.html.tmp-${gone}0`);
  const alive = join(folder, `.page.html.tmp-${process.ppid}`);
  const foreign = join(folder, ".page.html.tmp-notes");
  for (const path of [stale, fresh, alive, foreign]) writeFileSync(path, "half");
  const hourAgo = Date.now() / 1000 - 3600;
  for (const path of [stale, alive, foreign]) utimesSync(path, hourAgo, hourAgo);
  await writeWhole([{ path: join(folder, "page.html"), content: "whole" }]);
  expect(existsSync(stale)).toBe(false);
  expect([fresh, alive, foreign].map((path) => existsSync(path))).toEqual([true, true, true]);
});

test("a process killed while writing leaves no file or a whole one", async () => {
  const folder = ownFolder();
  const path = join(folder, "result.json");
  const writer = `
    import { writeWhole } from ${JSON.stringify(new URL("../../dist/cli/write.js", import.meta.url).href)};
    const path = ${JSON.stringify(path)};
    console.log("ready");
    for (let k = 0; ; k++) await writeWhole([{ path, content: Array.from({ length: 16 }, () => String(k % 10).repeat(4096)) }]);
  `;
  let whole = 0;
  for (let round = 0; round < 12; round++) {
    const child = spawn(process.execPath, ["--input-type=module", "-e", writer], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    await delay(12 * round);
    child.kill("SIGKILL");
    await once(child, "exit");
    if (!existsSync(path)) continue;
    const text = readFileSync(path, "utf8");
    expect(text).toHaveLength(16 * 4096);
    expect(new Set(text).size).toBe(1); // all of one round
    whole++;
  }
  expect(whole).toBeGreaterThan(0);
});
