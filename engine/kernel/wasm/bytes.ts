/*
 * Numbers as WebAssembly writes them. Source: WebAssembly Core Specification 2.0, chapter 5 (binary format),
 * https://www.w3.org/TR/wasm-core-2/
 */

/** LEB128 of a whole number from 0 to 2^32 − 1. */
export function unsigned(x: number): readonly number[] {
  const bytes: number[] = [];
  let rest = x >>> 0;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** LEB128 of a signed 32-bit integer. */
export function signed(x: number): readonly number[] {
  const bytes: number[] = [];
  let rest = x | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const last = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(last ? low : low | 0x80);
    if (last) return bytes;
  }
}

/** A name: its length, then ASCII characters. */
export function name(text: string): readonly number[] {
  return [text.length, ...[...text].map((character) => character.charCodeAt(0))];
}

/** The eight bytes of a double. */
export function float64(x: number): readonly number[] {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, x, true);
  return [...new Uint8Array(bytes.buffer)];
}
