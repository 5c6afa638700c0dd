import type { NodeId } from "../../../engine/model/graph.ts";
import type { ForWhom, RiskRequest, RisksRequest } from "../../../engine/result/risks.ts";
import { isMitigationChosen } from "../../risks.ts";
import { Accounts } from "../accounts.ts";
import { outputPrefix } from "../context.ts";
import { successNode } from "../criteria.ts";
import type { Lowered } from "../lowered.ts";
import { net, presentWorth } from "../money.ts";
import { stated, type View } from "../view.ts";
import { riskEvent } from "./events.ts";
import { mitigationLines } from "./lines.ts";

/**
 * Declares what fills the risk matrix: the programme beside itself without each risk, and with and without each mitigation, all on the
 * same draws. Undefined where the scenario has no risks.
 */
export function declareRisks(scenario: Lowered): RisksRequest | undefined {
  const { checked, inView, parse, shape } = scenario;
  const entries = Object.entries(checked.content.risks ?? {});
  if (entries.length === 0) return undefined;
  const { context } = inView(stated);
  const { builder, money } = context;
  const prefix = `${outputPrefix(context)}risks/`;
  const mean = (name: string, node: NodeId, unit: string): string => {
    const id = prefix + name;
    builder.output({ id, node, unit, kind: "mean" });
    return id;
  };
  const netIn = (view: View, who: string | undefined): NodeId => {
    const seen = inView(view);
    return net(seen.context, seen.whole(), who === undefined ? {} : { who });
  };
  /** Net of one view less that of another. */
  const less = (name: string, first: View, second: View): ForWhom<string> => {
    const whose = (who: string | undefined): string =>
      mean(
        `${name}${who === undefined ? "" : `.${who}`}`,
        builder.subtract(netIn(first, who), netIn(second, who)),
        money,
      );
    return { ...(shape.leading === undefined ? {} : { leading: whose(shape.leading) }), all: whose(undefined) };
  };
  const chosen = entries.filter(([, risk]) => isMitigationChosen(risk)).map(([id]) => id);
  const mitigable = entries.filter(([, { mitigated }]) => mitigated !== undefined).map(([id]) => id);
  /** The scenario as it stands where these and no others are mitigated. */
  const mitigating = (ids: readonly string[]): View =>
    ids.length === chosen.length && ids.every((id) => chosen.includes(id)) ? stated : { risks: { mitigated: ids } };
  const hasCriteria = Object.keys(checked.content.criteria).length > 0 || checked.content.success !== undefined;
  const success = (view: View): NodeId => {
    const seen = inView(view);
    // What criteria ask of money is asked of accounts that are whole.
    seen.whole();
    return successNode(seen.context, { parse, node: seen.figureOf, declare: () => {} });
  };

  const risks = entries.map(([id, { mitigated }]): RiskRequest => {
    const without: View = { risks: { without: id } };
    const successChange = hasCriteria
      ? { successChange: mean(`${id}/successChange`, builder.subtract(success(stated), success(without)), "share") }
      : {};
    const own = {
      id,
      chance: mean(`${id}/chance`, riskEvent(context, id).ever, "share"),
      expectedLoss: less(`${id}/expectedLoss`, without, stated),
      ...successChange,
    };
    if (mitigated === undefined) return own;
    const others = mitigable.filter((other) => other !== id && chosen.includes(other));
    const done = mitigating(mitigable.filter((other) => other === id || others.includes(other)));
    const seen = inView(done);
    const lines = mitigationLines(seen.context, id);
    const cost =
      lines.length === 0
        ? {}
        : {
            cost: mean(
              `${id}/mitigationCost`,
              presentWorth(seen.context, new Accounts(seen.context, lines), { side: "cost" }),
              money,
            ),
          };
    return {
      ...own,
      mitigation: {
        chosen: chosen.includes(id),
        chance: mean(`${id}/mitigatedChance`, riskEvent(seen.context, id).ever, "share"),
        ...cost,
        worth: less(`${id}/mitigationWorth`, done, mitigating(others)),
      },
    };
  });
  return {
    risks,
    ...(mitigable.length > 1 ? { allMitigated: less("allMitigated", mitigating(mitigable), mitigating([])) } : {}),
  };
}
