import type { About } from "../../engine/result/about.ts";
import { fill, type Table } from "../shown.ts";
import { byAdvice, type Caution } from "../view/cautions.ts";
import type { View } from "../view.ts";
import { escapeHtml, paragraph, say, table } from "./markup.ts";

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

export interface Sections {
  /** What a decision is discussed with, in that order. */
  readonly main: readonly Section[];
  /** What it is checked against; folded on a screen, open in print. */
  readonly annex: readonly Section[];
}

/** Longer tables are folded: most go by year, and their first years stand elsewhere. */
const mostRows = 12;

type TableOptions = NonNullable<Parameters<typeof table>[1]>;

/** What comes after the first screen: money, risks, options, what follows, people, pictures; then the annexes. */
export function sections(shown: View, about: About, pictures: readonly string[]): Sections {
  const { word, update, budget, financing, stopRules, risks, options, ordinary, scaleUp, assumptions, levels } = shown;
  const { way, segments, harm } = shown.people;
  const quiet = { quietCaption: true, stack: true };
  const made = (id: string, title: string, parts: readonly string[]): Section[] => {
    const body = parts.filter((part) => part !== "").join("\n");
    return body === "" ? [] : [{ id, title, body }];
  };
  const own = (one: Table | undefined, how: TableOptions = { stack: true }) => (one ? table(one, how) : "");
  const seen = update
    ? [update.compared, update.seen, update.whole, update.processes, update.learnt, update.trail]
    : [];
  const atStart = shown.accounts.slice(0, 1);
  return {
    main: [
      ...made("seen", update?.title ?? "", [paragraph(update?.lead ?? []), ...seen.map((one) => own(one))]),
      ...made("actors", word("whoPaysAll"), [
        ...atStart.map((one) => table(one)),
        shown.budgetLine ? own(shown.firstYears, {}) : "",
        paragraph(shown.payback),
        shown.losers ? `<h3>${escapeHtml(word("whoLoses"))}</h3>${table(shown.losers, quiet)}` : "",
      ]),
      ...made("weights", word("weights"), [own(shown.weights)]),
      ...made("budget", word("budget"), [
        paragraph(budget ? [budget.lead] : []),
        own(budget?.planned, {}),
        own(budget?.frames),
        budget?.all ? folded([budget.all]) : "",
      ]),
      ...made(
        "cashable",
        word("partsOfBenefit"),
        shown.partsOfBenefit.map((one) => fitting(one, {})),
      ),
      ...made("inTheWay", word("inTheWay"), [own(shown.failures, quiet)]),
      ...made("losses", word("losses"), [own(shown.losses)]),
      ...made("risks", word("risks"), [paragraph(risks?.lead ?? []), own(risks?.table), own(risks?.mitigation)]),
      ...made("stopRules", word(stopRules?.title ?? "stopRules"), [
        paragraph(stopRules?.lead ?? []),
        ...(stopRules?.tables ?? []).map((one, k) => table(one, { stack: k === 0 })),
        folded(stopRules?.limits ?? []),
      ]),
      ...made("verdicts", word("verdicts"), [own(shown.verdicts, quiet)]),
      ...made("financing", word("financing"), [
        paragraph(financing?.lead ?? []),
        ...(financing?.tables ?? []).map((one) => fitting(one, { stack: one.columns.length > 4 })),
      ]),
      ...made("options", word("options"), [
        paragraph(options?.lead ?? []),
        own(options?.compared),
        own(options?.differences),
        own(options?.goals),
        folded(options ? [...options.frontiers, options.changes] : []),
      ]),
      ...made("ordinary", word("ordinary"), [
        paragraph(ordinary?.lead ?? []),
        ...(ordinary?.tables ?? []).map((one, k) => table(one, { stack: k === 0 })),
      ]),
      ...made("scaleUp", word("scaleBeside"), [
        paragraph(scaleUp?.lead ?? []),
        own(scaleUp?.beside, quiet),
        ...(scaleUp?.further ?? []).map((one) => own(one)),
      ]),
      ...made("people", word("groupByGroup"), [
        own(way, {}),
        own(segments),
        paragraph(harm?.lead ?? []),
        own(harm?.table),
      ]),
      ...made("charts", word("charts"), pictures),
    ],
    annex: [
      ...made(
        "figures",
        word("keyFigures"),
        shown.figures.map((one) => own(one)),
      ),
      ...made("comparators", word("comparators"), [own(shown.comparators, quiet)]),
      ...made(
        "years",
        word("whoWhenAll"),
        shown.accounts.slice(1).map((one) => own(one, {})),
      ),
      ...made(
        "costs",
        word("costsTitle"),
        shown.costs.map((one, k) => own(one, { stack: k > 0 })),
      ),
      ...made("beside", word("beside"), [own(shown.beside, quiet)]),
      ...made("levels", word("levels"), [paragraph(levels?.lead ?? []), own(levels?.table, quiet)]),
      ...made("assumptions", word("assumptions"), assumptions ? assumptionParts(assumptions) : []),
      ...made("reproduces", word("reproduces"), [
        paragraph(shown.reproducesLead ? [shown.reproducesLead] : []),
        own(shown.reproduces, quiet),
      ]),
      ...made("warnings", word("warnings"), [
        shown.warnings.length > 0 ? cautionList(shown, shown.warnings) : `<p>${escapeHtml(word("warningsNone"))}</p>`,
      ]),
      ...made("accepted", word("accepted"), [own(shown.accepted, quiet)]),
      ...made(
        "method",
        word("method"),
        shown.method.map((sentence) => paragraph([sentence])),
      ),
      ...made("manifest", word("manifest"), [manifest(shown, about)]),
    ],
  };
}

