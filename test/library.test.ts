import { describe, expect, test } from "vitest";
import { blocksOf, printedBy } from "./snippets.ts";

/* The examples of docs/library.md import the package by its name, as a user would, and print what stands beside each line. */

describe("every example prints what it says", () => {
  const examples = blocksOf("docs/library.md", "ts");
  const printed = printedBy(examples.map(({ text }) => text));
  test.each(examples.map((example, i) => ({ ...example, i })))("$under", ({ text, i }) => {
    const said = [...text.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1]);
    expect(said.length).toBeGreaterThan(0);
    expect(printed[i]).toEqual(said);
  });
});

test("the pure part has the same names, and no impossible distribution gets through", () => {
  const code = `
    const [all, engine] = [await import("utfall"), await import("utfall/engine")];
    console.log(Object.keys(engine).every((name) => all[name] === engine[name]));
    try {
      engine.describe({ family: "normal", parameters: { mean: 1, sd: -1 } });
    } catch (error) {
      console.log(error.message);
      console.log(engine.say(error.issues[0], "sv").mend);
    }`;
  expect(printedBy([code])).toEqual([
    ["true", "normal with mean 1, sd -1 is impossible, for it must be that sd > 0", "Ange värden som uppfyller sd > 0"],
  ]);
});
