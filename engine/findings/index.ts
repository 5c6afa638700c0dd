import { accountFindings } from "./accounts.ts";
import { commandFindings } from "./command.ts";
import { consequenceFindings } from "./consequences.ts";
import { costFindings } from "./costs.ts";
import { effectFindings } from "./effects.ts";
import { evidenceFindings } from "./evidence.ts";
import { figureFindings } from "./figures.ts";
import { fileFindings } from "./file.ts";
import { financingFindings } from "./financing.ts";
import type { Finding } from "./finding.ts";
import { followUpFindings } from "./followUp.ts";
import { formulaFindings } from "./formula.ts";
import { inputFindings } from "./inputs.ts";
import { numberFindings } from "./numbers.ts";
import { observedFindings } from "./observed.ts";
import { optionFindings } from "./options.ts";
import { peopleFindings } from "./people.ts";
import { priceFindings } from "./prices.ts";
import { reportFindings } from "./report.ts";
import { riskFindings } from "./risks.ts";
import { runFindings } from "./run.ts";
import { scaleUpFindings } from "./scaleUp.ts";
import { scenarioFindings } from "./scenario.ts";
import { sensitivityFindings } from "./sensitivity.ts";
import { stopRuleFindings } from "./stopRules.ts";

/** The one table of findings: everything the checker or a run may say, in both languages. */
const table = {
  ...fileFindings,
  ...numberFindings,
  ...evidenceFindings,
  ...formulaFindings,
  ...scenarioFindings,
  ...consequenceFindings,
  ...effectFindings,
  ...costFindings,
  ...scaleUpFindings,
  ...accountFindings,
  ...financingFindings,
  ...peopleFindings,
  ...optionFindings,
  ...observedFindings,
  ...priceFindings,
  ...inputFindings,
  ...riskFindings,
  ...runFindings,
  ...figureFindings,
  ...followUpFindings,
  ...stopRuleFindings,
  ...sensitivityFindings,
  ...reportFindings,
  ...commandFindings,
};

export type FindingCode = keyof typeof table;
export const findings: Readonly<Record<FindingCode, Finding>> = table;
