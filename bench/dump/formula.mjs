const signs = { add: "+", subtract: "−", multiply: "·", divide: "/", less: "<", lessOrEqual: "≤", greater: ">" };
Object.assign(signs, { greaterOrEqual: "≥", equal: "=", and: "and", or: "or" });

/** What an operation of a graph is called; a count by its distribution. */
export const kindOf = ({ op, by }) => (op === "count" ? by : op);

/** An operation on operands already in words. */
export function operation(op, operands) {
  const [a, b, c] = operands;
  if (op === "select") return `${a} ? ${b} : ${c}`;
  return op in signs ? `${a} ${signs[op]} ${b}` : `${op}(${operands.join(", ")})`;
}
