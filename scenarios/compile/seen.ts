import { UtfallError } from "../../engine/issues.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import { type FigurePath, figureId, takesActors } from "../figures.ts";
import { unitWordsOf } from "../twins.ts";
import { Accounts } from "./accounts.ts";
import type { Context } from "./context.ts";
import { figureNode } from "./figures.ts";
import { formulaNode } from "./formulaLines.ts";
import type { Happening } from "./happening.ts";
import { linesOf } from "./lines.ts";
import { quantities } from "./quantity.ts";
import { riskHappenings } from "./risks/happenings.ts";
import { partsAtScale, quantitiesAtScale } from "./scale/atScale.ts";
import { changeHappenings } from "./stops/changes.ts";
import type { Ends } from "./stops/decision.ts";
import { endsOf, mayStop } from "./stops/ends.ts";
import type { View } from "./view.ts";

/** A scenario's parts as one view sees them. */
export interface Seen {
  readonly context: Context;
  /** The accounts with every line, made when they are first asked for. */
  readonly whole: () => Accounts;
  readonly figureOf: (path: FigurePath) => NodeId;
}

/** What the views of one scenario share goes in; each has quantities, formulas and accounts of its own. */
export function seenIn(
  view: View,
  parts: Pick<
    Context,
    | "builder"
    | "parameters"
    | "derived"
    | "checked"
    | "shape"
    | "prefix"
    | "chance"
    | "inputs"
    | "events"
    | "ownPlaces"
    | "luck"
  >,
  parse: (text: string) => FigurePath,
  inView: (view: View) => Seen,
): Seen {
  const { content } = parts.checked;
  let accounts: Accounts | undefined;
  let isBeingMade = false;
  const figureOf = (path: FigurePath): NodeId => figureNode(context, accountsOf(path), path);
  const underWay = new Set<string>();
  const nodeOfName = (name: string): NodeId | undefined => {
    if (underWay.has(name)) throw new UtfallError([{ code: "formulaCircle", path: name, with: { name } }]);
    underWay.add(name);
    const node = Object.hasOwn(content.formulas, name) ? formulaNode(context, name) : figureOf(parse(name));
    underWay.delete(name);
    return node;
  };
  // While the accounts are being made, a formula that joins them can name people and cases, but nothing made of money.
  const accountsOf = (path: FigurePath): Accounts => {
    if (accounts !== undefined) return accounts;
    if (takesActors(path.figure)) {
      // Another view asks: whatever it needs is made for it.
      if (!isBeingMade) return whole();
      throw new UtfallError([{ code: "formulaCircle", path: figureId(path), with: { name: figureId(path) } }]);
    }
    return new Accounts(context, []);
  };
  let happenings: readonly Happening[] | undefined;
  let ends: Ends | undefined;
  const context: Context = {
    ...partsAtScale(parts, view),
    view,
    inView: (other) => inView(other).context,
    figureOf: (path, other) => (other === undefined ? figureOf(path) : inView(other).figureOf(path)),
    money: unitWordsOf(content).money,
    quantity: view.atScale === undefined ? quantities(() => context) : quantitiesAtScale(() => context),
    happenings: () => {
      happenings ??= [...riskHappenings(context), ...changeHappenings(context)];
      return happenings;
    },
    nodeOfName,
    ...(mayStop(view, content)
      ? {
          ends: () => {
            ends ??= endsOf(context);
            return ends;
          },
        }
      : {}),
  };
  const whole = (): Accounts => {
    if (accounts === undefined) {
      isBeingMade = true;
      accounts = new Accounts(context, linesOf(context));
    }
    return accounts;
  };
  return { context, whole, figureOf };
}
