import type { Language } from "../engine/issues.ts";
import type { About } from "../engine/result/about.ts";
import type { Result } from "../engine/result/result.ts";
import { contextOf } from "./context.ts";
import { capital, fill, type Sentence, type Table } from "./shown.ts";
import { type UpdateView, updateView } from "./update/view.ts";
import { accounts, balanceByYear, byActor } from "./view/accounts.ts";
import { answer, forTarget, type Icons } from "./view/answer.ts";
import { type Assumptions, assumptions } from "./view/assumptions.ts";
import { beside } from "./view/beside.ts";
import { type Budget, budget } from "./view/budget.ts";
import { type Caution, inWords, readersCautions } from "./view/cautions.ts";
import { comparators } from "./view/comparators.ts";
import { costTables } from "./view/costs.ts";
import { criteria } from "./view/criteria.ts";
import { cumulated } from "./view/cumulated.ts";
import { failures } from "./view/failures.ts";
import { keyFigures } from "./view/figures.ts";
import { type Financing, financing } from "./view/financing.ts";
import { budgetLine } from "./view/first/budgetLine.ts";
import { type Effect, effects } from "./view/first/effects.ts";
import { type Fact, facts } from "./view/first/facts.ts";
import { type Sureness, sureness } from "./view/first/sureness.ts";
import { harmForTarget } from "./view/harm.ts";
import { type Implementation, implementation } from "./view/implementation.ts";
import { type Levels, levels } from "./view/levels.ts";
import { losers } from "./view/losers.ts";
import { losses } from "./view/losses.ts";
import { type OptionsView, options } from "./view/options.ts";
import { partsOfBenefit } from "./view/partsOfBenefit.ts";
import { type People, people } from "./view/people.ts";
import { costEffectiveness } from "./view/pictures/costEffectiveness.ts";
import { fan } from "./view/pictures/fan.ts";
import { histogram } from "./view/pictures/histogram.ts";
import { money } from "./view/pictures/money.ts";
import { optionAcceptability } from "./view/pictures/optionAcceptability.ts";
import { optionRanges } from "./view/pictures/options.ts";
import { payback } from "./view/pictures/payback.ts";
import type { Picture } from "./view/pictures/picture.ts";
import { riskMatrix } from "./view/pictures/risks.ts";
import { type HangsOn, tornado } from "./view/pictures/tornado.ts";
import { reproduced, reproducesTable } from "./view/reproduces.ts";
import { type Risks, risks } from "./view/risks.ts";
import { type ScaleUp, scaleUp } from "./view/scaleUp.ts";
import { type StopRules, stopRules } from "./view/stopRules.ts";
import { verdicts } from "./view/verdicts.ts";
import { weights } from "./view/weights.ts";

/** A result as labelled numbers and sentences in one language. Page, terminal and tables are written from this and nothing else. */
export interface View {
  readonly language: Language;
  /** "Made-up example …", where the scenario has a status. Stands before everything else. */
  readonly status?: string;
  readonly title: string;
  readonly version: Sentence;
  readonly basis: Sentence;
  readonly summary?: string;
  readonly decision: { readonly question?: string; readonly lines: readonly Sentence[] };
  readonly forTarget: readonly Sentence[];
  /** The same in large figures, what may go wrong beside them. */
  readonly effects: readonly Effect[];
  readonly harm: readonly Sentence[];
  /** The answer's money in large figures. */
  readonly facts: readonly Fact[];
  /** What each committee's budget will notice in the years planned now, where the scenario asks for its budget. */
  readonly budgetLine?: Table;
  /** What the uncertain assumptions rest on. */
  readonly sureness?: Sureness;
  /** Who the programme reaches, group by group. */
  readonly people: People;
  readonly answer: {
    readonly chance: readonly Sentence[];
    readonly money: readonly Sentence[];
    readonly icons?: Icons;
  };
  /** Found by reading the figures together; shown beside the answer. */
  readonly cautions: readonly Caution[];
  readonly criteria?: Table;
  /** What fails success, where it is made of several goals. */
  readonly failures?: Table;
  readonly firstYears?: Table;
  readonly hangsOn: readonly HangsOn[];
  readonly assumptions?: Assumptions;
  readonly notCounted: readonly string[];
  readonly accounts: readonly Table[];
  /** Costs by what they are for, and by item, payer and year. */
  readonly costs: readonly Table[];
  /** Ordinary operation, where the scenario has a forecast of it. */
  readonly ordinary?: Implementation;
  /** Who carries the risk before and after what is agreed, where money moves between actors. */
  readonly financing?: Financing;
  /** What was agreed about stopping, where the scenario has rules for it. */
  readonly stopRules?: StopRules;
  /** How often a follow-up would say the right thing of the goals. */
  readonly verdicts?: Table;
  /** Ordinary operation beside the project, where the scenario says how well the programme works there. */
  readonly scaleUp?: ScaleUp;
  /** The chance that each actor loses, where there are several. */
  readonly losers?: Table;
  /** By calendar year and in current prices, where the scenario asks for its budget. */
  readonly budget?: Budget;
  /** What has been seen of the programme, where the forecast was updated with it. */
  readonly update?: UpdateView;
  /** Net beside net weighed by income, where the scenario states weights. */
  readonly weights?: Table;
  /** The options of the scenario beside each other. */
  readonly options?: OptionsView;
  /** What of the benefits can be taken out of a budget, and of which kind they are, where the scenario says. */
  readonly partsOfBenefit: readonly Table[];
  /** Key figures: economy first, then a table per outcome, then people. */
  readonly figures: readonly Table[];
  /** Other programmes' cost per unit of effect. */
  readonly comparators?: Table;
  /** Chance and size of a loss. */
  readonly losses?: Table;
  /** The risk matrix, where the scenario has risks. */
  readonly risks?: Risks;
  /** Figures with adjusted and shrunk effects beside those with the stated ones. */
  readonly beside?: Table;
  readonly pictures: readonly Picture[];
  readonly payback: readonly Sentence[];
  /** What the spread comes from, where chance was drawn. */
  readonly levels?: Levels;
  readonly reproduces?: Table;
  readonly reproducesLead?: Sentence;
  /** What the checker and the run had to say. */
  readonly warnings: readonly Caution[];
  /** Warnings that the scenario accepts, with its reasons. */
  readonly accepted?: Table;
  readonly method: readonly Sentence[];
  readonly manifest: Table;
  /** Words of the report's frame: headings, links. */
  readonly word: ReturnType<typeof contextOf>["word"];
}

