import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { webAssembly } from "../../engine/kernel/wasm/platform.ts";
import type { Job, Task, TaskResult } from "../../engine/run/executor.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { type LocalExecutor, type LocalOptions, localExecutor } from "../../workers/local.ts";
import { r1Request } from "../models/r1.ts";

const toyWorker = fileURLToPath(new URL("./toyWorker.mjs", import.meta.url));

const executors: LocalExecutor[] = [];
afterEach(async () => {
  await Promise.all(executors.splice(0).map((executor) => executor.close()));
  vi.unstubAllGlobals();
});

function local(options: LocalOptions): LocalExecutor {
  const executor = localExecutor(options);
  executors.push(executor);
  return executor;
}

const sleep = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

interface Toy {
  readonly threads: number;
  readonly msPerBlock: number;
  /** True for a clock of its own, on which a block takes `msPerBlock`, and no time in truth. */
  readonly ownClock?: boolean;
  /** True for a thread that is waited for: this thread's blocks take so long that it finds something to do. */
  readonly patient?: boolean;
  readonly workerFile?: string;
  readonly crash?: { readonly kind: string; readonly block: number };
  readonly crashes?: number;
}

/** An executor whose block b has the number 10·b, on this thread and the others. */
function toy({ threads, msPerBlock, ownClock, patient, workerFile = toyWorker, crash, crashes = 0 }: Toy) {
  const counters = new Int32Array(new SharedArrayBuffer(8));
  counters[0] = crashes;
  /** Threads times jobs that have been made ready outside this thread. */
  const prepared = () => Atomics.load(counters, 1);
  let failsAt = -1;
  let time = 0;
  let done = 0;
  const prepareJob = () => ({
    *steps(task: Task): Generator<undefined, TaskResult> {
      const column = new Float64Array(task.blocks);
      for (let k = 0; k < task.blocks; k++) {
        const block = task.firstBlock + k;
        if (block === failsAt) throw new RangeError(`block ${block} fails`);
        if (ownClock) time += msPerBlock;
        else sleep(patient && done++ > 20 && prepared() === 0 ? 100 : msPerBlock);
        column[k] = 10 * block;
        yield;
      }
      return { task, partial: { columns: [column] } as unknown as TaskResult["partial"] };
    },
  });
  const executor = local({
    threads,
    workerFile,
    workerData: { msPerBlock, crash, counters: counters.buffer },
    prepareJob,
    now: ownClock ? () => time : undefined,
  });
  return {
    executor,
    prepared,
    failAt(block: number) {
      failsAt = block;
    },
  };
}

function toyJob(): Job {
  const plan = { seed: "1", design: "plain", draws: 16384, replicates: 16, sources: {} } as const;
  return {
    graph: { axes: [], inputs: [], nodes: [], names: {}, outputs: [] },
    data: { parameters: { scale: 10 }, distributions: {}, correlations: [] },
    plan,
  };
}

const tasksOf = (blocks: number, size: number): Task[] =>
  Array.from({ length: blocks / size }, (_, k) => ({ firstBlock: k * size, blocks: size }));

async function numbers(executor: LocalExecutor, job: Job, tasks: readonly Task[], signal?: AbortSignal) {
  const values: number[] = [];
  const progress: number[] = [];
  const onResult = ({ task, partial }: TaskResult) =>
    partial.columns[0].forEach((value, k) => {
      values[task.firstBlock + k] = value;
    });
  const end = await executor.run(job, tasks, { signal, onResult, onProgress: (blocks) => progress.push(blocks) });
  return { values, progress, ...end };
}

const tens = (blocks: number) => Array.from({ length: blocks }, (_, block) => 10 * block);

describe("a short run", () => {
  test("stays in this thread", async () => {
    const { executor, prepared } = toy({ threads: 4, msPerBlock: 3, ownClock: true });
    const { values, threads } = await numbers(executor, toyJob(), tasksOf(64, 4));
    expect(values).toEqual(tens(64));
    expect(threads).toEqual([{ thread: "1", tasks: 16, blocks: 64, kernel: undefined }]);
    expect(prepared()).toBe(0);
  });

  test("after others: threads are started once all of them together would have paid for it", async () => {
    const { executor, prepared } = toy({ threads: 2, msPerBlock: 1.5, ownClock: true });
    const again = () => numbers(executor, toyJob(), tasksOf(64, 4));
    await again();
    expect(prepared()).toBe(0);
    // The thread loads while runs go on, and takes part in one that comes later.
    await vi.waitFor(
      async () => {
        expect((await again()).values).toEqual(tens(64));
        expect(prepared()).toBeGreaterThan(0);
      },
      { timeout: 30_000, interval: 20 },
    );
  });

  test("is ended between two blocks, and lets timers have their turn", async () => {
    const { executor } = toy({ threads: 1, msPerBlock: 2 });
    const started = performance.now();
    const outcome = await numbers(executor, toyJob(), tasksOf(2000, 1000), AbortSignal.timeout(60));
    expect(performance.now() - started).toBeLessThan(1000); // a task takes 2,000 ms
    expect(outcome.aborted).toBe(true);
    expect((await numbers(executor, toyJob(), tasksOf(16, 4))).values).toEqual(tens(16));
  });

  test("does nothing where it is ended beforehand", async () => {
    const { executor } = toy({ threads: 2, msPerBlock: 0 });
    const outcome = await numbers(executor, toyJob(), tasksOf(64, 8), AbortSignal.abort());
    expect(outcome).toMatchObject({ aborted: true, values: [] });
  });

  test("throws what a task throws, and serves the next run", async () => {
    const { executor, failAt } = toy({ threads: 2, msPerBlock: 0 });
    failAt(5);
    await expect(numbers(executor, toyJob(), tasksOf(64, 8))).rejects.toThrow("block 5 fails");
    failAt(-1);
    expect((await numbers(executor, toyJob(), tasksOf(64, 8))).values).toEqual(tens(64));
  });
});

