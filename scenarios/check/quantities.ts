import { equalUnits, isPlain, type ParsedUnit, type Unit } from "../../engine/units/index.ts";
import type { Shrinkage } from "../basis.ts";
import type { CheckedInput, Quantity } from "../checked.ts";
import { parseFormula } from "../formula/parse.ts";
import type { Expression } from "../formula.ts";
import { baseValue, type Literal, readLiteral, thousandsPoint, unitOfLiteral } from "../literal.ts";
import { suggestion } from "../nearest.ts";
import { isLikelihood, isOfRisks, likelihoodWords } from "../risks.ts";
import type { UnitCost } from "../unitCosts/unitCost.ts";
import { checkNotes, noteKeys } from "./annotations.ts";
import { type Checking, isFull, report, reportInText, touched } from "./checking.ts";
import { distributionKeys, inBase } from "./distribution.ts";
import { agrees, type Uncertain } from "./entries.ts";
import type { FigureReader } from "./figures.ts";
import { inferUnit } from "./infer.ts";
import { ownAmountKeys, readOwnAmounts } from "./ownAmounts.ts";
import type { Place } from "./places.ts";
import { readUnit } from "./readUnit.ts";
import { readReferenceClass } from "./referenceClass.ts";
import { partsOfWhole, splitsWhole } from "./sharesOfWhole.ts";
import { shown } from "./shown.ts";
import { readDistribution } from "./uncertain.ts";
import { readUnitCost } from "./unitCost.ts";
import { unitName } from "./unitName.ts";

type Plain = { readonly [key: string]: unknown };

/** An uncertain number found on the way; its index follows when all are known and in order. */
interface PendingInput {
  readonly quantity: { input: number };
  readonly input: CheckedInput;
  readonly path: string;
}

/** Where one is while reading a quantity: which segment and year it stands in, and what the levels above said. */
interface Level {
  readonly place: string;
  readonly path: string;
  readonly base: string;
  readonly segment?: string;
  readonly year?: number;
  readonly unit?: ParsedUnit;
  /** What amounts of another price year are multiplied by. */
  readonly factor?: number | undefined;
}

/** Names that may refer to each other in a row. */
const longestChain = 200;

/** Reads quantities: names resolved, units known, numbers in base units. Each is read once, whoever asks first. */
export class Quantities {
  readonly read = new Map<string, Quantity>();
  readonly inputs: PendingInput[] = [];
  /** Names and places that something refers to. */
  readonly used = new Set<string>();
  /** Where unit costs of the library stand. */
  readonly unitCosts: { readonly cost: UnitCost; readonly place: string; readonly path: string }[] = [];
  /** Paths of quantities with a price year of their own. */
  readonly converted = new Set<string>();
  private readonly places: ReadonlyMap<string, Place>;
  private readonly failed = new Set<string>();
  private readonly reading: string[] = [];
  /** Quantities written without any unit: they fit a place that wants a plain number, and 0 fits anywhere. */
  private readonly bare = new WeakSet<Quantity>();
  private readonly formulaDimensions = new WeakMap<Quantity, { years: boolean; segments: boolean }>();
  private readonly ownDimensions = new WeakMap<Quantity, { years: boolean; segments: boolean }>();
  private readonly checking: Checking;
  private readonly figures: FigureReader;
  private readonly byYear: ReadonlySet<string>;

  /** @param byYear places of numbers that something happens to in some years only */
  constructor(
    checking: Checking,
    places: readonly Place[],
    figures: FigureReader,
    byYear: ReadonlySet<string> = new Set(),
  ) {
    this.checking = checking;
    this.byYear = byYear;
    this.places = new Map(places.map((place) => [place.name, place]));
    this.figures = figures;
  }

