import { bodyOperandsOf, operandsOf } from "../../../model/axes.ts";
import type { BodyNode, GraphNode, NodeId } from "../../../model/graph.ts";
import { stridesOf } from "../../shape.ts";
import { type Expression, local, type Statement, set } from "../../wasm/expression.ts";
import type { FunctionBuilder } from "../../wasm/function.ts";
import type { Layout } from "../layout.ts";
import { operate, type VectorOperations } from "../operations.ts";
import type { VectorArithmetic } from "../vector.ts";
import type { Cursor } from "./cursor.ts";
import type { NestMemory } from "./memory.ts";
import type { Step } from "./nest.ts";
import type { LoopPlan } from "./plan.ts";
import type { Storage } from "./storage.ts";
import { isInPlace, type View } from "./views.ts";

export interface NestContext {
  readonly plan: LoopPlan;
  readonly storage: Storage;
  readonly layout: Layout;
  readonly o: VectorArithmetic;
  readonly operations: VectorOperations;
}

/** A value that goes from one cell of an axis to the next. */
interface Carried {
  readonly read: Expression;
  write(value: Expression): Statement;
}

/** A sum begins with −0, to which any x may be added without changing it; 0 would make −0 of x into 0. */
const beginnings = { add: -0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY } as const;

/** What a nest does for one pair of draws. */
export class PairOfDraws {
  readonly inCell: Statement[] = [];
  /** By level of the loop: once before it begins, in each cell of the loops inside it before it begins, once after it ends. */
  readonly beforeLoop = new Map<number, Statement[]>();
  readonly beforeCells = new Map<number, Statement[]>();
  readonly afterLoop = new Map<number, Statement[]>();
  private readonly context: NestContext;
  private readonly f: FunctionBuilder;
  private readonly cursor: Cursor;
  private readonly memory: NestMemory;
  private readonly pair: number;
  /** Values of the present cell. */
  private readonly made = new Map<NodeId, Expression>();

  constructor(context: NestContext, f: FunctionBuilder, cursor: Cursor, memory: NestMemory, pair: number) {
    this.context = context;
    this.f = f;
    this.cursor = cursor;
    this.memory = memory;
    this.pair = pair;
  }

  step(step: Step): void {
    const { memory, pair } = this;
    if (step.does === "output") {
      const { inputs } = this.context.plan.graph;
      this.inCell.push(memory.storeColumn(inputs.length + step.column, pair, this.value(step.from)));
    } else if (step.does === "stack")
      this.inCell.push(...memory.store(step.node, step, pair, this.value(step.item), true));
    else this.compute(step.node, this.context.plan.graph.nodes[step.node]);
  }

  private value(view: View): Expression {
    const made = view.source !== undefined && isInPlace(view) ? this.made.get(view.source) : undefined;
    return made ?? this.memory.load(view, this.pair, true);
  }

  private compute(id: NodeId, node: GraphNode): void {
    switch (node.op) {
      case "parameter":
      case "constant":
      case "input":
      case "index":
      case "stack":
      case "shift":
      case "at":
        return;
      case "reduce":
        this.reduce(id, node);
        return;
      case "cumulative": {
        const sum = this.carried(id, 0, node.axis, () => this.context.o.constant(beginnings.add));
        const next = this.context.operations.binary.add(sum.read, this.operand(node.a));
        this.keep(id, next);
        this.inCell.push(sum.write(next));
        return;
      }
      case "scan":
        this.scan(id, node);
        return;
      default:
        this.keep(
          id,
          operate(
            this.context.operations,
            node,
            operandsOf(node).map((operand) => this.operand(operand)),
          ),
        );
    }
  }

  private operand(node: NodeId): Expression {
    return this.value(this.context.plan.views[node]);
  }

  /** Makes a value known to later steps, and leaves it where other nests read it. */
  private keep(id: NodeId, value: Expression): void {
    this.made.set(id, value);
    this.inCell.push(...this.memory.store(id, this.cellOf(id), this.pair, value, true));
  }

