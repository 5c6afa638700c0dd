import type { Issue } from "../../engine/issues.ts";
import type { Context } from "../context.ts";

/** Contracts that never pay, or pay more than what the payers gain by the whole programme, undiscounted. */
export function contractCautions(context: Context): Issue[] {
  const { about, result } = context;
  return (about.financing?.contracts ?? []).flatMap(({ id, payers }): readonly Issue[] => {
    const contract = context.title(id);
    if (result.chances?.[`contractPays.${id}`]?.probability.value === 0)
      return [{ code: "contractNeverPays", path: id, with: { contract } }];
    const figure = `contractPaid.${id}`;
    const paid = context.numberOutput(figure)?.mean;
    const gains = result.accounts
      .filter(({ actor, discounted }) => !discounted && payers.includes(actor))
      .reduce((sum, row) => sum + row.benefit.value, 0);
    if (paid === undefined || paid.value - 2 * paid.se <= gains) return [];
    const values = { contract, figure, paid: context.money(paid.value, paid.se), gains: context.money(gains) };
    return [{ code: "contractOverpays", path: figure, with: values }];
  });
}
