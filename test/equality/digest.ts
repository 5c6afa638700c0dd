/** Words over every bit of columns of numbers, in the order they come; NaN is NaN whatever its payload and sign. */
export interface Digest {
  add(column: Float64Array): void;
  /** 64 bits, as text. */
  text(): string;
}

/** Two multiplicative hashes over 32-bit words (FNV's step, with a rotation in the second): fast, and the same on every machine. */
export function digest(): Digest {
  let first = 0x811c9dc5 | 0;
  let second = 0x9e3779b9 | 0;
  const add = (word: number) => {
    first = Math.imul(first ^ word, 0x01000193);
    second = Math.imul(((second << 13) | (second >>> 19)) ^ word, 0x85ebca6b);
  };
  return {
    add(column) {
      const words = new Int32Array(column.buffer, column.byteOffset, 2 * column.length);
      add(column.length);
      for (let i = 0; i < column.length; i++) {
        const number = !Number.isNaN(column[i]);
        add(number ? words[2 * i] : 1);
        add(number ? words[2 * i + 1] : 0x7ff80000);
      }
    },
    text: () => [first, second].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join(""),
  };
}
