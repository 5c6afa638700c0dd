import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { copying, type Executor, inline, type Run, type RunRequest, simulate } from "../../engine/index.ts";
import { blocksOf } from "../../engine/run/executor.ts";
import { workerPool } from "../../workers/pool.ts";
import { r1Request } from "../models/r1.ts";

/** 64 blocks of model R1. */
const asked: Partial<RunRequest> = { draws: 65_536, wholeColumns: true };

async function runOn(
  executor: Executor,
  more: Partial<RunRequest> = {},
  signal?: AbortSignal,
): Promise<Run | undefined> {
  try {
    return await simulate(r1Request({ ...asked, ...more }), executor, { signal });
  } finally {
    await executor.close();
  }
}

/** A fingerprint of all that must be the same: the result as JSON and every bit of the kept columns. */
function bits(run: Run | undefined): string {
  const hash = createHash("sha256").update(JSON.stringify(run!.result));
  for (const [id, column] of run!.columns) hash.update(id).update(column);
  return hash.digest("hex");
}

describe("the same bits", () => {
  const reference = runOn(inline()).then(bits);

  test.each([1, 2, 3])("on %i threads, each of which does some", async (threads) => {
    const run = await runOn(workerPool({ threads }));
    expect(bits(run)).toBe(await reference);
    expect(run!.threads).toHaveLength(threads);
    for (const thread of run!.threads) expect(thread.blocks).toBeGreaterThan(0);
    expect(run!.threads.reduce((sum, { blocks }) => sum + blocks, 0)).toBe(64);
  });

  test.each([1, 5])("in tasks of %i blocks", async (blocksPerTask) => {
    expect(bits(await runOn(workerPool({ threads: 2 }), { blocksPerTask }))).toBe(await reference);
  });

  test("where everything is copied as a thread would", async () => {
    expect(bits(await runOn(copying(inline()), { blocksPerTask: 7 }))).toBe(await reference);
  });

  test("though threads are lost on the way", async () => {
    const left = new Int32Array(new SharedArrayBuffer(16));
    left.set([1, 1, 2, 2]);
    const executor = workerPool({
      threads: 2,
      workerFile: fileURLToPath(new URL("./crashingWorker.mjs", import.meta.url)),
      workerData: { blocks: [0, 5, 10, 15], counters: left.buffer },
    });
    expect(bits(await runOn(executor, { blocksPerTask: 2 }))).toBe(await reference);
    expect(Math.max(...left)).toBeLessThanOrEqual(0); // all of them were
  });

  test("plain draws alike", async () => {
    const [alone, pooled] = [
      await runOn(inline(), { design: "plain" }),
      await runOn(workerPool({ threads: 2 }), { design: "plain" }),
    ];
    expect(bits(pooled)).toBe(bits(alone));
    expect(bits(pooled)).not.toBe(await reference);
  });
});

test("a run that is stopped is the whole run of the draws it came to", async () => {
  const stop = new AbortController();
  const pool = workerPool({ threads: 2 });
  const first = new Set(Array.from({ length: 32 }, (_, block) => block));
  /** Stops once the first 32 blocks are there, whatever else is. */
  const stopping: Executor = {
    ...pool,
    run: (job, tasks, control) =>
      pool.run(job, tasks, {
        ...control,
        onResult(result) {
          control.onResult(result);
          for (const block of blocksOf(result.task)) first.delete(block);
          if (first.size === 0) stop.abort();
        },
      }),
  };
  try {
    const stopped = await simulate(r1Request({ draws: 2 ** 22, blocksPerTask: 4 }), stopping, { signal: stop.signal });
    const { manifest } = stopped!.result;
    expect(manifest.ended).toBe("interrupted");
    expect(manifest.draws).toBeGreaterThanOrEqual(32_768);
    expect(manifest.draws).toBeLessThan(2 ** 22);
    const whole = await simulate(r1Request({ draws: manifest.draws }), pool);
    const likeStopped = { ...whole!.result, manifest: { ...whole!.result.manifest, ended: "interrupted" } };
    expect(JSON.stringify(likeStopped) === JSON.stringify(stopped!.result)).toBe(true);
  } finally {
    await pool.close();
  }
});
