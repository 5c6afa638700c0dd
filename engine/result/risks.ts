import type { Figure } from "./estimate.ts";

/** An amount for whom the result leads with and for everybody together; the latter alone where nobody leads. */
export interface ForWhom<T> {
  readonly leading?: T;
  readonly all: T;
}

/** What is done to prevent a risk, in present value. */
interface MitigationSummary {
  /** True where the run pays for it, and the risk is as likely as it then is. */
  readonly chosen: boolean;
  /** Chance that the risk happens all the same. */
  readonly chance: Figure;
  /** What it costs, whoever pays; absent where it costs nothing. */
  readonly cost?: Figure;
  /** E[net with it] − E[net without it], its cost included. */
  readonly worth: ForWhom<Figure>;
}

/** A risk, simulated: the programme with and without it on common draws, all others being what they are. */
export interface RiskSummary {
  readonly id: string;
  /** Chance that it happens, at any time. */
  readonly chance: Figure;
  /** E[net if it could not happen] − E[net], present value: above zero what the risk takes. */
  readonly expectedLoss: ForWhom<Figure>;
  /** The same in the draws in which it happens; absent where these are too few to tell. */
  readonly lossIfHappens?: ForWhom<Figure>;
  /** Chance of success, less what it would be if the risk could not happen: below zero what it takes. Absent without criteria. */
  readonly successChange?: Figure;
  /** 1 for the greatest expected loss of whom the result leads with. */
  readonly rank: number;
  readonly mitigation?: MitigationSummary;
}

/** The risks of a scenario, in file order. */
export interface RisksSummary {
  readonly risks: readonly RiskSummary[];
  /** Present where several have a mitigation: E[net with all of them] − E[net with none]. */
  readonly allMitigated?: ForWhom<Figure>;
}

/** Ids of the `mean` outputs that hold it. */
export interface RiskRequest {
  readonly id: string;
  readonly chance: string;
  readonly expectedLoss: ForWhom<string>;
  readonly successChange?: string;
  readonly mitigation?: {
    readonly chosen: boolean;
    readonly chance: string;
    readonly cost?: string;
    readonly worth: ForWhom<string>;
  };
}

export interface RisksRequest {
  readonly risks: readonly RiskRequest[];
  readonly allMitigated?: ForWhom<string>;
}

const map = <T, U>({ leading, all }: ForWhom<T>, to: (own: T) => U): ForWhom<U> => ({
  ...(leading === undefined ? {} : { leading: to(leading) }),
  all: to(all),
});

/** The amount by which risks are ranked. */
export const leadingOf = <T>({ leading, all }: ForWhom<T>): T => leading ?? all;

/** What the means say of the risks. @param mean of an output, by its id */
export function risksSummary({ risks, allMitigated }: RisksRequest, mean: (id: string) => Figure): RisksSummary {
  const losses = risks.map(({ expectedLoss }) => mean(leadingOf(expectedLoss)).value);
  return {
    risks: risks.map(({ id, chance, expectedLoss, successChange, mitigation }, k) => ({
      id,
      chance: withinShare(mean(chance)),
      expectedLoss: map(expectedLoss, mean),
      ...(successChange === undefined ? {} : { successChange: mean(successChange) }),
      rank: 1 + losses.filter((loss, j) => loss > losses[k] || (loss === losses[k] && j < k)).length,
      ...(mitigation === undefined
        ? {}
        : {
            mitigation: {
              chosen: mitigation.chosen,
              chance: withinShare(mean(mitigation.chance)),
              ...(mitigation.cost === undefined ? {} : { cost: mean(mitigation.cost) }),
              worth: map(mitigation.worth, mean),
            },
          }),
    })),
    ...(allMitigated === undefined ? {} : { allMitigated: map(allMitigated, mean) }),
  };
}

/** A mean of ones and zeros keeps its interval where shares lie. */
const withinShare = ({ value, se, low, high }: Figure): Figure => ({
  value,
  se,
  low: Math.max(0, low),
  high: Math.min(1, high),
});
