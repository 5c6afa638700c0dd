import { ownPartPrefix } from "../../engine/result/criterion.ts";
import type { VerdictRequest } from "../../engine/result/verdicts.ts";
import type { FigurePath } from "../figures.ts";
import type { ScenarioContent } from "../schema/index.ts";
import { readTest } from "../twins.ts";
import { type CriteriaNodes, criteriaNodes } from "./criteria.ts";
import type { Lowered } from "./lowered.ts";
import { stated } from "./view.ts";

const seenAs: Readonly<Record<string, FigurePath["figure"]>> = {
  improvementNet: "observed",
  improvementGross: "observedGross",
};

/**
 * Declares what a follow-up would say of each goal that is on an outcome with a measurement, and of success: held against what is
 * seen in the last programme year. Undefined where no goal is.
 */
export function declareVerdicts({ checked, inView, parse }: Lowered): readonly VerdictRequest[] | undefined {
  const { content } = checked;
  const ids = Object.keys(content.criteria).filter((id) => isSeen(content, content.criteria[id].test));
  if (ids.length === 0) return undefined;
  const { context, whole, figureOf } = inView(stated);
  whole();
  const { builder } = context;
  const nodes = (read: typeof parse): CriteriaNodes =>
    criteriaNodes(context, { parse: read, node: figureOf, declare: () => {} });
  const [met, seen] = [nodes(parse), nodes((text) => asSeen(content, parse(text)))];
  return [...ids, "success"].map((id) => {
    const [is, looks] = [met, seen].map((own) => (id === "success" ? own.success() : own.criterion(id)));
    const declare = (name: string, node: number): string => {
      const output = `${ownPartPrefix}verdicts/${id}/${name}`;
      builder.output({ id: output, node, kind: "test", beside: true });
      return output;
    };
    return {
      criterion: id,
      met: declare("met", is),
      seen: declare("seen", looks),
      seenOnly: declare("seenOnly", builder.binary("and", looks, builder.unary("not", is))),
      metOnly: declare("metOnly", builder.binary("and", is, builder.unary("not", looks))),
    };
  });
}

/** What is seen of a figure; the figure itself where nothing is measured. */
function asSeen({ outcomes }: ScenarioContent, path: FigurePath): FigurePath {
  const figure = seenAs[path.figure];
  if (figure === undefined || outcomes[path.what!].measurement === undefined) return path;
  return { ...path, figure };
}

function isSeen(content: ScenarioContent, test: string | undefined): boolean {
  if (test === undefined) return false;
  const [figure, what] = readTest(content, test).figure.split(".");
  return Object.hasOwn(seenAs, figure) && content.outcomes[what]?.measurement !== undefined;
}
