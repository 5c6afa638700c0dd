import { formatUnit, type Unit } from "../../engine/units/index.ts";
import type { FigurePath } from "../figures.ts";
import type { Context } from "./context.ts";

/**
 * Other programmes: what a unit of effect costs there (`comparator.<id>`), and whether it costs less here (`cheaper.<id>`), decided
 * as cost − k · cases against 0, so that nothing is divided.
 */
export function declareComparators(
  context: Context,
  node: (path: FigurePath) => number,
  declare: (path: FigurePath) => string,
  unit: (path: FigurePath) => Unit,
): void {
  const { builder, checked, prefix } = context;
  for (const [id, { of }] of Object.entries(checked.content.comparators ?? {})) {
    const what = of.trim();
    const each = context.quantity(`comparators.${id}.costPer`);
    const there = `${prefix}comparator.${id}`;
    const own: FigurePath = { figure: "costPer", what };
    declare(own);
    builder.output({
      id: there,
      node: builder.name(each, there),
      unit: formatUnit(unit(own)),
      kind: "figure",
      worse: "high",
    });
    const cases = node({ figure: "cases", what });
    const surplus = builder.subtract(builder.multiply(each, cases), node({ figure: "pvCost" }));
    const less = builder.binary("greater", surplus, builder.constant(0));
    const some = builder.binary("greater", cases, builder.constant(0));
    builder.output({
      id: `${prefix}cheaper.${id}`,
      node: builder.binary("and", less, some),
      kind: "test",
      beside: true,
    });
  }
}
