import {
  divideUnits,
  equalUnits,
  isPlain,
  multiplyUnits,
  noUnit,
  powerOfUnit,
  type Unit,
} from "../../engine/units/index.ts";
import { functions, seriesWords } from "../formula/functions.ts";
import type { Expression, Span } from "../formula.ts";
import type { Problem } from "../literal.ts";
import { suggestion } from "../nearest.ts";
import { unitName } from "./unitName.ts";

/** What a part of a formula was found to be. `any`: a bare 0, which fits every unit. */
export interface Inferred {
  readonly unit: Unit;
  readonly any: boolean;
  /** One value per year, per segment. */
  readonly years: boolean;
  readonly segments: boolean;
}

export interface Names {
  /** A quantity or formula of that name; "broken" where it has been told of already. */
  readonly quantity: (name: string) => Inferred | "broken" | undefined;
  readonly figure: (
    name: string,
  ) => { readonly unit: Unit; readonly problem?: undefined } | { readonly problem: Problem };
  readonly known: () => readonly string[];
  readonly broken: ReadonlySet<string>;
  readonly report: (problem: Problem, span: Span) => void;
}

/** The unit of a formula and what it differs by; every clash inside it is told. Undefined where that leaves it unknown. */
export function inferUnit(expression: Expression, names: Names): Inferred | undefined {
  const infer = (part: Expression): Inferred | undefined => {
    switch (part.kind) {
      case "number":
        return { unit: part.unit, any: part.value === 0 && isPlain(part.unit), years: false, segments: false };
      case "name":
        return nameUnit(part.name, part.span, names);
      case "unary": {
        const operand = infer(part.operand);
        return part.operator === "not" && operand !== undefined ? { ...operand, unit: noUnit, any: false } : operand;
      }
      case "binary": {
        const left = infer(part.left);
        const right = infer(part.right);
        return left === undefined || right === undefined ? undefined : binaryUnit(part, left, right, names);
      }
      case "call": {
        const args = part.arguments.map(infer);
        return args.includes(undefined) ? undefined : callUnit(part, args as Inferred[], names);
      }
    }
  };
  return infer(expression);
}

function nameUnit(name: string, span: Span, names: Names): Inferred | undefined {
  if (seriesWords.includes(name)) return { unit: noUnit, any: false, years: true, segments: false };
  const quantity = names.quantity(name);
  if (quantity === "broken" || names.broken.has(name)) return undefined;
  if (quantity !== undefined) return quantity;
  const figure = names.figure(name);
  if (figure.problem === undefined) return { unit: figure.unit, any: false, years: false, segments: false };
  // A plain word is more likely a misspelt quantity than a figure; a path can only be a figure.
  const known = [...names.known(), ...seriesWords];
  const unknown = figure.problem.code === "figureUnknown" && !name.includes(".");
  names.report(
    unknown ? { code: "unknownName", with: { name, nearest: suggestion(name, known) } } : figure.problem,
    span,
  );
  return undefined;
}

const both = (left: Inferred, right: Inferred) => ({
  years: left.years || right.years,
  segments: left.segments || right.segments,
});

const sums: Readonly<Record<string, string>> = {
  "+": "+",
  "-": "−",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
  "=": "=",
};

function binaryUnit(
  part: Extract<Expression, { kind: "binary" }>,
  left: Inferred,
  right: Inferred,
  names: Names,
): Inferred | undefined {
  const { operator } = part;
  const axes = both(left, right);
  if (operator === "*") return { unit: multiplyUnits(left.unit, right.unit), any: left.any || right.any, ...axes };
  if (operator === "/") return { unit: divideUnits(left.unit, right.unit), any: left.any, ...axes };
  if (operator === "^") {
    const unit = powerUnit(part, left, right, names);
    return unit === undefined ? undefined : { unit, any: false, ...axes };
  }
  if (operator === "and" || operator === "or") return { unit: noUnit, any: false, ...axes };
  const unit = common([left, right], sums[operator], part.span, names);
  if (unit === undefined) return undefined;
  const sum = operator === "+" || operator === "-";
  return { unit: sum ? unit : noUnit, any: sum && left.any && right.any, ...axes };
}

