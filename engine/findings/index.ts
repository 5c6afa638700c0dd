import { accountFindings } from "./accounts.ts";
import { commandFindings } from "./command.ts";
import { consequenceFindings } from "./consequences.ts";
import { costFindings } from "./costs.ts";
import { effectFindings } from "./effects.ts";
import { evidenceFindings } from "./evidence.ts";
import { figureFindings } from "./figures.ts";
import { fileFindings } from "./file.ts";
import type { Finding } from "./finding.ts";
import { formulaFindings } from "./formula.ts";
import { inputFindings } from "./inputs.ts";
import { numberFindings } from "./numbers.ts";
import { optionFindings } from "./options.ts";
import { peopleFindings } from "./people.ts";
import { priceFindings } from "./prices.ts";
import { reportFindings } from "./report.ts";
import { riskFindings } from "./risks.ts";
import { runFindings } from "./run.ts";
import { scenarioFindings } from "./scenario.ts";

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
  ...accountFindings,
  ...peopleFindings,
  ...optionFindings,
  ...priceFindings,
  ...inputFindings,
  ...riskFindings,
  ...runFindings,
  ...figureFindings,
  ...reportFindings,
  ...commandFindings,
};

export type FindingCode = keyof typeof table;
export const findings: Readonly<Record<FindingCode, Finding>> = table;
