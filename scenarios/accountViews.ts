import type { FigureName } from "./figureTable.ts";

/** Other ways to look at the same accounts: what stands before a figure's path, with a stroke between. */
export type AccountView = keyof typeof figuresInView;

/** The figures that each has. */
export const figuresInView = {
  /** In calendar years and current prices. */
  budget: ["cost", "benefit", "balance", "cashable", "freed"],
  /** What people gain or lose weighed by their income. */
  weighted: ["pvBenefit", "pvCost", "net", "returnPerKrona"],
  /** After what moves between actors: contracts, what is repaid, and shares of the joint result. */
  financed: [
    ...["pvBenefit", "pvCost", "net", "cumulativeNet", "returnPerKrona", "netPresentValueRatio", "breakEvenShare"],
    ...["moneyMultiple", "annualEquivalent", "internalRate", "benefit", "cost", "balance", "cashable", "pvCashable"],
    ...["paybackYear", "loses", "losesThoughTotalGains", "losesThoughLeadingGains"],
  ] as const,
} as const satisfies Record<string, readonly FigureName[]>;

/** The same programme run in another way: with its stop rules, or as ordinary operation. Each has every figure. */
export const modelViews = ["withStops", "scaleUp"] as const;
export type ModelView = (typeof modelViews)[number];

export const isModelView = (view: string): view is ModelView => modelViews.some((own) => own === view);
export const isAccountView = (view: string): view is AccountView => Object.hasOwn(figuresInView, view);
