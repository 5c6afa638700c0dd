import type { Job } from "../engine/run/executor.ts";
import { pack } from "./pack.ts";

/** A job as threads get it: its number, by which they know it again, and its bytes. */
export interface PackedJob {
  readonly job: number;
  readonly packed: SharedArrayBuffer;
}

/** Packs each job once. */
export function packedJobs(): (job: Job) => PackedJob {
  const known = new WeakMap<Job, PackedJob>();
  let count = 0;
  return (job) => {
    const packed = known.get(job) ?? { job: count++, packed: pack(job) };
    known.set(job, packed);
    return packed;
  };
}