/** Findings of a run that change how its figures are to be read; they stand beside the answer too. */
const aboutFigures: readonly string[] = ["failedDraws", "costReachesZero"];

export function view(result: Result, about: About, language: Language): View {
  const context = contextOf(result, about, language);
  const { word, text } = context;
  const book = accounts(context);
  const back = payback(context);
  const winds = tornado(context);
  // What has been seen since is no part of what the source says.
  const sourceFigures = result.update === undefined ? reproduced(context) : [];
  const found = readersCautions(context, sourceFigures).map((issue) => inWords(context, issue));
  const given = result.warnings.map((issue) => inWords(context, issue));
  const reproducesRows = reproducesTable(context, sourceFigures);
  const own = assumptions(context);
  const ordinary = implementation(context);
  const financed = financing(context);
  const stops = stopRules(context);
  const criteriaTable = criteria(context);
  const byLevel = levels(context);
  const atScale = scaleUp(context);
  const optionsView = options(context);
  const ownBudget = budget(context);
  const weightsTable = weights(context);
  const seenSoFar = updateView(context);
  const losersTable = losers(context);
  const besideTable = beside(context);
  const ownRisks = risks(context);
  const firstYears = balanceByYear(context, book, false, Math.max(about.programmeYears + 2, 4));
  const harm = harmForTarget(context);
  const sure = sureness(context);
  const summary = text(about.summary);
  const status = capital(text(about.status));
  const horizon = context.fact("about|horizonYears", about.horizonYears);
  return {
    language,
    ...(status ? { status } : {}),
    title: text(about.title) || about.id,
    version: versionOf(context),
    basis: fill(word("horizonLine"), {
      years: horizon,
      currency: context.currency,
      priceYear: String(about.priceYear),
      rate: context.rate,
    }),
    ...(summary ? { summary } : {}),
    decision: decision(context),
    forTarget: [...forTarget(context), ...harm],
    effects: effects(context),
    harm,
    facts: facts(context),
    ...optional("budgetLine", budgetLine(context)),
    ...(sure ? { sureness: sure } : {}),
    people: people(context),
    answer: answer(context),
    cautions: [...given.filter(({ code }) => aboutFigures.includes(code)), ...found],
    ...(criteriaTable ? { criteria: criteriaTable } : {}),
    ...optional("failures", failures(context)),
    ...(firstYears ? { firstYears } : {}),
    hangsOn: winds.hangsOn,
    ...(own ? { assumptions: own } : {}),
    notCounted: about.notCounted.map(text),
    accounts: [
      byActor(context, book, true),
      byActor(context, book, false),
      balanceByYear(context, book, false),
      balanceByYear(context, book, true),
      cumulated(context, book),
    ].filter((table) => table !== undefined),
    ...(ownBudget ? { budget: ownBudget } : {}),
    ...(weightsTable ? { weights: weightsTable } : {}),
    ...(seenSoFar ? { update: seenSoFar } : {}),
    ...(losersTable ? { losers: losersTable } : {}),
    costs: costTables(context),
    ...(ordinary ? { ordinary } : {}),
    ...(financed ? { financing: financed } : {}),
    ...(stops ? { stopRules: stops } : {}),
    ...optional("verdicts", verdicts(context)),
    ...(atScale ? { scaleUp: atScale } : {}),
    ...(optionsView ? { options: optionsView } : {}),
    partsOfBenefit: partsOfBenefit(context, book),
    figures: keyFigures(context),
    ...optional("comparators", comparators(context)),
    ...optional("losses", losses(context)),
    ...(ownRisks ? { risks: ownRisks } : {}),
    ...(besideTable ? { beside: besideTable } : {}),
    pictures: [
      ...optionRanges(context),
      ...histogram(context),
      ...fan(context),
      ...money(context, book),
      ...back.pictures,
      ...riskMatrix(context),
      ...winds.pictures,
      ...costEffectiveness(context),
      ...optionAcceptability(context),
    ],
    payback: back.sentences,
    ...(byLevel ? { levels: byLevel } : {}),
    ...(reproducesRows
      ? {
          reproduces: reproducesRows,
          reproducesLead: fill(word("reproducesLead"), {
            count: context.fact("about|reproduces|agree", sourceFigures.filter((one) => one.agrees).length),
            total: context.fact("about|reproduces|total", sourceFigures.length),
          }),
        }
      : {}),
    warnings: given,
    ...(about.accepted === undefined ? {} : { accepted: accepted(context, about.accepted) }),
    method: method(context),
    manifest: manifest(context),
    word,
  };
}

