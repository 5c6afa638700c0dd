import { type Issue, say, severityOf } from "../../engine/issues.ts";
import type { Text } from "../../engine/result/about.ts";
import type { Context } from "../context.ts";
import { certainPercent, frequency } from "../format.ts";
import { contractCautions } from "./contractCautions.ts";
import { goalTitle } from "./criteria.ts";
import type { Reproduced } from "./reproduces.ts";

export interface Caution {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly found: string;
  readonly mend: string;
  /** The place or figure it is about, in words where it is a figure. */
  readonly place: string;
}

/** What the report itself finds: two figures that are each true and together mislead. */
export function readersCautions(context: Context, reproduced: readonly Reproduced[]): Issue[] {
  const { about, result, language } = context;
  const issues: Issue[] = [];
  const netId = context.leadingId("net");
  const net = context.numberOutput(netId);
  const median = net?.percentiles["50"];
  if (
    net &&
    median &&
    net.mean.value * median.value < 0 &&
    !context.coversZero(net.mean) &&
    !context.coversZero(median)
  ) {
    const figure = context.label(netId);
    const values = {
      figure,
      mean: context.money(net.mean.value, net.mean.se),
      median: context.money(median.value, median.se),
    };
    issues.push({ code: net.mean.value > 0 ? "meanHidesLoss" : "meanHidesGain", path: netId, with: values });
  }
  issues.push(...contractCautions(context));
  if (fillsNoStep(context)) issues.push({ code: "stepsNotFilled", path: context.leadingId("pvCashable") });
  for (const criterion of about.criteria) {
    const gross = result.criteria[criterion.id]?.probability;
    const after = criterion.netTwin ? result.criteria[criterion.netTwin]?.probability : undefined;
    if (criterion.added || !gross || !after || !isMetOnlyGross(gross.value, after.value)) continue;
    const values = {
      criterion: goalTitle(context, criterion.id),
      gross: frequency(gross.value, gross.se, language).text,
      net: frequency(after.value, after.se, language).text,
    };
    issues.push({ code: "metOnlyGross", path: criterion.id, with: values });
  }
  for (const one of reproduced)
    if (one.agrees === false)
      issues.push({
        code: "sourceNotReproduced",
        path: one.figure,
        with: { figure: one.title, source: one.source.text, ours: one.ours?.text ?? "–" },
      });
  const untranslated = textsOf(context).filter((text) => text.missing?.includes(language)).length;
  if (untranslated > 0) issues.push({ code: "textsNotTranslated", with: { count: untranslated } });
  if (result.manifest.ended === "interrupted")
    issues.push({ code: "endedEarly", with: { draws: context.fact("", result.manifest.draws).text } });
  return issues;
}

/** A goal that two numbers on either side of a half tell about: not one that the deduction hardly touches. */
const isMetOnlyGross = (gross: number, after: number): boolean => gross >= 0.5 && after < 0.5 && gross - after >= 0.1;

/** Steps are formed of expected cases unless chance is on: half a case a year never fills one, though some years hold a whole one. */
function fillsNoStep(context: Context): boolean {
  const { about, result } = context;
  const [benefit, cashable] = ["pvBenefit", "pvCashable"].map(
    (id) => context.numberOutput(context.leadingId(id))?.mean,
  );
  const hasSteps = about.assumptions.some(({ place }) => place.endsWith(".cashable.inStepsOf"));
  if (result.manifest.chance === "on" || !hasSteps || !benefit || !cashable) return false;
  return benefit.value > 0 && cashable.value <= 0;
}

function textsOf({ about }: Context): Text[] {
  const { title, summary, status, decision } = about;
  const optional = [summary, status, decision?.question, decision?.without, decision?.body, decision?.owner].filter(
    (text): text is Text => text !== undefined,
  );
  return [
    title,
    ...optional,
    ...Object.values(about.titles),
    ...about.notCounted,
    ...about.sources.map((source) => source.title),
  ];
}

export function inWords(context: Context, issue: Issue): Caution {
  const figure = issue.path !== undefined && Object.hasOwn(context.result.outputs, issue.path);
  const place =
    issue.path === undefined
      ? ""
      : figure
        ? context.label(issue.path)
        : context.about.titles[issue.path]
          ? context.title(issue.path)
          : issue.path;
  // Numbers of the engine's own findings are plain; readers get them in their language. A figure's path is said in words.
  const inWordsBy = (titled: boolean) => {
    const values = Object.fromEntries(
      Object.entries(issue.with ?? {}).map(([name, value]) => [name, wordOf(context, name, value, titled)]),
    );
    return place && !Object.hasOwn(values, "path") ? { ...values, path: place } : values;
  };
  return {
    code: issue.code,
    severity: severityOf(issue),
    // What was found is said of things by their titles; what to write is written with the names that the file has.
    found: say({ ...issue, with: inWordsBy(true) }, context.language).found,
    mend: say({ ...issue, with: inWordsBy(false) }, context.language).mend,
    place,
  };
}

/** Placeholders of findings that hold one or several ids. */
const namesThings: ReadonlySet<string> = new Set(["name", "costs"]);

function wordOf(context: Context, name: string, value: string | number, titled: boolean): string {
  // A year is a name, not a number: 2021, never 2 021.
  if (typeof value === "number") return /year$/i.test(name) ? String(value) : context.fact("", value).text;
  const percent = /^(\d+(?:\.\d+)?) %$/.exec(value);
  if (percent !== null) return certainPercent(Number(percent[1]) / 100, context.language);
  if (titled && namesThings.has(name)) {
    const ids = value.split(", ");
    if (ids.every((id) => context.about.titles[id])) return ids.map(context.title).join(", ");
  }
  return Object.hasOwn(context.result.outputs, value) ? context.label(value) : value;
}

/** Several findings with the same advice: it is given once. */
export interface Advice {
  readonly found: readonly string[];
  readonly mend: string;
}

export function byAdvice(cautions: readonly Caution[]): Advice[] {
  const mends = [...new Set(cautions.map(({ mend }) => mend))];
  return mends.map((mend) => ({ mend, found: cautions.filter((one) => one.mend === mend).map(({ found }) => found) }));
}
