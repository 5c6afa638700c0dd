import type { ScenarioContent } from "./schema/index.ts";

type Financed = Pick<ScenarioContent, "financing">;

const money = { unit: "money", worse: "low" } as const;

/** The figures of financing beside those of the accounts after it, as rows of the table of figures. */
export const financingRows = {
  repaid: {
    ...money,
    takes: ["who", "year"],
    years: "horizon",
  },
  fundRepaid: {
    unit: "share",
    takes: [],
    worse: "low",
    happens: true,
  },
  repaidYear: {
    unit: "year",
    takes: [],
    worse: "high",
  },
  fundBalance: {
    ...money,
    takes: ["year"],
    years: "horizon",
  },
  fundDry: {
    unit: "share",
    takes: ["year"],
    years: "horizon",
    worse: "high",
    happens: true,
  },
  fundShortfall: {
    unit: "money",
    takes: ["year"],
    years: "horizon",
    worse: "high",
  },
  contractPaid: {
    unit: "money",
    takes: ["what", "year"],
    of: "contract",
    needs: ["what"],
    years: "horizon",
    worse: "high",
  },
  contractPays: {
    unit: "share",
    takes: ["what"],
    of: "contract",
    needs: ["what"],
    worse: "low",
    happens: true,
  },
  tierPaid: {
    unit: "money",
    takes: ["what"],
    of: "tier",
    needs: ["what"],
    worse: "high",
  },
  tierReached: {
    unit: "share",
    takes: ["what"],
    of: "tier",
    needs: ["what"],
    worse: "low",
    happens: true,
  },
} as const;

export type FinancingFigure = keyof typeof financingRows;

export const isFinancing = (figure: string): figure is FinancingFigure => Object.hasOwn(financingRows, figure);

/** The figures of financing that a file states enough for. */
export function financingFigures({ financing }: Financed): readonly FinancingFigure[] {
  if (financing === undefined) return [];
  const { repayment, fund } = financing;
  return [
    ...(repayment === undefined ? [] : (["repaid", "fundRepaid", "repaidYear"] as const)),
    ...(fund === undefined ? [] : (["fundBalance", "fundDry", "fundShortfall"] as const)),
    ...(contractIds({ financing }).length === 0 ? [] : (["contractPaid", "contractPays"] as const)),
    ...(tierIds({ financing }).length === 0 ? [] : (["tierPaid", "tierReached"] as const)),
  ];
}

/** True where money moves between actors beside the accounts; a fund alone only looks at them. */
export const movesMoney = ({ financing }: Financed): boolean =>
  financing !== undefined &&
  (financing.repayment !== undefined ||
    financing.lossShare !== undefined ||
    financing.resultShare !== undefined ||
    contractIds({ financing }).length > 0);

export const contractIds = ({ financing }: Financed): readonly string[] => Object.keys(financing?.contracts ?? {});

/** Name of a contract's tier, the first being 1. */
export const tierId = (contract: string, index: number): string => `${contract}Tier${index + 1}`;

/** Every tier of every contract by name. */
const tierIds = ({ financing }: Financed): readonly string[] =>
  Object.entries(financing?.contracts ?? {}).flatMap(([id, { pays }]) =>
    (pays.tiers ?? []).map((_, index) => tierId(id, index)),
  );

/** How long is repaid: until the cost is, to the end of the horizon, up to and including a year, or an amount. */
export type Until =
  | { readonly kind: "cost" }
  | { readonly kind: "horizon" }
  | { readonly kind: "year"; readonly last: number }
  | { readonly kind: "amount" };

export function readRepaidUntil(until: unknown): Until {
  const text = typeof until === "string" ? until.trim() : "";
  if (text === "cost repaid") return { kind: "cost" };
  if (text === "to horizon") return { kind: "horizon" };
  const year = /^year\s+(\d{1,3})$/.exec(text);
  return year === null ? { kind: "amount" } : { kind: "year", last: Number(year[1]) };
}

type From = NonNullable<NonNullable<ScenarioContent["financing"]>["repayment"]>["from"];

/** Those who repay, in the order written. */
export function repayersOf(from: From): readonly string[] {
  if (typeof from === "string") return [from.trim()];
  return Array.isArray(from) ? from.map((name: string) => name.trim()) : Object.keys(from);
}

/** True where each repays a share of its own. */
export const hasOwnShares = (from: From): from is Readonly<Record<string, never>> =>
  typeof from !== "string" && !Array.isArray(from);

/** What figures can be asked of it. */
export const financingIds = (content: Financed) => ({
  financing: financingFigures(content),
  financed: movesMoney(content),
  contracts: contractIds(content),
  tiers: tierIds(content),
});