type Context = ReturnType<typeof contextOf>;

/** The scenario's version, and before it the option that leads. */
function versionOf({ about, word, title }: Context): Sentence {
  const version = fill(word("version"), { version: about.version });
  if (about.option === undefined) return version;
  const led = fill(word("optionLed"), { option: title(about.option) });
  return { parts: [...led.parts, " · ", ...version.parts] };
}

/** A part of the view that may not be there. */
const optional = <K extends "budgetLine" | "comparators" | "failures" | "losses" | "verdicts">(
  key: K,
  table: Table | undefined,
): { readonly [P in K]?: Table } => (table === undefined ? {} : { [key]: table }) as { readonly [P in K]?: Table };

function accepted({ word, text }: Context, list: NonNullable<About["accepted"]>): Table {
  return {
    caption: word("accepted"),
    columns: [{ title: word("acceptedFound") }, { title: word("acceptedReason") }],
    rows: list.map(({ found, reason }) => ({ cells: [text(found), text(reason)] })),
  };
}

function decision({ about, text, word }: Context): View["decision"] {
  const part = (value: Parameters<typeof text>[0]) => text(value).replace(/\.$/, "");
  const [question, body, owner, without] = [
    text(about.decision?.question),
    part(about.decision?.body),
    part(about.decision?.owner),
    part(about.decision?.without),
  ];
  return {
    ...(question ? { question } : {}),
    lines: [
      ...(body ? [fill(word("decidedBy"), { body })] : []),
      ...(owner ? [fill(word("ownedBy"), { owner })] : []),
      ...(without ? [fill(word("ifNo"), { without })] : []),
    ],
  };
}

function method(context: Context): Sentence[] {
  const { about, result, word } = context;
  const keys = ["m_draws", "m_notForecast", "m_net", "m_ratio", "m_payback", "m_worst", "m_error", "m_rank"] as const;
  const values = {
    draws: context.fact("manifest|draws", result.manifest.draws),
    rate: context.rate,
    priceYear: String(about.priceYear),
  };
  return keys.map((key) => fill(word(key), values));
}

function manifest(context: Context): Table {
  const { result, about, word } = context;
  const { manifest: made, failures } = result;
  const rows: (readonly [string, string])[] = [
    [word("scenario"), `${made.scenario}, ${word("version").replace("{version}", about.version).toLowerCase()}`],
    [word("hash"), made.scenarioHash],
    [word("seed"), made.seed],
    [word("design"), word(made.design === "sobol" ? "d_sobol" : "d_plain")],
    [word("chanceWord"), word(made.chance === "on" ? "chanceOn" : "chanceOff")],
    [word("draws"), context.fact("manifest|draws", made.draws).text],
    [word("replicates"), context.fact("manifest|replicates", made.replicates).text],
    [word("ended"), word(`ended_${made.ended}`)],
    [word("failedDraws"), context.fact("failures|draws", failures.draws).text],
    [word("engine"), `Utfall ${made.engine}`],
  ];
  return {
    caption: word("manifest"),
    columns: [{ title: "" }, { title: "" }],
    rows: rows.map(([name, value]) => ({ cells: [name, value] })),
  };
}
