import { attainableSpearman, type Margin, marginOf } from "../../engine/dependence/attainable.ts";
import { type Checking, report } from "./checking.ts";
import type { Quantities } from "./quantities.ts";
import { type Stated, statedOf, writtenCorrelation } from "./statedCorrelation.ts";

/** Values in steps cannot follow each other as closely as the file may ask. */
export function checkReach(checking: Checking, quantities: Quantities, stated: readonly Stated[]): void {
  const margins = new Map<string, Margin>();
  const marginAt = (path: string): Margin => {
    const found = margins.get(path) ?? marginFor(quantities, path);
    margins.set(path, found);
    return found;
  };
  for (const own of stated) {
    const [low, high] = attainableSpearman(marginAt(own.between[0]), marginAt(own.between[1]));
    const asRanks = { kind: "ranks", degreesOfFreedom: own.degreesOfFreedom } as const;
    const wanted = statedOf(own.correlation, asRanks);
    if (wanted >= low && wanted <= high) continue;
    const { factor } = checking.content.dependence[own.index];
    const where = factor === undefined ? `dependence.${own.index}.correlation` : `dependence.${own.index}`;
    report(checking, "correlationOutOfReach", where, {
      names: own.names,
      wanted: writtenCorrelation(asRanks, own.correlation),
      low: rounded(low),
      high: rounded(high),
    });
  }
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100).replace("-", "−");

function marginFor(quantities: Quantities, path: string): Margin {
  const found = quantities.inputs.find(({ input }) => input.path === path);
  return found === undefined ? "continuous" : marginOf(found.input.distribution);
}
