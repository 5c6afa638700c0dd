import type { Issue } from "../../engine/issues.ts";
import type { CheckedScenario, OptionOf } from "../checked.ts";
import { suggestion } from "../nearest.ts";
import type { Source } from "../source.ts";
import { type Checking, report, touched } from "./checking.ts";
import { type Change, patched } from "./patch.ts";

/** What a check of one document gives: its problems, and the scenario where none of them is an error. */
export interface Alone {
  readonly checking: Checking;
  readonly scenario?: CheckedScenario;
}

/** What nothing uses in one option may be used in another: told only where no option uses it. */
const unused: ReadonlySet<Issue["code"]> = new Set([
  "quantityUnused",
  "sourceUnused",
  "acceptUnused",
  "componentUnused",
]);

/**
 * Checks every option as a scenario of its own: the document with what the option sets. Problems that the file has without it are
 * told once.
 *
 * @param check holds a document against everything
 */
export function checkOptions(
  base: Alone,
  check: (source: Source) => Alone,
): { readonly issues: readonly Issue[]; readonly options: readonly CheckedScenario[] } {
  const { checking } = base;
  const { content } = checking;
  const own: Issue[] = [];
  const options: CheckedScenario[] = [];
  const checked: (readonly Issue[])[] = [];
  for (const [id, { set = {}, without = [] }] of Object.entries(content.options ?? {})) {
    const to = { ...checking, issues: own };
    if (Object.keys(set).length === 0 && without.length === 0 && !touched(to, `options.${id}`))
      report(to, "optionEmpty", `options.${id}`, { name: id }, "key");
    checkWithout(to, id, without);
    const { source, changes } = patched(to, id, set);
    const alone = check(source);
    const issues = alone.checking.issues.map((issue) => placed(issue, id, changes));
    checked.push(issues);
    const yearsLater = checkTime({ ...alone.checking, issues: own }, base, id);
    checkWholeEffects({ ...alone.checking, issues: own }, checking, id, without);
    const option: OptionOf = { id, paths: changes.map(({ keys }) => keys.join(".")), without, yearsLater };
    if (alone.scenario !== undefined) options.push({ ...alone.scenario, option });
  }
  const isUsed = (issue: Issue) =>
    unused.has(issue.code) && checked.some((issues) => !issues.some((other) => keyOf(other) === keyOf(issue)));
  const known = new Set(checking.issues.map(keyOf));
  const issues = [...checking.issues.filter((issue) => !isUsed(issue)), ...own];
  for (const issue of checked.flat()) {
    if (known.has(keyOf(issue)) || unused.has(issue.code)) continue;
    known.add(keyOf(issue));
    issues.push(issue);
  }
  return { issues, options };
}

/** Two findings with the same key say the same of the same place. */
const keyOf = ({ code, path, at, with: values }: Issue): string =>
  JSON.stringify([code, at === undefined ? path : [at.file, at.line, at.column], values]);

/** A problem of an option, at the path where the option sets it. */
function placed(issue: Issue, id: string, changes: readonly Change[]): Issue {
  const { path = "" } = issue;
  for (const { named, keys } of changes) {
    const own = keys.join(".");
    if (path === own || path.startsWith(`${own}.`))
      return { ...issue, path: `options.${id}.set.${named}${path.slice(own.length)}`, option: id };
  }
  return { ...issue, option: id };
}

function checkWithout(
  to: Pick<Checking, "source" | "issues" | "content" | "broken">,
  id: string,
  without: readonly string[],
) {
  const known = Object.keys(to.content.components ?? {});
  for (const [index, name] of without.entries())
    if (!known.includes(name) && !to.broken.has(name))
      report(to, "componentUnknown", `options.${id}.without.${index}`, { name, nearest: suggestion(name, known) });
}

/** An effect that does not say what comes from a component keeps all of it. */
function checkWholeEffects(option: Checking, base: Checking, id: string, without: readonly string[]): void {
  for (const [index, component] of without.entries())
    for (const [outcome, { effect }] of Object.entries(option.content.outcomes))
      if (effect.byComponent === undefined && Object.hasOwn(base.content.components ?? {}, component))
        report(option, "componentEffectWhole", `options.${id}.without.${index}`, { component, outcome });
}

const month = /^(\d{4})-(\d{2})$/;

/** By how many years an option's programme begins after the file's. */
function checkTime(option: Checking, base: Alone, id: string): number {
  const { programme } = option.content;
  const file = base.checking.content;
  const horizon = file.horizon ?? file.programme.years;
  const [first, own] = [file.programme.start, programme.start].map((start) => month.exec(start ?? ""));
  const moved = programme.start !== file.programme.start;
  const yearsLater = first && own ? Number(own[1]) - Number(first[1]) : 0;
  const at = `options.${id}`;
  if (moved && own && (!first || first[2] !== own[2] || yearsLater < 0)) {
    report(option, "optionStart", "programme.start", {
      start: programme.start ?? "–",
      base: file.programme.start ?? "–",
    });
    return 0;
  }
  if (yearsLater > 0 && yearsLater + programme.years > horizon) report(option, "optionHorizon", at, { horizon }, "key");
  return yearsLater;
}
