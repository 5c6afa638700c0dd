import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Issue, severityOf } from "../../engine/issues.ts";
import { report } from "../check/checking.ts";
import { canonicalJson } from "../check/normalForm.ts";
import { toPlain } from "../check/plain.ts";
import { reportShape } from "../check/structure.ts";
import { asText } from "../check/texts.ts";
import type { CheckedScenario } from "../checked.ts";
import { contextAlone } from "../compile/alone.ts";
import { parseFigure } from "../figures.ts";
import { figureIdsOf } from "../ids.ts";
import { suggestion } from "../nearest.ts";
import { readText } from "../read.ts";
import { type ObservedContent, observedFile, observedFormat } from "../schema/observed.ts";
import type { Source } from "../source.ts";
import { unitWordsOf } from "../twins.ts";
import { readUntil } from "../when.ts";
import { readCosts } from "./costs.ts";
import type { ObservedOutcome, ProcessSeen } from "./observed.ts";
import { readOutcomes } from "./outcomes.ts";
import { readPeople } from "./people.ts";
import { isKnown, numberAt, type Reading } from "./reading.ts";

/**
 * Checks the text of a follow-up file, YAML or JSON, against the scenario it is about. Every problem is found at once, with its
 * place in the file; nothing is thrown.
 *
 * @param file what messages call the file
 */
export function checkObserved(text: string, file: string, scenario: CheckedScenario): ObservedOutcome {
  const read = readText(text, file);
  return read.ok ? checkSource(read.source, read.issues, scenario) : { ok: false, issues: read.issues };
}

/** The same of a JavaScript value, such as the content that a result holds. Problems then have a path but no line. */
export function checkObservedValue(value: unknown, scenario: CheckedScenario): ObservedOutcome {
  const plain = toPlain(value);
  if (typeof plain.value !== "object" || plain.value === null || Array.isArray(plain.value))
    return { ok: false, issues: plain.issues.length > 0 ? plain.issues : [{ code: "fileNotScenario" }] };
  return checkSource({ file: "", text: "", value: plain.value, extents: new Map() }, plain.issues, scenario);
}

function checkSource(source: Source, before: readonly Issue[], scenario: CheckedScenario): ObservedOutcome {
  const issues: Issue[] = [...before];
  const to = { source, issues };
  const parsed = observedFile.safeParse(source.value);
  if (!parsed.success) {
    reportShape(to, parsed.error.issues, observedFormat);
    return { ok: false, issues };
  }
  const content = parsed.data;
  if (content.format !== observedFormat)
    report(to, "formatUnknown", "format", { format: content.format, right: observedFormat });
  checkScenario(to, content, scenario);
  const months = readThrough(to, content, scenario);
  if (issues.some((issue) => severityOf(issue) === "error")) return { ok: false, issues };
  const words = unitWordsOf(scenario.content);
  const reading: Reading = { ...to, content, scenario, context: contextAlone(scenario), words, months: months! };
  const seen = {
    people: readPeople(reading),
    outcomes: readOutcomes(reading),
    costs: readCosts(reading),
    processMeasures: readProcesses(reading),
    figures: readFigures(reading),
  };
  checkCriteria(reading);
  checkSources(reading);
  if (issues.some((issue) => severityOf(issue) === "error")) return { ok: false, issues };
  const settled = withTexts(content);
  const hash = bytesToHex(sha256(utf8ToBytes(canonicalJson(settled))));
  return { ok: true, observed: { content: settled, hash, months: months!, ...seen, warnings: issues } };
}

/** Is it about this programme, and the scenario as it stands? */
function checkScenario(
  to: Pick<Reading, "source" | "issues">,
  { scenario: of }: ObservedContent,
  { content, hash }: CheckedScenario,
): void {
  if (of.id !== content.id) report(to, "observedOther", "scenario.id", { found: of.id, wanted: content.id });
  else if (of.version !== undefined && of.version !== content.version)
    report(to, "observedVersion", "scenario.version", { found: of.version, now: content.version });
  else if (of.hash !== undefined && of.hash !== hash)
    report(to, "observedHash", "scenario.hash", { found: of.hash.slice(0, 12), now: hash.slice(0, 12) });
}

