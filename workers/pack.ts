import { deserialize, serialize } from "node:v8";
import type { Job } from "../engine/run/executor.ts";

/**
 * A job as bytes in shared memory. V8's own serialisation, since JSON would lose NaN, the infinities and −0.
 * Throws a DataCloneError where the job holds something that cannot cross to a thread.
 */
export function pack(job: Job): SharedArrayBuffer {
  const bytes = serialize(job);
  const packed = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(packed).set(bytes);
  return packed;
}

/** The job again, in memory of its own. */
export function unpack(packed: SharedArrayBuffer): Job {
  return deserialize(Uint8Array.from(new Uint8Array(packed)));
}
