import type { Issue } from "../../engine/issues.ts";
import { employers, onCosts } from "../onCosts/table.ts";
import type { QuantityInput } from "../schema/parts.ts";
import { type Checking, report } from "./checking.ts";

type Plain = { readonly [key: string]: unknown };

const isMap = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

/** Keys of `charges` that no other quantity has. */
const ownKeys: ReadonlySet<string> = new Set(["PO", "employer"]);

/** The on-cost as a quantity: without the year of its rate and whose it is. */
export function rateOf(charges: QuantityInput): QuantityInput {
  if (!isMap(charges) || charges.PO === undefined) return charges;
  return Object.fromEntries(Object.entries(charges).filter(([key]) => !ownKeys.has(key)));
}

/** The year that an on-cost says its rate is of. */
export const onCostYear = (charges: unknown): number | undefined =>
  isMap(charges) && typeof charges.PO === "number" ? charges.PO : undefined;

/** Is an on-cost that of the table, not the file's own? */
function isOfTable(charges: Plain): boolean {
  const others = Object.keys(charges).filter((key) => !ownKeys.has(key));
  return others.every((key) => ["source", "note", "evidence", "accept", "row", "assumption"].includes(key));
}

/** Is it the rate that the table has for its year? Then the table is its source, named in its note. */
export function isTableRate(charges: unknown): boolean {
  if (!isMap(charges) || charges.source !== undefined) return false;
  const whose = employers.find((one) => one === (charges.employer ?? "municipality"));
  const known = onCosts[String(charges.PO)];
  return whose !== undefined && known !== undefined && charges.value === known.percent[whose];
}

/** Writes the rate of the table where `charges: { PO: 2021 }` names its year: the content then says it itself. */
export function settleOnCosts(checking: Checking): void {
  for (const [path, holder] of postsOf(checking)) {
    const { charges } = holder;
    if (!isMap(charges) || charges.PO === undefined) continue;
    const at = `${path}.charges`;
    const { PO: year, employer = "municipality" } = charges;
    const whose = employers.find((one) => one === employer);
    // Where this is wrong, the rest of it is not worth another word.
    const refuse = (code: Issue["code"], key: string, values: Issue["with"] = {}): void => {
      report(checking, code, `${at}.${key}`, values);
      checking.broken.add(at);
    };
    if (whose === undefined) {
      const choices = employers.join(", ");
      refuse("choiceUnknown", "employer", { key: "employer", value: String(employer), choices });
      continue;
    }
    if (typeof year !== "number" || !Number.isInteger(year) || year < 1900 || year > 2200) {
      refuse("onCostYearForm", "PO");
      continue;
    }
    if (!isOfTable(charges)) continue;
    const known = onCosts[String(year)];
    if (known === undefined) {
      refuse("onCostUnknown", "PO", { year, known: Object.keys(onCosts).join(", ") });
      continue;
    }
    const { title, url } = known.source;
    holder.charges = {
      ...charges,
      value: known.percent[whose],
      ...(charges.evidence === undefined ? { evidence: "data" } : {}),
      ...(charges.note === undefined ? { note: { en: `${title}, ${url}`, sv: `${title}, ${url}` } } : {}),
    };
  }
}

/** Every post of the file, with its path. */
function* postsOf({ content }: Checking): Generator<readonly [string, { charges: QuantityInput }]> {
  for (const [id, { post }] of Object.entries(content.costs)) if (post !== undefined) yield [`costs.${id}.post`, post];
  if (content.implementation?.post !== undefined) yield ["implementation.post", content.implementation.post];
}
