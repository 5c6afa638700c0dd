import { afterAll, expect, test } from "vitest";
import { bundleProgram, runProgram } from "./runProgram.ts";

/* The thin form of test/long/equality.test.ts: some graphs on this Node, by each of V8's compilers of WebAssembly. */

const { file, remove } = bundleProgram();
afterAll(remove);

test("the compiled kernel gives the interpreter's bits whichever compiler V8 uses", () => {
  const optimised = runProgram(file, 60, "optimised", { thin: true });
  expect(optimised.graphs).toBe(60);
  expect(runProgram(file, 60, "baseline", { thin: true })).toEqual(optimised);
});

test("a kernel that falls back to the interpreter, or a flag that is not taken, ends it with an error", () => {
  expect(() => runProgram(file, 0, "both", { thin: true, flags: ["--jitless"] })).toThrow("the kernel is interpreted");
  expect(() => runProgram(file, 0, "both", { thin: true, flags: ["--no-liftoff"] })).toThrow("did not take --liftoff");
});
