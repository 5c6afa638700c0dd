import type { FigurePath } from "../figures.ts";

/**
 * What stands over and under the line of a figure that is a ratio; undefined for others. A test of it is decided as
 * over − k · under against 0, without dividing by what can come near zero or change sign: a programme with more cases than
 * before has a cost per avoided case below every limit, and meets none.
 */
export function ratioParts({
  figure,
  ...path
}: FigurePath): readonly [over: FigurePath, under: FigurePath] | undefined {
  const { who, ...whoever } = path;
  switch (figure) {
    case "returnPerKrona":
      return [
        { ...path, figure: "pvBenefit" },
        { ...path, figure: "pvCost" },
      ];
    case "moneyMultiple":
      return [
        { ...path, figure: "benefit" },
        { ...path, figure: "cost" },
      ];
    case "netPresentValueRatio":
      return [
        { ...path, figure: "net" },
        { ...path, figure: "pvCost" },
      ];
    case "breakEvenShare":
      return [
        { ...path, figure: "pvCost" },
        { ...path, figure: "pvBenefit" },
      ];
    case "netPerPerson":
      return [
        { ...path, figure: "net" },
        { figure: "everyone", ...(path.view === undefined ? {} : { view: path.view }) },
      ];
    case "costPer":
      return [
        {
          figure: "pvCost",
          ...(path.view === undefined ? {} : { view: path.view }),
          ...(who === undefined ? {} : { who }),
        },
        { ...whoever, figure: "cases" },
      ];
    case "implementationCostPerPerson":
      return [{ figure: "implementationYearlyCost" }, { figure: "implementationTarget" }];
    default:
      return undefined;
  }
}
