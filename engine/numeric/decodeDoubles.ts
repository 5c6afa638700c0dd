const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * Doubles written as base64 (RFC 4648) of their bytes, the lowest first; what is not of the alphabet, such as line ends and
 * padding, is passed over.
 */
export function decodeDoubles(text: string): Float64Array {
  const values = new Int8Array(256).fill(-1);
  for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;
  // As bytes: this runs once in a process, before anything is compiled, and a letter of a text costs several times as much.
  const letters = new TextEncoder().encode(text);
  const bytes = new Uint8Array(Math.ceil((letters.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < letters.length; i++) {
    const value = values[letters[i]];
    if (value < 0) continue;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = held >>> bits;
    held &= (1 << bits) - 1;
  }
  return new Float64Array(bytes.buffer.slice(0, length));
}
