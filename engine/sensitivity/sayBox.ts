import { filled, type Language } from "../issues.ts";
import type { OutcomeBox } from "./prim.ts";

const words = {
  en: {
    and: " and ",
    between: "{input} is from {low} to {high}",
    atLeast: "{input} is at least {low}",
    atMost: "{input} is at most {high}",
    outcomes: {
      failure: "{output} is not met",
      success: "{output} is met",
      low: "{output} is at most {threshold}",
      high: "{output} is at least {threshold}",
    },
    coverage: "In {coverage} of the outcomes where {outcomes}, {restrictions}",
    coverageOf: "In {coverage} of the outcomes where {outcomes}, this holds of {common}: {restrictions}",
    density: "Of all outcomes with these values {density} turn out so; of all outcomes {base} do",
  },
  sv: {
    and: " och ",
    between: "{input} från {low} till {high}",
    atLeast: "{input} minst {low}",
    atMost: "{input} högst {high}",
    outcomes: {
      failure: "{output} inte nås",
      success: "{output} nås",
      low: "{output} är högst {threshold}",
      high: "{output} är minst {threshold}",
    },
    coverage: "I {coverage} av utfallen där {outcomes} är {restrictions}",
    coverageOf: "I {coverage} av utfallen där {outcomes} gäller detta om {common}: {restrictions}",
    density: "Av alla utfall med dessa värden blir {density} så, av samtliga utfall {base}",
  },
} as const;

/** How numbers and names are shown. */
export interface BoxSaying {
  /** A value of an input, in its unit. */
  readonly value: (input: string, value: number) => string;
  /** A share, e.g. `83 %`. */
  readonly share: (share: number) => string;
  /** A value of the output. */
  readonly outcome: (value: number) => string;
  /** What the output is called; its id where absent. */
  readonly output?: string;
  /** What all restricted inputs belong to, said once; they are then called by the rest of their names. */
  readonly common?: string;
}

/** A box as two plain sentences without full stops: what most such outcomes have in common, and what such values lead to. */
export function sayBox(
  box: OutcomeBox,
  language: Language,
  say: BoxSaying,
): readonly [coverage: string, density: string] {
  const own = words[language];
  const { restrictions, coverage, density, base, threshold, outcomes, of } = box;
  const parts = restrictions.map(({ input, low, high }) => {
    const text = low === undefined ? own.atMost : high === undefined ? own.atLeast : own.between;
    const shown = (x: number | undefined) => (x === undefined ? "" : say.value(input, x));
    return filled(text, { input, low: shown(low), high: shown(high) });
  });
  const last = parts.slice(-1);
  const listed = [...(parts.length > 1 ? [parts.slice(0, -1).join(", ")] : []), ...last].join(own.and);
  const where = filled(own.outcomes[outcomes], {
    output: say.output ?? of,
    threshold: threshold === undefined ? "" : say.outcome(threshold),
  });
  return [
    filled(say.common === undefined ? own.coverage : own.coverageOf, {
      coverage: say.share(coverage.value),
      outcomes: where,
      common: say.common ?? "",
      restrictions: listed,
    }),
    filled(own.density, { density: say.share(density.value), base: say.share(base.value) }),
  ];
}
