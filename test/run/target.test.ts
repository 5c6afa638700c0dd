import { describe, expect, test } from "vitest";
import { studentTQuantile } from "../../engine/numeric/studentT.ts";
import type { NumberSummary } from "../../engine/result/result.ts";
import { blocksOf, type Executor, type Task } from "../../engine/run/executor.ts";
import { inline } from "../../engine/run/inline.ts";
import { growthStops, type Target } from "../../engine/run/target.ts";
import { simulate } from "../../engine/simulate.ts";
import { r1Request } from "../models/r1.ts";

const grown = async (target: Target, design: "sobol" | "plain" = "plain", executor: Executor = inline()) =>
  (await simulate(r1Request({ design, target, draws: 1, wholeColumns: true }), executor))!;
const fixed = async (draws: number, design: "sobol" | "plain" = "plain") =>
  (await simulate(r1Request({ design, draws, wholeColumns: true }), inline()))!;
const net = (run: { readonly result: { readonly outputs: object } }) =>
  (run.result.outputs as Record<string, NumberSummary>).net;
/** From the 95 % interval's t to the one that holds for all looks. */
const wider = studentTQuantile(1 - 0.05 / 17 / 2, 15);

describe("growing to a target", () => {
  for (const design of ["plain", "sobol"] as const)
    test(`${design}: ends at the first checkpoint where it is met, and equals the fixed run of that many draws`, async () => {
      const widths = await Promise.all(
        [16_384, 32_768, 65_536].map(async (n) => wider * net(await fixed(n, design)).percentiles["5"].se),
      );
      const absolute = Math.min(widths[0], widths[1]) * 0.999;
      const first = widths.findIndex((width) => width <= absolute);
      const run = await grown({ figures: [{ output: "net", statistic: "p5", absolute }], mostDraws: 65_536 }, design);
      const same = await fixed([16_384, 32_768, 65_536][first < 0 ? 2 : first], design);
      expect(run.result).toEqual({
        ...same.result,
        manifest: { ...same.result.manifest, ended: first < 0 ? "budget" : "target" },
      });
      expect(run.columns).toEqual(same.columns);
    });

  test("a chance, a mean and a relative width, all of which must be met", async () => {
    const se = async (draws: number) => (await fixed(draws)).result.criteria.gain.probability.se;
    const absolute = wider * (await se(32_768)) * 1.001;
    const chance = { output: "criteria.gain", statistic: "chance", absolute } as const;
    const wide = { output: "net", statistic: "mean", relative: 10 } as const;
    const run = await grown({ figures: [chance, wide], mostDraws: 1e6 });
    const enough = (await se(16_384)) * wider <= absolute ? 16_384 : 32_768;
    expect(run.result.manifest).toMatchObject({ draws: enough, ended: "target" });
    const never = await grown({ figures: [wide, { ...chance, absolute: 1e-9 }], mostDraws: 40_000 });
    expect(never.result.manifest).toMatchObject({ draws: 32_768, ended: "budget" });
    expect(never.result.warnings).toEqual([]);
  });

  test("no block is drawn twice", async () => {
    const made: Task[] = [];
    const watched: Executor = {
      threads: 2,
      run(job, tasks, control) {
        made.push(...tasks);
        return inline().run(job, tasks, control);
      },
      close: async () => {},
    };
    await grown({ figures: [{ output: "net", statistic: "p5", absolute: 1 }], mostDraws: 65_536 }, "sobol", watched);
    expect(made.flatMap(blocksOf).sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, b) => b));
  });

  test("plain draws that grow past the size where errors come from more replicates are merged anew", async () => {
    const figures = [{ output: "net", statistic: "mean", absolute: 1 }] as const;
    const many = await grown({ figures, mostDraws: 1_048_576 });
    expect(many.result.manifest).toMatchObject({ draws: 1_048_576, replicates: 64, ended: "budget" });
    const whole = (await fixed(1_048_576)).result;
    expect(many.result).toEqual({ ...whole, manifest: { ...whole.manifest, ended: "budget" } });
    // Merged by both numbers of replicates, though it ended before the larger one was due.
    let checkpoints = 0;
    const early = await grown({ figures: [], mostDraws: 1_048_576, decided: () => ++checkpoints === 2 });
    const same = (await fixed(32_768)).result;
    expect(early.result).toEqual({ ...same, manifest: { ...same.manifest, ended: "target" } });
  });

  test("beyond the memory budget percentiles are read anew at each checkpoint, to the same bits", async () => {
    const target = { figures: [{ output: "net", statistic: "p5", absolute: 1 }], mostDraws: 65_536 } as const;
    const request = r1Request({ target, memoryBudgetMiB: 0.4 });
    const made: Task[] = [];
    const watched: Executor = {
      ...inline(),
      run(job, tasks, control) {
        made.push(...tasks);
        return inline().run(job, tasks, control);
      },
    };
    const run = (await simulate(request, watched))!;
    expect(made.some(({ again }) => again !== undefined)).toBe(true);
    expect(JSON.stringify(run.result)).toBe(JSON.stringify((await grown(target, "sobol")).result));
  });

  test("a decision can be the target", async () => {
    const seen: number[] = [];
    const run = await grown({
      figures: [],
      mostDraws: 1e6,
      decided: ({ draws, figure }) => {
        const { value, halfWidth } = figure("net", "mean");
        seen.push(draws);
        return value - halfWidth > 0 && draws >= 32_768;
      },
    });
    expect(seen).toEqual([16_384, 32_768]);
    expect(run.result.manifest).toMatchObject({ draws: 32_768, ended: "target" });
  });

  test("what is not there is refused before the first draw", async () => {
    for (const figure of [
      { output: "nett", statistic: "mean", absolute: 1 },
      { output: "net", statistic: "chance", absolute: 1 },
      { output: "net", statistic: "mean" },
    ] as const)
      await expect(grown({ figures: [figure], mostDraws: 1e6 })).rejects.toThrow(RangeError);
  });

  test("checkpoints double within the most draws; the first is always there", () => {
    expect(growthStops("sobol", 100_000)).toEqual([16_384, 32_768, 65_536]);
    expect(growthStops("plain", 1)).toEqual([16_384]);
    expect(growthStops("plain", 2 ** 30)).toHaveLength(17);
  });
});
