import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { blockSize } from "../../engine/design/plan.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { compiled, differences, planOf } from "../kernel/sameBits.ts";
import { folder } from "./catalogue.ts";

/* school-absence with eight looks, three rules and ten risks: the same bits whoever computes it, and where no rule fires. */

const { translations: _, ...file } = parse(readFileSync(new URL("school-absence.yaml", folder), "utf8"));

const struck = {
  effects: ["outcomes.notFinishing.effect", "outcomes.absence.effect"],
  people: ["funnel.accepted", "funnel.reached"],
  flows: ["costs.team", "costs.leader", "costs.pupilSupport"],
  benefits: ["consequences.extraSchooling", "consequences.assistance", "consequences.labourMarket"],
};
const when = ["programme", "each year", "from some year", "from year 1", "years 1-2"];
const risks = Object.fromEntries(
  Object.values(struck)
    .flat()
    .map((path, k) => [
      `risk${k}`,
      {
        title: `Risk ${k}`,
        harm: "yes",
        likelihood: `${10 + 3 * k} %`,
        when: when[k % when.length],
        hits: { [path]: path.startsWith("costs") ? { plus: "90 tkr/year" } : { times: "80 %" } },
      },
    ]),
);

/** Rules of eight looks each, and what they ask for to fire. */
const rules = (change: string, cost: string, reached: string) => {
  const of = (test: string, more: object = {}) => ({ title: test, look: "every 4 months", if: test, ...more });
  const follows = "then";
  const windDown = { notice: "6 months", windDownCost: { amount: "60 tkr", paidBy: "education" } };
  return {
    noEffect: of(`observed.absence < ${change}`, { notice: "3 months" }),
    tooDear: of(`observedCost > ${cost}`, { ...windDown, [follows]: "windDown" }),
    tooFew: of(`observedReached < ${reached}`),
  };
};

function made(stopRules: object | undefined, outputs: readonly string[]) {
  const outcome = checkValue({ ...file, risks, stopRules });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return compile(outcome.scenario, { options: "none", outputs });
}

const parts = ["", ".fund", ".education", ".state", ".organisation"];
const figures = [
  ...["net", "pvBenefit", "pvCost", "cost.y2", "benefit.y7", "cashable"].flatMap((figure) =>
    parts.map((who) => figure.replace(/^(\w+)/, `$1${who}`)),
  ),
  ...["enrolled", "completed.y2", "dropped", "cases.notFinishing", "improvementGross.absence.over60", "paybackYear"],
  ...["observed.absence", "observedCost", "happened.risk3", "repaid.y4", "fundRepaid", "improvementNet.notFinishing"],
];
const inView = figures.map((figure) => `withStops/${figure}`);

const plan = planOf({ design: "sobol" });
const stopping = made(rules("3 %", "115 %", "70 %"), [...figures, ...inView, "stopped", "stopYear"]);

test("interpreter and kernel give the same bits, where rules fire and where they don't", () => {
  expect(differences(stopping, plan, [7])).toEqual([]);
});

test("where no rule fires nothing changes, to the bit; and the figures of the programme run to its end never do", () => {
  const columns = (model: ReturnType<typeof made>) => {
    const own = model.graph.outputs.map(() => new Float64Array(blockSize));
    compiled(model, plan).run(3, own);
    return new Map(model.graph.outputs.map(({ id }, k) => [id, own[k]]));
  };
  const all = columns(stopping);
  const stopped = all.get("stopped")!;
  const often = stopped.reduce((sum, x) => sum + x, 0) / blockSize;
  expect(Math.abs(often - 0.5)).toBeLessThan(0.4);
  const differ = (a: Float64Array, b: Float64Array, where = (_: number) => true) =>
    a.some((x, draw) => where(draw) && !Object.is(x, b[draw]));
  const goesOn = (draw: number) => stopped[draw] === 0;
  expect(figures.filter((id) => differ(all.get(id)!, all.get(`withStops/${id}`)!, goesOn))).toEqual([]);
  expect(differ(all.get("net")!, all.get("withStops/net")!)).toBe(true);
  const without = columns(made(undefined, figures));
  expect([...without.keys()].filter((id) => differ(all.get(id)!, without.get(id)!))).toEqual([]);
  expect(without.size).toBeGreaterThan(100);
});
