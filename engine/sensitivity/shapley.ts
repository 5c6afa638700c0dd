import type { Analysis, AnalysisRow } from "./analysis.ts";
import { type Answered, answered } from "./answered.ts";
import { explainedVariance } from "./explainedVariance.ts";
import type { Sample } from "./sample.ts";
import { shareRows } from "./shapleyRows.ts";
import { shapleyOfAllSets, shapleyOfOrders } from "./shapleyValues.ts";

export const mostShapleyDraws = 4096;
const appetite = { method: "shapley", most: mostShapleyDraws, fewest: 512 };

/** Up to here all sets of inputs are compared by neighbours … */
const fewInputs = 6;
/** … and up to here by regression. Above, some orders of the inputs are. */
const manyInputs = 12;
const pairsOfOrders = 16;
/** Draws whose neighbours are looked for where there are more inputs. */
const mostAsked = 1024;

/**
 * Shapley shares: the variance of the output divided among the inputs, each getting what it adds to the variance explained by the
 * inputs before it, on average over all orders. Shares lie between 0 and 1 and add up to 1, also where inputs are correlated. From
 * at most 4,096 draws; see `explainedVariance`. An input whose interval reaches 0 is `indistinct`. It misleads where the inputs
 * given do not settle the output: what they leave is divided among them as well.
 * Source: Owen (2014), doi:10.1137/130936233; Song, Nelson & Staum (2016), doi:10.1137/15M1048070; Broto, Bachoc & Depecker
 * (2020), doi:10.1137/18M1234631.
 */
export const shapley = (sample: Sample): readonly Analysis[] =>
  sample.outputs.map(({ id }, k): Analysis => {
    const found = answered(sample, k, appetite);
    return {
      method: "shapley",
      of: id,
      unit: "share",
      evaluations: 0,
      draws: found.y.length,
      measures: [{ id: "share", unit: "share" }],
      rows: found.nothing || found.inputs.length === 0 ? [] : rowsOf(found),
      notes: found.notes,
    };
  });

function rowsOf(found: Answered): readonly AnalysisRow[] {
  const { inputs, y } = found;
  const players = inputs.length;
  const { variance, quadratic, beyond } = explainedVariance(found, players > fewInputs ? mostAsked : y.length);
  const width = variance.length;
  const some = (worth: typeof beyond) => shapleyOfOrders(players, width, pairsOfOrders, worth);
  const smooth = players > manyInputs ? some(quadratic) : shapleyOfAllSets(players, width, quadratic);
  const rest = players > fewInputs ? some(beyond) : shapleyOfAllSets(players, width, beyond);
  const shares = inputs.map((_, i) =>
    variance.map((all, version) => (smooth.values[i][version] + rest.values[i][version]) / all),
  );
  // The two have their orders in common, so their errors may add up.
  const ordersSe = inputs.map((_, i) => (smooth.ordersSe[i] + rest.ordersSe[i]) / variance[0]);
  return shareRows(
    inputs.map(({ name }) => name),
    shares,
    ordersSe,
  );
}
