import type { Expression, Statement } from "./expression.ts";
import { local } from "./expression.ts";
import { type Code, control, type ValueType } from "./instructions.ts";

/** A function of a module under construction. */
export class FunctionBuilder {
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
  /** Types of the locals after the parameters. */
  readonly locals: ValueType[] = [];
  readonly code: number[] = [];
  /** Locals that hold no value at the moment, by type. */
  private readonly free: Partial<Record<ValueType, number[]>> = {};

  constructor(parameters: readonly ValueType[], results: readonly ValueType[] = []) {
    this.parameters = parameters;
    this.results = results;
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
    for (const byte of code) this.code.push(byte);
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
      for (const operand of value.operands) push(operand);
      this.write(value.code);
      if (value.again || uses.get(value) === 1) return;
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

  /** Repeats: `body` is to end with a value that says whether to go on. */
  loop(body: () => Expression): void {
    this.write(control.loop);
    this.emit({ operands: [body()], code: control.branchIf(0) });
    this.write(control.end);
  }

  private spend(value: Expression, uses: Map<Expression, number>, at: number): void {
    const left = uses.get(value)! - 1;
    uses.set(value, left);
    if (left > 0) return;
    this.free[value.type] ??= [];
    this.free[value.type]!.push(at);
  }
}

function countUses(statements: readonly Statement[]): Map<Expression, number> {
  const uses = new Map<Expression, number>();
  const visit = (value: Expression): void => {
    const before = uses.get(value) ?? 0;
    uses.set(value, before + 1);
    if (before === 0 || value.again) for (const operand of value.operands) visit(operand);
  };
  for (const { operands } of statements) for (const operand of operands) visit(operand);
  return uses;
}
