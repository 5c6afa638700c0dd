import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { UtfallError } from "../../engine/issues.ts";
import type { Executor, Job, Task, TaskResult } from "../../engine/run/executor.ts";
import { type PoolOptions, workerPool } from "../../workers/pool.ts";

const toyWorker = fileURLToPath(new URL("./toyWorker.mjs", import.meta.url));

const pools: Executor[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

interface Toy {
  readonly msPerBlock?: number;
  readonly crash?: { readonly kind: "exit" | "throw" | "timer" | "memory" | "import"; readonly block: number };
  readonly crashes?: number;
}

/** A pool over the toy worker, whose block b has the number b · scale. */
function toyPool(threads: number, toy: Toy = {}, more: Partial<PoolOptions> = {}) {
  const counts = new Int32Array(new SharedArrayBuffer(8));
  counts[0] = toy.crashes ?? 0;
  const workerData = { ...toy, counters: counts.buffer };
  const pool = workerPool({ threads, workerFile: toyWorker, workerData, ...more });
  pools.push(pool);
  return { pool, prepared: () => counts[1] };
}

function toyJob(parameters: Record<string, number> = { scale: 10 }): Job {
  const plan = { seed: "1", design: "plain", draws: 16384, replicates: 16, sources: {} } as const;
  return {
    graph: { axes: [], inputs: [], nodes: [], names: {}, outputs: [] },
    data: { parameters, distributions: {}, correlations: [] },
    plan,
  };
}

function tasksOf(blocks: number, size: number): Task[] {
  const tasks: Task[] = [];
  for (let firstBlock = 0; firstBlock < blocks; firstBlock += size) {
    tasks.push({ firstBlock, blocks: Math.min(size, blocks - firstBlock) });
  }
  return tasks;
}

/** Runs and puts every block's number in its place. */
async function numbers(pool: Executor, job: Job, tasks: readonly Task[], signal?: AbortSignal) {
  const values: number[] = [];
  const onResult = ({ task, partial }: TaskResult) =>
    partial.columns[0].forEach((value, k) => {
      values[task.firstBlock + k] = value;
    });
  const progress: number[] = [];
  const end = await pool.run(job, tasks, { signal, onResult, onProgress: (blocks) => progress.push(blocks) });
  return { values, progress, ...end };
}

const tens = Array.from({ length: 64 }, (_, block) => block * 10);

describe("a pool of worker threads", () => {
  test.each([1, 2, 3])("gives each block once on %i threads, and every thread does some", async (threads) => {
    const { pool, prepared } = toyPool(threads, { msPerBlock: 1 });
    const outcome = await numbers(pool, toyJob(), tasksOf(64, 3));
    expect(outcome.values).toEqual(tens);
    expect(outcome.aborted).toBe(false);
    expect(outcome.threads.map((one) => one.thread)).toEqual(["1", "2", "3"].slice(0, threads));
    expect(Math.min(...outcome.threads.map((one) => one.blocks))).toBeGreaterThan(0);
    expect(outcome.threads.reduce((sum, one) => sum + one.blocks, 0)).toBe(64);
    expect(outcome.threads.reduce((sum, one) => sum + one.tasks, 0)).toBe(22);
    expect(prepared()).toBe(threads); // a job is made ready once a thread, not once a task
  });

  test("carries NaN, the infinities and −0 to the threads", async () => {
    const { pool } = toyPool(1);
    const at = async (scale: number) => (await numbers(pool, toyJob({ scale }), tasksOf(2, 2))).values[1];
    expect(await at(Number.NaN)).toBeNaN();
    expect(await at(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(await at(-0)).toBe(-0);
  });

  test("refuses a job that cannot cross, and goes on", async () => {
    const { pool } = toyPool(1);
    const job = { ...toyJob(), data: { ...toyJob().data, parameters: { scale: () => 1 } } };
    // @ts-expect-error a function where a number belongs
    await expect(numbers(pool, job, tasksOf(2, 2))).rejects.toThrow(/could not be cloned/);
    expect((await numbers(pool, toyJob(), tasksOf(64, 8))).values).toEqual(tens);
  });

  test("says five times a second how far it has come", async () => {
    const { pool } = toyPool(2, { msPerBlock: 10 });
    const { progress } = await numbers(pool, toyJob(), tasksOf(128, 16));
    expect(progress.length).toBeGreaterThanOrEqual(4); // 64 blocks a thread, 10 ms each
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(128);
    expect(progress.some((blocks) => blocks % 16 !== 0)).toBe(true); // tasks under way count
  });

  test("ends within a block when aborted, and serves the next run", async () => {
    const { pool } = toyPool(2, { msPerBlock: 20 });
    await numbers(pool, toyJob(), tasksOf(4, 1));
    const started = performance.now();
    const outcome = await numbers(pool, toyJob(), tasksOf(1000, 50), AbortSignal.timeout(100));
    expect(performance.now() - started).toBeLessThan(500); // a task takes 1,000 ms
    expect(outcome.aborted).toBe(true);
    expect((await numbers(pool, toyJob(), tasksOf(64, 32))).values).toEqual(tens);
  });

  test("does nothing where it is aborted beforehand", async () => {
    const { pool } = toyPool(2);
    const outcome = await numbers(pool, toyJob(), tasksOf(64, 8), AbortSignal.abort());
    expect(outcome.aborted).toBe(true);
    expect(outcome.values).toEqual([]);
  });

  test("serves two runs at a time", async () => {
    const { pool } = toyPool(2, { msPerBlock: 1 });
    const [one, other] = await Promise.all([
      numbers(pool, toyJob({ scale: 10 }), tasksOf(64, 5)),
      numbers(pool, toyJob({ scale: 1 }), tasksOf(64, 7)),
    ]);
    expect(one.values).toEqual(tens);
    expect(other.values).toEqual(tens.map((value) => value / 10));
  });

  test("gives back what a task throws with its fields, and goes on", async () => {
    const { pool } = toyPool(2);
    const failing = numbers(pool, toyJob({ scale: 1, failsAt: 40 }), tasksOf(64, 4));
    await expect(failing).rejects.toMatchObject({
      name: "RangeError",
      message: "block 40 fails",
      code: "E_BLOCK",
      block: 40,
      stack: expect.stringContaining("toyWorker"),
    });
    expect((await numbers(pool, toyJob(), tasksOf(64, 8))).values).toEqual(tens);
  });

  test("passes on what its caller throws", async () => {
    const { pool } = toyPool(2);
    const onResult = () => {
      throw new Error("cannot merge");
    };
    await expect(pool.run(toyJob(), tasksOf(64, 8), { onResult })).rejects.toThrow("cannot merge");
    expect((await numbers(pool, toyJob(), tasksOf(64, 8))).values).toEqual(tens);
  });

  test("refuses a number of threads that is none", () => {
    for (const threads of [0, -1, 1.5, Number.NaN]) expect(() => workerPool({ threads })).toThrow(RangeError);
  });

  test("a run that is under way when the pool is closed is refused, not left hanging", async () => {
    const { pool } = toyPool(2, { msPerBlock: 20 });
    const running = numbers(pool, toyJob(), tasksOf(100, 10));
    running.catch(() => {});
    setTimeout(() => pool.close(), 100);
    await expect(running).rejects.toThrow();
    await expect(numbers(pool, toyJob(), tasksOf(4, 1))).rejects.toThrow("closed");
  });
});

describe("a lost thread", () => {
  const limits = { resourceLimits: { maxOldGenerationSizeMb: 24 } };

  test.each(["exit", "throw", "timer", "memory"] as const)("costs time only (%s)", async (kind) => {
    const { pool } = toyPool(2, { crash: { kind, block: 17 }, crashes: 2, msPerBlock: 1 }, limits);
    const outcome = await numbers(pool, toyJob(), tasksOf(64, 5));
    expect(outcome.values).toEqual(tens);
    expect(outcome.progress.at(-1)).toBe(64); // what the lost thread had counted is taken back
    expect(outcome.threads.reduce((sum, one) => sum + one.blocks, 0)).toBe(64);
  });

  test("on the only thread is replaced too", async () => {
    const { pool } = toyPool(1, { crash: { kind: "exit", block: 0 }, crashes: 2 });
    expect((await numbers(pool, toyJob(), tasksOf(64, 5))).values).toEqual(tens);
  });

  test("lost three times on the same task ends the run with a finding", async () => {
    const { pool } = toyPool(2, { crash: { kind: "exit", block: 17 }, crashes: 3 });
    const lost = await numbers(pool, toyJob(), tasksOf(64, 5)).catch((error: unknown) => error);
    expect(lost).toBeInstanceOf(UtfallError);
    expect((lost as UtfallError).issues).toEqual([
      { code: "workerLost", with: { times: 3, reason: "worker exited with code: 3" } },
    ]);
    expect((await numbers(pool, toyJob(), tasksOf(64, 5))).values).toEqual(tens); // and the pool serves on
  });

  test("that cannot even be started is tried again, then reported", async () => {
    const shaky = toyPool(2, { crash: { kind: "import", block: 0 }, crashes: 3 });
    expect((await numbers(shaky.pool, toyJob(), tasksOf(64, 5))).values).toEqual(tens);
    const never = workerPool({ threads: 2, workerFile: `${toyWorker}.missing` });
    pools.push(never);
    const lost = await numbers(never, toyJob(), tasksOf(64, 5)).catch((error: unknown) => error);
    expect((lost as UtfallError).issues[0]).toMatchObject({ code: "workerLost" });
    expect((lost as UtfallError).message).toContain("toyWorker.mjs.missing");
  });
});
