const signs = { add: "+", subtract: "−", multiply: "·", divide: "/", less: "<", lessOrEqual: "≤", greater: ">" };
Object.assign(signs, { greaterOrEqual: "≥", equal: "=", and: "and", or: "or" });

/** An operation on operands already in words. */
export function operation(op, operands) {
  const [a, b, c] = operands;
  if (op === "select") return `${a} ? ${b} : ${c}`;
  return op in signs ? `${a} ${signs[op]} ${b}` : `${op}(${operands.join(", ")})`;
}
