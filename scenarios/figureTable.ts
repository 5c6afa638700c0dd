import { actorFigures } from "./figureTable/actors.ts";
import { meaning } from "./figureTable/meaning.ts";
import { moneyFigures } from "./figureTable/money.ts";
import { outcomeFigures } from "./figureTable/outcomes.ts";
import { peopleFigures } from "./figureTable/people.ts";
import { riskFigures } from "./figureTable/risks.ts";
import { scaleFigures } from "./figureTable/scaleUp.ts";
import { stopRuleFigures } from "./figureTable/stopRules.ts";
import { financingRows } from "./financing.ts";
import { implementationRows } from "./implementation.ts";

export type { FigureMeaning, FigurePart } from "./figureTable/meaning.ts";

/** The figures that can be asked for: one row each, from which reading and units follow. What they are called is the report's. */
export const figureTable = meaning({
  ...moneyFigures,
  ...actorFigures,
  ...peopleFigures,
  ...outcomeFigures,
  ...stopRuleFigures,
  ...financingRows,
  ...riskFigures,
  ...implementationRows,
  ...scaleFigures,
});

export type FigureName = keyof typeof figureTable;