function powerUnit(
  part: Extract<Expression, { kind: "binary" }>,
  left: Inferred,
  right: Inferred,
  names: Names,
): Unit | undefined {
  if (!isPlain(right.unit)) {
    names.report({ code: "formulaPlain", with: { operation: "^", found: unitName(right.unit) } }, part.right.span);
    return undefined;
  }
  if (isPlain(left.unit)) return noUnit;
  const sign = part.right.kind === "unary" ? -1 : 1;
  const exponent = part.right.kind === "unary" ? part.right.operand : part.right;
  const unit = exponent.kind === "number" ? powerOfUnit(left.unit, sign * exponent.value) : undefined;
  if (unit === undefined) names.report({ code: "formulaPower", with: { found: unitName(left.unit) } }, part.span);
  return unit;
}

/** The one unit of things that are added or compared. */
function common(parts: readonly Inferred[], operation: string, span: Span, names: Names): Unit | undefined {
  const stated = parts.filter((part) => !part.any);
  const unit = stated[0]?.unit ?? noUnit;
  const other = stated.find((part) => !equalUnits(part.unit, unit));
  if (other === undefined) return unit;
  names.report(
    { code: "formulaUnits", with: { operation, first: unitName(unit), second: unitName(other.unit) } },
    span,
  );
  return undefined;
}

/** A yearly flow added up over years loses its `/year`. */
function addedUp(unit: Unit): Unit {
  return (unit.year ?? 0) < 0 ? multiplyUnits(unit, { year: 1 }) : unit;
}

function callUnit(
  part: Extract<Expression, { kind: "call" }>,
  args: readonly Inferred[],
  names: Names,
): Inferred | undefined {
  const [first, second] = args;
  const axes = args.reduce(both2, { years: false, segments: false });
  const span = part.span;
  if (functions[part.name] === undefined) return undefined;
  switch (part.name) {
    case "min":
    case "max": {
      const unit = common(args, part.name, span, names);
      return unit === undefined ? undefined : { unit, any: args.every((arg) => arg.any), ...axes };
    }
    case "if": {
      const unit = common(args.slice(1), "if", span, names);
      return unit === undefined ? undefined : { unit, any: args.slice(1).every((arg) => arg.any), ...axes };
    }
    case "sqrt": {
      const unit = powerOfUnit(first.unit, 0.5);
      if (unit !== undefined) return { ...first, unit };
      names.report({ code: "formulaPower", with: { found: unitName(first.unit) } }, span);
      return undefined;
    }
    case "exp":
    case "ln":
      if (isPlain(first.unit)) return { ...first, any: false };
      names.report(
        { code: "formulaPlain", with: { operation: part.name, found: unitName(first.unit) } },
        part.arguments[0].span,
      );
      return undefined;
    case "grow":
    case "carry": {
      const rate = second.unit;
      if (isPlain(rate) || equalUnits(rate, { year: -1 })) return { ...first, years: true, segments: axes.segments };
      names.report(
        { code: "formulaPlain", with: { operation: part.name, found: unitName(rate) } },
        part.arguments[1].span,
      );
      return undefined;
    }
    case "shift":
    case "at":
      if (!wholeNumber(part.arguments[1])) {
        names.report({ code: "functionYears", with: { name: part.name } }, part.arguments[1].span);
        return undefined;
      }
      return { ...first, years: part.name === "shift" };
    case "sum":
    case "pv":
      return { unit: addedUp(first.unit), any: first.any, years: false, segments: first.segments };
    case "cum":
      return { unit: addedUp(first.unit), any: first.any, years: true, segments: first.segments };
    default:
      return first;
  }
}

const both2 = (sum: { years: boolean; segments: boolean }, part: Inferred) => ({
  years: sum.years || part.years,
  segments: sum.segments || part.segments,
});

/** The years of `shift` and `at` belong to the shape: a whole number, with or without the word years. */
function wholeNumber(part: Expression): boolean {
  if (part.kind === "unary" && part.operator === "-") return wholeNumber(part.operand);
  return (
    part.kind === "number" && Number.isInteger(part.value) && (isPlain(part.unit) || equalUnits(part.unit, { year: 1 }))
  );
}