  /** The present cell of a node. */
  private cellOf(id: NodeId): { readonly offset: number; readonly strides: ReadonlyMap<string, number> } {
    const { axes, size } = this.context.plan.shape;
    return { offset: 0, strides: stridesOf(axes[id], size) };
  }

  private reduce(id: NodeId, { by, axis, a }: Extract<GraphNode, { op: "reduce" }>): void {
    const { memory, pair } = this;
    const home = this.context.storage.homes.get(id);
    if (home === undefined) return;
    const { strides } = this.cellOf(id);
    const place = home.kind === "array" ? { at: home.at, strides } : undefined;
    const folded = this.carry(axis, () => this.context.o.constant(beginnings[by]), place);
    this.inCell.push(folded.write(this.context.operations.binary[by](folded.read, this.operand(a))));
    if (this.isInnermost(axis))
      this.at(this.afterLoop, axis).push(...memory.store(id, { offset: 0, strides }, pair, folded.read, false));
  }

  /** The states of the next step are all worked out before the first of them is written. */
  private scan(id: NodeId, scan: Extract<GraphNode, { op: "scan" }>): void {
    const states = scan.initial.map((initial, k) =>
      this.carried(id, k, scan.axis, () => this.memory.load(this.context.plan.views[initial], this.pair, false)),
    );
    const values: Expression[] = [];
    for (const step of scan.body) values.push(this.bodyValue(step, scan, states, values));
    const [emitted, ...next] = [scan.emit, ...scan.next].map((place) => {
      const made = this.f.local("v128");
      this.inCell.push(set(made, values[place]));
      return local("v128", made);
    });
    states.forEach((state, k) => {
      this.inCell.push(state.write(next[k]));
    });
    this.keep(id, emitted);
  }

  private bodyValue(
    step: BodyNode,
    { operands }: Extract<GraphNode, { op: "scan" }>,
    states: readonly Carried[],
    values: readonly Expression[],
  ): Expression {
    if (step.op === "operand") return this.operand(operands[step.operand]);
    if (step.op === "state") return states[step.state].read;
    return operate(
      this.context.operations,
      step,
      bodyOperandsOf(step).map((place) => values[place]),
    );
  }

  /** Value k that a node carries along an axis, with memory of its own where it needs any. */
  private carried(id: NodeId, k: number, axis: string, start: () => Expression): Carried {
    const at = this.context.storage.carried.get(id)?.[k];
    if (at === undefined) return this.carry(axis, start);
    const inner = this.cursor.loops.slice(this.cursor.levelOf(axis) + 1).map((loop) => loop.axis);
    return this.carry(axis, start, { at, strides: stridesOf(inner, this.context.plan.shape.size) });
  }

  /** Along the innermost loop in a local, along another one in a cell of memory for each cell of the loops inside it. */
  private carry(
    axis: string,
    start: () => Expression,
    place?: { readonly at: number; readonly strides: ReadonlyMap<string, number> },
  ): Carried {
    const { memory, pair } = this;
    if (place === undefined || this.isInnermost(axis)) {
      const carried = this.f.local("v128");
      this.at(this.beforeLoop, axis).push(set(carried, start()));
      return { read: local("v128", carried), write: (value) => set(carried, value) };
    }
    const { at, strides } = place;
    this.at(this.beforeCells, axis).push(memory.storeScratch(at, strides, pair, start(), false));
    return {
      read: memory.loadScratch(at, strides, pair),
      write: (value) => memory.storeScratch(at, strides, pair, value, true),
    };
  }

  private isInnermost(axis: string): boolean {
    return this.cursor.levelOf(axis) === this.cursor.loops.length - 1;
  }

  private at(levels: Map<number, Statement[]>, axis: string): Statement[] {
    const level = this.cursor.levelOf(axis);
    const known = levels.get(level) ?? [];
    levels.set(level, known);
    return known;
  }
}