/** What the page holds, with links; those into an annex open it. */
export function contents({ word }: View, { main, annex: folds }: Sections): string {
  const links = (list: readonly Section[]) =>
    `<ul>${list.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`).join("")}</ul>`;
  const label = escapeHtml(word("contents"));
  return `<nav class="contents" aria-label="${label}"><h2>${label}</h2>${links(main)}<h3>${escapeHtml(word("annexes"))}</h3>${links(folds)}</nav>`;
}

// The id stands inside: a link to what is folded opens it, without a script.
export const annex = ({ id, title, body }: Section): string =>
  `<details class="annex"><summary><h2>${escapeHtml(title)}</h2></summary><div id="${id}">${body}</div></details>`;

export function cautionList(shown: View, cautions: readonly Caution[]): string {
  const advice = byAdvice(cautions).map(({ found, mend }) => {
    const list = `<ul>${found.map((one) => `<li>${escapeHtml(one)}.</li>`).join("")}</ul>`;
    return `${list}<p class="what">${say(fill(shown.word("whatToDo"), { mend }))}</p>`;
  });
  return advice.join("\n");
}

const fitting = (one: Table, how: TableOptions): string =>
  one.rows.length > mostRows ? folded([one]) : table(one, how);

/** Each folded under its caption. */
const folded = (tables: readonly Table[]): string =>
  tables
    .map(
      (one) =>
        `<details class="further"><summary>${escapeHtml(one.caption)}</summary>${table(one, { stack: one.rows.length <= mostRows })}</details>`,
    )
    .join("\n");

const assumptionParts = (own: NonNullable<View["assumptions"]>): string[] => [
  paragraph([own.lead, own.count]),
  paragraph([own.split], "note"),
  ...own.tables.map((one) => `<h3>${escapeHtml(one.caption)}</h3>${table(one, { quietCaption: true, stack: true })}`),
];

function manifest({ word, manifest: made }: View, { id }: About): string {
  const command = fill(word("verifyCommand"), { file: `${id}.json` });
  return `<p>${escapeHtml(word("manifestLead"))}</p><pre><code>${say(command)}</code></pre><div class="manifest">${table(made, { quietCaption: true, stack: true, bare: true })}</div>`;
}
