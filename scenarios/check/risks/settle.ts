import { groupsOfPeople } from "../../groups.ts";
import { likelihoodWord, likelihoodWords } from "../../risks.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { reactingRules } from "../../stopRules.ts";
import { type Checking, report, touched } from "../checking.ts";

type Risks = NonNullable<ScenarioContent["risks"]>;
type Draft = { -readonly [K in keyof Risks[string]]: Risks[string][K] };
type Hits = Draft["hits"];
type Settling = Pick<Checking, "source" | "content" | "issues" | "broken">;

/**
 * Writes out what is said shortly of risks: what low, medium and high mean where a risk says so, and what a form strikes. What the
 * file itself says of a path stays. The checked content is then the same again.
 */
export function settleRisks(checking: Settling): void {
  const content = checking.content as { risks?: Record<string, Draft>; likelihoodWords?: unknown };
  const risks = Object.entries(content.risks ?? {});
  const isWord = ([, { likelihood, mitigated }]: (typeof risks)[number]) =>
    [likelihood, mitigated?.likelihood].some((stated) => likelihoodWord(stated) !== undefined);
  if (risks.some(isWord)) content.likelihoodWords = { ...likelihoodWords, ...(content.likelihoodWords ?? {}) };
  for (const [id, risk] of risks) {
    const at = `risks.${id}`;
    if (risk.form !== "turnover" && risk.effectKept !== undefined)
      report(checking, "riskEffectKept", `${at}.effectKept`, {}, "key");
    if (risk.form === "turnover") turnover(checking, at, risk);
    if (risk.form === "policyCancelled") policyCancelled(checking, at, risk);
  }
}

/** Key people leave: less of every effect, by one and the same number. */
function turnover(checking: Settling, at: string, risk: Draft): void {
  if (risk.effectKept === undefined) {
    if (!touched(checking, at)) report(checking, "riskFormNeeds", at, { form: "turnover", key: "effectKept" }, "key");
    return;
  }
  const struck = Object.keys(checking.content.outcomes).map((id) => [
    `outcomes.${id}.effect`,
    { times: `${at}.effectKept` },
  ]);
  risk.hits = { ...(Object.fromEntries(struck) as Hits), ...risk.hits };
}

/** The programme ends: nobody new, no more effect of those who would have come, and no cost, from that year on. */
function policyCancelled({ content, ...to }: Settling, at: string, risk: Draft): void {
  const { years } = content.programme;
  if (risk.when === undefined) {
    if (years === 1) {
      report({ ...to }, "riskFormYears", at, {}, "key");
      return;
    }
    risk.when = `from some year 1-${years - 1}`;
  }
  const isFunnel = content.funnel !== undefined;
  const ofPeople = Object.entries(content.consequences).filter(([, { of }]) =>
    isFunnel ? of === "everyone" : groupsOfPeople.includes(of),
  );
  const ceased = [
    ...(isFunnel ? ["funnel.accepted"] : []),
    ...Object.keys(content.outcomes).map((id) => `outcomes.${id}.effect`),
    ...ofPeople.map(([id]) => `consequences.${id}`),
    ...Object.keys(content.costs).map((id) => `costs.${id}`),
  ];
  risk.hits = { ...(Object.fromEntries(ceased.map((path) => [path, { times: "0 %" }])) as Hits), ...risk.hits };
}

/** Places of numbers that a risk or a rule strikes in some years only, as far as the file says so plainly. */
export function struckByYear(content: ScenarioContent): ReadonlySet<string> {
  const isByYear = ({ when = "programme" }: Draft) => when.trim() !== "programme";
  return new Set([
    ...Object.values(content.risks ?? {}).flatMap((risk) => (isByYear(risk) ? Object.keys(risk.hits) : [])),
    ...reactingRules(content).flatMap(([, { hits }]) => Object.keys(hits)),
  ]);
}
