import type { RiskAbout } from "../../engine/result/about.ts";
import type { Figure } from "../../engine/result/result.ts";
import { type ForWhom, leadingOf, type RiskSummary } from "../../engine/result/risks.ts";
import type { Context } from "../context.ts";
import type { MoneyUnit } from "../format.ts";
import { type Cell, fill, type Sentence, type Table } from "../shown.ts";
import { tableUnit } from "./moneyUnit.ts";

/** The risk matrix, filled with what was simulated. */
export interface Risks {
  readonly lead: readonly Sentence[];
  /** The worst risk by itself, where it matters. */
  readonly worst?: Sentence;
  /** Ranked by expected loss. */
  readonly table: Table;
  /** What prevention is worth, where some risk has one. */
  readonly mitigation?: Table;
}

/** An expected loss below this share of the cost is not told on the first screen. */
const leastShare = 0.01;

/** Risks by rank, with their place in the result. */
export const ranked = ({ result }: Context): readonly (readonly [RiskSummary, number])[] =>
  (result.risks?.risks ?? []).map((risk, at) => [risk, at] as const).sort(([a], [b]) => a.rank - b.rank);

/** Where a number for whom the result leads with stands in the result. */
export const leadingRef = (ref: string, figures: ForWhom<Figure>): string =>
  `${ref}|${figures.leading === undefined ? "all" : "leading"}`;

/** The unit of all amounts of the matrix. */
export function riskUnit(context: Context): MoneyUnit {
  const amounts = ranked(context).flatMap(([{ expectedLoss, lossIfHappens, mitigation }]) => [
    leadingOf(expectedLoss).value,
    ...(lossIfHappens === undefined ? [] : [leadingOf(lossIfHappens).value]),
    ...(mitigation === undefined ? [] : [leadingOf(mitigation.worth).value]),
  ]);
  return tableUnit(context, amounts);
}

/** Undefined where the scenario has no risks. */
export function risks(context: Context): Risks | undefined {
  const { word } = context;
  const rows = ranked(context);
  if (rows.length === 0) return undefined;
  const unit = riskUnit(context);
  const isSuccess = rows.some(([{ successChange }]) => successChange !== undefined);
  const unitText = context.amountWithUnit("", { value: 0, se: 0 }, unit).text.replace(/^\S+\s/, "");
  const hasAction = rows.some(([{ id }]) => context.text(aboutOf(context, id)?.action) !== "");
  const hasRole = rows.some(([{ id }]) => context.text(aboutOf(context, id)?.responsible) !== "");
  const prevented = mitigation(context, unit, unitText);
  return {
    lead: lead(context),
    ...worst(context),
    table: {
      caption: `${word("riskMatrix")}, ${unitText}`,
      columns: [
        { title: word("riskName") },
        { title: word("riskLikelihood"), numeric: true },
        { title: word("riskIfHappens"), numeric: true },
        { title: word("riskExpected"), numeric: true },
        { title: word("standardError"), numeric: true },
        ...(isSuccess ? [{ title: word("riskSuccess"), numeric: true }] : []),
        ...(hasAction ? [{ title: word("riskAction") }] : []),
        ...(hasRole ? [{ title: word("riskResponsible") }] : []),
      ],
      rows: rows.map(([risk, at]) => {
        const ref = `risks|risks|${at}`;
        const own = aboutOf(context, risk.id);
        return {
          id: risk.id,
          cells: [
            { parts: [context.fact(`${ref}|rank`, risk.rank), `. ${titleOf(context, risk.id, own)}`] },
            likelihood(context, ref, risk, own),
            amount(context, `${ref}|lossIfHappens`, risk.lossIfHappens, unit),
            amount(context, `${ref}|expectedLoss`, risk.expectedLoss, unit),
            error(context, leadingOf(risk.expectedLoss), unit),
            ...(isSuccess ? [success(context, ref, risk)] : []),
            ...(hasAction ? [context.text(own?.action)] : []),
            ...(hasRole ? [context.text(own?.responsible)] : []),
          ],
        };
      }),
      note: word("risksNote"),
    },
    ...(prevented === undefined ? {} : { mitigation: prevented }),
  };
}

const aboutOf = ({ about }: Context, id: string): RiskAbout | undefined => about.risks?.find((own) => own.id === id);

function titleOf(context: Context, id: string, own: RiskAbout | undefined): string {
  const title = context.title(id);
  if (own === undefined || own.when.en === "the whole programme") return title;
  return `${title} (${context.text(own.when)})`;
}

