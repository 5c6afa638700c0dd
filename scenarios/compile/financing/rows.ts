import type { Accounts } from "../accounts.ts";
import type { Context } from "../context.ts";
import { financed } from "./index.ts";
import { received, yearsOf } from "./transfer.ts";

/** What one actor gets of a transfer in one year, by the id of the `mean` output that holds it. */
export interface TransferOutput {
  readonly transfer: string;
  readonly actor: string;
  readonly year: number;
  readonly received: string;
}

/** Declares what every actor gets or gives by each transfer, not discounted; years in which nothing can move have no row. */
export function declareTransfers(context: Context, stated: Accounts): readonly TransferOutput[] {
  const { builder, prefix, shape } = context;
  return financed(context, stated).transfers.flatMap((transfer) =>
    shape.leaves.flatMap((actor) =>
      yearsOf(transfer, actor).map((year) => {
        const id = `${prefix}financing/${transfer.id}/${actor}/y${year}`;
        builder.output({ id, node: received(context, transfer, actor, year), unit: context.money, kind: "mean" });
        return { transfer: transfer.id, actor, year, received: id };
      }),
    ),
  );
}
