// A worker thread for tests: a toy engine whose numbers are known, which can be told to be slow, to fail, or to take its thread down.
import { threadId, workerData } from "node:worker_threads";
import { taskHandler } from "../../dist/workers/handler.js";
import { doneCell } from "../../dist/workers/protocol.js";
import { withMovedColumns } from "../../dist/workers/transfer.js";

const { msPerBlock = 0, crash, counters } = workerData ?? {};
const counts = counters && new Int32Array(counters); // [0] crashes left, [1] jobs prepared

if (crash?.kind === "import" && Atomics.sub(counts, 0, 1) > 0) throw new Error("cannot be loaded");

function wait(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function prepareJob(job) {
  if (counts) Atomics.add(counts, 1, 1);
  return (task, control) => {
    const column = new Float64Array(task.blocks);
    for (let k = 0; k < task.blocks; k++) {
      if (control.cancelled()) return undefined;
      const block = task.firstBlock + k;
      if (job.data.parameters.failsAt === block) {
        throw Object.assign(new RangeError(`block ${block} fails`), { code: "E_BLOCK", block, tool: () => 0 });
      }
      if (msPerBlock) wait(msPerBlock);
      column[k] = block * job.data.parameters.scale;
      control.onBlock();
    }
    return { task, partial: { firstBlock: task.firstBlock, blocks: task.blocks, columns: [column] } };
  };
}

const handle = taskHandler(prepareJob, threadId);

export default async (work) => {
  const holds = crash && work.task.firstBlock <= crash.block && crash.block < work.task.firstBlock + work.task.blocks;
  if (holds && Atomics.sub(counts, 0, 1) > 0) {
    Atomics.add(new Int32Array(work.control), doneCell(work.piece), 1); // as if it had come some way
    if (crash.kind === "exit") process.exit(3);
    if (crash.kind === "throw") throw new Error("thrown by the thread itself");
    if (crash.kind === "timer")
      setTimeout(() => {
        throw new Error("uncaught in a timer");
      }, 1);
    if (crash.kind === "memory") for (const heap = []; ; ) heap.push(new Array(1000).fill({ heap }));
    await new Promise(() => {});
  }
  return withMovedColumns(handle(work));
};
