import { UtfallError } from "../../engine/issues.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import type { FigurePath } from "../figures.ts";
import type { ImplementationFigure } from "../implementation.ts";
import { scaleTimeOf, stagesOf } from "../scaleUp.ts";
import type { ImplementationContent } from "../schema/implementation.ts";
import { type Context, type Flow, inYear, inYears } from "./context.ts";
import { ofYear } from "./money.ts";
import { costAtFullScale, costAtShare } from "./scale/cost.ts";
import { stageShares } from "./scale/people.ts";
import { growth } from "./time.ts";

const place = "implementation";

/** The node of a figure of ordinary operation. It stands beside the accounts: no other figure has it in it. */
export function implementationNode(context: Context, figure: ImplementationFigure, path: FigurePath): NodeId {
  const { builder } = context;
  const { who, year } = path;
  const less = (cost: ImplementationFigure, saved: ImplementationFigure): NodeId =>
    builder.subtract(implementationNode(context, cost, path), implementationNode(context, saved, path));
  switch (figure) {
    case "implementationTarget":
      return context.quantity(`${place}.target`);
    case "implementationPosts":
      return context.quantity(`${place}.posts`);
    case "implementationPremises":
      return context.quantity(`${place}.premises`);
    case "implementationOneOff":
      return oneOff(context);
    case "implementationYearlyCost":
      return paidBy(context, costAtFullScale(context), who);
    case "implementationYearlyReleased":
      return releasedBy(context, released(context), who);
    case "implementationYearlyNetCost":
      return less("implementationYearlyCost", "implementationYearlyReleased");
    case "implementationCostPerPerson":
      return builder.divide(costAtFullScale(context), context.quantity(`${place}.target`));
    case "implementationRoomLeft": {
      const net = builder.subtract(costAtFullScale(context), released(context));
      return builder.subtract(context.quantity(`${place}.room`), net);
    }
    case "implementationCost":
      return paidBy(context, ofYear(context, costFlow(context), year), who);
    case "implementationReleased":
      return releasedBy(context, ofYear(context, releasedFlow(context), year), who);
    case "implementationNetCost":
      return less("implementationCost", "implementationReleased");
  }
}

const contentOf = (context: Context): ImplementationContent => context.checked.content.implementation!;

const oneOff = (context: Context): NodeId =>
  context.builder.sum(Object.keys(contentOf(context).oneOff).map((id) => context.quantity(`${place}.oneOff.${id}`)));

const released = (context: Context): NodeId =>
  contentOf(context).replaces === undefined
    ? context.builder.constant(0)
    : context.quantity(`${place}.replaces.amount`);

/** Number of the stage that has begun in each year; undefined before the first, −1 where all is begun at once. */
function stageOfYear({ shape, checked }: Context): readonly (number | undefined)[] {
  const { content } = checked;
  const { first } = scaleTimeOf(content);
  const { stages } = stagesOf(content.implementation!);
  return Array.from({ length: shape.horizonYears }, (_, year) =>
    year < first ? undefined : stages.filter((stage) => stage.year <= year).length - 1,
  );
}

/** Share of full scale in each year: that of the last stage begun; all of it from the decision on where there are no stages. */
function scale(context: Context): (NodeId | undefined)[] {
  const shares = stageShares(context);
  return stageOfYear(context).map((stage) =>
    stage === undefined ? undefined : (shares[stage] ?? context.builder.constant(1)),
  );
}

/** Running cost by its scale; one-off costs as the scale grows. */
function costFlow(context: Context): Flow {
  const { builder } = context;
  const shares = scale(context);
  const stages = stageOfYear(context).map((stage) => stage ?? -1);
  const once = oneOff(context);
  return flowOf(context, shares, (share, year) => {
    const before = shares[year - 1] ?? builder.constant(0);
    const grows = builder.max(builder.constant(0), builder.subtract(share, before));
    return builder.add(costAtShare(context, share, stages[year]), builder.multiply(once, grows));
  });
}

const releasedFlow = (context: Context): Flow =>
  flowOf(context, scale(context), (share) => context.builder.multiply(released(context), share));

function flowOf(
  context: Context,
  shares: readonly (NodeId | undefined)[],
  make: (share: NodeId, year: number) => NodeId,
): Flow {
  const { builder } = context;
  const years = shares.map((share) => share !== undefined);
  const grown =
    contentOf(context).drift === undefined ? undefined : growth(context, context.quantity(`${place}.drift`));
  const node = inYears(context, years, (year) => {
    const flow = make(shares[year]!, year);
    return grown === undefined ? flow : builder.multiply(flow, inYear(context, grown, year));
  });
  return { node, years };
}

const paidBy = (context: Context, amount: NodeId, who?: string): NodeId =>
  partOf(context, amount, contentOf(context).paidBy, `${place}.paidBy`, who);

function releasedBy(context: Context, amount: NodeId, who?: string): NodeId {
  const { replaces } = contentOf(context);
  if (replaces === undefined) return context.builder.constant(0);
  return partOf(context, amount, replaces.by, `${place}.replaces.by`, who);
}

/** What falls on an actor or perspective; all of it where nobody is named. */
function partOf(
  context: Context,
  amount: NodeId,
  payers: ImplementationContent["paidBy"],
  at: string,
  who: string | undefined,
): NodeId {
  const { builder, shape } = context;
  if (who === undefined) return amount;
  if (payers === undefined) throw new UtfallError([{ code: "implementationPayer", path: place, with: { who } }]);
  const leaves = shape.perspectives.get(who) ?? shape.actors.get(who) ?? [];
  if (typeof payers === "string") return leaves.includes(payers) ? amount : builder.constant(0);
  const own = Object.keys(payers).filter((actor) => leaves.includes(actor));
  return builder.multiply(amount, builder.sum(own.map((actor) => context.quantity(`${at}.${actor}`))));
}

/** The figures of the forecast that a run gives unasked: at full scale, by actor where it is said who pays, and by stage. */
export function implementationDefaults(
  context: Context,
  figures: readonly ImplementationFigure[],
): readonly FigurePath[] {
  if (figures.length === 0) return [];
  const { shape } = context;
  const { paidBy: payers, replaces } = contentOf(context);
  const byYear = ["implementationCost", "implementationReleased", "implementationNetCost"] as const;
  const yearly = ["implementationYearlyCost", "implementationYearlyReleased", "implementationYearlyNetCost"] as const;
  const named = (of: ImplementationContent["paidBy"]) =>
    of === undefined ? [] : typeof of === "string" ? [of] : Object.keys(of);
  const who = payers === undefined ? [] : [...new Set([...named(payers), ...named(replaces?.by)])];
  const begun = scale(context).flatMap((share, year) => (share === undefined ? [] : [year]));
  const last = scaleTimeOf(context.checked.content).full;
  const isGiven = (figure: ImplementationFigure) => figures.includes(figure);
  return [
    ...figures.filter((figure) => !byYear.some((own) => own === figure)).map((figure) => ({ figure })),
    ...shape.leaves
      .filter((leaf) => who.includes(leaf))
      .flatMap((leaf) => yearly.filter(isGiven).map((figure) => ({ figure, who: leaf }))),
    ...begun
      .filter((year) => year <= last)
      .flatMap((year) => byYear.filter(isGiven).map((figure) => ({ figure, year }))),
  ];
}
