import { UtfallError } from "../../../engine/issues.ts";
import type { NodeId } from "../../../engine/model/graph.ts";
import { type FigurePath, figureId, parseFigure } from "../../figures.ts";
import type { ScaleFigure } from "../../figureTable/scaleUp.ts";
import { figureIdsOf } from "../../ids.ts";
import { outcomesBySite } from "../../scaleFigures.ts";
import { oneSitePlaces, type ScalePart, scaleParts } from "../../scaleUp.ts";
import type { Context } from "../context.ts";
import { successNode } from "../criteria.ts";
import { improvement } from "../improvement.ts";
import type { View } from "../view.ts";
import { effectKept } from "./effect.ts";
import { atScaleView, projectOf } from "./people.ts";

const lostTo: Readonly<Partial<Record<ScaleFigure, ScalePart>>> = {
  scaleLostToReach: "funnel",
  scaleLostToEffect: "effectKept",
  scaleLostToSites: "sites",
  scaleLostToMarginalCost: "marginalCost",
};

/** The node of a figure of the way from the project to ordinary operation. */
export function scaleNode(context: Context, figure: ScaleFigure, { what, who }: FigurePath): NodeId {
  const { builder } = context;
  const net = (atScale: NonNullable<View["atScale"]>): NodeId =>
    context.figureOf({ figure: "net", ...(who === undefined ? {} : { who }) }, atScaleView(context, atScale));
  const netWithout = (without: readonly ScalePart[]): NodeId => net(without.length === 0 ? true : { without });
  const part = lostTo[figure];
  if (part !== undefined) {
    // What differs acts in this order, so that the losses add up to the whole difference.
    const first = scaleParts.indexOf(part);
    return builder.subtract(netWithout(scaleParts.slice(first)), netWithout(scaleParts.slice(first + 1)));
  }
  switch (figure) {
    case "scaleEffectKept":
      return effectKept(context);
    case "scaleNetAsInProject":
      return netWithout(scaleParts);
    case "scaleAtOnce":
      return net({ atOnce: true });
    case "pilotFirst":
      return pilotFirst(context, who);
    case "pilotingGain":
      return builder.subtract(pilotFirst(context, who), net({ atOnce: true }));
    case "scaleFailsAfterSuccess": {
      const later = context.inView(atScaleView(context));
      return builder.binary("and", succeeds(projectOf(context)), builder.unary("not", succeeds(later)));
    }
    default:
      return atOneSite(context, figure, what!);
  }
}

/** The project's net, and in draws in which it succeeds that of ordinary operation after it. */
function pilotFirst(context: Context, who: string | undefined): NodeId {
  const { builder } = context;
  const net: FigurePath = { figure: "net", ...(who === undefined ? {} : { who }) };
  const later = context.figureOf(net, atScaleView(context));
  const project = projectOf(context);
  const carriedOn = builder.select(succeeds(project), later, builder.constant(0));
  return builder.add(project.figureOf(net), carriedOn);
}

/** 1 where the file's own idea of success is met; where it has none, where net is above zero for whom the result leads with. */
function succeeds(context: Context): NodeId {
  const { builder, checked, shape } = context;
  const { criteria, success } = checked.content;
  if (Object.keys(criteria).length === 0 && success === undefined) {
    const net = context.figureOf({ figure: "net", ...(shape.leading === undefined ? {} : { who: shape.leading }) });
    return builder.binary("greater", net, builder.constant(0));
  }
  const ids = figureIdsOf(checked.content, checked.option?.yearsLater);
  return successNode(context, {
    parse: (text) => {
      const parsed = parseFigure(text, ids);
      if (!parsed.ok) throw new UtfallError([{ ...parsed.issue, path: text }]);
      return parsed.figure;
    },
    // By its name, so that a goal on a figure that asks for success is found out.
    node: (path) => context.nodeOfName(figureId(path))!,
    declare: () => {},
  });
}

/** Two-sided at 5 %: so many standard errors from nothing is significant. */
const significant = 1.959963984540054;

/** One site taken at random: its true effect is what is kept of the stated one and its own deviation; its follow-up adds chance to that. */
function atOneSite(context: Context, figure: ScaleFigure, what: string): NodeId {
  const { builder, checked, view } = context;
  if (!outcomesBySite(checked.content).includes(what)) throw notBySite(figure, what);
  const typical = context.inView(atScaleView(context, { without: ["sites"] }));
  const stated = improvement(typical, what, view.effects === "adjusted" ? "adjusted" : "stated");
  const place = `implementation.sites.between.${what}`;
  const { site, followUp } = oneSitePlaces(what);
  const kept = builder.multiply(stated, effectKept(context));
  const own = builder.add(kept, builder.multiply(context.quantity(`${place}.sd`), context.quantity(site)));
  if (figure === "siteWorsens") return builder.binary("less", own, builder.constant(0));
  if (!checked.quantities.has(followUp)) throw notBySite(figure, what);
  const se = context.quantity(`${place}.se`);
  const seen = builder.add(own, builder.multiply(se, context.quantity(followUp)));
  const limit = builder.multiply(builder.constant(significant), se);
  return figure === "siteSeenBetter"
    ? builder.binary("greater", seen, limit)
    : builder.binary("less", seen, builder.negate(limit));
}

const notBySite = (figure: ScaleFigure, what: string): UtfallError =>
  new UtfallError([{ code: "figureSites", path: `${figure}.${what}`, with: { name: figure, outcome: what } }]);
