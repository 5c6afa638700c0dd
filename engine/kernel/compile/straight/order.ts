import { operandsOfValue, type Program, type ValueId } from "./program.ts";

/** Neither an input nor the same in all draws. */
const isOperation = ({ values, varies }: Program, id: ValueId): boolean => varies[id] && values[id].op !== "input";

/**
 * The operations that the wanted values need, operands first: depth first, and of two operands first the one that needs more
 * values at hand, so that few are alive at once (Sethi & Ullman 1970, doi:10.1145/321607.321620, as if no value were read twice).
 */
export function orderOf(program: Program, wanted: readonly ValueId[]): readonly ValueId[] {
  const { values } = program;
  const need = valuesAtHand(program);
  const order: ValueId[] = [];
  const done = new Set<ValueId>();
  for (const root of wanted) {
    const stack: ValueId[] = [root];
    while (stack.length > 0) {
      const id = stack[stack.length - 1];
      const waiting = done.has(id)
        ? []
        : operandsOfValue(values[id]).filter((operand) => isOperation(program, operand) && !done.has(operand));
      if (waiting.length > 0) {
        // The last on the stack is done first.
        stack.push(...waiting.reverse().sort((a, b) => need[a] - need[b]));
        continue;
      }
      stack.pop();
      if (done.has(id)) continue;
      done.add(id);
      order.push(id);
    }
  }
  return order;
}

/** By value: how many values must be at hand while it is worked out. */
function valuesAtHand({ values, varies }: Program): Float64Array {
  const need = new Float64Array(values.length);
  values.forEach((value, id) => {
    const operands = operandsOfValue(value).filter((operand) => varies[operand]);
    const most = operands.map((operand) => need[operand]).sort((a, b) => b - a);
    need[id] = most.reduce((largest, one, waiting) => Math.max(largest, one + waiting), 1);
  });
  return need;
}

/** Cuts an order into parts of at most `longest` operations and, but for the last, half as many, where fewest values cross. */
export function cut(program: Program, order: readonly ValueId[], longest: number): readonly (readonly ValueId[])[] {
  const crossing = valuesCrossing(program, order);
  const shortest = Math.ceil(longest / 2);
  const parts: (readonly ValueId[])[] = [];
  for (let from = 0; from < order.length; ) {
    let to = Math.min(from + longest, order.length);
    if (to < order.length)
      for (let place = to - 1; place >= from + shortest; place--) if (crossing[place] < crossing[to]) to = place;
    parts.push(order.slice(from, to));
    from = to;
  }
  return parts;
}

/** By place in an order: how many values from before it are read there or later. */
function valuesCrossing({ values }: Program, order: readonly ValueId[]): Int32Array {
  const placeOf = new Map(order.map((id, place) => [id, place]));
  const lastRead = new Int32Array(order.length).fill(-1);
  order.forEach((id, place) => {
    for (const operand of operandsOfValue(values[id])) {
      const made = placeOf.get(operand);
      if (made !== undefined) lastRead[made] = place;
    }
  });
  const crossing = new Int32Array(order.length + 1);
  lastRead.forEach((last, made) => {
    if (last < 0) return;
    crossing[made + 1]++;
    crossing[last + 1]--;
  });
  for (let place = 1; place < crossing.length; place++) crossing[place] += crossing[place - 1];
  return crossing;
}
