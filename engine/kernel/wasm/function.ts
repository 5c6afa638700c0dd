import type { Expression, Repetition, Statement } from "./expression.ts";
import { local } from "./expression.ts";
import { type Code, control, i32, type ValueType, v128 } from "./instructions.ts";

/** Locals that hold values while code is written. */
type Homes = ReadonlyMap<Expression, number>;
const nowhere: Homes = new Map();

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
  /** While the body of a loop over vectors is written: the local that says which lanes go on. */
  private going: number | undefined;

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
    this.body.push(...code);
  }

  /**
   * Writes statements in order. A value that they read more than once is kept from its first use to its last; what may have
   * changed in between (a local set, memory stored to) must not be read by such a value: then write two groups.
   */
  emit(...statements: readonly Statement[]): void {
    this.emitWith(nowhere, statements);
  }

  /** @param known values that locals hold already, and go on holding */
  private emitWith(known: Homes, statements: readonly Statement[]): void {
    const uses = countUses(statements, known);
    const kept = new Map<Expression, number>();
    const loops = new Map<Expression, readonly number[]>();
    const push = (value: Expression): void => {
      const home = known.get(value);
      if (home !== undefined) {
        this.write(control.get(home));
        return;
      }
      if (value.result !== undefined) {
        const [loop] = value.operands;
        const states = loops.get(loop) ?? this.writeRepetition(loop.repetition!, loop.operands, push);
        loops.set(loop, states);
        this.write(control.get(states[value.result]));
        return;
      }
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
    const uses = groups.map((group) => countUses(group));
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

  /** Writes a loop; the locals that hold its states then. `push` writes an operand. */
  private writeRepetition(
    { states, outer, goOn, next, most }: Repetition,
    operands: readonly Expression[],
    push: (value: Expression) => void,
  ): readonly number[] {
    for (const operand of operands) push(operand);
    const homes = operands.map(({ type }) => this.local(type));
    for (const home of homes.toReversed()) this.write(control.set(home));
    const known = new Map([...states, ...outer].map((value, k) => [value, homes[k]]));
    const going = this.local("v128");
    // Inside another loop only lanes that go on there count: the others' values are not kept.
    const around = this.going;
    const within = around === undefined ? [] : [...control.get(around), ...v128.and];
    const someGo: Code = [...within, ...control.tee(going), ...v128.anyTrue];
    const step = next.flatMap((value, k) => {
      if (value === states[k]) return [];
      const kept: Expression = { type: "v128", code: v128.select, operands: [value, states[k], local("v128", going)] };
      return [{ value: kept, home: homes[k] }];
    });
    this.write(control.block);
    this.emitWith(known, [{ operands: [goOn], code: [...someGo, ...i32.equalsZero, ...control.branchIf(0)] }]);
    const rounds = most > 1 ? this.local("i32") : undefined;
    if (rounds !== undefined) this.write([...i32.constant(most), ...control.set(rounds), ...control.loop]);
    // Every state is made from the old ones before any is set.
    this.going = going;
    this.emitWith(known, [
      {
        operands: step.map(({ value }) => value),
        code: step.toReversed().flatMap(({ home }) => control.set(home)),
      },
    ]);
    this.going = around;
    if (rounds !== undefined) {
      const left = [...control.get(rounds), ...i32.constant(1), ...i32.subtract, ...control.tee(rounds)];
      const more = [...i32.constant(0), ...left, ...i32.lessUnsigned, ...i32.and, ...control.branchIf(0)];
      this.emitWith(known, [{ operands: [goOn], code: [...someGo, ...more] }]);
      this.write(control.end);
    }
    this.write(control.end);
    return homes;
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
    if (value.repetition !== undefined) throw new Error("loops can't be written in step");
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

function countUses(statements: readonly Statement[], known = nowhere): Map<Expression, number> {
  const uses = new Map<Expression, number>();
  const visit = (value: Expression): void => {
    if (known.has(value)) return;
    const before = uses.get(value) ?? 0;
    uses.set(value, before + 1);
    if (before === 0) for (const operand of value.operands) visit(operand);
  };
  for (const { operands } of statements) for (const operand of operands) visit(operand);
  return uses;
}
