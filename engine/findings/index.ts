import { figureFindings } from "./figures.ts";
import type { Finding } from "./finding.ts";
import { runFindings } from "./run.ts";
import { scenarioFindings } from "./scenario.ts";

/** The one table of findings: everything the checker or a run may say, in both languages. */
const table = { ...scenarioFindings, ...runFindings, ...figureFindings };

export type FindingCode = keyof typeof table;
export const findings: Readonly<Record<FindingCode, Finding>> = table;
