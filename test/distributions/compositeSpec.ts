import type { DistributionSpec } from "../../engine/distributions/index.ts";
import { specOf as simpleSpecOf } from "./oracleSpec.ts";

/* Mixtures, quantile tables, categorical and empirical distributions of the reference files, in our words. */

interface Part {
  readonly family: string;
  readonly parametrisation: string;
  readonly params: Readonly<Record<string, number>>;
}
interface Stated {
  readonly weights: readonly number[];
  readonly components: readonly Part[];
  readonly p: readonly number[];
  readonly x: readonly number[];
  readonly values: readonly number[];
  readonly sample: readonly number[];
}

const specs: Readonly<Record<string, (p: Stated) => DistributionSpec>> = {
  mixture: ({ weights, components }) => ({
    family: "mixture",
    parameters: {},
    lists: { weights },
    parts: components.map((part) => simpleSpecOf[`${part.family} ${part.parametrisation}`](part.params)),
  }),
  quantileTable: ({ p, x }) => ({ family: "quantileTable", parameters: {}, lists: { levels: p, values: x } }),
  categorical: ({ values, weights }) => ({ family: "categorical", parameters: {}, lists: { values, weights } }),
  empirical: ({ sample }) => ({ family: "empirical", parameters: {}, lists: { data: sample } }),
};

/** What a case of the reference is as one of ours. */
export const compositeSpec = (c: { family: string; params: Stated }): DistributionSpec => specs[c.family](c.params);
