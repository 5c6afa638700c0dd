import { say } from "../engine/issues.ts";
import type { About, ActorAbout, CriterionAbout, Text } from "../engine/result/about.ts";
import { formatUnit } from "../engine/units/index.ts";
import { assumptionsOf } from "./about/assumptions.ts";
import { discountRatesText } from "./about/discountRates.ts";
import { financingAbout } from "./about/financing.ts";
import { optionsOf } from "./about/options.ts";
import { formTitles, risksOf } from "./about/risks.ts";
import { both, joined, textOf, titleOfId } from "./about/texts.ts";
import type { CheckedScenario } from "./checked.ts";
import { type Shape, shapeOf, taxationActor } from "./compile/shape.ts";
import { grossNames } from "./deductions.ts";
import { isPostponed } from "./effects.ts";
import { equalFundingId } from "./equalFunding.ts";
import { movesMoney, tierId } from "./financing.ts";
import { optimismId } from "./optimism.ts";
import { reproducesOf } from "./reproduces.ts";
import { hasScale, scaleTimeOf } from "./scaleUp.ts";
import type { ActorContent, ScenarioContent } from "./schema/index.ts";
import { reactingRules, reactionOf, stopRulePlace, stopRulesOf, testsOf } from "./stopRules.ts";
import { twinsOf } from "./twins.ts";
import { type BesideView, viewsOfScenario } from "./views.ts";
import { weightedActors } from "./weights.ts";

/** Titles of what a file need not name. */
const ownTitles: Readonly<Record<string, Text>> = {
  organisation: both("The organisation", "Organisationen"),
  publicSector: both("The public sector", "Offentlig sektor"),
  society: both("Society", "Samhället"),
  target: both("The target group", "Målgruppen"),
  taxation: both("Cost of taxation", "Kostnad för skattefinansiering"),
  optimism: both("Allowance for optimism", "Justering för optimism"),
  all: both("All criteria", "Alla kriterier"),
  success: both("Success", "Framgång"),
  base: both("As proposed", "Som föreslaget"),
  nothing: both("Do nothing", "Inte göra något"),
};

/**
 * What a scenario says in words, in both languages, for reports. Made from the checked content alone, and never stored.
 *
 * @param option the option that it shall be about, in place of the file as it stands
 */
