import type { NodeId } from "../../../engine/model/graph.ts";
import type { ContractContent } from "../../schema/financing.ts";
import { bases } from "../../schema/financing.ts";
import type { Accounts } from "../accounts.ts";
import { type Context, type Flow, inYear, overYears, period } from "../context.ts";
import { flowOf, type Line, nothing } from "../line.ts";
import { partsOf } from "../sharers.ts";
import { baseFlow } from "./base.ts";
import { outcomePayments, type Payments } from "./payments.ts";
import { flowIn, given, moves, type Transfer } from "./transfer.ts";

/** A contract as the accounts see it. */
export interface Contract extends Transfer {
  /** What is paid in each year, the guarantee with it. */
  readonly paid: Flow;
  /** Of this, what is paid by results. */
  readonly byResults: Flow;
  readonly tiers: Payments["tiers"];
}

/**
 * The financier bears its share of the costs that it invests in, in place of those who would have paid them. The payer pays by
 * results; the financier gets that, less what goes to the provider, and at last what the guarantee lacks.
 */
export function contractOf(context: Context, accounts: Accounts, id: string): Contract {
  const { builder, checked } = context;
  const content = checked.content.financing!.contracts[id];
  const { pays, provider, payer } = content;
  const at = `financing.contracts.${id}`;
  const financier = content.financier.trim();
  const invested = investedLines(context, accounts, at, content);
  const investedFlow = sumOf(
    context,
    invested.filter(({ actor, side }) => actor === financier && side === "cost"),
  );
  const isOutcome = !bases.some((base) => base === pays.of.trim());
  const due = isOutcome ? outcomePayments(context, at, content) : savings(context, accounts, at, content);
  const byResults = limited(context, at, content, due, investedFlow);
  const toProvider =
    provider === undefined || pays.toProvider === undefined ? undefined : context.quantity(`${at}.pays.toProvider`);
  const provided =
    toProvider === undefined
      ? undefined
      : flowIn(context, byResults.years, (year) => builder.multiply(inYear(context, byResults.node, year), toProvider));
  const left =
    provided === undefined
      ? byResults
      : { node: builder.subtract(byResults.node, provided.node), years: byResults.years };
  const last = Math.max(0, ...due.years.flatMap((may, year) => (may ? [year] : [])));
  const guaranteed =
    pays.guarantee === undefined
      ? undefined
      : flowIn(
          context,
          due.years.map((_, year) => year === last),
          () => {
            const least = builder.multiply(context.quantity(`${at}.pays.guarantee`), overYears(context, investedFlow));
            return builder.max(builder.constant(0), builder.subtract(least, overYears(context, left)));
          },
        );
  const both = (a: Flow, b: Flow | undefined): Flow =>
    b === undefined
      ? a
      : { node: builder.add(a.node, b.node), years: a.years.map((may, year) => may || b.years[year]) };
  const paid = both(byResults, guaranteed);
  const payers = partsOf(context, `${at}.payer`, payer);
  const lines = [
    ...invested,
    moves(id, financier, both(left, guaranteed)),
    ...(provided === undefined ? [] : [moves(id, provider!.trim(), provided)]),
    ...payers.map(({ actor, of }) => moves(id, actor, given(context, { node: of(paid.node), years: paid.years }))),
  ];
  return { id, lines, paid, byResults, tiers: isOutcome ? (due as Payments).tiers : [] };
}

/** The financier's share of each cost, and as much less with those who would have paid. */
function investedLines(context: Context, accounts: Accounts, at: string, content: ContractContent): readonly Line[] {
  const { builder, shape } = context;
  return Object.keys(content.invests).flatMap((what) => {
    const share = context.quantity(`${at}.invests.${what}`);
    const lines = shape.leaves.flatMap((leaf) => accounts.linesOf(leaf, { side: "cost", what }));
    return lines.flatMap((line) => {
      const node = builder.multiply(line.node, share);
      return [
        { ...line, actor: content.financier.trim(), node },
        { ...line, node: builder.negate(node) },
      ];
    });
  });
}

function sumOf(context: Context, lines: readonly Line[]): Flow {
  const { builder, shape } = context;
  const years = Array.from({ length: shape.horizonYears }, (_, year) => lines.some((line) => line.years[year]));
  if (lines.length === 0) return { node: nothing(context), years };
  return { node: builder.sum(lines.map((line) => flowOf(context, line))), years };
}

/** A share of what the payers gain each year. */
function savings(context: Context, accounts: Accounts, at: string, { pays, payer }: ContractContent): Flow {
  const { builder } = context;
  const base = bases.find((own) => own === pays.of.trim())!;
  const flows = partsOf(context, `${at}.payer`, payer).map(({ actor }) => baseFlow(context, accounts, actor, base));
  const years = flows[0].years.map((_, year) => flows.some((flow) => flow.years[year]));
  return flowIn(context, years, (year) => {
    const all = builder.sum(flows.filter((flow) => flow.years[year]).map((flow) => inYear(context, flow.node, year)));
    return builder.multiply(context.quantity(`${at}.pays.share`, 1), all);
  });
}

/**
 * What is paid of what is due: `shareBefore` of it until as much has been paid as has been invested, `shareAfter` of the rest, all
 * together at most the cap.
 */
function limited(context: Context, at: string, { pays }: ContractContent, due: Flow, invested: Flow): Flow {
  const { builder } = context;
  const isShared = pays.shareBefore !== undefined || pays.shareAfter !== undefined;
  const isCapped = pays.cap !== undefined;
  if (!isShared && !isCapped) return { node: due.node, years: due.years };
  const number = (key: string, fallback: number): NodeId => context.quantity(`${at}.pays.${key}`, fallback);
  const zero = builder.constant(0);
  const shares = isShared ? [number("shareBefore", 1), number("shareAfter", 1), invested.node] : [];
  const states = [...(isCapped ? [number("cap", 0)] : []), ...(isShared ? [zero] : [])];
  const node = builder.scan(period, [due.node, zero, ...shares], states, (body) => {
    let pay = body.operand(0);
    const none = body.operand(1);
    const notPaid = isShared ? body.binary("add", body.state(states.length - 1), body.operand(4)) : none;
    if (isShared) {
      const before = body.operand(2);
      const owed = body.binary("max", notPaid, none);
      const first = body.binary("min", body.binary("multiply", pay, before), owed);
      const used = body.select(first, body.binary("divide", first, before), none);
      const rest = body.binary("multiply", body.binary("subtract", pay, used), body.operand(3));
      pay = body.binary("add", first, body.select(body.binary("greater", owed, first), none, rest));
    }
    if (isCapped) pay = body.binary("min", pay, body.state(0));
    const next = [
      ...(isCapped ? [body.binary("subtract", body.state(0), pay)] : []),
      ...(isShared ? [body.binary("subtract", notPaid, pay)] : []),
    ];
    return { next, emit: pay };
  });
  return { node, years: due.years };
}
