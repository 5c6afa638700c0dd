#!/usr/bin/env node
import module from "node:module";

// Where Node can (from 22.8 on), what V8 makes of the program's code is kept from one start to the next.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();
// Only what is loaded from here on is kept.
await import("./process.ts");
