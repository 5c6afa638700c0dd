import type { UnitWords } from "../engine/units/index.ts";
import { formatUnit } from "../engine/units/index.ts";
import type { Expression } from "./formula.ts";
import type { ScenarioContent } from "./schema/index.ts";
import { parseTest, type Test } from "./test.ts";

/**
 * A criterion on the whole improvement, and the same test on the improvement less the comparison. The two always stand beside
 * each other: goals set against the level at the start can be met without the programme having done anything.
 */
export interface Twin {
  /** The criterion stated gross. */
  readonly of: string;
  /** The criterion stated net: the file's own where it has the very same test, else an added one. */
  readonly id: string;
  readonly added: boolean;
  /** The net test as written. */
  readonly test: string;
}

/** Words for units as a scenario may write them. */
export function unitWordsOf(content: ScenarioContent): UnitWords {
  return { money: content.currency === "SEK" ? "kr" : content.currency, counting: Object.keys(content.units) };
}

/** A test of checked content. @throws Error where it can't be read: then it was never checked */
export function readTest(content: ScenarioContent, text: string): Test {
  const parsed = parseTest(text, unitWordsOf(content));
  if (!parsed.ok) throw new Error(`"${text}" is no test`);
  return parsed.test;
}

const gross = "improvementGross.";
const net = "improvementNet.";

/**
 * The twins of a scenario's criteria, in file order. An added one is called `<id>Net`, or `<id>NetTwin` where the file uses that
 * id for another test; it belongs to neither `all` nor `success`.
 */
export function twinsOf(content: ScenarioContent): readonly Twin[] {
  const own = Object.entries(content.criteria);
  const taken = new Set(own.map(([id]) => id));
  const twins: Twin[] = [];
  for (const [id, { test: text }] of own) {
    if (text === undefined) continue;
    const test = readTest(content, text);
    if (!test.figure.startsWith(gross)) continue;
    const wanted = { ...test, figure: net + test.figure.slice(gross.length) };
    const same = own.find(
      ([, other]) => other.test !== undefined && meaning(readTest(content, other.test)) === meaning(wanted),
    );
    if (same !== undefined) {
      twins.push({ of: id, id: same[0], added: false, test: same[1].test! });
      continue;
    }
    let added = `${id}Net`;
    while (taken.has(added)) added += "Twin";
    taken.add(added);
    twins.push({ of: id, id: added, added: true, test: text.replace(gross, net) });
  }
  return twins;
}

function meaning({ figure, operator, right }: Test): string {
  return `${figure} ${operator} ${meaningOf(right)}`;
}

/** A formula without its spans. */
function meaningOf(part: Expression): string {
  switch (part.kind) {
    case "number":
      return `${part.value} ${formatUnit(part.unit)}`;
    case "name":
      return part.name;
    case "unary":
      return `${part.operator}(${meaningOf(part.operand)})`;
    case "binary":
      return `(${meaningOf(part.left)} ${part.operator} ${meaningOf(part.right)})`;
    case "call":
      return `${part.name}(${part.arguments.map(meaningOf).join(", ")})`;
  }
}
