import { type Expression, expression, integer, local, type Statement, set } from "../../wasm/expression.ts";
import type { FunctionBuilder } from "../../wasm/function.ts";
import { control, i32 } from "../../wasm/instructions.ts";
import type { Loop } from "./nest.ts";

/** Cells, or bytes, from one place of an axis to its next; an axis that is not named counts nothing. */
type Strides = ReadonlyMap<string, number>;

const add = (a: Expression, b: Expression) => expression("i32", i32.add, a, b);
const times = (a: Expression, by: number) => expression("i32", i32.multiply, a, integer(by));

/** A pointer that moves along with the innermost loop. */
interface Pointer {
  readonly local: number;
  readonly strides: Strides;
  readonly unit: number;
}

/** Where a nest of loops is, and the addresses that follow from it. */
export class Cursor {
  readonly loops: readonly Loop[];
  private readonly f: FunctionBuilder;
  private readonly counters: readonly number[];
  private readonly pointers = new Map<string, Pointer>();

  constructor(f: FunctionBuilder, loops: readonly Loop[]) {
    this.f = f;
    this.loops = loops;
    this.counters = loops.map(() => f.local("i32"));
  }

  place(level: number): Expression {
    return local("i32", this.counters[level]);
  }

  levelOf(axis: string): number {
    return this.loops.findIndex((loop) => loop.axis === axis);
  }

  /** Whether the address of such cells is the same in every cell of the loops. */
  isFixed(strides: Strides): boolean {
    return this.loops.every(({ axis }) => (strides.get(axis) ?? 0) === 0);
  }

  /** Σ place · stride · unit over the loops, worked out where it stands. */
  direct(strides: Strides, unit: number): Expression {
    return this.loops
      .flatMap(({ axis }, level) => {
        const bytes = (strides.get(axis) ?? 0) * unit;
        return bytes === 0 ? [] : [times(this.place(level), bytes)];
      })
      .reduce<Expression>((sum, term) => (sum.constant === 0 ? term : add(sum, term)), { ...integer(0), constant: 0 });
  }

  /** The same, by a pointer that the innermost loop keeps up to date. */
  pointer(strides: Strides, unit: number): Expression {
    if (this.isFixed(strides)) return integer(0);
    const key = this.loops.map(({ axis }) => (strides.get(axis) ?? 0) * unit).join();
    const known = this.pointers.get(key) ?? { local: this.f.local("i32"), strides, unit };
    this.pointers.set(key, known);
    return local("i32", known.local);
  }

  /** An expression that is 1 where the places lie inside [low, high), given an axis each. */
  inside(guards: readonly { readonly axis: string; readonly low: number; readonly high: number }[]): Expression {
    return guards
      .map(({ axis, low, high }) => {
        const place = this.place(this.levelOf(axis));
        const from = low === 0 ? place : expression("i32", i32.subtract, place, integer(low));
        return expression("i32", i32.lessUnsigned, from, integer(high - low));
      })
      .reduce((all, one) => expression("i32", i32.and, all, one));
  }

  /**
   * Writes the loops of the levels from `level` on. `body` writes what is done in each cell; `enter` and `leave` what is done
   * before a loop begins and after it has ended.
   */
  write(
    level: number,
    body: () => void,
    enter: (level: number) => void = () => {},
    leave: (level: number) => void = () => {},
  ): void {
    if (level === this.loops.length) {
      body();
      return;
    }
    const { from, to } = this.loops[level];
    const innermost = level === this.loops.length - 1;
    const moving = innermost ? [...this.pointers.values()] : [];
    enter(level);
    this.f.emit(set(this.counters[level], integer(from)));
    for (const pointer of moving) this.f.emit(set(pointer.local, this.direct(pointer.strides, pointer.unit)));
    this.f.loop(() => {
      if (innermost) body();
      else this.write(level + 1, body, enter, leave);
      for (const pointer of moving) this.f.emit(...this.moved(pointer));
      this.f.emit(set(this.counters[level], add(this.place(level), integer(1))));
      return expression("i32", i32.lessUnsigned, this.place(level), integer(to));
    });
    leave(level);
  }

  private moved({ local: index, strides, unit }: Pointer): readonly Statement[] {
    const bytes = (strides.get(this.loops[this.loops.length - 1].axis) ?? 0) * unit;
    return bytes === 0 ? [] : [set(index, add(local("i32", index), integer(bytes)))];
  }
}

/** One address or the other. */
export const chosen = (condition: Expression, a: Expression, b: Expression): Expression =>
  expression("i32", control.select, a, b, condition);
