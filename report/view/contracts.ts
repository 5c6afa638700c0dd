import type { ContractAbout } from "../../engine/result/about.ts";
import type { Context } from "../context.ts";
import { type MoneyUnit, moneyUnitText } from "../format.ts";
import { type Cell, fill, plain, type Table } from "../shown.ts";
import type { WordKey } from "../words/index.ts";
import { moneyCell, tableUnit } from "./moneyUnit.ts";

/** Of every contract: how its parties fare, and what is paid. */
export function contractTables(context: Context): Table[] {
  return (context.about.financing?.contracts ?? []).flatMap((contract) => {
    const paid = context.numberOutput(`contractPaid.${contract.id}`);
    if (paid === undefined) return [];
    return [parties(context, contract), payments(context, contract)];
  });
}

const caption = (context: Context, key: WordKey, contract: ContractAbout, unit: MoneyUnit): string =>
  plain(
    fill(context.word(key), {
      contract: context.title(contract.id),
      unit: moneyUnitText(unit, context.about.currency, context.language),
    }),
  );

const chanceCell = (context: Context, id: string): Cell => {
  const chance = context.result.chances?.[id]?.probability;
  return chance === undefined ? "–" : context.chance(`chances|${id}|probability`, chance);
};

function parties(context: Context, contract: ContractAbout): Table {
  const { word } = context;
  const { financier, payers, provider } = contract;
  const roles: readonly (readonly [WordKey, string])[] = [
    ["financierWord", financier],
    ...payers.map((payer) => ["payerWord", payer] as const),
    ...(provider === undefined ? [] : [["providerWord", provider] as const]),
  ];
  const netOf = (id: string) => context.numberOutput(`financed/net.${id}`);
  const unit = tableUnit(
    context,
    roles.flatMap(([, id]) => [netOf(id)?.percentiles["5"]?.value ?? 0, netOf(id)?.percentiles["95"]?.value ?? 0]),
  );
  const multiple = (id: string): Cell => {
    const ratio = context.ratioOutput(`financed/moneyMultiple.${id}`)?.ratioOfMeans;
    return ratio === undefined ? "–" : context.shown(`outputs|financed/moneyMultiple.${id}|ratioOfMeans`, ratio, "1");
  };
  const rate = (id: string): Cell => {
    const found = context.output(`financed/internalRate.${id}`);
    if (found?.kind !== "rate" || found.ofMeanFlows === undefined) return "–";
    return context.shown(`outputs|financed/internalRate.${id}|ofMeanFlows`, found.ofMeanFlows, "share");
  };
  return {
    caption: caption(context, "contractParties", contract, unit),
    columns: [
      { title: word("roleWord") },
      { title: word("actor") },
      ...(["mean", "low", "high", "chanceLoss", "multipleWord", "f_internalRate"] as const).map((key) => ({
        title: word(key),
        numeric: true,
      })),
    ],
    rows: roles.map(([role, id]) => {
      const net = netOf(id);
      const ref = `outputs|financed/net.${id}`;
      return {
        cells: [
          word(role),
          context.title(id),
          moneyCell(context, unit, `${ref}|mean`, net?.mean),
          moneyCell(context, unit, `${ref}|percentiles|5`, net?.percentiles["5"]),
          moneyCell(context, unit, `${ref}|percentiles|95`, net?.percentiles["95"]),
          chanceCell(context, `financed/loses.${id}`),
          multiple(id),
          rate(id),
        ],
      };
    }),
  };
}

/** By tier, by year, and in all. */
function payments(context: Context, contract: ContractAbout): Table {
  const { about, word } = context;
  const { id, tiers } = contract;
  const years = Array.from({ length: about.horizonYears }, (_, year) => year).filter(
    (year) => context.numberOutput(`contractPaid.${id}.y${year}`) !== undefined,
  );
  const rows: readonly (readonly [string, string, Cell])[] = [
    ...Array.from({ length: tiers }, (_, index): readonly [string, string, Cell] => {
      const tier = `${id}Tier${index + 1}`;
      return [context.title(tier), `tierPaid.${tier}`, chanceCell(context, `tierReached.${tier}`)];
    }),
    ...years.map((year): readonly [string, string, Cell] => [
      context.yearLabel(year),
      `contractPaid.${id}.y${year}`,
      "",
    ]),
    [word("paidInAll"), `contractPaid.${id}`, chanceCell(context, `contractPays.${id}`)],
  ];
  const found = (output: string) => context.numberOutput(output);
  const unit = tableUnit(
    context,
    rows.map(([, output]) => found(output)?.percentiles["95"]?.value ?? 0),
  );
  return {
    caption: caption(context, "contractPayments", contract, unit),
    columns: [
      { title: word("paidWord") },
      ...(["mean", "low", "high", "chancePaid"] as const).map((key) => ({ title: word(key), numeric: true })),
    ],
    rows: rows.map(([title, output, chance], index) => ({
      id: output,
      cells: [
        title,
        moneyCell(context, unit, `outputs|${output}|mean`, found(output)?.mean),
        moneyCell(context, unit, `outputs|${output}|percentiles|5`, found(output)?.percentiles["5"]),
        moneyCell(context, unit, `outputs|${output}|percentiles|95`, found(output)?.percentiles["95"]),
        chance,
      ],
      total: index === rows.length - 1,
    })),
    ...(tiers > 0 ? { note: word("paidNote") } : {}),
  };
}
