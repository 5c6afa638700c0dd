import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Result } from "../../engine/index.ts";
import { ownFolder } from "./folder.ts";
import { type Ended, start, utfall } from "./utfall.ts";

const few = ["--draws", "16384"];
/** A scenario small enough to be run often. */
const tiny = fileURLToPath(new URL("./tiny.yaml", import.meta.url));

/** What no user should ever be shown. */
function expectNoStack({ stderr, stdout }: Ended): void {
  expect(stderr + stdout).not.toMatch(/\n\s+at .*:\d+:\d+/);
  expect(stderr + stdout).not.toContain("[object Object]");
  expect(stderr + stdout).not.toMatch(/\bundefined\b|\bNaN\b/);
}

const readResult = (path: string): Result => JSON.parse(readFileSync(path, "utf8"));

describe("run", () => {
  test("says what came out, in the scenario's language or the one asked for, within 80 columns", async () => {
    const swedish = await utfall(["run", "school-absence", ...few, "--lang", "sv"]);
    const [english, bySetting] = await Promise.all([
      utfall(["run", tiny, ...few]),
      utfall(["run", tiny, ...few], { env: { UTFALL_LANG: "sv" } }),
    ]);
    for (const ended of [english, swedish, bySetting]) {
      expect(ended.code).toBe(0);
      expectNoStack(ended);
      for (const line of ended.stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
    }
    expect(swedish.stdout).toContain("ogiltig frånvaro");
    expect(english.stdout).toContain("Two numbers");
    expect(bySetting.stdout).toContain("Två tal");
    expect(english.stderr).toMatch(/16,384 draws of tiny in .* \(seed 1, sobol design\)/);
    expect(swedish.stderr).toMatch(/16\u00a0384 dragningar av school-absence på .* \(frö 1, design sobol\)/);
  });

  test("with --out writes result and page, and nothing else", async () => {
    const folder = ownFolder();
    const ended = await utfall(["run", "school-absence", ...few, "--out", "out/deep"], { cwd: folder });
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain("Less unexcused absence");
    expect(readdirSync(folder)).toEqual(["out"]);
    expect(readdirSync(join(folder, "out/deep")).sort()).toEqual(["school-absence.html", "school-absence.json"]);
    expect(readFileSync(join(folder, "out/deep/school-absence.html"), "utf8")).toMatch(/^<!doctype html>/i);
    const result = readResult(join(folder, "out/deep/school-absence.json"));
    expect(result.format).toBe("utfall-result/1");
    expect(result.manifest).toMatchObject({ scenario: "school-absence", seed: "1", draws: 16384, ended: "fixed" });
    // Twice where so many figures need the draws to be made again.
    expect([16, 32]).toContain(result.run!.threads.reduce((sum, { blocks }) => sum + blocks, 0));
    await utfall(["run", tiny, ...few, "--out", "bare", "--no-page"], { cwd: folder });
    expect(readdirSync(join(folder, "bare"))).toEqual(["tiny.json"]);
  });

  test("the result is the same to the byte on any number of threads, and other with another seed", async () => {
    const [one, two, other] = await Promise.all(
      [
        ["--threads", "1"],
        ["--threads", "3"],
        ["--seed", "another"],
      ].map((more) => utfall(["run", tiny, ...few, "--json", ...more])),
    );
    const compared = ({ stdout }: Ended) => JSON.stringify({ ...JSON.parse(stdout), run: undefined });
    expect(compared(two)).toBe(compared(one));
    expect(compared(other)).not.toBe(compared(one));
  });

  test("machine-readable forms: JSON, CSV, every draw, further figures", async () => {
    const folder = ownFolder();
    const files = ["--json", "r.json", "--csv", "r.csv", "--save-draws", "d.csv", "--output", "net.household.y0"];
    const ended = await utfall(["run", tiny, ...few, ...files], { cwd: folder });
    expect(ended.code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["d.csv", "r.csv", "r.json"]);
    const result = readResult(join(folder, "r.json"));
    expect(result.outputs).toHaveProperty(["net.household.y0"]);
    expect(readFileSync(join(folder, "r.csv"), "utf8")).toContain("net.household.y0");
    const [names, ...lines] = readFileSync(join(folder, "d.csv"), "utf8").trimEnd().split("\r\n");
    expect(lines).toHaveLength(16384);
    const column = names.split(",").indexOf("net");
    const mean = lines.reduce((sum, line) => sum + Number(line.split(",")[column]), 0) / lines.length;
    const { net } = result.outputs;
    expect(mean / (net.kind === "number" ? net.mean.value : 0)).toBeCloseTo(1, 10);
    const csv = await utfall(["run", tiny, ...few, "--csv", "--csv-style", "excel-sv"]);
    expect(csv.stdout).toMatch(/^\ufeff[^,]*;.*\r\nnet;/s);
  });

  test("--require decides the exit code", async () => {
    const met = await utfall(["run", tiny, ...few, "--require", "left=1%", "--require", "success=0.01"]);
    expect(met.code).toBe(0);
    expect(met.stderr).toMatch(/Met: left has a chance of/);
    const unmet = await utfall(["run", tiny, ...few, "--require", "left=1%", "--require", "left=99.9%"]);
    expect(unmet.code).toBe(1);
    expect(unmet.stderr).toMatch(/Not met: left/);
    expect(unmet.stdout).not.toBe("");
  });

  test("a reader that goes away is no error", async () => {
    const { child, ended } = start(["run", tiny, ...few, "--json"]);
    child.stdout!.destroy();
    const { code, stderr } = await ended;
    expect(code).toBe(0);
    expect(stderr).not.toContain("EPIPE");
  });
});

describe("bad input ends with 2, says what is wrong, and writes nothing", () => {
  const broken =
    "format: utfall-scenario/1\nid: Broken\ntitle: Trasig\nlanguage: sv\nhorizon: ten years\ncosts: { a: 1 }\n";

  async function refused(words: readonly string[], said: RegExp, files: Readonly<Record<string, string>> = {}) {
    const folder = ownFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const ended = await utfall(words, { cwd: folder });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(said);
    expect(ended.stdout).toBe("");
    expectNoStack(ended);
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
    return ended;
  }

  test("a broken scenario, every problem at file:line:column, in its own language", async () => {
    const { stderr } = await refused(["run", "broken.yaml", "--out", "out"], /broken\.yaml:2:\d+/, {
      "broken.yaml": broken,
    });
    expect(stderr).toMatch(/broken\.yaml:5:\d+/);
    expect(stderr).toMatch(/broken\.yaml:6:\d+/);
    expect(stderr).toContain("fel");
    const english = await refused(["run", "broken.yaml", "--lang", "en"], /broken\.yaml:2:\d+/, {
      "broken.yaml": broken,
    });
    expect(english.stderr).not.toBe(stderr);
  });

  test.each([
    ["an unknown id", ["run", "school-abscence", "--out", "out"], /Nearest in the catalogue: school-absence/],
    ["a missing file", ["run", "missing.yaml"], /missing\.yaml/],
    ["options, all at once", ["run", "reference", "--draws", "many", "--threads", "0"], /--draws[\s\S]*--threads/],
    ["an unknown criterion", ["run", "reference", "--require", "gian=80%"], /Nearest known: gain/],
    ["a chance that is none", ["run", "reference", "--require", "gain=80"], /gain=80%/],
    ["an unknown figure", ["run", "reference", "--output", "nett", "--out", "out"], /net/],
    ["two outputs", ["run", "reference", "--json", "--csv"], /--json, --csv/],
    ["an unknown option", ["run", "reference", "--drawz", "5"], /--drawz/],
    ["an unknown command", ["rnu", "reference"], /rnu/],
    ["a folder that is a file", ["run", tiny, ...few, "--out", "file"], /can't be written/],
    ["no file", ["report", "none.json"], /There is no file none\.json/],
    ["a folder", ["report", "."], /can't be read: EISDIR/],
    ["no result", ["report", "file"], /not a result/],
    ["another format", ["verify", "other.json"], /utfall-result\/9/],
  ])("%s", async (_, words, said) => {
    await refused(words, said, { file: "{}", "other.json": '{"format":"utfall-result/9"}' });
  });

  test("in Swedish", async () => {
    await refused(["run", "skola", "--lang", "sv"], /fel: .*Närmast i katalogen/s);
    await refused(["run", "reference", "--draws", "många", "--lang=sv"], /--draws kan inte vara många/);
  });
});

describe("check", () => {
  test("says nothing is wrong, or all that is, for people and for programs", async () => {
    const folder = ownFolder();
    writeFileSync(join(folder, "bad.yaml"), "format: utfall-scenario/1\nid: Bad\nlanguage: sv\n");
    const good = await utfall(["check", "school-absence", "reference"]);
    expect(good.code).toBe(0);
    expect(good.stdout.match(/no errors/g)).toHaveLength(2);
    const bad = await utfall(["check", "bad.yaml"], { cwd: folder });
    expect(bad.code).toBe(2);
    expect(bad.stdout).toMatch(/bad\.yaml:2:\d+/);
    expectNoStack(bad);
    const data = JSON.parse((await utfall(["check", "bad.yaml", "reference", "--json"], { cwd: folder })).stdout);
    expect(data).toMatchObject([{ file: "bad.yaml", ok: false }, { ok: true }]);
    expect(data[0].issues[0]).toMatchObject({
      code: expect.any(String),
      severity: "error",
      found: expect.any(String),
      mend: expect.any(String),
      at: { file: "bad.yaml", line: expect.any(Number), column: expect.any(Number) },
    });
  });
});

describe("init", () => {
  test("names the programme after the file, where that makes a name", async () => {
    const folder = ownFolder();
    const idIn = async (file: string) => {
      await utfall(["init", file], { cwd: folder });
      return /^id: (\S+) /m.exec(readFileSync(join(folder, file), "utf8"))?.[1];
    };
    expect(await idIn("home-visits.yaml")).toBe("home-visits");
    expect(await idIn("Hembesök.yaml")).toBe("my-programme");
    expect(await idIn("scenario.yaml")).toBe("my-programme");
  });

  test.each(["en", "sv"])(
    "writes a scenario that passes the check without a warning, and runs (%s)",
    async (language) => {
      const folder = ownFolder();
      const written = await utfall(["init", "mine.yaml", "--lang", language], { cwd: folder });
      expect(written.code).toBe(0);
      const checked = await utfall(["check", "mine.yaml"], { cwd: folder });
      expect(checked.stdout).toMatch(/^mine\.yaml: (no errors|inga fel)$/m);
      const run = await utfall(["run", "mine.yaml", ...few, "--json"], { cwd: folder });
      expect(run.code).toBe(0);
      const { outputs, criteria } = JSON.parse(run.stdout) as Result;
      expect(Object.keys(criteria).sort()).toEqual(["all", "fewer", "paysBack", "success"]);
      // A first scenario should be about something: neither sure to pay back nor sure not to.
      expect(criteria.paysBack.probability.value).toBeGreaterThan(0.2);
      expect(criteria.paysBack.probability.value).toBeLessThan(0.9);
      expect(outputs).toHaveProperty("net.municipality");
    },
  );

  test("never replaces a file unless told to", async () => {
    const folder = ownFolder();
    const path = join(folder, "scenario.yaml");
    writeFileSync(path, "mine");
    const refused = await utfall(["init"], { cwd: folder });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/--force/);
    expect(readFileSync(path, "utf8")).toBe("mine");
    expect((await utfall(["init", "--force"], { cwd: folder })).code).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("utfall-scenario/1");
  });
});

describe("list, schema, help", () => {
  test("list names the catalogue in either language", async () => {
    const english = await utfall(["list"]);
    expect(english.stdout).toMatch(
      /^school-absence +Less unexcused absence in upper-secondary school \(fictional example\)$/m,
    );
    expect((await utfall(["list", "--lang", "sv"])).stdout).toMatch(/^school-absence +.*frånvaro/m);
    expect(JSON.parse((await utfall(["list", "--json"])).stdout)).toContainEqual(
      expect.objectContaining({ id: "school-absence", title: expect.objectContaining({ sv: expect.any(String) }) }),
    );
  });

  test("schema is a JSON Schema", async () => {
    const { code, stdout } = await utfall(["schema"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.stringContaining("json-schema.org") });
  });

  test.each(["check", "run", "report", "list", "explain", "schema", "init", "verify"])(
    "%s --help has an example",
    async (name) => {
      const { code, stdout } = await utfall([name, "--help"]);
      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`Example:\n  utfall ${name}\\b`));
      for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    },
  );

  test("--version is the package's, and help names the exit codes", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect((await utfall(["--version"])).stdout).toBe(`${version}\n`);
    expect((await utfall(["--help"])).stdout).toMatch(/Exit codes:[\s\S]*130/);
  });
});

