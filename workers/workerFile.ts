import { fileURLToPath } from "node:url";

// Threads run built JavaScript (Node 20 cannot load TypeScript), also where this file itself runs from source.
const built = import.meta.url.endsWith(".ts") ? "../dist/workers/worker.js" : "../workers/worker.js";

/** What each thread loads: seen from the source, from `dist/workers` and from the command's own folder. */
export const workerFile = fileURLToPath(new URL(built, import.meta.url));
