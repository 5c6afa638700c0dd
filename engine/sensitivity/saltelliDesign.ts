import { correlatedGroups } from "../dependence/groups.ts";
import type { Source } from "../design/plan.ts";
import type { DistributionSpec } from "../distributions/index.ts";
import type { InputDeclaration, ModelData } from "../model/graph.ts";
import type { Job } from "../run/executor.ts";
import type { Study } from "./study.ts";

/** Inputs whose numbers are taken from the second points together. */
export interface SwappedGroup {
  readonly names: readonly string[];
  /** What the asker calls it. */
  readonly group?: string;
  /** Of all streams that are exchanged. */
  readonly paths: readonly string[];
}

/**
 * A Saltelli design as a plan: base points A are the study's own draws; the second points B are drawn by inputs of their own,
 * `path#B`, in suites of their own, so that they are independent of A; AB_i takes the numbers of group i from B.
 */
export interface SaltelliDesign {
  /** The study's, with the second inputs declared: one graph for all arms, so that it is compiled once. */
  readonly job: Job;
  readonly groups: readonly SwappedGroup[];
  /** Names of correlated inputs that no asker put together: one closed group each, since no index tells them apart. */
  readonly joined: readonly (readonly string[])[];
  /** Of the plan, where all streams are those of B but for some; or those of A, but for some. */
  readonly sources: (all: "A" | "B", but?: SwappedGroup) => Job["plan"]["sources"];
}

const second = (name: string): string => `${name}#B`;
const standardNormal: DistributionSpec = { family: "normal", parameters: { mean: 0, sd: 1 } };

/**
 * @param asked names of inputs, by the name of their group; the others stand alone, or with those that they correlate with
 * @throws RangeError for a name that is no input of the study
 */
export function saltelliDesign(
  { job, inputs }: Study,
  asked: Readonly<Record<string, readonly string[]>> = {},
): SaltelliDesign {
  const { graph, plan } = job;
  const isFixed = (path: string) => plan.sources[path]?.kind === "fixed";
  const drawn = graph.inputs.filter(({ path }) => !isFixed(path));
  // One held fixed has scores of its own, which no plan exchanges; those it correlates with have the same distribution without it.
  const data = withoutFixed(job.data, isFixed);
  const correlated = correlatedGroups(
    drawn.map(({ path }) => path),
    data.correlations,
    data.copulas,
  );
  const suiteOf = new Map(drawn.map(({ path, suite }) => [path, suite]));
  const scales = correlated.flatMap(({ t }) => (t === undefined ? [] : [{ path: t.path, beside: t.beside }]));

  /** By stream: the inputs that take their numbers from it. */
  const ofStream = new Map<string, string[]>();
  const secondSources = new Map<string, Source>();
  for (const { path } of drawn) {
    const source = plan.sources[path];
    const stream = source?.kind === "stream" ? source : { kind: "stream" as const, path };
    const users = ofStream.get(stream.path) ?? [];
    ofStream.set(stream.path, users);
    users.push(path);
    secondSources.set(path, { ...stream, path: second(users[0]) });
  }
  for (const { path } of scales) secondSources.set(path, { kind: "stream", path: second(path) });

  const natural = merged([
    ...correlated.map(({ members, t }) => [...members.map((i) => drawn[i].path), ...(t === undefined ? [] : [t.path])]),
    ...ofStream.values(),
  ]);
  const pathOf = new Map(inputs.map(({ name, path }) => [name, path]));
  const askedPaths = Object.entries(asked).map(([group, names]) => {
    const paths = names.map((name) => {
      const path = pathOf.get(name);
      if (path === undefined)
        throw new RangeError(`${name} in the group ${group} is no input on which an output depends`);
      return path;
    });
    return { group, paths };
  });
  const groups = merged([...natural, ...askedPaths.map(({ paths }) => paths)]).flatMap((set): SwappedGroup[] => {
    const names = inputs.filter(({ path }) => set.has(path)).map(({ name }) => name);
    const called = askedPaths.filter(({ paths }) => paths.some((path) => set.has(path))).map(({ group }) => group);
    if (names.length === 0) return [];
    return [{ names, paths: [...set], ...(called.length === 0 ? {} : { group: called.join(" + ") }) }];
  });
  const joined = natural.flatMap((set) => {
    const own = inputs.filter(({ path }) => set.has(path));
    const isAsked = askedPaths.some(({ paths }) => own.every(({ path }) => paths.includes(path)));
    return own.length < 2 || isAsked ? [] : [own.map(({ name }) => name)];
  });

  const more: InputDeclaration[] = drawn.map((input) => ({
    ...input,
    path: second(input.path),
    suite: second(input.suite),
  }));
  for (const { path, beside } of scales)
    more.push({ path: second(path), level: "parameter", suite: second(suiteOf.get(beside)!), unit: "" });
  const distributions: Record<string, DistributionSpec> = { ...data.distributions };
  for (const { path } of drawn) distributions[second(path)] = data.distributions[path];
  for (const { path } of scales) distributions[second(path)] = standardNormal;
  return {
    job: { graph: { ...graph, inputs: [...graph.inputs, ...more] }, data: { ...data, distributions }, plan },
    groups,
    joined,
    sources(all, but) {
      const isOfB = (path: string) => (all === "B") !== (but?.paths.includes(path) ?? false);
      const taken = [...secondSources].filter(([path]) => isOfB(path));
      return { ...plan.sources, ...Object.fromEntries(taken) };
    },
  };
}

function withoutFixed(data: ModelData, isFixed: (path: string) => boolean): ModelData {
  const copulas = data.copulas
    ?.map((copula) => ({ ...copula, of: copula.of.filter((path) => !isFixed(path)) }))
    .filter(({ of }) => of.length > 1);
  return {
    ...data,
    correlations: data.correlations.filter(({ between }) => !between.some(isFixed)),
    ...(copulas === undefined ? {} : { copulas }),
  };
}

/** Sets that have a member in common become one. */
function merged(sets: readonly Iterable<string>[]): readonly ReadonlySet<string>[] {
  const found: Set<string>[] = [];
  for (const set of sets) {
    const members = [...set];
    const touching = found.filter((own) => members.some((path) => own.has(path)));
    const union = new Set([...touching.flatMap((own) => [...own]), ...members]);
    for (const own of touching) found.splice(found.indexOf(own), 1);
    found.push(union);
  }
  return found;
}
