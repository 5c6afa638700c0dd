import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Io } from "../../cli/io.ts";
import { utfall } from "../../cli/program.ts";

const group = fileURLToPath(new URL("./group.yaml", import.meta.url));

async function run(words: readonly string[], stored = "", signal = new AbortController().signal) {
  const said = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    write: async (text: string) => {
      said[name] += text;
    },
    isTerminal: false,
    columns: 80,
  });
  const io: Io = {
    stdout: output("stdout"),
    stderr: output("stderr"),
    env: {},
    now: () => 0,
    stopSignal: () => signal,
    cores: 1,
    machine: "a test",
    files: { read: async () => stored, exists: async () => false, write: async () => {} },
  };
  return { code: await utfall(words, io), ...said };
}

const draws = ["--draws", "16384"];

test("chance on is in the result, which comes out the same again; off is as if nothing was said", async () => {
  const on = await run(["run", group, "--chance", "on", "--json", ...draws]);
  expect(on.code).toBe(0);
  const result = JSON.parse(on.stdout);
  expect(result.manifest.chance).toBe("on");
  expect(Object.keys(result.varianceByLevel)).toEqual([
    "net.municipality",
    "net",
    "pvBenefit.municipality",
    "completed",
    "cases.placed",
  ]);
  const again = await run(["verify", "result.json"], on.stdout);
  expect(again.stdout).toContain("The same bits");

  const [off, unsaid] = [["--chance", "off"], []].map((more) => run(["run", group, "--json", ...draws, ...more]));
  const [{ run: _, ...first }, { run: __, ...second }] = [
    JSON.parse((await off).stdout),
    JSON.parse((await unsaid).stdout),
  ];
  expect(first).toEqual(second);
  expect(first.manifest.chance).toBeUndefined();
});

test("a run that was stopped has no parted variance, and verify asks for none", async () => {
  const on = await run(["run", group, "--chance", "on", "--json", ...draws]);
  const { varianceByLevel: _, ...rest } = JSON.parse(on.stdout);
  const stopped = JSON.stringify({ ...rest, manifest: { ...rest.manifest, ended: "interrupted" } });
  expect((await run(["verify", "result.json"], stopped)).stdout).toContain("The same bits");
});

test("the summary tells it in the reader's language, and a wrong word is refused", async () => {
  const { stdout } = await run(["run", group, "--chance", "on", "--lang", "sv", ...draws]);
  expect(stdout).toContain("ANTAGANDEN OCH SLUMP");
  const wrong = await run(["run", group, "--chance", "maybe", "--lang", "sv"]);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("--chance kan inte vara maybe");
  expect(wrong.stderr).toContain("on | off");
});