  /** The quantity at a place; undefined where there is none or it is broken (which has then been told). */
  at(name: string): Quantity | undefined {
    const known = this.read.get(name);
    if (known !== undefined || this.failed.has(name)) return known;
    const place = this.places.get(name);
    if (place === undefined) return undefined;
    if (isFull(this.checking) || touched(this.checking, place.path)) {
      this.failed.add(name);
      return undefined;
    }
    const again = this.reading.indexOf(name);
    if (again >= 0) {
      const circle = [...this.reading.slice(again), name];
      report(this.checking, "circle", place.path, { circle: circle.join(" → ") });
      for (const member of circle) this.failed.add(member);
      return undefined;
    }
    if (this.reading.length >= longestChain) {
      report(this.checking, "chainTooLong", place.path, { most: longestChain });
      this.failed.add(name);
      return undefined;
    }
    this.reading.push(name);
    const read = this.quantity(place.value, { place: name, path: place.path, base: name });
    const quantity = read === undefined ? undefined : this.withMargin(read, place);
    this.reading.pop();
    if (quantity === undefined || this.failed.has(name)) {
      this.failed.add(name);
      return undefined;
    }
    this.read.set(name, quantity);
    return quantity;
  }

  private withMargin(quantity: Quantity, { margin }: Place): Quantity {
    if (margin === undefined || quantity.kind !== "formula") return quantity;
    const own = { ...quantity, margin };
    this.formulaDimensions.set(own, this.dimensions(quantity));
    return this.mark(own, this.isBare(quantity));
  }

  isBare(quantity: Quantity): boolean {
    return this.bare.has(quantity);
  }

  /** Gives a bare 0 the unit that its place wants. */
  settleUnit(name: string, unit: Unit): void {
    const quantity = this.read.get(name);
    if (quantity !== undefined) this.read.set(name, withUnit(quantity, unit));
  }

  /** The uncertain number behind a quantity of kind `input`. */
  inputOf(quantity: Quantity): CheckedInput | undefined {
    return this.inputs.find((pending) => pending.quantity === quantity)?.input;
  }

  has(name: string): boolean {
    return this.places.has(name);
  }

  names(): string[] {
    return [...this.places.keys()];
  }

  /** Does it differ by year or by segment, through names and formulas too? */
  dimensions(quantity: Quantity): { years: boolean; segments: boolean } {
    switch (quantity.kind) {
      case "number":
      case "input":
        return { years: false, segments: false };
      case "ownAmounts":
        return this.ownDimensions.get(quantity) ?? { years: false, segments: false };
      case "reference": {
        return this.dimensionsAt(quantity.to);
      }
      case "formula":
        return this.formulaDimensions.get(quantity) ?? { years: false, segments: false };
      case "byYear": {
        const segments = quantity.items.some((item) => this.dimensions(item).segments);
        return { years: true, segments };
      }
      case "bySegment": {
        const years = Object.values(quantity.items).some((item) => this.dimensions(item).years);
        return { years, segments: true };
      }
    }
  }

  /** The same of what stands at a place, with what happens to it. */
  dimensionsAt(name: string): { years: boolean; segments: boolean } {
    const target = this.read.get(name);
    const own = target === undefined ? { years: false, segments: false } : this.dimensions(target);
    return this.byYear.has(name) ? { ...own, years: true } : own;
  }

  /** A parsed formula as a quantity: a lone number or name is what it is. */
  fromExpression(expression: Expression, path: string): Quantity | undefined {
    if (expression.kind === "number") return this.number(expression.value, expression.unit, isPlain(expression.unit));
    if (expression.kind === "unary" && expression.operator === "-" && expression.operand.kind === "number") {
      return this.number(-expression.operand.value, expression.operand.unit, isPlain(expression.operand.unit));
    }
    if (expression.kind === "name" && this.places.has(expression.name)) {
      this.used.add(expression.name);
      const target = this.at(expression.name);
      if (target === undefined) return undefined;
      return this.mark({ kind: "reference", to: expression.name, unit: target.unit }, this.isBare(target));
    }
    return this.formula(expression, path);
  }

  private formula(expression: Expression, path: string): Quantity | undefined {
    const inferred = this.infer(expression, path);
    if (inferred === undefined) return undefined;
    const formula: Quantity = { kind: "formula", expression, unit: inferred.unit };
    this.formulaDimensions.set(formula, { years: inferred.years, segments: inferred.segments });
    return this.mark(formula, inferred.any);
  }