describe("run with a target", () => {
  test("ends when the figures are sure enough, or at the most draws, and verify finds the same bits", async () => {
    const folder = ownFolder();
    const wide = ["--target", "net=1e12", "--target", "net:p5=1e12"];
    expect((await utfall(["run", tiny, ...wide, "--json", "met.json"], { cwd: folder })).code).toBe(0);
    expect(readResult(join(folder, "met.json")).manifest).toMatchObject({ draws: 16_384, ended: "target" });
    const narrow = ["--target", "net=0,01 %", "--most-draws", "40000", "--memory", "16", "--design", "plain"];
    expect((await utfall(["run", tiny, ...narrow, "--json", "spent.json"], { cwd: folder })).code).toBe(0);
    expect(readResult(join(folder, "spent.json")).manifest).toMatchObject({ draws: 32_768, ended: "budget" });
    for (const file of ["met.json", "spent.json"])
      expect((await utfall(["verify", file], { cwd: folder })).code, file).toBe(0);
  });

  test.each([
    [["--target", "nett=5"], /nett/],
    [["--target", "net"], /--target/],
    [["--target", "net:p6=5"], /--target/],
    [["--target", "net=0"], /--target/],
    [["--target", "net=5", "--draws", "20000"], /--most-draws/],
    [["--most-draws", "20000"], /--target/],
  ])("%j is refused", async (words, said) => {
    const refused = await utfall(["run", tiny, ...words]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(said);
    expectNoStack(refused);
  });
});

describe("report and verify", () => {
  let text = "";
  beforeAll(async () => {
    text = (await utfall(["run", tiny, ...few, "--json", "--output", "net.household.y0"])).stdout;
  });

  function stored(change: (result: Record<string, never>) => void = () => {}) {
    const folder = ownFolder();
    const result = JSON.parse(text);
    change(result);
    writeFileSync(join(folder, "r.json"), JSON.stringify(result));
    return folder;
  }

  test("report makes page and summary from the result alone", async () => {
    const folder = stored();
    const page = await utfall(["report", "r.json", "--lang", "sv"], { cwd: folder });
    expect(page.code).toBe(0);
    expect(readFileSync(join(folder, "r.html"), "utf8")).toContain("Två tal");
    const summary = await utfall(["report", "r.json", "--text"], { cwd: folder });
    expect(summary.stdout).toBe((await utfall(["run", tiny, ...few, "--output", "net.household.y0"])).stdout);
    await utfall(["report", "r.json", "--out", "pages/en.html"], { cwd: folder });
    expect(readdirSync(join(folder, "pages"))).toEqual(["en.html"]);
  });

  test("verify finds the same bits, on another number of threads and of draws that were rounded", async () => {
    const same = await utfall(["verify", "r.json", "--threads", "3"], { cwd: stored() });
    expect(same.stdout).toMatch(/^The same bits: \d+ figures of 16,384 draws/);
    expect(same.code).toBe(0);
    const folder = ownFolder();
    await utfall(["run", tiny, "--draws", "20000", "--design", "plain", "--json", "r.json"], { cwd: folder });
    expect(readResult(join(folder, "r.json")).warnings).toContainEqual(
      expect.objectContaining({ code: "drawsRounded" }),
    );
    expect((await utfall(["verify", "r.json", "--lang", "sv"], { cwd: folder })).stdout).toMatch(
      /^Lika till sista bit/,
    );
  });

  test("verify takes a scenario with warnings, unit costs and accepted findings for the same, though it has no file of it", async () => {
    const folder = ownFolder();
    const more = `unitCosts: { needs: [wages, premises] }
accept: { unitCostMore: Employer's contributions belong to wages }
quantities:
  unused: { low: 1, best: 2, high: 3 }
  fee: { unitCost: interpreter, spread: 20 % }
`;
    const text = readFileSync(tiny, "utf8")
      .replace("priceYear: 2025", "priceYear: 2023")
      .replace("quantities:\n", more)
      .replace("value: = expense", "value: = expense + fee * 1 hour");
    writeFileSync(join(folder, "s.yaml"), text);
    const ran = await utfall(["run", "s.yaml", ...few, "--out", "."], { cwd: folder });
    expect(ran.code).toBe(0);
    const { warnings } = readResult(join(folder, "tiny.json"));
    expect(warnings.map(({ code }) => code).sort()).toEqual(["quantityUnused", "unitCostLacks"]);
    expect(ran.stdout).toContain("Employer's contributions belong to wages");
    const verified = await utfall(["verify", "tiny.json"], { cwd: folder });
    expect(verified.stderr + verified.stdout).toMatch(/^The same bits/);
    expect(verified.code).toBe(0);
  });

  test("verify says the first difference, by its path", async () => {
    const folder = stored((result: { outputs?: never }) => {
      (result.outputs as unknown as Result["outputs"] & { net: { mean: { value: number } } }).net.mean.value += 1;
    });
    const differs = await utfall(["verify", "r.json"], { cwd: folder });
    expect(differs.code).toBe(1);
    expect(differs.stdout).toMatch(/^Not the same: outputs\/net\/mean\/value is /);
  });

  test.each([
    [
      "a changed scenario",
      (r: { scenario: { title: unknown } }) => Object.assign(r.scenario, { title: "Other" }),
      /has been changed/,
    ],
    [
      "another engine",
      (r: { manifest: object }) => Object.assign(r.manifest, { engine: "0.0.1" }),
      /engine version 0\.0\.1/,
    ],
    ["no scenario", (r: object) => Object.assign(r, { scenario: null }), /no scenario/],
  ])("verify refuses %s", async (_, change, said) => {
    const refused = await utfall(["verify", "r.json"], { cwd: stored(change as never) });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(said);
    expectNoStack(refused);
  });
});

describe("Ctrl-C", () => {
  /** Sixty years make each draw slow, so that the run is long but its result small. */
  function startLong() {
    const folder = ownFolder();
    writeFileSync(join(folder, "slow.yaml"), `${readFileSync(tiny, "utf8")}horizon: 60 years\ndiscounting: 3 %/year\n`);
    const words = ["run", "slow.yaml", "--draws", "16777216", "--memory", "256", "--out", "out", "--no-page"];
    return { folder, ...start(words, { cwd: folder }) };
  }

  /** Waits until progress says that so many draws are done. */
  const drawn = ({ child, ended }: Pick<ReturnType<typeof start>, "child" | "ended">, draws: number) =>
    new Promise<void>((resolve, reject) => {
      child.stderr!.on("data", (text: string) => {
        const done = /([\d,]+) of 16,777,216 draws/.exec(text)?.[1].replaceAll(",", "");
        if (Number(done) >= draws) resolve();
      });
      ended.then(({ stderr }) => reject(new Error(`ended before that: ${stderr}`)));
    });

  test("stops at the last checkpoint and writes its whole result", async () => {
    const { folder, child, ended } = startLong();
    await drawn({ child, ended }, 50_000);
    child.kill("SIGINT");
    const outcome = await ended;
    expect(outcome.code).toBe(130);
    expectNoStack(outcome);
    expect(outcome.stderr).toMatch(/Stopped before the end: the result holds the first [\d,]+ of 16,777,216 draws/);
    const { manifest } = readResult(join(folder, "out/tiny.json"));
    expect(manifest.ended).toBe("interrupted");
    expect(manifest.draws).toBeGreaterThanOrEqual(16384);
    expect(readdirSync(join(folder, "out"))).toEqual(["tiny.json"]);
    expect((await utfall(["verify", "out/tiny.json"], { cwd: folder })).stdout).toMatch(/^The same bits/);
  });

  test("before the first checkpoint there is nothing to write; SIGTERM alike", async () => {
    const { folder, child, ended } = startLong();
    await delay(20);
    child.kill("SIGTERM");
    const { code, signal } = await ended;
    expect(code === 143 || signal === "SIGTERM").toBe(true); // by itself, or before it was there to listen
    expect(readdirSync(folder)).toEqual(["slow.yaml"]);
  });

  test("twice ends at once, with no half files", async () => {
    const { folder, child, ended } = startLong();
    await drawn({ child, ended }, 1024);
    const asked = performance.now();
    child.kill("SIGINT");
    await delay(100);
    child.kill("SIGINT");
    await ended;
    // Far below what the rest of the run would have taken.
    expect(performance.now() - asked).toBeLessThan(5000);
    for (const name of readdirSync(folder)) expect(["slow.yaml", "out"]).toContain(name);
  });
});
