import type { Language } from "../../engine/issues.ts";
import { noBreak, number, percent, unitText } from "../format.ts";

/** Noughts at the end of decimals say nothing here: these numbers have no error of their own. */
const plain = (text: string): string => text.replace(/([.,]\d*?)0+(?=\D*$)/, "$1").replace(/[.,](?=\D*$)/, "");

/** How the numbers of one quantity are written: in its own unit, shares in percent. */
export interface Written {
  /** With unit. */
  readonly full: (value: number) => string;
  /** Without. */
  readonly bare: (value: number) => string;
  /** Empty for shares, whose unit stands with each number. */
  readonly unit: string;
  /** Base units in one of the numbers that are shown. */
  readonly step: number;
}

/**
 * @param unit as the file writes it, `kr/month`; `%` and `share` are shares, also by year; empty for a plain number
 * @param scale base units in one of them
 */
export function writtenIn(unit: string, scale: number, language: Language, digits = 4): Written {
  const isShare = /^(%|shares?|pp)(\/|$)/.test(unit);
  const mark = language === "sv" ? "," : ".";
  const decimals = (text: string) => (text.includes(mark) ? plain(text) : text);
  const rest = unitText(unit.replace(/^(%|shares?|pp)/, "share"), language);
  if (isShare) {
    const per = unit.includes("/") ? `${noBreak}${rest}` : "";
    const bare = (value: number) => decimals(percent(value, language, { digits, finest: -5 }));
    return { bare, full: (value) => bare(value) + per, unit: per.trim(), step: 0.01 };
  }
  const bare = (value: number) => decimals(number(value / scale, language, { digits }));
  return { bare, full: (value) => (rest ? `${bare(value)}${noBreak}${rest}` : bare(value)), unit: rest, step: scale };
}
