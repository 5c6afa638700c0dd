import type { Unit } from "../../engine/units/index.ts";
import type { CheckedInput, CheckedScenario, Quantity } from "../../scenarios/checked.ts";
import { parseFormula } from "../../scenarios/formula/parse.ts";
import type { ScenarioContent } from "../../scenarios/schema/index.ts";

/** A number as hand-made scenarios state it: plain, by programme year, by segment, drawn, or the quantity of another place. */
export type Stated =
  | number
  | readonly Stated[]
  | { readonly drawn: string }
  | { readonly to: string }
  | { readonly formula: string }
  | { readonly segments: Readonly<Record<string, Stated>> };

type Loose<T> = { [K in keyof T]?: unknown };

/**
 * A checked scenario without a file: content as the checker would leave it, and its numbers by place. Drawn numbers are inputs
 * in the order of their first appearance, with a distribution that nobody looks at.
 */
export function handmade(
  content: Loose<ScenarioContent>,
  numbers: Readonly<Record<string, Stated>>,
  units: Readonly<Record<string, Unit>> = {},
): CheckedScenario {
  const id = typeof content.id === "string" ? content.id : "small";
  const inputs: CheckedInput[] = [];
  const quantityOf = (stated: Stated, place: string): Quantity => {
    const unit = units[place] ?? {};
    if (typeof stated === "number") return { kind: "number", value: stated, unit };
    if ("drawn" in stated) {
      const path = `${id}/${stated.drawn}`;
      let input = inputs.findIndex((known) => known.path === path);
      if (input < 0) {
        const distribution = {
          kind: "uniform",
          parameters: { low: 0, high: 1 },
        } as unknown as CheckedInput["distribution"];
        input = inputs.push({ path, place, distribution, unit, suite: "parameters" }) - 1;
      }
      return { kind: "input", input, unit };
    }
    if ("to" in stated) return { kind: "reference", to: stated.to, unit };
    if ("formula" in stated) {
      const parsed = parseFormula(stated.formula, { money: "kr", counting: [] });
      if (!parsed.ok) throw new Error(`can't read ${stated.formula}`);
      return { kind: "formula", expression: parsed.expression, unit };
    }
    if ("segments" in stated) {
      const items = Object.entries(stated.segments).map(([segment, item]) => [
        segment,
        quantityOf(item, `${place}.${segment}`),
      ]);
      return { kind: "bySegment", items: Object.fromEntries(items), unit };
    }
    return { kind: "byYear", items: stated.map((item, i) => quantityOf(item, `${place}.${i}`)), unit };
  };
  const quantities = new Map(Object.entries(numbers).map(([place, stated]) => [place, quantityOf(stated, place)]));
  return {
    content: {
      format: "utfall-scenario/1",
      id,
      version: "1",
      language: "en",
      title: { en: "Small" },
      sources: {},
      defaults: {},
      units: {},
      currency: "SEK",
      priceYear: 2025,
      programme: { years: 1 },
      period: "year",
      horizon: 10,
      quantities: {},
      actors: { payer: { title: { en: "Payer" } } },
      perspectives: {},
      outcomes: {},
      consequences: {},
      costs: {},
      formulas: {},
      criteria: {},
      reproduces: [],
      dependence: [],
      notCounted: [],
      ...content,
    } as unknown as ScenarioContent,
    hash: "",
    quantities,
    inputs,
    correlations: [],
    copulas: [],
    positionOf: () => undefined,
    warnings: [],
    accepted: [],
  };
}

/** An outcome's entry with what a test does not care about filled in. */
export const outcome = (more: Record<string, unknown>, effect: Record<string, unknown> = {}) => ({
  title: { en: "Outcome" },
  unit: "share",
  better: "lower",
  baseline: 0,
  lasts: "1 year",
  effect: { relativeReduction: 0, measuredOn: "everyone", ...effect },
  ...more,
});

/** A cost's or a consequence's entry. */
export const cost = (more: Record<string, unknown> = {}) => ({
  amount: 0,
  when: "programme",
  paidBy: "payer",
  ...more,
});
export const consequence = (of: string, more: Record<string, unknown> = {}) => ({
  of,
  amount: 0,
  lasts: "1 year",
  gains: "payer",
  ...more,
});
