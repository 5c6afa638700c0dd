import { describe, expect, test } from "vitest";
import { UtfallError } from "../../engine/issues.ts";
import type { Executor, Task } from "../../engine/run/executor.ts";
import { copying, inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { r1Request } from "../models/r1.ts";

const draws = 131_072;
const run = async (memoryBudgetMiB: number, design: "sobol" | "plain", executor: Executor = inline()) =>
  (await simulate(r1Request({ design, draws, memoryBudgetMiB }), executor))!;

/** 131,072 draws of R1's five kept outputs take 5 MiB. */
describe("beyond the memory budget", () => {
  for (const design of ["sobol", "plain"] as const)
    test(`${design}: draws made again give the same bits as kept columns`, async () => {
      const kept = await run(6, design);
      const again = await run(4, design);
      expect(kept.columns.size).toBe(5);
      expect(again.columns.size).toBe(0);
      expect([...again.firstDraws.keys()]).toEqual(["net"]);
      expect(again.firstDraws.get("net")).toEqual(kept.columns.get("net")!.subarray(0, 65_536));
      expect(JSON.stringify(again.result)).toBe(JSON.stringify(kept.result));
    });

  test("tasks that come back in another order, copied, make no difference", async () => {
    const backwards: Executor = {
      threads: 2,
      run: (job, tasks, control) => copying(inline()).run(job, [...tasks].reverse(), control),
      close: async () => {},
    };
    expect(JSON.stringify((await run(4, "plain", backwards)).result)).toBe(
      JSON.stringify((await run(6, "plain")).result),
    );
  });

  test("no more columns are held at a time than a few tasks have", async () => {
    const made: Task[] = [];
    const watched: Executor = {
      threads: 1,
      run(job, tasks, control) {
        made.push(...tasks);
        return inline().run(job, tasks, control);
      },
      close: async () => {},
    };
    await run(4, "sobol", watched);
    const first = made.filter(({ columnsOnly }) => !columnsOnly);
    const withColumns = first.filter(({ columns }) => columns === undefined);
    expect(first.reduce((sum, { blocks }) => sum + blocks, 0)).toBe(draws / 1024);
    expect(withColumns.reduce((sum, { blocks }) => sum + blocks, 0) * 1024 * 5 * 8).toBeLessThanOrEqual(2 * 1_048_576);
  });

  test("what cannot fit in any number of passes is refused", async () => {
    const refused = await run(0.1, "plain").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UtfallError);
    expect((refused as UtfallError).issues.map(({ code }) => code)).toEqual(["memoryBudget"]);
  });

  test("ended while draws are made again, it is the run of the last checkpoint whose columns are kept", async () => {
    const ending = new AbortController();
    const late: Executor = {
      threads: 1,
      run(job, tasks, control) {
        if (tasks.some(({ columnsOnly }) => columnsOnly)) ending.abort();
        return inline().run(job, tasks, control);
      },
      close: async () => {},
    };
    const request = r1Request({ draws, memoryBudgetMiB: 4 });
    const stopped = (await simulate(request, late, { signal: ending.signal }))!;
    const whole = (await simulate(r1Request({ draws: 32_768 }), inline()))!;
    expect(stopped.result).toEqual({ ...whole.result, manifest: { ...whole.result.manifest, ended: "interrupted" } });
  });
});
