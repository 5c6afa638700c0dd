// The shipped worker, but some threads that are given a certain block end before or after doing it.
import { workerData } from "node:worker_threads";
import { blocksOf } from "../../dist/engine/run/executor.js";
import work from "../../dist/workers/worker.js";

const { blocks, counters } = workerData;
const left = new Int32Array(counters); // for each of the blocks: how often a thread is still to end on it

export default async (piece) => {
  const own = blocksOf(piece.task);
  const index = blocks.findIndex((block) => own.includes(block));
  const ends = index >= 0 && Atomics.sub(left, index, 1) > 0;
  if (ends && index % 2 === 0) process.exit(9);
  const answer = await work(piece);
  if (ends) process.exit(9); // with the work done, but not handed over
  return answer;
};
