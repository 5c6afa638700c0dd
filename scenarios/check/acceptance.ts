import { type FindingCode, findings } from "../../engine/findings/index.ts";
import { severityOf } from "../../engine/issues.ts";
import type { Accepted } from "../checked.ts";
import { suggestion } from "../nearest.ts";
import { isTextObject } from "../schema/parts.ts";
import { type AcceptanceList, type Checking, report } from "./checking.ts";
import { shown } from "./shown.ts";

interface Rule {
  readonly code: FindingCode;
  /** Content path at or below which it holds; empty for the whole file. */
  readonly under: string;
  readonly reason: unknown;
  /** Where it is written. */
  readonly path: string;
}

/**
 * Warnings that a scenario accepts, each with a reason: at its head by code (for the whole file, or for one place), or at the
 * quantity. An accepted warning is not said any more; it stands in the report with its reason.
 */
export class Acceptance implements AcceptanceList {
  private readonly checking: Omit<Checking, "prices" | "acceptance">;
  private readonly rules: Rule[] = [];

  constructor(checking: Omit<Checking, "prices" | "acceptance">) {
    this.checking = checking;
    for (const [code, reason] of Object.entries(checking.content.accept ?? {})) {
      const path = `accept.${code}`;
      if (typeof reason !== "object" || isTextObject(reason)) this.add(code, reason, path, "");
      else
        for (const [place, own] of Object.entries(reason))
          this.add(code, own, `${path}.${place}`, this.contentPath(place));
    }
  }

  addAt(written: unknown, under: string): void {
    const path = `${under}.accept`;
    if (typeof written !== "object" || written === null || Array.isArray(written)) {
      report(this.checking, "mapExpected", path, { key: "accept" });
      return;
    }
    for (const [code, reason] of Object.entries(written)) this.add(code, reason, `${path}.${code}`, under);
  }

  /** Takes the accepted warnings out of those found; an acceptance that fits none is told itself. */
  settle(): Accepted[] {
    const { issues } = this.checking;
    const fits = new Set<Rule>();
    const accepted: Accepted[] = [];
    const kept = issues.filter((issue) => {
      const rule = this.rules.find(({ code, under }) => code === issue.code && isWithin(issue.path ?? "", under));
      if (rule === undefined || severityOf(issue) === "error") return true;
      fits.add(rule);
      const { at: _, ...found } = issue;
      accepted.push({ issue: found, reason: rule.reason });
      return false;
    });
    issues.splice(0, issues.length, ...kept);
    for (const rule of this.rules)
      if (!fits.has(rule)) report(this.checking, "acceptUnused", rule.path, { name: rule.code }, "key");
    return accepted.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  }

  private add(code: string, reason: unknown, path: string, under: string): void {
    if (!Object.hasOwn(findings, code)) {
      const known = Object.keys(findings).filter((own) => findings[own as FindingCode].severity === "warning");
      report(this.checking, "acceptUnknown", path, { name: code, nearest: suggestion(code, known) }, "key");
    } else if (findings[code as FindingCode].severity === "error")
      report(this.checking, "acceptError", path, { name: code }, "key");
    else if (!isReason(reason)) report(this.checking, "acceptForm", path, { name: shown(code) }, "key");
    else this.rules.push({ code: code as FindingCode, under, reason, path });
  }

  private contentPath(place: string): string {
    const named = Object.hasOwn(this.checking.content.quantities, place.split(".")[0]);
    return named ? `quantities.${place}` : place;
  }
}

const isReason = (value: unknown): boolean =>
  (typeof value === "string" && value.trim() !== "") || typeof value === "number" || isTextObject(value);

const isWithin = (path: string, under: string): boolean =>
  under === "" || path === under || path.startsWith(`${under}.`);

const orderOf = ({ issue }: Accepted): string =>
  `${issue.code} ${issue.path ?? ""} ${JSON.stringify(issue.with ?? {})}`;
