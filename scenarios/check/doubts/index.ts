import type { Checking } from "../checking.ts";
import type { Place } from "../places.ts";
import type { Quantities } from "../quantities.ts";
import { findUnsourced } from "./accounts.ts";
import { findCaseTwice } from "./caseTwice.ts";
import { findNotCashable } from "./cashable.ts";
import { findConstants } from "./constants.ts";
import { findCosts } from "./costs.ts";
import { findDropoutTwice } from "./dropout.ts";
import { findLevels, findReductions } from "./levels.ts";
import { findMoney } from "./money.ts";
import { findOneDrawForMany } from "./oneDraw.ts";
import { findSameTwice } from "./sameTwice.ts";
import { findShares } from "./shares.ts";
import { findTakenOffTwice } from "./takenOff.ts";
import { findTax } from "./tax.ts";
import { findWrongWay } from "./wrongWay.ts";

/** Warnings about inputs that are each sound and still mislead. Said only where a slip is likely: a false alarm teaches to look away. */
export function findDoubts(checking: Checking, quantities: Quantities, places: readonly Place[]): void {
  const doubting = { checking, quantities };
  findSameTwice(doubting);
  findOneDrawForMany(doubting);
  findConstants(doubting);
  findLevels(doubting);
  findReductions(doubting);
  findShares(doubting, places);
  findMoney(doubting);
  findCosts(doubting);
  findDropoutTwice(doubting);
  findTakenOffTwice(doubting);
  findWrongWay(doubting);
  findCaseTwice(doubting);
  findNotCashable(doubting);
  findTax(doubting);
  findUnsourced(doubting);
}
