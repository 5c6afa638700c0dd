import type { Accounts, Selection } from "./accounts.ts";
import type { Context } from "./context.ts";
import { period, segment } from "./context.ts";
import { isWhole, saysCashable } from "./line.ts";
import { discountFactors } from "./time.ts";

/** A row of the accounts: one leaf actor's money in one year, by the ids of the `mean` outputs that hold it. */
export interface AccountOutput {
  readonly actor: string;
  readonly segment: string | null;
  readonly year: number;
  readonly discounted: boolean;
  readonly cost: string;
  readonly benefit: string;
  /** What of the benefit can be taken out of a budget; absent where the scenario does not say. */
  readonly cashable?: string;
}

/**
 * Declares the accounts. What is not divided into segments stands in rows with segment null; what is, in a row per segment; an
 * actor's year is the sum of its rows, and nothing stands in two. An actor has null rows always, segment rows where some flow of
 * its own is divided. Money that can't arise in a year, whatever the numbers are, is one common output.
 */
export function declareAccounts(context: Context, accounts: Accounts): readonly AccountOutput[] {
  const { builder, shape, prefix } = context;
  const rows: AccountOutput[] = [];
  const none = `${prefix}accounts/none`;
  const cashable = saysCashable(context);

  const money = (selection: Selection, actor: string, year: number, discounted: boolean): string => {
    const { side, segment: inSegment, part = side } = selection;
    const lines = accounts
      .linesOf(actor, selection)
      .filter((line) => isWhole(context, line) === (inSegment === undefined));
    if (!lines.some(({ years }) => years[year])) {
      builder.output({ id: none, node: builder.constant(0), unit: context.money, kind: "mean" });
      return none;
    }
    const flows = lines.map(({ node }) => (inSegment === undefined ? node : builder.at(segment, inSegment, node)));
    const flow = builder.sum(flows);
    const of = inSegment === undefined ? actor : `${actor}/${shape.segments[inSegment]}`;
    const id = `${prefix}accounts/${of}/y${year}/${part}${discounted ? "/discounted" : ""}`;
    const worth = discounted ? builder.multiply(flow, discountFactors(context)) : flow;
    builder.output({ id, node: builder.at(period, year, worth), unit: context.money, kind: "mean" });
    return id;
  };

  for (const actor of shape.leaves) {
    const parts = accounts.isSplit(actor) ? [undefined, ...shape.segments.keys()] : [undefined];
    for (const part of parts) {
      for (const discounted of [false, true]) {
        for (let year = 0; year < shape.horizonYears; year++) {
          const of = (side: "benefit" | "cost") => money({ side, segment: part }, actor, year, discounted);
          const inSegment = part === undefined ? null : shape.segments[part];
          const taken: Selection = { side: "benefit", segment: part, part: "cashable" };
          rows.push({
            actor,
            segment: inSegment,
            year,
            discounted,
            cost: of("cost"),
            benefit: of("benefit"),
            ...(cashable ? { cashable: money(taken, actor, year, discounted) } : {}),
          });
        }
      }
    }
  }
  return rows;
}
