import type { Language } from "../../engine/issues.ts";
import type { About } from "../../engine/result/about.ts";
import type { Result } from "../../engine/result/result.ts";
import { contextOf } from "../context.ts";
import { capital, plain } from "../shown.ts";
import type { ShownOutturn } from "./text.ts";

export { calibrationSvg } from "./svg.ts";
export { calibrationText } from "./text.ts";

/** A figure's forecast and outturn in the words of its programme. */
export function shownOutturn(
  result: Result,
  about: About,
  language: Language,
  own: {
    readonly figure: string;
    readonly unit: string;
    readonly forecast: number;
    readonly low: number;
    readonly high: number;
    readonly outturn: number;
    readonly score: number;
  },
): ShownOutturn {
  const context = contextOf(result, about, language);
  const say = (value: number) => plain(context.shown("", { value, se: 0 }, own.unit));
  const exact = (value: number) => ({ value, se: 0, low: value, high: value });
  const [low, high] = context.pair(["", exact(own.low)], ["", exact(own.high)], own.unit);
  return {
    title: `${context.text(about.title) || about.id}: ${capital(context.label(own.figure))}`,
    forecast: say(own.forecast),
    interval: `${low.text} – ${high.text}`,
    outturn: say(own.outturn),
    score: own.score,
  };
}