/** "30 % (medium)": the chance, and the word in which it was stated; with prevention, where the file pays for it, that of prevention. */
function likelihood(context: Context, ref: string, { chance }: RiskSummary, own: RiskAbout | undefined): Cell {
  const share = context.shown(`${ref}|chance`, chance, "share", 2);
  const chosen = own?.mitigationChosen === true;
  const stated = context.text(chosen ? own.mitigatedLikelihood : own?.likelihood);
  return stated === "" ? share : { parts: [share, ` (${stated})`] };
}

function amount(context: Context, ref: string, figures: ForWhom<Figure> | undefined, unit: MoneyUnit): Cell {
  if (figures === undefined) return "–";
  return context.amount(leadingRef(ref, figures), leadingOf(figures), unit, unit.exponent - 2);
}

function error(context: Context, { se }: Figure, unit: MoneyUnit): string {
  if (se === 0) return "0";
  return `± ${context.amount("", { value: se, se: se / 10 }, unit, unit.exponent - 3).text}`;
}

function success(context: Context, ref: string, { successChange }: RiskSummary): Cell {
  if (successChange === undefined) return "–";
  const change = context.shown(`${ref}|successChange`, successChange, "pp", 2);
  // The unit stands in the heading.
  return { ...change, text: change.text.replace(/[\s\u00a0]*\p{L}.*$/u, "") };
}

function lead(context: Context): readonly Sentence[] {
  const { about, word } = context;
  const isOwnScale = about.risks?.some(({ ownScale }) => ownScale) ?? false;
  return [fill(word("riskLead"), { who: context.leadingRunning }), ...(isOwnScale ? [fill(word("riskOwnScale"))] : [])];
}

/** Told where it can be told from zero, and is worth the reader's time. */
function worst(context: Context): { readonly worst?: Sentence } {
  const [first] = ranked(context);
  if (first === undefined) return {};
  const [risk, at] = first;
  const loss = leadingOf(risk.expectedLoss);
  const cost = context.numberOutput(context.leadingId("pvCost"))?.mean.value ?? 0;
  if (!(loss.low > 0) || loss.value < leastShare * cost || risk.lossIfHappens === undefined) return {};
  const ref = `risks|risks|${at}`;
  const unit = context.moneyUnitFor(loss.value, leadingOf(risk.lossIfHappens).value);
  return {
    worst: fill(context.word("worstRisk"), {
      risk: context.title(risk.id),
      chance: context.chance(`${ref}|chance`, risk.chance),
      loss: context.amountWithUnit(leadingRef(`${ref}|expectedLoss`, risk.expectedLoss), loss, unit),
      given: context.amountWithUnit(
        leadingRef(`${ref}|lossIfHappens`, risk.lossIfHappens),
        leadingOf(risk.lossIfHappens),
        unit,
      ),
    }),
  };
}

function mitigation(context: Context, unit: MoneyUnit, unitText: string): Table | undefined {
  const { result, word } = context;
  const rows = ranked(context).flatMap(([{ id, mitigation: own }, at]) => (own === undefined ? [] : [{ id, own, at }]));
  if (rows.length === 0) return undefined;
  const { allMitigated } = result.risks!;
  return {
    caption: `${word("riskMitigation")}, ${unitText}`,
    columns: [
      { title: word("riskName") },
      { title: word("riskMitigatedChance"), numeric: true },
      { title: word("cost"), numeric: true },
      { title: word("riskWorth"), numeric: true },
      { title: word("standardError"), numeric: true },
      { title: word("riskVerdict") },
    ],
    rows: [
      ...rows.map(({ id, own, at }) => {
        const ref = `risks|risks|${at}|mitigation`;
        const title = context.title(id);
        return {
          id,
          cells: [
            own.chosen ? `${title} (${word("riskChosen")})` : title,
            context.shown(`${ref}|chance`, own.chance, "share", 2),
            own.cost === undefined ? "0" : context.amount(`${ref}|cost`, own.cost, unit, unit.exponent - 2),
            amount(context, `${ref}|worth`, own.worth, unit),
            error(context, leadingOf(own.worth), unit),
            verdict(context, leadingOf(own.worth)),
          ],
        };
      }),
      ...(allMitigated === undefined
        ? []
        : [
            {
              cells: [
                word("riskAllMitigated"),
                "",
                "",
                amount(context, "risks|allMitigated", allMitigated, unit),
                error(context, leadingOf(allMitigated), unit),
                verdict(context, leadingOf(allMitigated)),
              ],
              total: true,
            },
          ]),
    ],
    note: word("riskMitigationNote"),
  };
}

const verdict = ({ word }: Context, { low, high }: Figure): string =>
  word(low > 0 ? "riskWorthIt" : high < 0 ? "riskNotWorthIt" : "riskUnclear");