describe("a long run", () => {
  test("takes other threads to help, which stay for the next", async () => {
    const { executor, prepared } = toy({ threads: 2, msPerBlock: 3, patient: true });
    const job = toyJob();
    for (const run of [1, 2]) {
      const { values, threads, progress } = await numbers(executor, job, tasksOf(320, 8));
      expect(values).toEqual(tens(320));
      expect(threads.map(({ thread }) => thread)).toEqual(["1", "2"]);
      for (const { blocks } of threads) expect(blocks).toBeGreaterThan(0);
      expect(progress.at(-1)).toBe(320);
      expect(prepared(), `run ${run}`).toBe(1); // the second run finds the thread with the job in it
    }
    await numbers(executor, toyJob(), tasksOf(320, 8));
    expect(prepared()).toBe(2);
  });

  test("goes on alone where no thread can be started", async () => {
    const { executor } = toy({ threads: 3, msPerBlock: 1, workerFile: `${toyWorker}.missing` });
    executor.warm();
    const { values, threads } = await numbers(executor, toyJob(), tasksOf(320, 8));
    expect(values).toEqual(tens(320));
    expect(threads).toHaveLength(1);
  });

  test("loses no more than time where a thread is lost", async () => {
    const { executor } = toy({ threads: 2, msPerBlock: 3, crash: { kind: "exit", block: 200 }, crashes: 1 });
    const { values, progress } = await numbers(executor, toyJob(), tasksOf(320, 8));
    expect(values).toEqual(tens(320));
    expect(progress.at(-1)).toBe(320);
  });
});

test("pieces of several runs of blocks count as many times", async () => {
  const { executor, prepared } = toy({ threads: 2, msPerBlock: 3, patient: true });
  const tasks = tasksOf(48, 1).map((task) => ({ ...task, runs: 8 })); // the toy makes the first run of each
  await numbers(executor, toyJob(), tasks);
  expect(prepared()).toBe(1);
});

describe("model R1", () => {
  test("gives the same bits whoever runs it, and is compiled once", async () => {
    // What all models sum up with is compiled by whoever comes first.
    const { graph, ...rest } = r1Request({ draws: 16_384 });
    await simulate({ ...rest, graph: { ...graph, outputs: graph.outputs.slice(0, -1) } }, inline());
    const platform = webAssembly()!;
    const made = vi.fn();
    vi.stubGlobal("WebAssembly", {
      ...platform,
      validate: platform.validate,
      Instance: platform.Instance,
      Module: class extends platform.Module {
        constructor(bytes: Uint8Array<ArrayBuffer>) {
          super(bytes);
          made();
        }
      },
    });
    const request = r1Request({ draws: 32_768 });
    const alone = (await simulate(request, inline()))!;
    const before = made.mock.calls.length;
    for (const threads of [1, 2, 3]) {
      const executor = local({ threads });
      for (let run = 0; run < 2; run++) {
        const { result, threads: work } = (await simulate(request, executor))!;
        expect(JSON.stringify(result)).toBe(JSON.stringify(alone.result));
        expect(work.reduce((sum, { blocks }) => sum + blocks, 0)).toBe(32);
        expect(work[0].kernel).toBe("compiled");
      }
    }
    expect(before).toBe(1);
    expect(made.mock.calls.length).toBe(before);
  });
});

test("a number of threads that is none is refused, and so is a run after the end", async () => {
  for (const threads of [0, -1, 1.5, Number.NaN]) expect(() => localExecutor({ threads })).toThrow(RangeError);
  const executor = local({ threads: 2 });
  await executor.close();
  await expect(numbers(executor, toyJob(), tasksOf(4, 1))).rejects.toThrow("closed");
});
