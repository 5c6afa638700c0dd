import { type Checking, report } from "../checking.ts";
import { accountUnit } from "../places.ts";
import type { Quantities } from "../quantities.ts";
import { unitName } from "../unitName.ts";
import { checkLeaf } from "./parties.ts";

export function checkFormulas(checking: Checking, quantities: Quantities): void {
  const money = checking.words.money;
  for (const [id, formula] of Object.entries(checking.content.formulas)) {
    const at = `formulas.${id}`;
    if (formula.gains !== undefined) checkLeaf(checking, formula.gains, `${at}.gains`);
    if (formula.paidBy !== undefined) checkLeaf(checking, formula.paidBy, `${at}.paidBy`);
    const quantity = quantities.at(`${at}.value`);
    if (quantity === undefined || (formula.gains === undefined && formula.paidBy === undefined)) continue;
    const account = accountUnit(quantity.unit);
    const isMoney = Object.keys(account).length === 1 && account[money] === 1;
    if (!isMoney) report(checking, "formulaAccount", `${at}.value`, { found: unitName(quantity.unit) });
  }
}
