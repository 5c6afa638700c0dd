import { describe, expect, test } from "vitest";
import { firstDifference } from "../../cli/differences.ts";
import { drawsCsv } from "../../cli/draws.ts";
import { languageOf, OptionReader, readChance } from "../../cli/options.ts";
import { progressOn } from "../../cli/progress.ts";
import { checkRequirements, judge, readRequirements } from "../../cli/requirements.ts";
import { say, UtfallError } from "../../engine/issues.ts";
import type { Result } from "../../engine/result/result.ts";

const problemsOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as UtfallError).issues;
  }
  return [];
};

describe("options", () => {
  test.each([
    ["65536", 65536],
    ["65 536", 65536],
    ["65_536", 65536],
    ["1,000,000", 1_000_000],
    ["1e6", 1_000_000],
    [undefined, 7],
  ])("draws %s", (text, value) => {
    const reader = new OptionReader();
    expect(reader.wholeNumber("--draws", text, 7, 1, 1e9)).toBe(value);
    expect(reader.issues).toEqual([]);
  });

  test.each(["", "0", "-1", "1.5", "1,5", "2e9", "many", "0x10", "6 5", "NaN"])("no draws: %s", (text) => {
    const reader = new OptionReader();
    reader.wholeNumber("--draws", text, 7, 1, 1e9);
    expect(reader.issues).toMatchObject([
      { code: "optionValue", with: { option: "--draws", wanted: "1 … 1000000000" } },
    ]);
    expect(() => reader.done()).toThrow(UtfallError);
  });

  test("all that is wrong is said at once", () => {
    const reader = new OptionReader();
    reader.wholeNumber("--threads", "none", 1, 1, 256);
    reader.oneOf("--design", "halton", "sobol", ["sobol", "plain"]);
    expect(problemsOf(() => reader.done())).toHaveLength(2);
    expect(say(reader.issues[1], "sv").mend).toBe("Skriv sobol | plain");
  });

  test.each([
    ["80 %", 0.8],
    ["80%", 0.8],
    ["3.1 %", 0.031],
    ["3,1 %", 0.031],
    ["0.8", 0.8],
    ["1", 1],
    ["0", 0],
    ["80", undefined],
    ["-1 %", undefined],
    ["most", undefined],
    ["", undefined],
  ])("chance %s", (text, value) => expect(readChance(text)).toBe(value));

  test("the language is asked for, else the environment's, else given", () => {
    expect(languageOf("sv", { UTFALL_LANG: "en" }, "en")).toBe("sv");
    expect(languageOf(undefined, { UTFALL_LANG: "sv" }, "en")).toBe("sv");
    expect(languageOf(undefined, { UTFALL_LANG: "fi" }, "sv")).toBe("sv");
  });
});

describe("requirements", () => {
  const figure = (value: number, se: number) => ({ value, se, low: value - 2 * se, high: value + 2 * se });
  const result = {
    criteria: { gain: { probability: figure(0.8, 0.001) }, reach: { probability: figure(0.5, 0.02) } },
  } as unknown as Result;
  const read = (...texts: string[]) => readRequirements(texts).requirements;

  test("what can't be read, and what names no criterion, is said", () => {
    expect(readRequirements(["gain", "gain=80", "=0.5", "reach=50%"]).issues).toHaveLength(3);
    expect(problemsOf(() => checkRequirements(read("gian=80%"), ["gain", "all"]))).toEqual([
      { code: "criterionUnknown", with: { name: "gian", nearest: "gain" } },
    ]);
  });

  test("the value decides, and a close call is said to be one", () => {
    expect(judge(read("gain=80%"), result, "en")).toEqual({
      met: true,
      lines: [
        "Met: gain has a chance of 80.0%, asked for was at least 80% (but its error is as large as the difference)",
      ],
    });
    const judged = judge(read("gain=0.7", "reach=51 %"), result, "sv");
    expect(judged.met).toBe(false);
    expect(judged.lines[0]).toMatch(/^Uppfyllt: gain/);
    expect(judged.lines[1]).toMatch(/^Inte uppfyllt: reach .* felmarginalen/);
  });
});

describe("progress", () => {
  function written(isTerminal: boolean, every: number, language: "en" | "sv" = "en") {
    let now = 0;
    const texts: string[] = [];
    const stderr = { write: async (text: string) => void texts.push(text), isTerminal, columns: 80 };
    const progress = progressOn({ stderr, now: () => now }, language);
    return {
      texts,
      async run() {
        for (let done = 0; done <= 65536; done += 1024) {
          progress.update(done, 65536);
          now += every;
        }
        await progress.end();
      },
    };
  }

  test("a bar within the width, with the time left, taken away at the end", async () => {
    const { texts, run } = written(true, 100);
    await run();
    expect(texts).toHaveLength(66);
    expect(texts[32]).toBe("\r████████████░░░░░░░░░░░░  50 %  32,768 of 65,536 draws, 3 s left\u001b[K");
    expect(texts.at(-2)).toMatch(/100 % {2}65,536 of 65,536 draws, summing up/);
    expect(texts.at(-1)).toBe("\r\u001b[K");
  });

  test("plain lines, seconds apart, where nobody looks on; none in a short run", async () => {
    const long = written(false, 1000, "sv");
    await long.run();
    expect(long.texts).toHaveLength(21);
    expect(long.texts[0]).toBe("  5 %  3\u00a0072 av 65\u00a0536 dragningar, 61 s kvar\n");
    const short = written(false, 10);
    await short.run();
    expect(short.texts).toEqual([]);
  });
});

describe("differences", () => {
  test("finds the first, by path, to the last bit", () => {
    const stored = { a: [1, { b: 0.1 + 0.2 }], c: "x" };
    expect(firstDifference(stored, structuredClone(stored))).toBeUndefined();
    expect(firstDifference(stored, { a: [1, { b: 0.3 }], c: "y" })).toEqual({
      path: "a/1/b",
      stored: 0.1 + 0.2,
      fresh: 0.3,
    });
    expect(firstDifference({ a: 1 }, { a: 1, b: 2 })).toEqual({ path: "b", stored: undefined, fresh: 2 });
    expect(firstDifference([1], { 0: 1 })?.path).toBe("");
    expect(firstDifference({ a: 0 }, { a: -0 })?.path).toBe("a");
    expect(firstDifference({ a: null }, { a: {} })?.path).toBe("a");
    expect(firstDifference({ a: 1, b: 2 }, { b: 2, a: 1 })).toBeUndefined();
  });
});

test("every draw as CSV, failed ones empty", () => {
  const columns = new Map([
    ["net", Float64Array.of(0.1, Number.NaN, -3)],
    ['a,"b"', Float64Array.of(1e21, 2, 3)],
  ]);
  expect([...drawsCsv(columns, 3)].join("")).toBe('draw,net,"a,""b"""\r\n0,0.1,1e+21\r\n1,,2\r\n2,-3,3\r\n');
  const many = new Map([["x", Float64Array.from({ length: 10_000 }, (_, draw) => draw)]]);
  expect([...drawsCsv(many, 10_000)].join("").split("\r\n")).toHaveLength(10_002);
});
