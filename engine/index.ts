/** Front door of the engine: pure, without files, threads or clock, for Node and browsers alike. */

export { blockSize, checkpoints, type Design, type Plan, roundDraws, type Source } from "./design/plan.ts";
export {
  applyTransform,
  checkSpec,
  type DistributionSpec,
  describe,
  distributions,
  type Family,
  transformOf,
} from "./distributions/index.ts";
export { findings } from "./findings/index.ts";
export * from "./issues.ts";
export { type Interpreter, interpret } from "./kernel/interpret.ts";
export type * from "./model/graph.ts";
export type * from "./result/about.ts";
export type * from "./result/result.ts";
export { percentileLevels } from "./result/result.ts";
export type * from "./run/executor.ts";
export { copying, inline } from "./run/inline.ts";
export type * from "./run/request.ts";
export type { Run, RunControl } from "./run/run.ts";
export type { Checkpoint, Target, TargetFigure } from "./run/target.ts";
export { type PreparedJob, prepareJob, type TaskControl } from "./run/task.ts";
export { simulate } from "./simulate.ts";
export { engineVersion } from "./version.ts";
