import { type Expression, integer } from "../wasm/expression.ts";
import { v128 } from "../wasm/instructions.ts";

/** Numbers that the code itself needs, in kernel memory from `base` on: one load each, cheaper than building them. */
export class ConstantPool {
  readonly values: number[] = [];
  private readonly base: number;
  private readonly known = new Map<string, number>();

  constructor(base: number) {
    this.base = base;
  }

  /** Both halves of a vector. */
  splat(x: number): Expression {
    const key = Object.is(x, -0) ? "-0" : String(x);
    const index = this.known.get(key) ?? this.values.push(x) - 1;
    this.known.set(key, index);
    const plain = !Number.isNaN(x) && !Object.is(x, -0);
    return { ...splatAt(this.base + 8 * index), plain, constant: x };
  }
}

/** The double at an address, in both halves. */
export const splatAt = (address: number): Expression => ({
  type: "v128",
  code: v128.loadSplat64(address),
  operands: [integer(0)],
  again: true,
});