  private infer(expression: Expression, path: string) {
    return inferUnit(expression, {
      quantity: (name) => {
        const [id] = name.split(".");
        const parts = partsOfWhole(name, this.checking.content.quantities[name]);
        if (this.checking.broken.has(id) && splitsWhole(this.checking.content.quantities[id])) return "broken";
        if (parts !== undefined) {
          report(this.checking, "pairParts", path, { name, parts: parts.join(", ") });
          return "broken";
        }
        const formula = `formulas.${name}.value`;
        const key = this.places.has(formula) ? formula : name;
        if (!this.places.has(key)) return undefined;
        // A share is made of those before it: that is no use of the whole.
        const isOwnShare =
          this.reading.at(-1)?.startsWith(`${id}.`) && splitsWhole(this.checking.content.quantities[id]);
        if (!isOwnShare) this.used.add(key);
        const quantity = this.at(key);
        return quantity === undefined
          ? "broken"
          : { unit: quantity.unit, any: this.isBare(quantity) && isZero(quantity), ...this.dimensionsAt(key) };
      },
      figure: (name) => this.figures.read(name),
      known: () => [
        ...[...this.places.keys()].filter((name) => !name.includes(".")),
        ...Object.keys(this.checking.content.formulas),
      ],
      broken: this.checking.broken,
      report: (problem, span) => {
        reportInText(this.checking, problem, path, span);
      },
    });
  }

  private quantity(value: unknown, level: Level): Quantity | undefined {
    const quantity = this.readValue(value, level);
    if (quantity !== undefined && level.place !== level.base) this.read.set(level.place, quantity);
    return quantity;
  }

  private readValue(value: unknown, level: Level): Quantity | undefined {
    if (typeof value === "number" || typeof value === "string") return this.scalar(value, level);
    if (Array.isArray(value)) return this.list(value, level);
    if (typeof value === "object" && value !== null) return this.object(value as Plain, level);
    report(this.checking, "quantityExpected", level.path);
    return undefined;
  }

  private scalar(value: number | string, level: Level): Quantity | undefined {
    if (typeof value === "string") {
      const text = value.trim();
      if (level.factor !== undefined && /^[=A-Za-zÅÄÖåäö_]/.test(text))
        return this.refuse("yearNotNumber", level.path, { written: text });
      if (text.startsWith("=")) {
        const start = value.indexOf("=") + 1;
        const parsed = parseFormula(value, this.checking.words, start);
        if (parsed.ok) return this.formula(parsed.expression, level.path);
        reportInText(this.checking, parsed.problem, level.path, parsed.span);
        return undefined;
      }
      if (/^[A-Za-zÅÄÖåäö_]/.test(text) && !/^(nan|infinity|inf)$/i.test(text)) return this.name(text, level);
    }
    const outcome = readLiteral(value, this.checking.words);
    if (!outcome.ok) {
      const problem =
        outcome.problem.code === "numberForm" && !/^[-−–+.]?\s*[\d.]/.test(String(value).trim())
          ? { code: "quantityText" as const, with: { written: String(value).trim() } }
          : outcome.problem;
      reportInText(this.checking, problem, level.path, { from: outcome.from, to: outcome.to });
      return undefined;
    }
    const doubtful =
      typeof value === "string" && outcome.literal.unit === undefined && level.unit !== undefined
        ? thousandsPoint(value.trim(), level.unit, this.checking.words)
        : undefined;
    if (doubtful !== undefined) {
      reportInText(this.checking, doubtful, level.path, { from: 0, to: String(value).length });
      return undefined;
    }
    return this.literal(outcome.literal, level);
  }

  private literal(literal: Literal, level: Level): Quantity | undefined {
    const outer = level.unit;
    if (outer !== undefined && literal.unit !== undefined && !agrees(literal.unit.unit, outer.unit)) {
      this.unitsDiffer(level.path, literal.unit.unit, outer.unit);
      return undefined;
    }
    const unit = literal.unit ?? outer;
    if (level.factor !== undefined && !this.isMoney((outer ?? unit)?.unit))
      return this.refuse("yearNotMoney", level.path);
    if (unit === undefined) return this.number(baseValue(literal), unitOfLiteral(literal), true);
    return this.number(inBase(literal, unit, "own") * (level.factor ?? 1), (outer ?? unit).unit, false);
  }

