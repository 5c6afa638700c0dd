import { type Checking, report } from "./checking.ts";
import { worthPlace } from "./places/worth.ts";
import type { Quantities } from "./quantities.ts";
import { shown } from "./shown.ts";

/** What a unit is worth is asked, not drawn: plain numbers. */
export function checkWorth(checking: Checking, quantities: Quantities): void {
  for (const [id, { willingnessToPay = [] }] of Object.entries(checking.content.outcomes))
    for (const [at, value] of willingnessToPay.entries()) {
      const place = worthPlace(id, at);
      const quantity = quantities.at(place);
      if (quantity !== undefined && quantity.kind !== "number")
        report(checking, "numberHere", place, { key: "willingnessToPay", written: shown(value) });
    }
}
