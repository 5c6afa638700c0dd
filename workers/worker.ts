import { threadId } from "node:worker_threads";
import { prepareJob, runPrepared } from "../engine/index.ts";
import { taskHandler } from "./handler.ts";
import type { ToWorker } from "./protocol.ts";
import { withMovedColumns } from "./transfer.ts";

const handle = taskHandler({ prepareJob, runPrepared }, threadId);

/** Entry of a worker thread: called by the pool with each piece of work. */
export default (work: ToWorker): unknown => withMovedColumns(handle(work));