  private isMoney(unit: Unit | undefined): boolean {
    return unit?.[this.checking.words.money] === 1;
  }

  private name(text: string, level: Level): Quantity | undefined {
    if (!/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/.test(text)) {
      report(this.checking, isLikelihood(level.path) ? "riskWord" : "quantityText", level.path, { written: text });
      return undefined;
    }
    const formula = `formulas.${text}.value`;
    const target = this.places.has(text) ? text : this.places.has(formula) ? formula : undefined;
    const parts = partsOfWhole(text, this.checking.content.quantities[text]);
    if (parts !== undefined && !this.checking.broken.has(text))
      return this.refuse("pairParts", level.path, { name: text, parts: parts.join(", ") });
    if (target === undefined) {
      if (!this.checking.broken.has(text)) {
        const known = [
          ...Object.keys(this.checking.content.quantities),
          ...Object.keys(this.checking.content.formulas),
          ...(isLikelihood(level.path) ? Object.keys(likelihoodWords) : []),
        ];
        report(this.checking, "unknownName", level.path, { name: text, nearest: suggestion(text, known) });
      }
      return undefined;
    }
    this.used.add(target);
    const quantity = this.at(target);
    if (quantity === undefined) return undefined;
    return this.mark({ kind: "reference", to: target, unit: quantity.unit }, this.isBare(quantity));
  }

  private list(values: readonly unknown[], level: Level): Quantity | undefined {
    if (values.length === 0) return this.refuse("listEmpty", level.path);
    if (level.year !== undefined) return this.refuse("listNested", level.path);
    const { programme, horizon } = this.checking.content;
    const { years } = programme;
    // A fund goes on after the programme.
    if (level.path.startsWith("financing.fund.")) {
      if (values.length > (horizon ?? years)) this.refuse("listBeyondHorizon", level.path, { years: horizon ?? years });
    } else if (values.length > years) this.refuse("listTooLong", level.path, { items: values.length, years });
    const items = values.map((value, year) =>
      this.quantity(value, { ...level, place: `${level.place}.y${year}`, path: `${level.path}.${year}`, year }),
    );
    if (items.some((item) => item === undefined)) return undefined;
    return this.container(items as Quantity[], { ...values }, level, (own, unit) => ({
      kind: "byYear",
      items: own,
      unit,
    }));
  }

  private object(map: Plain, level: Level): Quantity | undefined {
    const segments = Object.keys(this.checking.content.target?.segments ?? {});
    const keys = Object.keys(map);
    checkNotes(this.checking, map, level.path);
    const unit = map.unit === undefined ? level.unit : readUnit(this.checking, map.unit, `${level.path}.unit`);
    if (map.unit !== undefined && unit === undefined) return undefined;
    const own = keys.filter((key) => !noteKeys.has(key));
    const factor = this.factorOf(map, level);
    if (factor === "broken") return undefined;
    const inner = { ...level, ...(unit === undefined ? {} : { unit }), factor };
    if (own.includes("shares")) return this.refuse("sharesPlace", `${level.path}.shares`);
    if (own.some((key) => segments.includes(key))) return this.bySegment(map, own, segments, inner);
    if (own.includes("unitCost")) return this.unitCost(map, own, inner);
    if (own.includes("each")) return this.ownAmounts(map, own, level);
    const unknown = own.filter((key) => key !== "value" && !distributionKeys.has(key));
    if (unknown.length > 0) {
      const known = [...segments, ...distributionKeys, ...noteKeys, "value", "unitCost", ...ownAmountKeys];
      for (const key of unknown) {
        if (!this.checking.broken.has(key))
          report(this.checking, "unknownKey", `${level.path}.${key}`, { key, nearest: suggestion(key, known) }, "key");
      }
      return undefined;
    }
    if (own.includes("value")) return this.value(map, own, inner);
    const uncertain = readDistribution(this.checking, map, own, level.path, unit, inner.factor);
    if (uncertain === undefined) return undefined;
    if (inner.factor !== undefined && !this.isMoney(uncertain.unit)) return this.refuse("yearNotMoney", level.path);
    if (map.referenceClass === undefined) return this.input(uncertain, map, inner);
    const at = `${level.path}.referenceClass`;
    const shrinkage = readReferenceClass(this.checking, map.referenceClass, uncertain, at, unit, inner.factor ?? 1);
    return shrinkage && this.input(uncertain, map, inner, shrinkage);
  }

