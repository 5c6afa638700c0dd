import { readFileSync } from "node:fs";

// The package's root is one folder further up from the built file than from the source.
const root = new URL(import.meta.url.endsWith(".ts") ? "../" : "../../", import.meta.url);

/** Version of this package, which is the engine's. */
export const version: string = JSON.parse(readFileSync(new URL("package.json", root), "utf8")).version;
