import type { Expression } from "../wasm/expression.ts";

interface Body {
  readonly goOn: Expression;
  readonly next: readonly Expression[];
}

/**
 * A loop over vectors as an expression per state. What of the body does not depend on the states is found and done before;
 * but for a branch (`most` = 1), which is to cost nothing where no lane takes it: there it is done in the branch.
 */
export function repetition(
  start: readonly Expression[],
  make: (states: readonly Expression[]) => Body,
  most: number,
): readonly Expression[] {
  const states = start.map((): Expression => ({ type: "v128", code: [], operands: [] }));
  const { goOn, next } = make(states);
  const depends = new Map<Expression, boolean>(states.map((state) => [state, true]));
  const turns = (value: Expression): boolean => {
    const known = depends.get(value) ?? value.operands.map(turns).some(Boolean);
    depends.set(value, known);
    return known;
  };
  const outer = new Set<Expression>();
  const visited = new Set<Expression>();
  const collect = (value: Expression): void => {
    if (visited.has(value) || value.again || value.steady) return;
    visited.add(value);
    const ahead = most > 1 || value.operands.length === 0;
    if (ahead && !turns(value)) outer.add(value);
    else value.operands.forEach(collect);
  };
  for (const value of [goOn, ...next]) collect(value);
  const loop: Expression = {
    type: "v128",
    code: [],
    operands: [...start, ...outer],
    repetition: { states, outer: [...outer], goOn, next, most },
  };
  return states.map((_, result) => ({ type: "v128", code: [], operands: [loop], result }));
}