  private ownAmounts(map: Plain, own: readonly string[], level: Level): Quantity | undefined {
    const read = readOwnAmounts(this.checking, map, own, level.path, (key) => this.below(map[key], key, level));
    const times = read?.hasTimes ? this.read.get(`${level.place}.times`) : undefined;
    if (read !== undefined && times !== undefined) this.ownDimensions.set(read, this.dimensions(times));
    return read;
  }

  /** A quantity that stands under a key of another, and is named by its own place. */
  private below(value: unknown, key: string, { place, path }: Level): Quantity | undefined {
    const own = `${place}.${key}`;
    const quantity = this.readValue(value, { place: own, path: `${path}.${key}`, base: own });
    if (quantity !== undefined) this.read.set(own, quantity);
    return quantity;
  }

  /** What the amounts of a quantity with a price year of its own are multiplied by; undefined where they stay as they are. */
  private factorOf(map: Plain, level: Level): number | undefined | "broken" {
    const { year } = map;
    if (typeof year !== "number" || map.unitCost !== undefined) return level.factor;
    this.converted.add(level.path);
    if (year === this.checking.content.priceYear) return undefined;
    return this.checking.prices.factor(year, `${level.path}.year`) ?? "broken";
  }

  private unitCost(map: Plain, own: readonly string[], level: Level): Quantity | undefined {
    const read = readUnitCost(this.checking, map, own, level);
    if (read === undefined) return undefined;
    this.unitCosts.push({ cost: read.cost, place: level.place, path: level.path });
    if (read.spec !== undefined && map.referenceClass === undefined)
      return this.input({ spec: read.spec, unit: read.unit, bare: false }, map, level);
    if (map.shared !== undefined) return this.refuse("sharedCertain", `${level.path}.shared`);
    if (map.referenceClass !== undefined) return this.refuse("referenceClassSpread", `${level.path}.referenceClass`);
    return this.number(read.amount, read.unit, false);
  }

  private value(map: Plain, own: readonly string[], level: Level): Quantity | undefined {
    for (const key of own) {
      if (key === "value") continue;
      report(
        this.checking,
        "distributionParameters",
        `${level.path}.${key}`,
        { family: "value", keys: own.join(", "), forms: "{ value }" },
        "key",
      );
      return undefined;
    }
    if (map.shared !== undefined) return this.refuse("sharedCertain", `${level.path}.shared`);
    if (map.referenceClass !== undefined) return this.refuse("referenceClassSpread", `${level.path}.referenceClass`);
    return this.readValue(map.value, { ...level, path: `${level.path}.value` });
  }

  private bySegment(
    map: Plain,
    own: readonly string[],
    segments: readonly string[],
    level: Level,
  ): Quantity | undefined {
    let sound = true;
    if (level.segment !== undefined) return this.refuse("segmentNested", level.path);
    for (const key of ["shared", "referenceClass"]) {
      if (map[key] === undefined) continue;
      return this.refuse("keysBesideMap", `${level.path}.${key}`, { key, segments: segments.join(", ") });
    }
    for (const key of own) {
      if (segments.includes(key)) continue;
      sound = false;
      if (distributionKeys.has(key) || key === "value")
        report(this.checking, "keysBesideMap", `${level.path}.${key}`, { key, segments: segments.join(", ") }, "key");
      else
        report(
          this.checking,
          "unknownKey",
          `${level.path}.${key}`,
          { key, nearest: suggestion(key, [...segments, ...noteKeys]) },
          "key",
        );
    }
    for (const missing of segments) {
      if (own.includes(missing)) continue;
      sound = false;
      report(this.checking, "segmentMissing", level.path, { missing, all: segments.join(", ") }, "key");
    }
    const items: Record<string, Quantity> = {};
    for (const key of own) {
      if (!segments.includes(key)) continue;
      const item = this.quantity(map[key], {
        ...level,
        place: `${level.place}.${key}`,
        path: `${level.path}.${key}`,
        segment: key,
      });
      if (item === undefined) sound = false;
      else items[key] = item;
    }
    if (!sound) return undefined;
    const names = Object.keys(items);
    const written = Object.fromEntries(names.map((name) => [name, map[name]]));
    return this.container(Object.values(items), written, level, (settled, unit) => ({
      kind: "bySegment",
      items: Object.fromEntries(names.map((name, index) => [name, settled[index]])),
      unit,
    }));
  }

