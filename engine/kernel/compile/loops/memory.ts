import type { NodeId } from "../../../model/graph.ts";
import { type Expression, expression, integer, local, type Statement, set } from "../../wasm/expression.ts";
import type { FunctionBuilder } from "../../wasm/function.ts";
import { i32, v128 } from "../../wasm/instructions.ts";
import { steadyPair } from "../constants.ts";
import { columnAddress, type Layout } from "../layout.ts";
import type { VectorArithmetic } from "../vector.ts";
import { type Cursor, chosen } from "./cursor.ts";
import type { Storage } from "./storage.ts";
import type { View } from "./views.ts";

type Strides = ReadonlyMap<string, number>;

/** An address in two parts, the second of which an instruction adds by itself. */
interface Address {
  readonly from: Expression;
  readonly offset: number;
}

/** What the code of a nest reads and writes in memory, a pair of draws at a time. */
export class NestMemory {
  /** What each cell begins with: addresses that several instructions use. */
  readonly prepared: Statement[] = [];
  private readonly f: FunctionBuilder;
  private readonly cursor: Cursor;
  private readonly storage: Storage;
  private readonly layout: Layout;
  private readonly o: VectorArithmetic;
  private readonly guarded = new Map<View, Address>();
  private readonly numbers = new Map<number, Expression>();

  constructor(f: FunctionBuilder, cursor: Cursor, storage: Storage, layout: Layout, o: VectorArithmetic) {
    this.f = f;
    this.cursor = cursor;
    this.storage = storage;
    this.layout = layout;
    this.o = o;
  }

  /** The value of a view in the present cell; `moving`: where the innermost loop keeps pointers up to date. */
  load(view: View, pair: number, moving: boolean): Expression {
    const home = view.source === undefined ? undefined : this.storage.homes.get(view.source)!;
    if (home === undefined) return this.o.constant(0);
    if (home.kind === "constant") return this.o.constant(home.value);
    if (home.kind === "numbers") return this.number(this.layout.numbers + 8 * (home.first + view.offset), view, moving);
    const address: Address =
      home.kind === "column"
        ? { from: this.f.parameter(0), offset: columnAddress(this.layout, home.column) }
        : this.cell(this.layout.scratch + home.at + this.storage.cellBytes * view.offset, view.strides, moving);
    if (view.guards.length === 0) return this.loaded(address, pair);
    return this.loaded(moving ? this.prepare(view, address) : this.orZeros(view, address), pair);
  }

  /** Leaves a node's value in its home; nothing where nobody reads it there. */
  store(
    node: NodeId,
    at: { offset: number; strides: Strides },
    pair: number,
    value: Expression,
    moving: boolean,
  ): readonly Statement[] {
    const home = this.storage.homes.get(node);
    if (home === undefined || home.kind === "numbers" || home.kind === "constant") return [];
    if (home.kind === "column") return [this.storeColumn(home.column, pair, value)];
    const first = this.layout.scratch + home.at + this.storage.cellBytes * at.offset;
    return [this.stored(this.cell(first, at.strides, moving), pair, value)];
  }

  storeColumn(column: number, pair: number, value: Expression): Statement {
    return this.stored({ from: this.f.parameter(0), offset: columnAddress(this.layout, column) }, pair, value);
  }

  /** A cell of scratch memory that no node has for its own. */
  loadScratch(at: number, strides: Strides, pair: number): Expression {
    return this.loaded(this.cell(this.layout.scratch + at, strides, true), pair);
  }

  storeScratch(at: number, strides: Strides, pair: number, value: Expression, moving: boolean): Statement {
    return this.stored(this.cell(this.layout.scratch + at, strides, moving), pair, value);
  }

  private cell(first: number, strides: Strides, moving: boolean): Address {
    const unit = this.storage.cellBytes;
    return { from: moving ? this.cursor.pointer(strides, unit) : this.cursor.direct(strides, unit), offset: first };
  }

  private loaded({ from, offset }: Address, pair: number): Expression {
    return expression("v128", v128.load(offset + 16 * pair), from);
  }

  private stored({ from, offset }: Address, pair: number, value: Expression): Statement {
    return { operands: [from, value], code: v128.store(offset + 16 * pair) };
  }

  /** A number that is the same in all draws. */
  private number(first: number, { strides }: View, moving: boolean): Expression {
    if (this.cursor.isFixed(strides)) {
      const known = this.numbers.get(first) ?? steadyPair(first);
      this.numbers.set(first, known);
      return known;
    }
    const from = moving ? this.cursor.pointer(strides, 8) : this.cursor.direct(strides, 8);
    return expression("v128", v128.loadSplat64(first), from);
  }

  private prepare(view: View, address: Address): Address {
    const known = this.guarded.get(view);
    if (known !== undefined) return known;
    const place = this.f.local("i32");
    const { from, offset } = this.orZeros(view, address);
    this.prepared.push(set(place, from));
    const made = { from: local("i32", place), offset };
    this.guarded.set(view, made);
    return made;
  }

  /** The address inside the guards of the view, that of the cell of zeros outside. */
  private orZeros({ guards }: View, { from, offset }: Address): Address {
    const inside = expression("i32", i32.add, from, integer(offset));
    const outside = integer(this.layout.scratch + this.storage.zeros);
    return { from: chosen(this.cursor.inside(guards), inside, outside), offset: 0 };
  }
}
