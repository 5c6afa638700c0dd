import { describe } from "../../../engine/distributions/index.ts";
import type { Quantity } from "../../checked.ts";
import type { Expression } from "../../formula.ts";
import { report } from "../checking.ts";
import type { Place } from "../places.ts";
import type { Quantities } from "../quantities.ts";
import { numberText } from "../ranges.ts";
import type { Doubting } from "./doubt.ts";

const looks = 500;
/** Chances up to this are let pass. */
const negligible = 0.01;
/** Square roots of the first primes: their multiples, less whole numbers, fill the unit cube evenly (Weyl 1916). */
const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];
const largestPower = 12;

/** A formula where a share or a probability belongs, that leaves 0 … 100 % for values which its inputs may well have. */
export function findShares({ checking, quantities }: Doubting, places: readonly Place[]): void {
  for (const { name, path, want } of places) {
    const quantity = quantities.read.get(name);
    if (want?.range !== "probability" || quantity?.kind !== "formula") continue;
    const chance = chanceOutside(quantity.expression, quantities);
    if (chance !== undefined && chance > negligible)
      report(checking, "formulaLeaves", path, { name, chance: numberText(Number(chance.toPrecision(2)), true) });
  }
}

/** How often it leaves [0, 1], its inputs being independent; undefined where it holds more than plain arithmetic. */
function chanceOutside(expression: Expression, quantities: Quantities): number | undefined {
  const inputs: string[] = [];
  let outside = 0;
  for (let look = 0; look < looks; look++) {
    const draw = (path: string): number => {
      let at = inputs.indexOf(path);
      if (at < 0) at = inputs.push(path) - 1;
      const turned = (look + 0.5) * Math.sqrt(primes[at % primes.length]);
      return turned - Math.floor(turned);
    };
    const value = outcomeOf(expression, quantities, draw);
    if (value === undefined || inputs.length > primes.length) return undefined;
    if (!(value >= -1e-12 && value <= 1 + 1e-12)) outside++;
  }
  return outside / looks;
}

type Draw = (path: string) => number;

function outcomeOf(expression: Expression, quantities: Quantities, draw: Draw): number | undefined {
  const of = (part: Expression) => outcomeOf(part, quantities, draw);
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "name":
      return ofQuantity(
        quantities.read.get(expression.name) ?? quantities.read.get(`formulas.${expression.name}.value`),
        quantities,
        draw,
      );
    case "unary": {
      const operand = of(expression.operand);
      return expression.operator === "-" && operand !== undefined ? -operand : undefined;
    }
    case "binary": {
      const [left, right] = [of(expression.left), of(expression.right)];
      return left === undefined || right === undefined ? undefined : combined(expression.operator, left, right);
    }
    case "call": {
      const values = expression.arguments.map(of);
      if (values.includes(undefined)) return undefined;
      if (expression.name === "min") return Math.min(...(values as number[]));
      return expression.name === "max" ? Math.max(...(values as number[])) : undefined;
    }
  }
}

function combined(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? undefined : left / right;
    case "^":
      return power(left, right);
    default:
      return undefined;
  }
}

function power(base: number, exponent: number): number | undefined {
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > largestPower) return undefined;
  let product = 1;
  for (let k = 0; k < exponent; k++) product *= base;
  return product;
}

function ofQuantity(quantity: Quantity | undefined, quantities: Quantities, draw: Draw): number | undefined {
  switch (quantity?.kind) {
    case "number":
      return quantity.value;
    case "reference":
      return ofQuantity(quantities.read.get(quantity.to), quantities, draw);
    case "formula":
      return outcomeOf(quantity.expression, quantities, draw);
    case "input": {
      const input = quantities.inputOf(quantity);
      return input && describe(input.distribution).quantile(draw(input.path));
    }
    default:
      return undefined;
  }
}
