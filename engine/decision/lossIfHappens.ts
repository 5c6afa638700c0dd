import { replicateFigure } from "../result/figure.ts";
import type { Figure } from "../result/result.ts";
import type { ForWhom, RisksRequest, RisksSummary } from "../result/risks.ts";

/**
 * Adds what each risk takes where it happens: its expected loss divided by its chance, for a draw in which it does not happen is the
 * same with and without it. A ratio of means, given where every replicate has such draws and the chance can be told from zero.
 *
 * @param meansOf mean of an output in each replicate
 */
export function withLossIfHappens(
  summary: RisksSummary,
  request: RisksRequest,
  meansOf: (output: string) => readonly number[],
): RisksSummary {
  return {
    ...summary,
    risks: summary.risks.map((risk, k) => {
      const of = request.risks[k];
      const chances = meansOf(of.chance);
      if (!(risk.chance.low > 0) || chances.some((chance) => !(chance > 0))) return risk;
      const given = (loss: Figure, output: string): Figure => {
        const losses = meansOf(output);
        return replicateFigure(
          loss.value / risk.chance.value,
          losses.map((own, r) => own / chances[r]),
        );
      };
      const { leading, all } = risk.expectedLoss;
      const lossIfHappens: ForWhom<Figure> = {
        ...(leading === undefined ? {} : { leading: given(leading, of.expectedLoss.leading!) }),
        all: given(all, of.expectedLoss.all),
      };
      return { ...risk, lossIfHappens };
    }),
  };
}
