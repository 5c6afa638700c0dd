import seedrandom from "seedrandom";

/** 128 bits of key material, as four 32-bit words. */
export type Key = Uint32Array;

const utf8 = new TextEncoder();

/**
 * Turns texts into a key: each part as UTF-8 preceded by its length, so that ("a", "bc") and ("ab", "c") differ. The only
 * place where text becomes randomness. A seed is any text, "0" included. ARC4 through seedrandom, always with an explicit seed:
 * some 26 µs a key, paid once per path and purpose, never per draw.
 */
export function keyOf(...parts: readonly string[]): Key {
  let bytes = "";
  for (const part of parts) {
    const encoded = utf8.encode(part);
    bytes += `${encoded.length}:`;
    for (const byte of encoded) bytes += String.fromCharCode(byte);
  }
  const generator = seedrandom(bytes);
  return Uint32Array.from({ length: 4 }, () => generator.int32() >>> 0);
}
