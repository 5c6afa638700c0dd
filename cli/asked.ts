import { type Issue, UtfallError } from "../engine/issues.ts";
import type { ModelGraph } from "../engine/model/graph.ts";
import { sensitivityMethods } from "../engine/sensitivity/sensitivity.ts";
import { suggestion } from "../scenarios/nearest.ts";

/** Names after `--method` or `--of`: each may be given by itself or several with commas between. */
export const listed = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => text.split(",")).map((name) => name.trim())),
];

/** Problems of the methods that are asked for. */
export const methodIssues = (asked: readonly string[]): readonly Issue[] =>
  asked
    .filter((name) => !sensitivityMethods.includes(name))
    .map((name) => ({
      code: "sensitivityMethodUnknown",
      with: { name, nearest: suggestion(name, sensitivityMethods) },
    }));

/**
 * Paths of assumptions that are called by their places in the scenario.
 *
 * @throws UtfallError `sensitivityInputUnknown`
 */
export function chosenInputs(
  asked: readonly string[],
  assumptions: readonly { readonly place: string; readonly input?: string }[],
): readonly string[] {
  const known = assumptions.flatMap(({ place, input }) => (input === undefined ? [] : [{ place, input }]));
  const found = asked.map((name) => known.find(({ place, input }) => name === place || name === input)?.input);
  const issues = asked.flatMap((name, k): Issue[] => {
    const nearest = () =>
      suggestion(
        name,
        known.map(({ place }) => place),
      );
    return found[k] === undefined ? [{ code: "sensitivityInputUnknown", with: { name, nearest: nearest() } }] : [];
  });
  if (issues.length > 0) throw new UtfallError(issues);
  return found.flatMap((path) => path ?? []);
}

const prefix = "criteria.";

/** Which of the names after `--of` are figures to be declared: criteria are there already. */
export const figuresAsked = (of: readonly string[], criteria: readonly string[]): readonly string[] =>
  of.filter((name) => !criteria.includes(name) && !name.startsWith(prefix));

/**
 * Outputs to study: what is asked for, or the leading net figure and whether all goes well.
 *
 * @throws UtfallError `criterionUnknown` or `sensitivityNotNumber`
 */
export function studiedOutputs(
  of: readonly string[],
  criteria: readonly string[],
  { graph, headlines }: { readonly graph: ModelGraph; readonly headlines: readonly string[] },
): readonly string[] {
  const kinds = new Map(graph.outputs.map(({ id, kind }) => [id, kind]));
  if (of.length === 0) {
    const whole = ["success", "all"].map((id) => prefix + id).find((id) => kinds.has(id));
    return [headlines[0], ...(whole === undefined ? [] : [whole])];
  }
  const issues: Issue[] = [];
  const ids = of.map((name) => (criteria.includes(name) && !kinds.has(name) ? prefix + name : name));
  for (const id of ids) {
    const kind = kinds.get(id);
    if (kind === undefined) {
      const name = id.startsWith(prefix) ? id.slice(prefix.length) : id;
      issues.push({ code: "criterionUnknown", with: { name, nearest: suggestion(name, criteria) } });
    } else if (kind === "ratio" || kind === "year") {
      issues.push({ code: "sensitivityNotNumber", with: { name: id, instead: headlines[0] } });
    }
  }
  if (issues.length > 0) throw new UtfallError(issues);
  return ids;
}
