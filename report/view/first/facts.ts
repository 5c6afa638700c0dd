import type { Context } from "../../context.ts";
import { noBreak } from "../../format.ts";
import { fill, type Sentence } from "../../shown.ts";
import { ratioRange } from "../answer.ts";

/** A large figure of money with what it is and how it is to be read. */
export interface Fact {
  readonly title: string;
  readonly figure: Sentence;
  readonly note: Sentence;
}

/** What it costs, gives back, comes to and lets be taken out of a budget; those of them that the result has. */
export const facts = (context: Context): readonly Fact[] =>
  [cost(context), back(context), net(context), cashable(context)].filter((fact) => fact !== undefined);

function cost(context: Context): Fact | undefined {
  const { about, word } = context;
  const id = [context.leadingId("cost"), context.leadingId("pvCost")].find((own) => context.numberOutput(own));
  const found = id === undefined ? undefined : context.numberOutput(id);
  if (id === undefined || found === undefined) return undefined;
  const years = context.fact("about|programmeYears", about.programmeYears);
  return {
    title: word("fact_cost"),
    figure: { parts: [context.shown(`outputs|${id}|mean`, found.mean, found.unit, 2)] },
    note: fill(word(about.programmeYears === 1 ? "fact_costOverOne" : "fact_costOver"), { years }),
  };
}

function back(context: Context): Fact | undefined {
  const { about, word } = context;
  const id = context.leadingId("returnPerKrona");
  const found = context.ratioOutput(id);
  if (found === undefined) return undefined;
  const title = word("fact_return");
  if (found.ratioOfMeans === undefined)
    return { title, figure: fill(word("fact_notSaid")), note: fill(word("fact_notSaidWhy")) };
  const ratio = context.shown(`outputs|${id}|ratioOfMeans`, found.ratioOfMeans, "1");
  const [low, high] = [found.percentiles?.["5"], found.percentiles?.["95"]];
  const likelyRange = low && high ? ratioRange(context, id, low, high) : undefined;
  // A range is not broken over two lines.
  const range = likelyRange && {
    parts: likelyRange.parts.map((part) => (typeof part === "string" ? part.replace("–", "\u2060–\u2060") : part)),
  };
  // Kronor are the money of SEK alone.
  const inKronor = about.currency === "SEK";
  const likely = inKronor ? "fact_returnPerLikely" : "fact_returnTimesLikely";
  const bare = inKronor ? "fact_returnPer" : "fact_returnTimes";
  return {
    title,
    figure: { parts: inKronor ? [ratio, `${noBreak}kronor`] : [ratio] },
    note: range === undefined ? fill(word(bare)) : fill(word(likely), { range }),
  };
}

function net(context: Context): Fact | undefined {
  const { word } = context;
  const id = context.leadingId("net");
  const found = context.numberOutput(id);
  const [low, high] = [found?.percentiles["5"], found?.percentiles["95"]];
  if (found === undefined || !low || !high) return undefined;
  const ref = `outputs|${id}`;
  const [least, most] = context.pair([`${ref}|percentiles|5`, low], [`${ref}|percentiles|95`, high], found.unit);
  const mean = context.amountWithUnit(`${ref}|mean`, found.mean, context.moneyUnitFor(low.value, high.value));
  const key = context.coversZero(found.mean) ? "fact_netZeroRange" : "fact_netRange";
  return { title: word("fact_net"), figure: { parts: [mean] }, note: fill(word(key), { low: least, high: most }) };
}

function cashable(context: Context): Fact | undefined {
  const { word } = context;
  const [benefitId, cashableId] = ["pvBenefit", "pvCashable"].map((figure) => context.leadingId(figure));
  const [all, taken] = [benefitId, cashableId].map((id) => context.numberOutput(id));
  if (all === undefined || taken === undefined || !(all.mean.value > 0)) return undefined;
  const title = word("fact_cashable");
  const benefit = context.shown(`outputs|${benefitId}|mean`, all.mean, all.unit, 2);
  if (!(taken.mean.value > 0))
    return { title, figure: fill(word("fact_nothing")), note: fill(word("fact_cashableNone"), { benefit }) };
  const value = taken.mean.value / all.mean.value;
  // Rounded as a whole percentage or by the errors of both, whichever is coarser.
  const se = Math.max(0.01, taken.mean.se / all.mean.value + (value * all.mean.se) / all.mean.value);
  const share = context.shown(`outputs|${cashableId}|mean / outputs|${benefitId}|mean`, { value, se }, "share", 2);
  return {
    title,
    figure: { parts: [context.shown(`outputs|${cashableId}|mean`, taken.mean, taken.unit, 2)] },
    note: fill(word("fact_cashableShare"), { share }),
  };
}
