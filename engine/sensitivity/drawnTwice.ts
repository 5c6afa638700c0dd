import type { Source } from "../design/plan.ts";
import type { DistributionSpec } from "../distributions/index.ts";
import { operandsOf } from "../model/axes.ts";
import type { GraphNode, InputDeclaration, ModelGraph, NodeId, OutputDeclaration } from "../model/graph.ts";
import type { Job } from "../run/executor.ts";
import { neededBy, withOperands } from "./onlyFor.ts";

/** What the second drawing of an input, and of its suite, is called. */
const again = (name: string): string => `${name}#again`;

/** Outputs of `drawnTwice` for its k-th figure, by id: the first value, the second, and their difference. */
export const drawnTwiceOutputs = (k: number): readonly [string, string, string] => [
  `${k} first`,
  `${k} second`,
  `${k} difference`,
];

/**
 * A job whose graph has some figures twice: as they are, and with the inputs of level `chance` drawn once more, all others being
 * the same. The second drawing has streams and an order of points of its own, so that it is independent of the first. The
 * outputs are means, see `drawnTwiceOutputs`.
 *
 * @throws RangeError where an input of level chance depends on one that is not: then no variance belongs to either alone
 */
export function drawnTwice(job: Job, figures: readonly NodeId[]): Job {
  const { graph, data, plan } = job;
  const drawnAgain = graph.inputs.filter(({ level }) => level === "chance");
  const paths = new Set(drawnAgain.map(({ path }) => path));
  const correlations = data.correlations.flatMap((pair) => {
    const [first, second] = pair.between;
    if (paths.has(first) !== paths.has(second))
      throw new RangeError(`${first} and ${second} are correlated, but only one of them is chance`);
    return paths.has(first) ? [pair, { ...pair, between: [again(first), again(second)] as const }] : [pair];
  });
  const copulas = data.copulas?.flatMap((copula) => {
    const drawn = copula.of.filter((path) => paths.has(path));
    if (drawn.length > 0 && drawn.length < copula.of.length)
      throw new RangeError(`a t copula joins ${copula.of.join(", ")}, but only some of them are chance`);
    return drawn.length === 0 ? [copula] : [copula, { ...copula, of: drawn.map(again) }];
  });
  const distributions: Record<string, DistributionSpec> = { ...data.distributions };
  const sources: Record<string, Source> = { ...plan.sources };
  for (const path of paths) {
    distributions[again(path)] = data.distributions[path];
    const source = plan.sources[path];
    if (source !== undefined)
      sources[again(path)] = source.kind === "fixed" ? source : { ...source, path: again(source.path) };
  }
  return {
    graph: twice(graph, drawnAgain, figures),
    data: { ...data, distributions, correlations, ...(copulas === undefined ? {} : { copulas }) },
    plan: { ...plan, sources },
  };
}

function twice(graph: ModelGraph, drawnAgain: readonly InputDeclaration[], figures: readonly NodeId[]): ModelGraph {
  const needed = neededBy(graph, graph.logWeight === undefined ? figures : [...figures, graph.logWeight]);
  const secondInput = new Map(drawnAgain.map((input, k) => [graph.inputs.indexOf(input), graph.inputs.length + k]));
  const nodes: GraphNode[] = [];
  const first: NodeId[] = [];
  const second: NodeId[] = [];
  graph.nodes.forEach((node, id) => {
    if (!needed[id]) return;
    first[id] = nodes.push(withOperands(node, (operand) => first[operand])) - 1;
    const input = node.op === "input" ? secondInput.get(node.input) : undefined;
    if (input !== undefined) second[id] = nodes.push({ op: "input", input }) - 1;
    else if (operandsOf(node).every((operand) => second[operand] === first[operand])) second[id] = first[id];
    else second[id] = nodes.push(withOperands(node, (operand) => second[operand])) - 1;
  });
  const outputs = figures.flatMap((figure, k): readonly OutputDeclaration[] => {
    const difference = nodes.push({ op: "subtract", a: first[figure], b: second[figure] }) - 1;
    const ids = drawnTwiceOutputs(k);
    return [first[figure], second[figure], difference].map((node, part) => ({
      id: ids[part],
      node,
      unit: "",
      kind: "mean",
    }));
  });
  const more = drawnAgain.map((input) => ({ ...input, path: again(input.path), suite: again(input.suite) }));
  const logWeight = graph.logWeight === undefined ? {} : { logWeight: first[graph.logWeight] };
  return { axes: graph.axes, inputs: [...graph.inputs, ...more], nodes, names: {}, outputs, ...logWeight };
}
