import { edge } from "../../dependence/cubicCells.ts";
import type { TScoreTables } from "../../dependence/tScores.ts";
import type { Reservations } from "./memory.ts";
import type { Part } from "./part.ts";
import { transformPart } from "./transforms.ts";

/** How far from 0 a score with a t copula can lie: its table ends at 9 where scores do. */
export const farthestTScore = edge;

/**
 * The mixed scores of a group become those of a t copula, as `applyTScores` makes them.
 *
 * @param scale column of the further scores; spoilt
 * @param places column to work in
 */
export function tScoresParts(
  tables: TScoreTables,
  columns: readonly number[],
  { scale, places }: { readonly scale: number; readonly places: number },
  memory: Reservations,
): readonly Part[] {
  const { degreesOfFreedom, reach } = tables;
  const mixing = transformPart(tables.mixing, scale, memory, Number.POSITIVE_INFINITY);
  const scores = transformPart(tables.scores, places, memory, Number.POSITIVE_INFINITY);
  const factors: Part = (kernel) => () => kernel.scaleFactors(scale);
  const members: Part = (kernel) => {
    const look = scores(kernel)!;
    return (block) => {
      for (const column of columns) {
        kernel.stretchedScores(column, scale, places, degreesOfFreedom, (2 * edge) / reach);
        look(block);
        kernel.signedScores(column, places);
      }
    };
  };
  return [mixing, factors, members];
}
