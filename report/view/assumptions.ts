import type { AssumptionAbout, Evidence } from "../../engine/result/about.ts";
import type { Context } from "../context.ts";
import { fill, plain, type Sentence, type Table } from "../shown.ts";

const logicRows = ["reach", "resources", "shortTerm", "longTerm", "economy", "other"] as const;
const known: readonly (Evidence | undefined)[] = ["data", "research"];

/** Which assumptions there are, how sure they are, and where they come from; one table per row of the logic model. */
export interface Assumptions {
  readonly lead: Sentence;
  readonly count: Sentence;
  readonly split: Sentence;
  readonly tables: readonly Table[];
}

export function assumptions(context: Context): Assumptions | undefined {
  const { about, word } = context;
  if (about.assumptions.length === 0) return undefined;
  const uncertain = about.assumptions.filter((one) => one.uncertain);
  const counted = uncertain.length > 0 ? uncertain : about.assumptions;
  const number = (name: string, value: number) => context.fact(`about|assumptions|${name}`, value);
  const by = (evidence: Evidence | undefined) => counted.filter((one) => one.evidence === evidence).length;
  const knownCount = counted.filter((one) => known.includes(one.evidence)).length;
  return {
    lead: fill(word("assumptionsLead"), {
      count: number("count", about.assumptions.length),
      uncertain: number("uncertain", uncertain.length),
    }),
    count: fill(word("evidenceCount"), {
      known: number("known", knownCount),
      total: number("counted", counted.length),
      guessed: number("guessed", counted.length - knownCount),
    }),
    split: fill(word("evidenceSplit"), {
      data: number("data", by("data")),
      research: number("research", by("research")),
      expert: number("expert", by("expert")),
      assumption: number("assumption", by("assumption")),
      unstated: number("unstated", by(undefined)),
    }),
    tables: logicRows.flatMap((row) => {
      const own = about.assumptions.filter((one) => (logicRows.includes(one.row) ? one.row : "other") === row);
      return own.length > 0 ? [table(context, word(`r_${row}`), own)] : [];
    }),
  };
}

function table(context: Context, caption: string, own: readonly AssumptionAbout[]): Table {
  const { word, text, about } = context;
  const sourceOf = (id: string | undefined): string => {
    const source = about.sources.find((one) => one.id === id);
    return source ? text(source.title) : (id ?? "–");
  };
  return {
    caption,
    columns: (["where", "written", "source", "evidence"] as const).map((key) => ({ title: word(key) })),
    rows: own.map((one) => {
      const because = [one.assumption, one.note].flatMap((part) => (part ? [text(part)] : [])).join(" ");
      return {
        cells: [
          `${one.uncertain ? "± " : ""}${text(one.title) || one.place}`,
          because ? `${text(one.written)} – ${because}` : text(one.written),
          sourceOf(one.source),
          word(`e_${one.evidence ?? "unstated"}`),
        ],
      };
    }),
  };
}

/** An input's place in words; its path where the scenario says nothing about it. */
export function inputTitle(context: Context, path: string): string {
  const found = context.about.assumptions.find((one) => one.input === path);
  if (found) return context.text(found.title) || found.place;
  const rest = path.slice(path.indexOf("/") + 1);
  const [id, year] = rest.split(".y");
  const title = context.about.risks?.some((risk) => risk.id === id) ? context.about.titles[id] : undefined;
  if (title === undefined) return rest;
  const shown = context.word(year === undefined ? "riskDraw" : "riskDrawOfYear");
  return plain(fill(shown, { risk: context.text(title), year: context.yearRunning(Number(year ?? 0)) }));
}

/** A change that is written below zero is a reduction: nobody reads "higher" as "falls by less". */
export function isReduction({ about }: Context, input: string): boolean {
  const found = about.assumptions.find((one) => one.input === input);
  return (
    found !== undefined &&
    /\.changes\.(?:participants|comparison)/.test(found.place) &&
    /^\D*[−-]/.test(found.written.en)
  );
}