/** Months of the programme, from `1 year`, `18 months` or the last month. */
function readThrough(
  to: Pick<Reading, "source" | "issues">,
  { through }: ObservedContent,
  { content }: CheckedScenario,
): number | undefined {
  const span = /^(\d{1,4})\s+(month|year)s?$/.exec(through.trim());
  const until = readUntil(through, content.programme.start);
  const months =
    span !== null
      ? Number(span[1]) * (span[2] === "year" ? 12 : 1)
      : until.ok && /^\d{4}-/.test(through.trim())
        ? until.month + 1
        : undefined;
  const horizon = 12 * (content.horizon ?? content.programme.years);
  if (months === undefined) {
    const needsStart = !until.ok && until.problem === "start";
    report(to, needsStart ? "observedStart" : "observedThrough", "through", { written: through });
  } else if (months < 1 || months > horizon)
    report(to, "observedBeyond", "through", { written: through, years: horizon / 12 });
  return months;
}

function readProcesses(to: Reading): readonly ProcessSeen[] {
  return Object.entries(to.content.processMeasures).flatMap(([id, { plan, actual, planInAll }]) => {
    const path = `processMeasures.${id}`;
    if (!/^[a-z][A-Za-z0-9]*$/.test(id)) report(to, "badId", path, { id }, "key");
    const number = (key: string, written: unknown) => numberAt(to, `${path}.${key}`, written, {});
    const [planned, done] = [number("plan", plan), number("actual", actual)];
    const inAll = planInAll === undefined ? undefined : number("planInAll", planInAll);
    if (planned === undefined || done === undefined) return [];
    if (planned <= 0 || done < 0 || (inAll !== undefined && inAll < planned))
      report(to, "observedProcess", path, { name: id }, "key");
    return [{ id, plan: planned, actual: done, ...(inAll === undefined ? {} : { planInAll: inAll }) }];
  });
}

function readFigures(to: Reading): Readonly<Record<string, number>> {
  const ids = figureIdsOf(to.scenario.content);
  return Object.fromEntries(
    Object.entries(to.content.figures).flatMap(([figure, written]) => {
      const parsed = parseFigure(figure, ids);
      if (!parsed.ok) report(to, parsed.issue.code, `figures.${figure}`, parsed.issue.with, "key");
      const value = numberAt(to, `figures.${figure}`, written, parsed.ok ? parsed.unit : {});
      return value === undefined ? [] : [[figure, value]];
    }),
  );
}

function checkCriteria(to: Reading): void {
  const known = [...Object.keys(to.scenario.content.criteria), "success"];
  for (const id of Object.keys(to.content.criteria))
    isKnown(to, "criterionUnknown", `criteria.${id}`, id, known, "key");
}

function checkSources(to: Reading): void {
  const known = Object.keys(to.content.sources);
  for (const [id, entries] of Object.entries(to.content.outcomes))
    for (const [index, { source }] of entries.entries())
      if (source !== undefined && !known.includes(source))
        report(to, "sourceUnknown", `outcomes.${id}.${index}.source`, {
          name: source,
          nearest: suggestion(source, known),
        });
}

/** Texts in the form that a result holds. */
function withTexts(content: ObservedContent): ObservedContent {
  const { $schema: _, ...rest } = content;
  const settled = structuredClone(rest) as { [key: string]: unknown };
  const settle = (holder: { [key: string]: unknown }) => {
    for (const key of ["title", "note"])
      if (holder[key] !== undefined) holder[key] = asText(holder[key], content.language);
  };
  settle(settled);
  for (const section of ["sources", "processMeasures"])
    for (const entry of Object.values(settled[section] as object)) settle(entry);
  for (const entries of Object.values(settled.outcomes as object)) for (const entry of entries) settle(entry);
  return settled as unknown as ObservedContent;
}
