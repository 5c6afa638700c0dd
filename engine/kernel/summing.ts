import type { SumExports } from "./compile/exports.ts";
import { sieveFunctions } from "./compile/sieve.ts";
import { sumFunctions } from "./compile/sums.ts";
import { vectorArithmetic } from "./compile/vector.ts";
import { encodeModule } from "./wasm/module.ts";
import { type WasmMemory, type WasmModule, type WebAssemblyPlatform, webAssembly } from "./wasm/platform.ts";

/** What looks through gathered values. Values, places, counts and results are addresses in its memory. */
export interface SieveExports {
  readonly memory: WasmMemory;
  wanted(
    values: number,
    end: number,
    places: number,
    found: number,
    foundPlaces: number,
    low: number,
    perUnit: number,
    last: number,
  ): number;
  place(found: number, end: number, foundPlaces: number, next: number, step: number, store: number): void;
  ends(values: number, end: number, result: number): void;
  count(values: number, end: number, counts: number, least: number, perUnit: number): void;
  inside(values: number, end: number, part: number, into: number, least: number, perUnit: number): number;
  low(values: number, end: number, beyond: number, edge: number, result: number): void;
  high(values: number, end: number, beyond: number, edge: number, result: number): void;
}

/** Undefined where this platform can't run it. */
let module: { readonly made: WasmModule | undefined } | undefined;

function summingModule(platform: WebAssemblyPlatform): WasmModule | undefined {
  const arithmetic = vectorArithmetic();
  const named = Object.entries({ ...sumFunctions(arithmetic), ...sieveFunctions(arithmetic) });
  const bytes = encodeModule({
    functions: named.map(([, f]) => f),
    exports: Object.fromEntries(named.map(([name], k) => [name, k])),
    memory: 0,
  });
  return platform.validate(bytes) ? new platform.Module(bytes) : undefined;
}

/** Kept for the next run, unless a large run has made its memory larger than this. */
let instance: (SumExports & SieveExports) | undefined;
const mostKeptBytes = 8_388_608;

/**
 * What sums up columns and looks through values that are brought to it; undefined where this platform can't run it. It is the same
 * for all: who uses its memory lays it out anew, and is done with it before anybody else can have a turn.
 */
export function summingInstance(): (SumExports & SieveExports) | undefined {
  const platform = webAssembly();
  if (platform === undefined) return undefined;
  module ??= { made: summingModule(platform) };
  if (module.made === undefined) return undefined;
  if (instance === undefined || instance.memory.buffer.byteLength > mostKeptBytes)
    instance = new platform.Instance(module.made).exports as unknown as SumExports & SieveExports;
  return instance;
}
