import type { Expression, Statement } from "./expression.ts";
import { local } from "./expression.ts";
import { type Code, control, type ValueType } from "./instructions.ts";

/** A function of a module under construction. */
export class FunctionBuilder {
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
  /** Types of the locals after the parameters. */
  readonly locals: ValueType[] = [];
  private readonly body: number[] = [];
  /** What is done before the body: steady values, each put into a local. */
  private readonly start: number[] = [];
  private readonly steady = new Map<Expression, number>();
  /** Locals that hold no value at the moment, by type. */
  private readonly free: Partial<Record<ValueType, number[]>> = {};

  private readonly loops: boolean;

  /** @param loops whether steady values are worth a local each: not where the body runs once a call */
  constructor(parameters: readonly ValueType[], results: readonly ValueType[] = [], loops = true) {
    this.parameters = parameters;
    this.results = results;
    this.loops = loops;
  }

  get code(): readonly number[] {
    return this.start.concat(this.body);
  }

  parameter(index: number): Expression {
    return local(this.parameters[index], index);
  }

  /** A local of the caller's own; its index. */
  local(type: ValueType): number {
    this.locals.push(type);
    return this.parameters.length + this.locals.length - 1;
  }

  write(code: Code): void {
    for (const byte of code) this.body.push(byte);
  }

  /**
   * Writes statements in order. A value that they read more than once is kept from its first use to its last; what may have
   * changed in between (a local set, memory stored to) must not be read by such a value: then write two groups.
   */
  emit(...statements: readonly Statement[]): void {
    const uses = countUses(statements);
    const kept = new Map<Expression, number>();
    const push = (value: Expression): void => {
      const at = kept.get(value);
      if (at !== undefined) {
        this.write(control.get(at));
        this.spend(value, uses, at);
        return;
      }
      if (this.pushCheap(value)) return;
      for (const operand of value.operands) push(operand);
      this.write(value.code);
      if (uses.get(value) === 1) return;
      const free = this.free[value.type]?.pop() ?? this.local(value.type);
      kept.set(value, free);
      this.write(control.tee(free));
      this.spend(value, uses, free);
    };
    for (const { operands, code } of statements) {
      for (const operand of operands) push(operand);
      this.write(code);
    }
  }

  /**
   * Writes several groups of the same shape in step, one instruction of each in turn: the processor works on one while it waits
   * for another. What holds for `emit` holds for each group.
   */
  emitInStep(groups: readonly (readonly Statement[])[]): void {
    const uses = groups.map(countUses);
    const orders = groups.map(instructionOrder);
    const kept = new Map<Expression, number>();
    const push = (value: Expression, group: number): void => {
      const at = kept.get(value);
      if (at === undefined) {
        this.pushCheap(value);
        return;
      }
      this.write(control.get(at));
      this.spend(value, uses[group], at);
    };
    for (let step = 0; step < orders[0].length; step++)
      for (let group = 0; group < groups.length; group++) {
        const item = orders[group][step];
        for (const operand of item.operands) push(operand, group);
        this.write(item.code);
        if (!("type" in item)) continue;
        const free = this.free[item.type]?.pop() ?? this.local(item.type);
        kept.set(item, free);
        this.write(control.set(free));
      }
  }

  /** Repeats: `body` is to end with a value that says whether to go on. */
  loop(body: () => Expression): void {
    this.write(control.loop);
    this.emit({ operands: [body()], code: control.branchIf(0) });
    this.write(control.end);
  }

  /** Writes a value that is never kept by `emit`; false for any other. */
  private pushCheap(value: Expression): boolean {
    if (value.again || (value.steady && !this.loops)) this.write(value.code);
    else if (value.steady) this.write(control.get(this.steadyLocal(value)));
    else return false;
    return true;
  }

  private steadyLocal(value: Expression): number {
    const known = this.steady.get(value);
    if (known !== undefined) return known;
    const made = this.local(value.type);
    this.steady.set(value, made);
    this.start.push(...value.code, ...control.set(made));
    return made;
  }

  private spend(value: Expression, uses: Map<Expression, number>, at: number): void {
    const left = uses.get(value)! - 1;
    uses.set(value, left);
    if (left > 0) return;
    this.free[value.type] ??= [];
    this.free[value.type]!.push(at);
  }
}

const isCheap = ({ again, steady }: Expression): boolean => again === true || steady === true;

/** Values that are kept, and statements, in the order of `emit`. */
function instructionOrder(statements: readonly Statement[]): readonly (Expression | Statement)[] {
  const order: (Expression | Statement)[] = [];
  const done = new Set<Expression>();
  const visit = (value: Expression): void => {
    if (isCheap(value) || done.has(value)) return;
    done.add(value);
    value.operands.forEach(visit);
    order.push(value);
  };
  for (const statement of statements) {
    statement.operands.forEach(visit);
    order.push(statement);
  }
  return order;
}

function countUses(statements: readonly Statement[]): Map<Expression, number> {
  const uses = new Map<Expression, number>();
  const visit = (value: Expression): void => {
    const before = uses.get(value) ?? 0;
    uses.set(value, before + 1);
    if (before === 0) for (const operand of value.operands) visit(operand);
  };
  for (const { operands } of statements) for (const operand of operands) visit(operand);
  return uses;
}
