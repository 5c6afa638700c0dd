export { formatUnit } from "./format.ts";
export { type ParsedUnit, parseUnit, toBase } from "./parse.ts";
export { divideUnits, equalUnits, isPlain, multiplyUnits, noUnit, powerOfUnit, type Unit } from "./unit.ts";
export { findUnitWord, knownUnitWords, reservedUnitWords, type UnitWords, unitWordFromSwedish } from "./words.ts";
