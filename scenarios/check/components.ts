import { sharesByComponent } from "../components.ts";
import { suggestion } from "../nearest.ts";
import { type Checking, report, touched } from "./checking.ts";
import { supportOf } from "./distribution.ts";
import type { Quantities } from "./quantities.ts";
import { numberText } from "./ranges.ts";

/** Shares that are written as numbers may miss 100 % by this. */
const rounding = 1e-9;

/** Components that costs and effects are made of: each is known, and their shares make up the whole. */
export function checkComponents(checking: Checking, quantities: Quantities): void {
  const { content } = checking;
  const used = new Set<string>();
  const check = (at: string, component: string | { readonly [id: string]: unknown } | undefined): void => {
    if (component === undefined || touched(checking, at)) return;
    for (const id of checkShares(checking, quantities, at, component)) used.add(id);
  };
  for (const [id, { component }] of Object.entries(content.costs)) check(`costs.${id}.component`, component);
  for (const [id, { effect }] of Object.entries(content.outcomes))
    check(`outcomes.${id}.effect.byComponent`, effect.byComponent);
  for (const id of Object.keys(content.components ?? {}))
    if (!used.has(id) && !touched(checking, `components.${id}`))
      report(checking, "componentUnused", `components.${id}`, { name: id }, "key");
}

/** @returns the components that it is made of */
function checkShares(
  checking: Checking,
  quantities: Quantities,
  at: string,
  component: string | { readonly [id: string]: unknown },
): readonly string[] {
  const known = Object.keys(checking.content.components ?? {});
  const shares = sharesByComponent(component);
  const whole = typeof component === "string";
  for (const { component: id } of shares) {
    if (known.includes(id) || checking.broken.has(id)) continue;
    const path = whole ? at : `${at}.${id}`;
    report(checking, "componentUnknown", path, { name: id, nearest: suggestion(id, known) }, whole ? "value" : "key");
  }
  const rest = shares.filter(({ isRest }) => isRest).length;
  const stated = shares.flatMap(({ component: id, isRest }) => {
    const quantity = isRest ? undefined : quantities.at(`${at}.${id}`);
    return quantity === undefined ? [] : [quantity];
  });
  if (stated.length + rest < shares.length) return shares.map(({ component: id }) => id);
  if (shares.length === 0) report(checking, "componentForm", at, { key: "component" }, "key");
  else if (rest > 1) report(checking, "componentRest", at, {}, "key");
  else {
    const certain = stated.every(({ kind }) => kind === "number");
    const most = stated.reduce((sum, quantity) => {
      if (quantity.kind === "number") return sum + quantity.value;
      const input = quantities.inputOf(quantity);
      return sum + (input === undefined ? 0 : supportOf(input.distribution)[1]);
    }, 0);
    if (rest === 0 && !certain) report(checking, "componentNoRest", at, {}, "key");
    else if (rest === 0 ? Math.abs(most - 1) > rounding : most > 1 + rounding)
      report(checking, "componentShares", at, { sum: numberText(most, true) }, "key");
  }
  return shares.map(({ component: id }) => id);
}
