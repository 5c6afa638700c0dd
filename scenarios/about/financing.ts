import type { About } from "../../engine/result/about.ts";
import { repayersOf } from "../financing.ts";
import type { ScenarioContent } from "../schema/index.ts";
import { sharersOf } from "../sharers.ts";
import { textOf } from "./texts.ts";

/** How money moves between actors: who is who in it. */
export function financingAbout({ financing, language }: ScenarioContent): Pick<About, "financing"> {
  if (financing === undefined) return {};
  const { note, repayment, lossShare, resultShare, fund, contracts } = financing;
  const notes = [note, repayment?.note, fund?.note, ...Object.values(contracts).map((own) => own.note)];
  return {
    financing: {
      notes: notes.flatMap((text) => textOf(text, language) ?? []),
      ...(repayment === undefined ? {} : { repayment: { to: repayment.to.trim(), from: repayersOf(repayment.from) } }),
      ...(lossShare === undefined ? {} : { shared: "loss" as const }),
      ...(resultShare === undefined ? {} : { shared: "result" as const }),
      ...(fund === undefined ? {} : { fund: fund.actor.trim() }),
      contracts: Object.entries(contracts).map(([id, { financier, payer, provider, pays }]) => ({
        id,
        financier: financier.trim(),
        payers: sharersOf(payer),
        ...(provider === undefined ? {} : { provider: provider.trim() }),
        tiers: pays.tiers?.length ?? 0,
      })),
    },
  };
}
