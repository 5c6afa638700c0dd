import { keyOf } from "../random/key.ts";
import { fillStream } from "../random/stream.ts";

const perBlock = 1024;

/**
 * The numbers 0 … n − 1 in an order that has nothing to do with anything: the ranks of an input that no output depends on. Always
 * the same for the same n and k. Fisher & Yates' shuffle on a stream of its own.
 */
export function shuffled(n: number, k: number): Uint32Array {
  const key = keyOf("sensitivity", "dummy", String(k));
  const numbers = new Int32Array(perBlock);
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1, used = 0; i > 0; i--, used++) {
    if (used % perBlock === 0) fillStream(key, used / perBlock, numbers);
    const other = Math.floor(((numbers[used % perBlock] >>> 0) / 4294967296) * (i + 1));
    [order[i], order[other]] = [order[other], order[i]];
  }
  return order;
}
