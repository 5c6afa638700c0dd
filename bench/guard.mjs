// The one ratio that is held: it compares two ways through the same block in the same second, so no machine can change it.
import { compiled, interpreted } from "./kernels.mjs";
import { jobOf, r1Request } from "./model.mjs";
import { cpuMs, medianOf } from "./statistics.mjs";

/** How many times as fast as the interpreter the compiled kernel must be on one block of R1. */
export const leastRatio = 3;

/** @param ms how long each of the alternating measurements is */
export async function kernelRatio(ms, rounds = 15) {
  const job = jobOf(await r1Request(), 65_536, 16);
  const timed = (kernel) => {
    let blocks = 0;
    const start = cpuMs();
    for (const end = performance.now() + ms; performance.now() < end; ) kernel.run(blocks++ % 64, kernel.columns);
    return (cpuMs() - start) / blocks;
  };
  const [slow, fast] = [interpreted(job), compiled(job)];
  timed(slow);
  timed(fast);
  return medianOf(Array.from({ length: rounds }, () => timed(slow) / timed(fast)));
}