  /** Items of a list or a map share one unit; a bare 0 takes that of the others. */
  private container(
    items: readonly Quantity[],
    written: Readonly<Record<string, unknown>>,
    level: Level,
    make: (items: Quantity[], unit: Unit) => Quantity,
  ): Quantity | undefined {
    const keys = Object.keys(written);
    const values = Object.values(written);
    const stated = items.find((item) => !this.isBare(item));
    const unit = stated?.unit ?? items[0].unit;
    const settled: Quantity[] = [];
    for (const [index, item] of items.entries()) {
      if (equalUnits(item.unit, unit)) settled.push(item);
      else if (this.isBare(item) && isZero(item)) settled.push({ ...item, unit });
      else if (this.isBare(item)) {
        const written = shown(values[index]);
        const path = `${level.path}.${keys[index]}`;
        const example = typeof values[index] === "object" ? `unit: ${unitName(unit)}` : `${written} ${unitName(unit)}`;
        return this.refuse("unitAbsent", path, { written, wanted: unitName(unit), example });
      } else {
        this.unitsDiffer(`${level.path}.${keys[index]}`, item.unit, unit);
        return undefined;
      }
    }
    return this.mark(make(settled, unit), stated === undefined);
  }

  private input({ spec, unit, bare, basis }: Uncertain, map: Plain, level: Level, shrinkage?: Shrinkage): Quantity {
    const { id } = this.checking.content;
    const shared = typeof map.shared === "string" ? map.shared : undefined;
    const suffix = level.year === undefined ? "" : `.y${level.year}`;
    const name = `${level.base}${suffix}`;
    const path =
      shared !== undefined
        ? `shared/${shared}`
        : level.segment !== undefined
          ? `${id}/${level.segment}/${name}`
          : `${id}/${name}`;
    const quantity = { kind: "input" as const, input: -1, unit };
    const input: CheckedInput = {
      path,
      place: level.place,
      distribution: spec,
      unit,
      suite: shared !== undefined ? "shared" : isOfRisks(level.base) ? "risks" : "parameters",
      ...(basis === undefined ? {} : { basis }),
      ...(shrinkage === undefined ? {} : { shrinkage }),
    };
    this.inputs.push({ quantity, input, path: level.path });
    return this.mark(quantity, bare);
  }

  private number(value: number, unit: Unit, bare: boolean): Quantity {
    return this.mark({ kind: "number", value, unit }, bare);
  }

  private mark<Q extends Quantity>(quantity: Q, bare: boolean): Q {
    if (bare) this.bare.add(quantity);
    return quantity;
  }

  private unitsDiffer(path: string, first: Unit, second: Unit): void {
    report(this.checking, "unitsDiffer", path, { first: unitName(first), second: unitName(second) });
  }

  private refuse(
    code: Parameters<typeof report>[1],
    path: string,
    values: Parameters<typeof report>[3] = {},
  ): undefined {
    report(this.checking, code, path, values);
    return undefined;
  }
}

export const isZero = (quantity: Quantity): boolean => quantity.kind === "number" && quantity.value === 0;

function withUnit(quantity: Quantity, unit: Unit): Quantity {
  if (quantity.kind === "byYear")
    return { ...quantity, items: quantity.items.map((item) => withUnit(item, unit)), unit };
  if (quantity.kind === "bySegment") {
    const items = Object.entries(quantity.items).map(([segment, item]) => [segment, withUnit(item, unit)] as const);
    return { ...quantity, items: Object.fromEntries(items), unit };
  }
  return { ...quantity, unit };
}
