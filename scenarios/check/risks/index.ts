import type { Unit } from "../../../engine/units/index.ts";
import type { CheckedRisk } from "../../checked.ts";
import { type RiskContent, readRiskWhen } from "../../risks.ts";
import { type Checking, report, touched } from "../checking.ts";
import { checkPayers } from "../flows/parties.ts";
import type { Place } from "../places.ts";
import type { Quantities } from "../quantities.ts";
import { checkHit } from "./hits.ts";
import type { HitCheck } from "./target.ts";
import { endsOf } from "./within.ts";

/** Everything about the risks that is not a number, and what each of them strikes. */
export function checkRisks(
  checking: Checking,
  quantities: Quantities,
  places: readonly Place[],
  unitOfOutcome: (id: string) => Unit | undefined,
): readonly CheckedRisk[] {
  const { content } = checking;
  const check = { checking, quantities, places, unitOfOutcome };
  const risks = Object.entries(content.risks ?? {});
  const checked = risks.map(([id, risk]) => checkRisk(check, id, risk));
  const harmed = content.funnel?.harmed !== undefined || content.funnel?.dropouts.harmed !== undefined;
  if (risks.length > 0 && !harmed && !risks.some(([, { harm }]) => harm === "yes") && !touched(checking, "risks"))
    report(checking, "riskHarm", "risks", {}, "key");
  return checked;
}

function checkRisk(check: HitCheck, id: string, risk: RiskContent): CheckedRisk {
  const { checking, quantities } = check;
  const at = `risks.${id}`;
  const when = checkWhen(checking, at, risk);
  if (quantities.dimensionsAt(`${at}.likelihood`).years && when !== "each")
    report(checking, "riskLikelihoodYears", `${at}.likelihood`);
  if (risk.cost !== undefined) checkPayers(checking, `${at}.cost.paidBy`, risk.cost.paidBy, quantities);
  checkMitigation(check, at, risk);
  const byYear = when !== undefined && when !== "programme";
  const hits = Object.entries(risk.hits).flatMap(([path, hit]) => checkHit(check, path, hit, { at, byYear }) ?? []);
  const isIdle = Object.keys(risk.hits).length === 0 && risk.cost === undefined;
  if (isIdle && !touched(checking, at)) report(checking, "riskIdle", at, { name: id }, "key");
  return { id, hits };
}

function checkWhen({ content, ...to }: Checking, at: string, { when = "programme" }: RiskContent) {
  const { years } = content.programme;
  const read = readRiskWhen(when, years, content.horizon ?? years);
  if (!("problem" in read)) return read.kind;
  if (read.problem === "form") report(to, "riskWhen", `${at}.when`, { when });
  else report(to, "whenOutside", `${at}.when`, { when, last: read.last });
  return undefined;
}

function checkMitigation({ checking, quantities }: HitCheck, at: string, { mitigated }: RiskContent): void {
  if (mitigated === undefined) return;
  const { cost, paidBy } = mitigated;
  if (paidBy !== undefined) checkPayers(checking, `${at}.mitigated.paidBy`, paidBy, quantities);
  else if (cost !== undefined && !touched(checking, `${at}.mitigated`))
    report(checking, "riskPayer", `${at}.mitigated`, {}, "key");
  const [before, after] = [`${at}.likelihood`, `${at}.mitigated.likelihood`].map((place) =>
    endsOf(quantities.at(place), quantities),
  );
  if (before !== undefined && after !== undefined && after[0] > before[1])
    report(checking, "riskMitigatedMore", `${at}.mitigated.likelihood`, {
      written: inPercent(after[0]),
      before: inPercent(before[1]),
    });
}

const inPercent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;
