import { threadId } from "node:worker_threads";
import { prepareJob } from "../engine/run/task.ts";
import { taskHandler } from "./handler.ts";
import type { ToWorker } from "./protocol.ts";
import { withMovedColumns } from "./transfer.ts";

const handle = taskHandler(prepareJob, threadId);

/** Entry of a worker thread: called by the pool with each piece of work. */
export default (work: ToWorker): unknown => withMovedColumns(handle(work));
