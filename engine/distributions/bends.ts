import { normalCdf, normalUpper } from "../numeric/elementary.ts";
import type { Described } from "./described.ts";

/** On either side of a jump. */
const beside = 1e-12;

/** The values at which the density has a kink or a jump: both ends of a gap, where there may be gaps. Ascending. */
export function bendsOf(d: Pick<Described, "kinks" | "gaps" | "quantile" | "upperQuantile">): readonly number[] {
  const at = (z: number) => (z < 0 ? d.quantile(normalCdf(z)) : d.upperQuantile(normalUpper(z)));
  return d.gaps ? d.kinks.flatMap((z) => [at(z - beside), at(z + beside)]) : d.kinks.map(at);
}
