import { formatUnit, type Unit } from "../../engine/units/index.ts";

/** A unit as a file would write it. */
export const unitName = (unit: Unit): string => formatUnit(unit, "en");

export const unitNames = (units: readonly Unit[]): string => units.map(unitName).join(", ");
