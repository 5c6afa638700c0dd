import type { NodeId } from "../../engine/model/graph.ts";
import type { FigurePath } from "../figures.ts";
import type { Accounts } from "./accounts.ts";
import type { Context } from "./context.ts";
import { net } from "./money.ts";
import { taxationActor } from "./shape.ts";

type Loses = "loses" | "losesThoughTotalGains" | "losesThoughLeadingGains";

/** 1 in a draw where somebody's net present value is below zero, and, as asked, that of all or of those who lead above it; else 0. */
export function loses(context: Context, accounts: Accounts, figure: Loses, who?: string): NodeId {
  const { builder, shape } = context;
  const zero = builder.constant(0);
  const below = builder.binary("less", net(context, accounts, { who }), zero);
  if (figure === "loses") return below;
  const others = figure === "losesThoughTotalGains" ? {} : { who: shape.leading };
  return builder.binary("and", below, builder.binary("greater", net(context, accounts, others), zero));
}

/** For every actor that pays or gains, beside others who do: that it loses, and that it does though the others gain. */
export function whoMayLose(context: Context, accounts: Accounts): readonly FigurePath[] {
  const { actors, leaves, leading } = context.shape;
  const moves = (who: string) => !(["benefit", "cost"] as const).every((side) => accounts.isEmpty({ side, who }));
  const moving = leaves.filter((leaf) => leaf !== taxationActor && moves(leaf));
  if (moving.length < 2) return [];
  const leavesOf = (who: string) => accounts.leavesOf(who).filter((leaf) => moving.includes(leaf));
  const leaders = leading === undefined ? moving : leavesOf(leading);
  return [...actors.keys()]
    .filter((who) => who !== taxationActor && moves(who))
    .flatMap((who) => {
      const own = leavesOf(who);
      const isAll = (all: readonly string[]) => own.length === all.length && own.every((leaf) => all.includes(leaf));
      return [
        { figure: "loses" as const, who },
        ...(isAll(moving) ? [] : [{ figure: "losesThoughTotalGains" as const, who }]),
        ...(leaders.length === moving.length || isAll(leaders)
          ? []
          : [{ figure: "losesThoughLeadingGains" as const, who }]),
      ];
    });
}