export function about(file: CheckedScenario, option?: string): About {
  const checked = file.options?.find((own) => own.option?.id === option) ?? file;
  const { content, quantities } = checked;
  const { language } = content;
  const text = (value: unknown): Text | undefined => textOf(value, language);
  const shape = shapeOf(content);
  // An option may add a cost of its own, with a title.
  const added = (file.options ?? []).map((own) => titlesOf(own.content));
  const titles: Readonly<Record<string, Text>> = Object.assign(
    {},
    ...added,
    titlesOf(content),
    titlesOfViews(checked),
    titlesOfAccountViews(content),
  );
  const decision = content.decision;
  const optional = <K extends string>(key: K, value: Text | undefined) => (value === undefined ? {} : { [key]: value });
  return {
    id: content.id,
    version: String(content.version),
    language,
    title: text(content.title) ?? titleOfId(content.id),
    ...optional("summary", text(content.summary)),
    ...optional("status", text(content.status)),
    ...(decision === undefined
      ? {}
      : {
          decision: {
            ...optional("question", text(decision.question)),
            ...optional("without", text(decision.without)),
            ...optional("body", text(decision.body)),
            ...optional("owner", text(decision.owner)),
          },
        }),
    currency: content.currency,
    priceYear: content.priceYear ?? 0,
    ...(file.content.programme.start === undefined ? {} : { start: file.content.programme.start }),
    programmeYears: shape.programmeYears,
    horizonYears: shape.horizonYears,
    discountRatePerYear: certain(quantities, "discounting") ?? 0,
    ...optional("discountRates", discountRatesText(checked)),
    leading: shape.leading ?? "",
    titles,
    actors: [
      ...actorsOf(content.actors, 0),
      ...(content.taxation === undefined ? [] : [{ id: taxationActor, parts: [], depth: 0 }]),
    ],
    perspectives: Object.fromEntries(shape.perspectives),
    ...(content.budget === undefined || shape.budget === undefined
      ? {}
      : { budget: { ...shape.budget, inflation: inflationOf(checked) } }),
    ...(content.weights === undefined ? {} : { weighted: weightedActors(content) }),
    ...(content.taxation === undefined ? {} : { taxation: { of: content.taxation.of, to: taxationTo(shape) } }),
    outcomes: Object.entries(content.outcomes).map(([id, { better, unit, effect, indicator }]) => ({
      id,
      better,
      unit,
      ...(grossNames(content, id).length > 0 ? { deducted: true as const } : {}),
      ...(isPostponed(effect) ? { postponed: true as const } : {}),
      ...optional("indicator", text(indicator)),
    })),
    ...costsOf(content),
    ...risksOf(checked),
    ...implementationOf(content),
    ...financingAbout(content),
    ...(content.comparators === undefined
      ? {}
      : { comparators: Object.entries(content.comparators).map(([id, { of }]) => ({ id, outcome: of.trim() })) }),
    ...stopRulesAbout(checked),
    criteria: criteriaOf(content),
    success: successOf(content),
    ...successNeeds(content),
    sources: [
      ...Object.entries(content.sources).map(([id, { title }]) => ({ id, title: text(title) ?? titleOfId(id) })),
      ...Object.entries(content.unitCosts?.sources ?? {}).map(([id, { title }]) => ({
        id: `unitCosts.${id}`,
        title: text(title) ?? titleOfId(id),
      })),
    ],
    assumptions: assumptionsOf(checked, titles),
    ...(file.options === undefined ? {} : { options: optionsOf(file, titles) }),
    ...(checked === file ? {} : { option }),
    ...(checked.accepted.length === 0 ? {} : { accepted: acceptedOf(checked) }),
    notCounted: content.notCounted.map((entry) => text(entry) ?? both("", "")),
    reproduces: reproducesOf(content).map(({ unit, ...row }) => ({ ...row, unit: formatUnit(unit) })),
  };
}

/** The certain inflation of each year after the price year, the last one for all years after; empty where it is uncertain. */
function inflationOf({ content, quantities }: CheckedScenario): readonly number[] {
  const stated = content.budget?.inflation;
  const places = Array.isArray(stated) ? stated.map((_, index) => `budget.inflation.${index}`) : ["budget.inflation"];
  const rates = places.map((place) => certain(quantities, place));
  return rates.every((rate) => rate !== undefined) ? rates : [];
}

/** The perspectives that count the cost of taxation. */
const taxationTo = ({ perspectives }: Shape): readonly string[] =>
  [...perspectives].filter(([, leaves]) => leaves.includes(taxationActor)).map(([id]) => id);

function acceptedOf({ accepted, content }: CheckedScenario): About["accepted"] {
  return accepted.map(({ issue, reason }) => ({
    code: issue.code,
    found: both(say(issue, "en").found, say(issue, "sv").found),
    reason: textOf(reason, content.language) ?? both("–", "–"),
  }));
}

/** The number at a place, through names; undefined where it is uncertain or calculated. */
function certain(quantities: CheckedScenario["quantities"], place: string): number | undefined {
  const quantity = quantities.get(place);
  if (quantity?.kind === "reference") return certain(quantities, quantity.to);
  return quantity?.kind === "number" ? quantity.value : undefined;
}

const isMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Titles by id. Where the file has none: of a well-known perspective its own, else the id as words. */
function titlesOf(content: ScenarioContent): Readonly<Record<string, Text>> {
  const titles: Record<string, Text> = {};
  const put = (id: string, title: unknown): void => {
    const form = content.risks?.[id]?.form;
    titles[id] = textOf(title, content.language) ?? ownTitles[id] ?? (form && formTitles[form]) ?? titleOfId(id);
  };
  const actors = (level: Readonly<Record<string, ActorContent>>): void => {
    for (const [id, { title, parts }] of Object.entries(level)) {
      put(id, title);
      actors(parts ?? {});
    }
  };
  actors(content.actors);
  const sections = [
    content.units,
    content.perspectives,
    content.target?.segments ?? {},
    content.outcomes,
    content.consequences,
    content.costs,
  ];
  if (content.options !== undefined) for (const id of ["base", "nothing"]) put(id, undefined);
  const others = [
    content.financing?.contracts ?? {},
    content.risks ?? {},
    content.formulas,
    content.stopRules ?? {},
    content.criteria,
    content.comparators ?? {},
    content.components ?? {},
    content.options ?? {},
  ];
  for (const section of [...sections, ...others]) {
    for (const [id, entry] of Object.entries(section)) {
      put(id, entry.title);
      if ("equalFunding" in entry && entry.equalFunding !== undefined)
        titles[equalFundingId(id)] = joined([titles[id], both("independent schools", "fristående skolor")], ", ");
    }
  }
  for (const [id, { pays }] of Object.entries(content.financing?.contracts ?? {}))
    for (const index of (pays.tiers ?? []).keys())
      titles[tierId(id, index)] = joined([titles[id], both(`tier ${index + 1}`, `nivå ${index + 1}`)], ", ");
  if (content.taxation !== undefined) put(taxationActor, content.taxation.title);
  for (const [id, quantity] of Object.entries(content.quantities)) {
    const title = isMap(quantity) ? quantity.title : undefined;
    if (title !== undefined) put(id, title);
  }
  put("target", content.target?.title);
  if (content.optimism !== undefined) put(optimismId, content.optimism.title);
  put("all", undefined);
  put("success", content.success?.title);
  for (const { of, id, added } of twinsOf(content)) {
    if (added) titles[id] = joined([titles[of], both("less the comparison", "efter avdrag för jämförelsen")], ", ");
  }
  return titles;
}

/** What stands beside the numbers of ordinary operation. */
function implementationOf(content: ScenarioContent): Pick<About, "implementation"> {
  const { implementation, language } = content;
  if (implementation === undefined) return {};
  const { title, note, frame, replaces } = implementation;
  const own = [title, note].map((text) => textOf(text, language)).filter((text) => text !== undefined);
  const replaced = textOf(replaces?.title, language);
  const titles = [
    ...own,
    ...(replaced === undefined ? [] : [joined([both("Replaces", "Ersätter"), replaced], ": ")]),
  ].map((text) => (text.en.endsWith(".") ? text : joined([text, both("", "")], ".")));
  return { implementation: { ...(frame === undefined ? {} : { frame }), titles, ...scaleAbout(content) } };
}

function scaleAbout(content: ScenarioContent): Pick<NonNullable<About["implementation"]>, "scale"> {
  if (!hasScale(content)) return {};
  const { first, full, years, horizon } = scaleTimeOf(content);
  return { scale: { first, full, years: years - (full - first), horizonYears: horizon - full } };
}

/** What each cost is for, as far as the file says; a post is staff. */
function costsOf({ costs }: ScenarioContent): Pick<About, "costs"> {
  const known = Object.entries(costs).flatMap(([id, { category, post }]) => {
    const own = category ?? (post === undefined ? undefined : "staff");
    return own === undefined ? [] : [{ id, category: own }];
  });
  return known.length === 0 ? {} : { costs: known };
}

const viewTitles: Readonly<Record<BesideView, Text>> = {
  adjusted: both("Adjusted for design", "Justerat för upplägg"),
  shrunk: both("Shrunk", "Krympt"),
};

/** What stands before the figures that are counted with other effects than the stated ones. */
const titlesOfViews = (checked: CheckedScenario): Readonly<Record<string, Text>> =>
  Object.fromEntries(viewsOfScenario(checked).map((view) => [view, viewTitles[view]]));

