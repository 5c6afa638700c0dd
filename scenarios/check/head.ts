import { entriesWithGrounds } from "../grounds.ts";
import { formatName } from "../schema/head.ts";
import { checkSource } from "./annotations.ts";
import { type Checking, report } from "./checking.ts";
import { checkProgrammeId } from "./ids.ts";

/** The lines at the top of a file. */
export function checkHead(checking: Checking): void {
  const { content } = checking;
  checkProgrammeId(checking);
  if (content.format !== formatName)
    report(checking, "formatUnknown", "format", { format: content.format, right: formatName });
  if (!/^[A-Z]{3}$/.test(content.currency))
    report(checking, "currencyForm", "currency", { currency: content.currency });
  const { start, years } = content.programme;
  if (start !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(start))
    report(checking, "startForm", "programme.start", { start });
  if (content.period !== "year")
    report(checking, "laterWord", "period", { key: "period", value: content.period, right: "period: year" });
  if (content.horizon !== undefined && content.horizon < years)
    report(checking, "horizonShort", "horizon", { horizon: content.horizon, years });
  if (content.defaults.source !== undefined) checkSource(checking, content.defaults.source, "defaults.source");
  for (const [path, { source }] of entriesWithGrounds(content)) {
    if (source !== undefined) checkSource(checking, source, `${path}.source`);
  }
}
