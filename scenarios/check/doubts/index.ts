import type { Checking } from "../checking.ts";
import type { Quantities } from "../quantities.ts";
import { findConstants } from "./constants.ts";
import { findDropoutTwice } from "./dropout.ts";
import { findLevels } from "./levels.ts";
import { findMoney } from "./money.ts";
import { findOneDrawForMany } from "./oneDraw.ts";
import { findSameTwice } from "./sameTwice.ts";

/** Warnings about inputs that are each sound and still mislead. Said only where a slip is likely: a false alarm teaches to look away. */
export function findDoubts(checking: Checking, quantities: Quantities): void {
  const doubting = { checking, quantities };
  findSameTwice(doubting);
  findOneDrawForMany(doubting);
  findConstants(doubting);
  findLevels(doubting);
  findMoney(doubting);
  findDropoutTwice(doubting);
}
