import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { methods } from "../../engine/sensitivity/methods.ts";
import type { Sensitivity } from "../../engine/sensitivity/sensitivity.ts";
import { methodWords } from "../../report/sensitivity/methodWords.ts";
import { within } from "./within.ts";

const tiny = fileURLToPath(new URL("./tiny.yaml", import.meta.url));
const asked = ["sensitivity", tiny, "--draws", "16384", "--threads", "1", "--method", "pawn"];

test("every method has words in both languages", () => {
  const complete = (own: { readonly en: string; readonly sv: string }) => own.en.length > 2 && own.sv.length > 2;
  for (const id of Object.keys(methods)) {
    expect(Object.keys(methodWords), id).toContain(id);
    const { title, question, measures } = methodWords[id];
    expect([title, question, ...Object.values(measures)].every(complete), id).toBe(true);
  }
});

/** One run, read by several tests. */
const all = within({}, [...asked, "--json", "--csv", "all.csv", "--out", "out", "--lang", "sv"]);

test("all that was found as JSON, and each figure of it in the CSV", async () => {
  const { code, stdout, written } = await all;
  expect(code).toBe(0);
  const { format, manifest, choice, analyses }: Sensitivity = JSON.parse(stdout);
  expect({ format, ...manifest }).toMatchObject({
    format: "utfall-sensitivity/1",
    scenario: "tiny",
    draws: 16_384,
    ended: "fixed",
    paths: ["tiny/income", "tiny/expense"],
  });
  expect(choice).toEqual({ by: "asked", methods: ["pawn"], inputs: 2, correlated: false });
  expect(analyses.map(({ method, of }) => [method, of])).toEqual([
    ["pawn", "net"],
    ["pawn", "criteria.success"],
  ]);
  const [header, ...lines] = (written[2].content as string).trimEnd().split("\r\n");
  expect(header).toBe("method,of,input,group,measure,unit,value,se,low,high,indistinct,at");
  const figures = analyses.flatMap(({ rows, measures }) =>
    rows.flatMap((row) => measures.flatMap(({ id }) => (id in row.figures ? [row.figures[id]] : []))),
  );
  expect(lines.map((line) => line.split(",").slice(6, 10).map(Number))).toEqual(
    figures.map(({ value, se, low, high }) => [value, se, low, high]),
  );
  expect(figures.length).toBeGreaterThan(4);
});

test("in words, in both languages, within eighty columns, with inputs and goals by their titles", async () => {
  for (const [language, goal] of [
    ["en", "All goals"],
    ["sv", "Alla mål"],
  ] as const) {
    const { stdout } = await within({}, [...asked, "--of", "net,all", "--lang", language], false, 80);
    expect(stdout.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
    expect(stdout).toContain(methodWords.pawn.title[language].toUpperCase());
    expect(stdout).toContain(`: ${goal}`);
    expect(stdout).toMatch(/^Income +[\d.,]+.?%/m);
    expect(stdout).not.toContain("tiny/income");
  }
});

test("what is not there is refused, with the nearest that is", async () => {
  const wrong = async (...words: string[]) => {
    const { code, stderr, written } = await within({}, ["sensitivity", tiny, "--draws", "16384", ...words]);
    expect([code, written]).toEqual([2, []]);
    return stderr;
  };
  expect(await wrong("--method", "pown")).toMatch(/no method.*pown[\s\S]*pawn/);
  expect(await wrong("--of", "nett")).toMatch(/no figure called nett[\s\S]*net/);
  expect(await wrong("--of", "criteria.lefd")).toMatch(/no criterion called lefd[\s\S]*left/);
  expect(await wrong("--of", "paybackYear")).toMatch(/quotient or a year[\s\S]*--of net/);
  expect(await wrong("--draws-file", "x.csv")).toMatch(/SCENARIO \| --draws-file/);
});

test("stopped before the first method is done: nothing written", async () => {
  const { code, written, stdout } = await within({ stopSignal: () => AbortSignal.abort() }, [...asked, "--out", "out"]);
  expect({ code, written, stdout }).toEqual({ code: 130, written: [], stdout: "" });
});

test("a page that asks for nothing, each picture with a name, each number in a table", async () => {
  const { written } = await all;
  const paths = written.map(({ path }) => path.replaceAll("\\", "/"));
  expect(paths).toEqual(["out/tiny-sensitivity.json", "out/tiny-sensitivity.html", "all.csv"]);
  const html = written[1].content as string;
  expect(html).toContain(`<html lang="sv">`);
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|<link|src=|href="(?!#)|url\((?!#)/);
  const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const figures = [...html.matchAll(/<figure role="img" aria-labelledby="([^"]+)"/g)].map(([, names]) => names);
  expect(figures.length).toBeGreaterThan(1);
  for (const names of figures) for (const name of names.split(" ")) expect(ids).toContain(name);
  const { analyses }: Sensitivity = JSON.parse(written[0].content as string);
  expect([...html.matchAll(/<table/g)].length).toBeGreaterThanOrEqual(analyses.length);
});

const drawsFile = (text: string) => ({
  files: { read: async () => text, exists: async () => true, write: async () => {} },
});
/** y = a + b / 4 with even numbers, and whether it is large. */
const made = (mark: string, write: (x: number) => string) => {
  const lines = Array.from({ length: 2048 }, (_, draw) => {
    const [a, b] = [((draw * 1597) % 2048) / 2048, ((draw * 987) % 2048) / 2048];
    return [a, b, a + b / 4, a + b / 4 > 0.6 ? 1 : 0].map(write).join(mark);
  });
  return [["a", "b", "y", "large"].join(mark), ...lines].join("\n");
};

test("draws from elsewhere: inputs before outputs, decimal commas where semicolons part", async () => {
  const words = ["sensitivity", "--draws-file", "mine.csv", "--of", "y", "--of", "large", "--method", "pawn", "--json"];
  const plain = await within(drawsFile(made(",", String)), words);
  expect(plain.code).toBe(0);
  const found: Sensitivity = JSON.parse(plain.stdout);
  expect(found.manifest).toMatchObject({ source: "draws", draws: 2048, replicates: 64 });
  expect(found.analyses[0].rows.map(({ inputs }) => inputs)).toEqual([["a"], ["b"]]);
  const swedish = made(";", (x) => String(x).replace(".", ","));
  expect((await within(drawsFile(swedish), words)).stdout).toBe(plain.stdout);
  const told = await within(drawsFile(swedish), [...words.slice(0, -1), "--lang", "sv"]);
  expect(told.stdout).toContain("2 048 dragningar ur mine.csv".replace(" ", "\u00a0"));
});

test("a file that holds no draws is refused with the reason", async () => {
  const refused = async (text: string, ...words: string[]) => {
    const { code, stderr } = await within(drawsFile(text), ["sensitivity", "--draws-file", "mine.csv", ...words]);
    expect(code).toBe(2);
    return stderr;
  };
  const good = made(",", String);
  expect(await refused(good)).toMatch(/none is named[\s\S]*a, b, y, large/);
  expect(await refused(good, "--of", "z")).toMatch(/called z/);
  expect(await refused(good, "--of", "a")).toMatch(/no input before it/);
  expect(await refused("PAR1…", "--of", "y")).toMatch(/Parquet/);
  expect(await refused("a,y\n1,2", "--of", "y")).toMatch(/1 < 1024/);
  expect(await refused(`${good}\n1,2,x,0`, "--of", "y")).toMatch(/line 2050: x/);
  expect(await refused(`${good}\n1,2,0`, "--of", "y")).toMatch(/line 2050: 3 ≠ 4/);
});