const titleWithStops = (content: Pick<ScenarioContent, "stopRules">): Text =>
  reactingRules(content).length === 0
    ? both("With stop rules", "Med kriterierna för att avbryta")
    : both("With the rules agreed", "Med det som bestämts vid avstämningarna");

/** What stands before the figures that look at the accounts in another way. */
const titlesOfAccountViews = ({
  budget,
  weights,
  financing,
  stopRules,
}: ScenarioContent): Readonly<Record<string, Text>> => ({
  ...(movesMoney({ financing }) ? { financed: both("After financing", "Efter finansiering") } : {}),
  ...(stopRules === undefined ? {} : { withStops: titleWithStops({ stopRules }) }),
  ...(budget === undefined ? {} : { budget: both("Budget, current prices", "Budget, löpande priser") }),
  ...(weights === undefined ? {} : { weighted: both("Weighed by income", "Viktat efter inkomst") }),
});

function actorsOf(level: Readonly<Record<string, ActorContent>>, depth: number): readonly ActorAbout[] {
  return Object.entries(level).flatMap(([id, { parts = {} }]) => [
    { id, parts: Object.keys(parts), depth },
    ...actorsOf(parts, depth + 1),
  ]);
}

/** The file's criteria in their order; an added twin follows the criterion it belongs to. */
function criteriaOf(content: ScenarioContent): readonly CriterionAbout[] {
  const twins = twinsOf(content);
  return Object.entries(content.criteria).flatMap(([id, entry]) => {
    const twin = twins.find(({ of }) => of === id);
    const own: CriterionAbout = {
      id,
      test: testText(entry),
      ...(entry.source === undefined ? {} : { source: entry.source }),
      ...(twin === undefined ? {} : { netTwin: twin.id }),
    };
    return twin?.added ? [own, { id: twin.id, test: twin.test, added: true }] : [own];
  });
}

/** The rules by which it is stopped; none where the file has none. */
function stopRulesAbout({ content, quantities }: CheckedScenario): Pick<About, "stopRules"> {
  const rules = stopRulesOf(content);
  if (rules.length === 0) return {};
  return {
    stopRules: rules.map(([id, rule]) => {
      const { joined, tests } = testsOf(rule);
      const months = 12 * (certain(quantities, `${stopRulePlace(id)}.notice`) ?? Number.NaN);
      const decides = textOf(rule.decides, content.language);
      return {
        id,
        test: tests.map(({ text }) => text).join(joined === "all" ? " and " : " or "),
        how: typeof rule.then === "string" ? rule.then : reactionOf(id, rule)!.how,
        ...(Math.abs(months - Math.round(months)) < 1e-9 ? { noticeMonths: Math.round(months) } : {}),
        ...(decides === undefined ? {} : { decides }),
      };
    }),
  };
}

interface Combination {
  readonly test?: string | undefined;
  readonly all?: readonly string[] | undefined;
  readonly any?: readonly string[] | undefined;
  readonly atLeast?: number | undefined;
  readonly of?: readonly string[] | undefined;
}

function testText({ test, all, any, atLeast, of }: Combination): string {
  if (test !== undefined) return test;
  if (all !== undefined) return all.join(" and ");
  if (any !== undefined) return any.join(" or ");
  return `at least ${atLeast} of: ${(of ?? []).join("; ")}`;
}

/** Ids that `success` asks for; all criteria where the file says nothing. */
function successOf(content: ScenarioContent): readonly string[] {
  const { success, criteria } = content;
  if (success === undefined) return Object.keys(criteria);
  const named = success.test === undefined ? (success.all ?? success.any ?? success.of ?? []) : [success.test];
  return named.filter((id) => Object.hasOwn(criteria, id.trim())).map((id) => id.trim());
}

function successNeeds({ success }: ScenarioContent): { readonly successNeeds?: number } {
  if (success === undefined || success.all !== undefined || success.test !== undefined) return {};
  const needed = success.any === undefined ? Number(success.atLeast) : 1;
  return Number.isFinite(needed) ? { successNeeds: needed } : {};
}
