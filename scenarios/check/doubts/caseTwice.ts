import { describe } from "../../../engine/distributions/index.ts";
import type { Quantity } from "../../checked.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { report } from "../checking.ts";
import { type Doubting, followed } from "./doubt.ts";

type Consequence = ScenarioContent["consequences"][string];
type Entry = readonly [id: string, consequence: Consequence];

/** One avoided case that is claimed twice: by two outcomes, by shares of more than all, or in full by two actors. */
export function findCaseTwice(doubting: Doubting): void {
  const { checking } = doubting;
  const { consequences, outcomes } = checking.content;
  const entries = Object.entries(consequences).filter(([, { gains }]) => gains !== undefined);
  /** Consequences that count the same by different outcomes: told once for all of them. */
  const alike: string[][] = [];
  entries.forEach(([id, own], index) => {
    for (const before of entries.slice(0, index)) {
      const [other, first] = before;
      const path = `consequences.${id}`;
      if (own.of !== first.of) {
        const both = [own.of, first.of].map((of) => outcomes[of]);
        if (both.includes(undefined as never) || !samePeople(both[0], both[1])) continue;
        if (!sameGain(own, first) || !(sameAmount(doubting, [id, own], before) || sameTitle(own, first))) continue;
        const known = alike.find((group) => group.includes(other));
        if (known === undefined) alike.push([other, id]);
        else if (!known.includes(id)) known.push(id);
      } else if (sameTime(own, first) && sameAmount(doubting, [id, own], before)) {
        const sum = (meanShare(doubting, id) ?? 0) + (meanShare(doubting, other) ?? 0);
        if (!(sum > 1 + 1e-9)) continue;
        const code = sameGain(own, first) ? "caseTwiceShares" : "caseTwiceActors";
        report(checking, code, path, { name: id, other, outcome: own.of, sum: `${Math.round(100 * sum)} %` }, "key");
      }
    }
  });
  for (const group of alike) {
    const by = [...new Set(group.map((id) => consequences[id].of))];
    const values = { names: group.join(", "), outcomes: by.join(", ") };
    report(checking, "caseTwiceOutcomes", `consequences.${group[1]}`, values, "key");
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const sameGain = (one: Consequence, other: Consequence) => same(one.gains, other.gains);
const sameTitle = (one: Consequence, other: Consequence) => one.title !== undefined && same(one.title, other.title);
const samePeople = (one: ScenarioContent["outcomes"][string], other: ScenarioContent["outcomes"][string]) =>
  same(one.among, other.among);
/** What begins or ends at another time is paid by one after the other; so may be other numbers of the same event. */
const sameTime = (one: Consequence, other: Consequence) =>
  same([one.starts, one.lasts, one.keeps, one.number], [other.starts, other.lasts, other.keeps, other.number]);

/** The same unit cost, the same named quantity, the same formula; the same plain number where the titles do not tell them apart. */
function sameAmount({ quantities }: Doubting, [id, own]: Entry, [other, first]: Entry): boolean {
  const [one, two] = [id, other].map((name) => quantities.read.get(`consequences.${name}.amount`));
  if (one === undefined || two === undefined || one.kind !== two.kind || !same(own.number, first.number)) return false;
  if (one.kind === "reference" && two.kind === "reference") return one.to === two.to;
  if (one.kind === "formula") return same(own.amount, first.amount);
  const [cost, otherCost] = [unitCostOf(own.amount), unitCostOf(first.amount)];
  if (cost !== undefined || otherCost !== undefined) return cost === otherCost;
  const toldApart = own.title !== undefined && first.title !== undefined && !sameTitle(own, first);
  return one.kind === "number" && two.kind === "number" && one.value === two.value && one.value !== 0 && !toldApart;
}

const unitCostOf = (amount: unknown): unknown =>
  typeof amount === "object" && amount !== null && "unitCost" in amount ? amount.unitCost : undefined;

/** The share of the cases on average; undefined where that is not known without drawing. */
function meanShare({ quantities }: Doubting, id: string): number | undefined {
  const mean = (quantity: Quantity | undefined): number | undefined => {
    if (quantity?.kind === "number") return quantity.value;
    const input = quantity?.kind === "input" ? quantities.inputOf(quantity) : undefined;
    return input && describe(input.distribution).mean;
  };
  return mean(followed(quantities, `consequences.${id}.share`));
}
