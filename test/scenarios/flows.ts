import type { Result } from "../../engine/result/result.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { checkValue } from "../../scenarios/check.ts";
import type { CheckedScenario } from "../../scenarios/checked.ts";
import { compile } from "../../scenarios/compile/index.ts";

/** A scenario of nothing but yearly flows of one actor: what is above zero is gained, what is below is paid. */
export function scenarioOf(flows: readonly number[], discounting: unknown, more: object = {}): unknown {
  const years = flows.length;
  const kronor = (of: (flow: number) => number) => flows.map((flow) => `${of(flow)} kr`);
  return {
    format: "utfall-scenario/1",
    id: "flows",
    title: "Flows",
    priceYear: 2025,
    programme: { years },
    horizon: years,
    discounting,
    actors: { municipality: "The municipality" },
    costs: { outlay: { amount: kronor((flow) => Math.max(-flow, 0)), paidBy: "municipality" } },
    formulas: { income: { value: kronor((flow) => Math.max(flow, 0)), gains: "municipality" } },
    ...more,
  };
}

export function checkedValue(value: unknown): CheckedScenario {
  const outcome = checkValue(value);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.scenario;
}

export async function resultOf(
  value: unknown,
  outputs: readonly string[] = [],
  draws = 16_384,
  design: "sobol" | "plain" = "sobol",
): Promise<Result> {
  const request = { ...compile(checkedValue(value), { outputs }), seed: "1", design, draws };
  return (await simulate(request, inline()))!.result;
}
