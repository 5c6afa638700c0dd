import type { NodeId } from "../../../engine/model/graph.ts";
import type { FigurePath } from "../../figures.ts";
import { type FinancingFigure, financingFigures, movesMoney, tierId } from "../../financing.ts";
import type { Accounts } from "../accounts.ts";
import { type Context, inYear, period } from "../context.ts";
import { nothing } from "../line.ts";
import { ofYear } from "../money.ts";
import { fundBalance, fundDry, fundShortfall } from "./fund.ts";
import { financed } from "./index.ts";
import type { Repayment } from "./repayment.ts";
import { yearsOf } from "./transfer.ts";

/** The node of a figure of financing. */
export function financingNode(
  context: Context,
  stated: Accounts,
  figure: FinancingFigure,
  { what, who, year }: FigurePath,
): NodeId {
  const { builder, shape } = context;
  const { accounts, contracts, repayment } = financed(context, stated);
  const contract = () => contracts.find(({ id }) => id === what)!;
  const tier = () => {
    const found = contracts.flatMap(({ id, tiers }) => tiers.map((own, index) => ({ name: tierId(id, index), own })));
    return found.find(({ name }) => name === what)!.own;
  };
  switch (figure) {
    case "repaid":
      return ofYear(context, repaidBy(context, accounts, repayment!, who), year);
    case "fundRepaid":
      return builder.binary(
        "lessOrEqual",
        inYear(context, repayment!.left, shape.horizonYears - 1),
        builder.constant(0),
      );
    case "repaidYear": {
      // One year after the last in which something is left, from which on nothing is.
      const isLeft = builder.binary("greater", repayment!.left, builder.constant(0));
      const after = builder.add(builder.index(period), builder.constant(1));
      return builder.reduce("max", period, builder.multiply(isLeft, after));
    }
    case "fundBalance":
      return builder.at(period, year ?? shape.horizonYears - 1, fundBalance(context, accounts));
    case "fundDry":
      return fundDry(context, fundBalance(context, accounts), year);
    case "fundShortfall":
      return fundShortfall(context, fundBalance(context, accounts), year);
    case "contractPaid":
      return ofYear(context, contract().paid, year);
    case "contractPays":
      return builder.binary("greater", ofYear(context, contract().byResults), builder.constant(0));
    case "tierPaid":
      return tier().paid;
    case "tierReached":
      return tier().reached;
  }
}

function repaidBy(context: Context, accounts: Accounts, { repaid, byActor }: Repayment, who?: string) {
  if (who === undefined) return repaid;
  const flows = accounts.leavesOf(who).flatMap((leaf) => byActor.get(leaf) ?? []);
  if (flows.length === 0) return { node: nothing(context), years: repaid.years.map(() => false) };
  const years = repaid.years.map((_, year) => flows.some((flow) => flow.years[year]));
  return { node: context.builder.sum(flows.map(({ node }) => node)), years };
}

/** What is given of financing unasked: the result of all whom it moves money between, what moves, and the fund year by year. */
export function financingDefaults(context: Context, stated: Accounts): readonly FigurePath[] {
  const { content } = context.checked;
  const figures = financingFigures(content);
  if (content.financing === undefined) return [];
  const { shape } = context;
  const { contracts, repayment, transfers } = financed(context, stated);
  const has = (figure: FinancingFigure) => figures.includes(figure);
  const years = Array.from({ length: shape.horizonYears }, (_, year) => year);
  const view = "financed" as const;
  const parties = shape.leaves.filter((leaf) => transfers.some((own) => yearsOf(own, leaf).length > 0));
  const parents = [...shape.actors]
    .filter(([id, leaves]) => leaves[0] !== id && leaves.some((leaf) => parties.includes(leaf)))
    .map(([id]) => id);
  const financiers = [...new Set(Object.values(content.financing.contracts).map(({ financier }) => financier.trim()))];
  const leading = shape.leading === undefined ? [] : [shape.leading];
  const whose = movesMoney(content) ? [...new Set([...parties, ...parents, ...leading])] : [];
  return [
    ...whose.flatMap((who) => [
      { view, figure: "net" as const, who },
      { view, figure: "loses" as const, who },
    ]),
    ...financiers.flatMap((who) =>
      (["moneyMultiple", "internalRate"] as const).map((figure) => ({ view, figure, who })),
    ),
    ...contracts.flatMap(({ id, paid, tiers }) => [
      { figure: "contractPaid" as const, what: id },
      { figure: "contractPays" as const, what: id },
      ...years.filter((year) => paid.years[year]).map((year) => ({ figure: "contractPaid" as const, what: id, year })),
      ...tiers.flatMap((_, index) =>
        (["tierReached", "tierPaid"] as const).map((figure) => ({ figure, what: tierId(id, index) })),
      ),
    ]),
    ...(repayment === undefined
      ? []
      : [
          { figure: "fundRepaid" as const },
          { figure: "repaidYear" as const },
          { figure: "repaid" as const },
          ...[...repayment.byActor.keys()].map((who) => ({ figure: "repaid" as const, who })),
          ...years.filter((year) => repayment.repaid.years[year]).map((year) => ({ figure: "repaid" as const, year })),
        ]),
    ...(has("fundBalance")
      ? [
          { figure: "fundBalance" as const },
          { figure: "fundDry" as const },
          { figure: "fundShortfall" as const },
          ...years.flatMap((year) => [
            { figure: "fundBalance" as const, year },
            { figure: "fundDry" as const, year },
          ]),
        ]
      : []),
  ];
}
