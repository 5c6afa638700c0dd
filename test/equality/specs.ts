import { checkSpec, type DistributionSpec } from "../../engine/distributions/index.ts";
import { demanding, onePerFamily } from "../distributions/families.ts";
import { oracleCases, oracleSpec } from "../distributions/oracleSpec.ts";

/** Every distribution that the house knows parameters for: one of each family, the demanding ones, and those of the reference files. */
export const houseSpecs: readonly DistributionSpec[] = [
  ...Object.values(onePerFamily),
  ...Object.values(demanding),
  ...oracleCases.flatMap((c) => oracleSpec(c) ?? []),
].filter((spec) => checkSpec(spec).length === 0);
