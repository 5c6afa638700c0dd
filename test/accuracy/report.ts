import { largestErrors } from "../distributions/errors.ts";
import { reference } from "../reference.ts";
import type { Answer } from "./answer.ts";
import { dependenceAnswers } from "./dependence.ts";
import { specialAnswers } from "./specialFunctions.ts";
import { statisticsAnswers } from "./statistics.ts";

/* The largest error of everything that is held to values of other programs. */

export interface Line {
  readonly what: string;
  readonly values: number;
  readonly error: number;
  readonly at: string;
  /** Largest error as a share of what the reference allows there; at most 1. */
  readonly share: number;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** One line per figure: how many values, the largest error, where. */
function linesOf(answers: Iterable<Answer>): readonly Line[] {
  const found = new Map<string, Line>();
  for (const { what, error, allowed, at } of answers) {
    const before = found.get(what) ?? { what, values: 0, error: 0, at: "", share: 0 };
    const worse = !(error <= before.error);
    found.set(what, {
      what,
      values: before.values + 1,
      error: worse ? error : before.error,
      at: worse ? at : before.at,
      share: Math.max(before.share, error === 0 ? 0 : error / allowed),
    });
  }
  return [...found.values()];
}

function* answersOf(
  file: string,
  by: Readonly<Record<string, (known: never) => Generator<Answer>>>,
): Generator<Answer> {
  for (const known of reference(file).cases) yield* by[known.kind]?.(known as never) ?? [];
}

function* specials(): Generator<Answer> {
  for (const known of reference("special-functions").cases) yield* specialAnswers(known);
}

export function sections(): readonly Section[] {
  const families = [...largestErrors()].map(([what, { values, relative, at, share }]) => ({
    what,
    values,
    error: relative,
    at,
    share,
  }));
  return [
    { title: "Distributions: density, both tails, quantiles", lines: families },
    { title: "Special functions", lines: linesOf(specials()) },
    { title: "Statistics of samples", lines: linesOf(answersOf("statistics", statisticsAnswers)) },
    { title: "Dependence", lines: linesOf(answersOf("dependence", dependenceAnswers)) },
  ];
}

const shortError = (error: number) => (error === 0 ? "0" : error.toExponential(0));
const shortShare = (share: number) =>
  share === 0 ? "0 %" : share < 0.001 ? "< 0.1 %" : `${(100 * share).toFixed(1)} %`;

/** As a terminal shows it. */
export function textOf(all: readonly Section[]): string {
  const width = Math.max(...all.flatMap(({ lines }) => lines.map(({ what }) => what.length)));
  return all
    .map(({ title, lines }) => {
      const rows = lines.map(
        ({ what, values, error, share, at }) =>
          `${what.padEnd(width)} ${String(values).padStart(6)} ${shortError(error).padStart(8)} ${shortShare(share).padStart(8)}  ${at}`,
      );
      const head = `${title.padEnd(width)} values    error  allowed  where`;
      return [head, ...rows].join("\n");
    })
    .join("\n\n");
}

/** As a page. */
export function tablesOf(all: readonly Section[]): string {
  return all
    .map(({ title, lines }) => {
      const rows = lines.map(
        ({ what, values, error, share, at }) =>
          `| ${what} | ${values} | ${shortError(error)} | ${shortShare(share)} | ${at.replaceAll("|", "\\|")} |`,
      );
      return [
        `## ${title}`,
        "",
        "| | values | largest error | of what is allowed | where |",
        "| --- | ---: | ---: | ---: | --- |",
        ...rows,
      ].join("\n");
    })
    .join("\n\n");
}
