import { pageBytes } from "../wasm/module.ts";
import type { WasmMemory } from "../wasm/platform.ts";

/** Gives out kernel memory behind what the code uses, before any of it is read or written. */
export class Reservations {
  private next: number;

  constructor(from: number) {
    this.next = from;
  }

  /** Address of `bytes` bytes, a multiple of 64. */
  reserve(bytes: number): number {
    const at = this.next;
    this.next += Math.ceil(bytes / 64) * 64;
    return at;
  }

  /** Makes the memory as large as what was reserved. */
  settle(memory: WasmMemory): void {
    const missing = Math.ceil((this.next - memory.buffer.byteLength) / pageBytes);
    if (missing > 0) memory.grow(missing);
  }
}
