import { contractIds } from "../../financing.ts";
import type { Accounts } from "../accounts.ts";
import type { Context } from "../context.ts";
import { type Contract, contractOf } from "./contract.ts";
import { type Repayment, repaymentOf } from "./repayment.ts";
import { resultShareOf } from "./resultShare.ts";
import type { Transfer } from "./transfer.ts";

/** The accounts after all that moves between actors, and what moves. */
export interface Financed {
  readonly accounts: Accounts;
  readonly transfers: readonly Transfer[];
  readonly contracts: readonly Contract[];
  readonly repayment?: Repayment;
}

const known = new WeakMap<Accounts, Financed>();

/** Contracts come first, then what is repaid, and last the joint result is shared: each sees what those before have moved. */
export function financed(context: Context, stated: Accounts): Financed {
  const before = known.get(stated);
  if (before !== undefined) return before;
  const { financing } = context.checked.content;
  const contracts = contractIds({ financing }).map((id) => contractOf(context, stated, id));
  let accounts = stated.plus(contracts.flatMap(({ lines }) => lines));
  const repayment = financing?.repayment === undefined ? undefined : repaymentOf(context, accounts, stated);
  accounts = accounts.plus(repayment?.lines ?? []);
  const shared = (["lossShare", "resultShare"] as const)
    .filter((id) => financing?.[id] !== undefined)
    .map((id) => resultShareOf(context, accounts, id));
  const made: Financed = {
    accounts: accounts.plus(shared.flatMap(({ lines }) => lines)),
    transfers: [...contracts, ...(repayment === undefined ? [] : [repayment]), ...shared],
    contracts,
    ...(repayment === undefined ? {} : { repayment }),
  };
  known.set(stated, made);
  return made;
}
