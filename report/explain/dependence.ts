import type { Language } from "../../engine/issues.ts";
import { wrap } from "../terminal/textTable.ts";
import type { Explanation } from "./explanation.ts";
import { writtenIn } from "./format.ts";
import { explainWord } from "./words.ts";

/** What a quantity moves together with, a line for each. */
export function dependenceLines({ dependence }: Explanation, language: Language, width: number): string[] {
  if (dependence === undefined) return [];
  const say = (name: Parameters<typeof explainWord>[0], values = {}) => explainWord(name, language, values);
  const { bare } = writtenIn("", 1, language, 3);
  const correlation = (value: number) => bare(Math.round(value * 100) / 100);
  const share = writtenIn("share", 1, language, 2).bare;
  const { degreesOfFreedom } = dependence;
  const lines = dependence.with.map(({ place, wanted, achieved, attainable, extremesMeet }) =>
    [
      `${place}: ${say("wanted", { wanted: correlation(wanted), achieved: correlation(achieved) })}`,
      ...(attainable === undefined
        ? []
        : [say("attainable", { low: correlation(attainable[0]), high: correlation(attainable[1]) })]),
      ...(extremesMeet === undefined ? [] : [say("extremes", { share: share(extremesMeet) })]),
    ].join("; "),
  );
  return [
    "",
    say("together"),
    ...lines.flatMap((line) => wrap(line, width, 2)),
    ...(degreesOfFreedom === undefined
      ? []
      : wrap(`${say("copula", { degrees: writtenIn("", 1, language, 6).bare(degreesOfFreedom) })}.`, width, 2)),
  ];
}
