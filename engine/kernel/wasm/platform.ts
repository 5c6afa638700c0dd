/** What the engine uses of the WebAssembly that Node and browsers give; the language's own types don't declare it. */
export interface WebAssemblyPlatform {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  readonly Instance: new (module: WasmModule) => { readonly exports: Readonly<Record<string, unknown>> };
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}

/** A compiled module: opaque, usable for any number of instances. */
export interface WasmModule {
  readonly [Symbol.toStringTag]?: string;
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

declare const WebAssembly: WebAssemblyPlatform | undefined;

/** The platform's WebAssembly; undefined where there is none. */
export const webAssembly = (): WebAssemblyPlatform | undefined =>
  typeof WebAssembly === "undefined" ? undefined : WebAssembly;
