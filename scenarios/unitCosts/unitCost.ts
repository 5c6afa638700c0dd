import type { UnitCostEntry } from "../schema/unitCosts.ts";

export interface CostSource {
  readonly title: unknown;
  readonly url?: string | undefined;
  readonly note?: unknown;
}

/** A unit cost that has passed the check, with the source it names. */
export interface UnitCost {
  readonly id: string;
  readonly entry: UnitCostEntry & { readonly priceYear: number; readonly source: string };
  /** Undefined where the source is one of the scenario's own. */
  readonly source?: CostSource;
}

/** The unit costs and the price index that a scenario may draw on. */
export interface PriceTable {
  /** The unit cost of that name; undefined where there is none, which has then been told. */
  readonly unitCost: (id: string, path: string) => UnitCost | undefined;
  /**
   * From prices of one year to those of the scenario's price year: what an amount is multiplied by. Undefined where that can't
   * be told, which has then been said; 1 where the scenario has no price year, which is told elsewhere.
   */
  readonly factor: (from: number, path: string) => number | undefined;
  /** Writes what was used into the content, which then needs no other file. */
  readonly settle: () => void;
}
