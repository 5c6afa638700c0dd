import { describe, expect, test } from "vitest";
import { UtfallError } from "../../engine/issues.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { Executor, Task } from "../../engine/run/executor.ts";
import { copying, inline } from "../../engine/run/inline.ts";
import type { RunRequest } from "../../engine/run/request.ts";
import { simulate } from "../../engine/simulate.ts";
import { r1Request } from "../models/r1.ts";

const draws = 131_072;
const run = async (memoryBudgetMiB: number, design: "sobol" | "plain", executor: Executor = inline()) =>
  (await simulate(r1Request({ design, draws, memoryBudgetMiB }), executor))!;

/** An executor in this thread, and all tasks that it was given. */
function watched(): { readonly executor: Executor; readonly made: Task[] } {
  const made: Task[] = [];
  const inner = inline();
  const executor: Executor = {
    ...inner,
    run(job, tasks, control) {
      made.push(...tasks);
      return inner.run(job, tasks, control);
    },
  };
  return { executor, made };
}

/** What percentiles of 131,072 draws of R1's five kept outputs are chosen from takes about 1 MiB when gathered at once. */
describe("beyond the memory budget", () => {
  for (const design of ["sobol", "plain"] as const)
    test(`${design}: draws made again give the same bits as what was gathered at once`, async () => {
      const [once, again] = [watched(), watched()];
      const gathered = await run(64, design, once.executor);
      const madeAgain = await run(1, design, again.executor);
      expect(once.made.some((task) => task.again !== undefined)).toBe(false);
      expect(again.made.some((task) => task.again !== undefined)).toBe(true);
      const last = again.made.findLast((task) => task.spread !== undefined);
      expect(last?.spread?.every(({ marked }) => marked === undefined)).toBe(true);
      expect([...madeAgain.firstDraws.keys()]).toEqual(["net"]);
      expect(JSON.stringify(madeAgain.result)).toBe(JSON.stringify(gathered.result));
    });

  test("tasks that come back in another order, copied, make no difference", async () => {
    const backwards: Executor = {
      threads: 2,
      run: (job, tasks, control) => copying(inline()).run(job, [...tasks].reverse(), control),
      close: async () => {},
    };
    expect(JSON.stringify((await run(1, "plain", backwards)).result)).toBe(
      JSON.stringify((await run(64, "plain")).result),
    );
  });

  test("columns are held only where they are asked for", async () => {
    expect((await run(64, "sobol")).columns.size).toBe(0);
    const whole = (await simulate(r1Request({ draws, wholeColumns: true }), inline()))!;
    expect(whole.columns.size).toBe(5);
    expect(whole.firstDraws.get("net")).toEqual(whole.columns.get("net")!.subarray(0, 16_384));
  });

  test("what cannot fit in any number of passes is refused", async () => {
    const refused = await run(0.01, "plain").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UtfallError);
    expect((refused as UtfallError).issues.map(({ code }) => code)).toEqual(["memoryBudget"]);
  });
});

/** A model of 64 outputs, of which 2^16 draws can be summed up in a hurry and 2^18 can't. */
function manyOutputs(asked: Partial<RunRequest>): RunRequest {
  const b = new GraphBuilder();
  const x = b.input({ path: "m/x", level: "parameter", suite: "m", unit: "share" });
  for (let k = 0; k < 64; k++)
    b.output({ id: `y${k}`, node: b.add(x, b.constant(k)), unit: "share", kind: "figure", worse: "low" });
  const distributions = { "m/x": { family: "normal", parameters: { mean: 0, sd: 1 } } } as const;
  const data = { parameters: {}, distributions, correlations: [] };
  return { ...r1Request(asked), graph: b.build(), data, headlines: ["y0"] };
}

test("ended while draws are made again, it is the run of the last checkpoint that can be summed up quickly", async () => {
  const ending = new AbortController();
  const inner = inline();
  const late: Executor = {
    ...inner,
    run(job, tasks, control) {
      if (tasks.some(({ again }) => again !== undefined)) ending.abort();
      return inner.run(job, tasks, control);
    },
  };
  const request = manyOutputs({ draws: 262_144, memoryBudgetMiB: 1 });
  const stopped = (await simulate(request, late, { signal: ending.signal }))!;
  const whole = (await simulate(manyOutputs({ draws: 65_536 }), inline()))!;
  expect(stopped.result).toEqual({ ...whole.result, manifest: { ...whole.result.manifest, ended: "interrupted" } });
});
