import { severityOf } from "../../engine/issues.ts";
import { equalUnits, isPlain, type Unit } from "../../engine/units/index.ts";
import type { Quantity } from "../checked.ts";
import { suggestion } from "../nearest.ts";
import { parseTest } from "../test.ts";
import { checkSource } from "./annotations.ts";
import { type Checking, report, reportInText, touched } from "./checking.ts";
import type { FigureReader } from "./figures.ts";
import { isZero, type Quantities } from "./quantities.ts";
import { shown } from "./shown.ts";
import { unitName } from "./unitName.ts";

interface Joint {
  readonly test?: string | undefined;
  readonly all?: readonly string[] | undefined;
  readonly any?: readonly string[] | undefined;
  readonly atLeast?: number | undefined;
  readonly of?: readonly string[] | undefined;
}

/** Criteria, `success` and `reproduces`: the figures exist, and are compared with what is in their unit. */
export function checkCriteria(checking: Checking, quantities: Quantities, figures: FigureReader): void {
  const { content } = checking;
  const ids = Object.keys(content.criteria);
  const check = { checking, quantities, figures, ids };
  for (const [id, criterion] of Object.entries(content.criteria)) {
    checkJoint(check, criterion, `criteria.${id}`);
    if (criterion.source !== undefined) checkSource(checking, criterion.source, `criteria.${id}.source`);
  }
  if (content.success !== undefined) checkJoint(check, content.success, "success");
  checkCircles(checking);
  for (const [index, row] of content.reproduces.entries()) {
    const at = `reproduces.${index}`;
    if (row.source !== undefined) checkSource(checking, row.source, `${at}.source`);
    const figure = figures.asked(row.figure.trim());
    if (figure.problem !== undefined) {
      if (!namesBroken(checking, row.figure))
        report(checking, figure.problem.code, `${at}.figure`, figure.problem.with);
      continue;
    }
    for (const key of ["value", "within"] as const) {
      const quantity = quantities.at(`${at}.${key}`);
      if (quantity === undefined) continue;
      if (quantity.kind !== "number") report(checking, "numberHere", `${at}.${key}`, { key, written: shown(row[key]) });
      else if (!fits(figure.unit, quantity, quantities)) {
        report(checking, "testUnits", `${at}.${key}`, {
          figure: row.figure,
          found: unitName(figure.unit),
          second: unitName(quantity.unit),
        });
      }
    }
  }
}

interface Check {
  readonly checking: Checking;
  readonly quantities: Quantities;
  readonly figures: FigureReader;
  readonly ids: readonly string[];
}

function checkJoint(check: Check, joint: Joint, at: string): void {
  const { checking } = check;
  const given = (["test", "all", "any", "atLeast"] as const).filter((way) => joint[way] !== undefined);
  if (given.length !== 1 || (joint.of === undefined) !== (joint.atLeast === undefined)) {
    if (!touched(checking, at)) report(checking, "criterionWays", at, {}, "key");
    return;
  }
  if (joint.test !== undefined) {
    checkTest(check, joint.test, `${at}.test`);
    return;
  }
  const key = joint.all !== undefined ? "all" : joint.any !== undefined ? "any" : "of";
  const items = joint[key]!;
  if (items.length === 0) report(checking, "criteriaNone", `${at}.${key}`, {}, "key");
  for (const [index, item] of items.entries()) {
    const path = `${at}.${key}.${index}`;
    if (/^[A-Za-z][A-Za-z0-9]*$/.test(item.trim())) {
      if (!check.ids.includes(item.trim()) && !checking.broken.has(item.trim())) {
        report(checking, "criterionUnknown", path, { name: item.trim(), nearest: suggestion(item.trim(), check.ids) });
      }
    } else checkTest(check, item, path);
  }
  const least = joint.atLeast;
  if (least !== undefined && (!Number.isInteger(least) || least < 1 || least > items.length)) {
    report(checking, "criterionAtLeast", `${at}.atLeast`, { count: least, items: items.length });
  }
}

export function checkTest({ checking, quantities, figures }: Check, text: string, path: string): void {
  const parsed = parseTest(text, checking.words);
  if (!parsed.ok) {
    reportInText(checking, parsed.problem, path, parsed.span);
    return;
  }
  const { test } = parsed;
  const figure = figures.read(test.figure);
  if (figure.problem !== undefined && !namesBroken(checking, test.figure))
    reportInText(checking, figure.problem, path, test.figureSpan);
  const right = quantities.fromExpression(test.right, path);
  if (right === undefined) return;
  quantities.read.set(path, right);
  const span = test.right.span;
  const { years, segments } = quantities.dimensions(right);
  if (years || segments)
    reportInText(checking, { code: "testValue", with: { axis: years ? "year" : "segment" } }, path, span);
  if (figure.problem !== undefined) return;
  if (fits(figure.unit, right, quantities)) quantities.read.set(path, { ...right, unit: figure.unit });
  else if (quantities.isBare(right) && !isPlain(figure.unit)) {
    const written = text.slice(span.from, span.to);
    reportInText(
      checking,
      {
        code: "unitAbsent",
        with: { written, wanted: unitName(figure.unit), example: `${written} ${unitName(figure.unit)}` },
      },
      path,
      span,
    );
  } else {
    reportInText(
      checking,
      { code: "testUnits", with: { figure: test.figure, found: unitName(figure.unit), second: unitName(right.unit) } },
      path,
      span,
    );
  }
}

/** Does a figure name something that was left out for an error of its own? Then that error is all there is to say. */
const namesBroken = (checking: Checking, figure: string): boolean =>
  figure.split(".").some((part) => checking.broken.has(part)) &&
  checking.issues.some((issue) => severityOf(issue) === "error");

/** A figure may be compared with what has its unit, and with a bare 0. */
const fits = (unit: Unit, quantity: Quantity, quantities: Quantities): boolean =>
  equalUnits(unit, quantity.unit) || (quantities.isBare(quantity) && isZero(quantity));

/** Criteria that name each other in a circle. */
function checkCircles(checking: Checking): void {
  const { criteria } = checking.content;
  const done = new Set<string>();
  const walk = (id: string, trail: readonly string[]): void => {
    const again = trail.indexOf(id);
    if (again >= 0) {
      report(checking, "circle", `criteria.${id}`, { circle: [...trail.slice(again), id].join(" → ") }, "key");
      done.add(id);
      return;
    }
    const criterion = criteria[id];
    if (done.has(id) || criterion === undefined) return;
    for (const item of [...(criterion.all ?? []), ...(criterion.any ?? []), ...(criterion.of ?? [])])
      walk(item.trim(), [...trail, id]);
    done.add(id);
  };
  for (const id of Object.keys(criteria)) walk(id, []);
}
