import type { NodeId } from "../../engine/model/graph.ts";
import type { Context, Flow } from "./context.ts";
import { flowOf, isWhole, type Kind, type Line, nothing } from "./line.ts";

/** Which of the lines a figure adds up. */
export interface Selection {
  readonly side: "benefit" | "cost";
  /** A consequence, cost or formula; all where absent. */
  readonly what?: string;
  /** An actor or perspective; everybody where absent. */
  readonly who?: string;
  /** Number of a segment; then only flows that are divided into segments count. */
  readonly segment?: number;
  /** Of benefits: what can be taken out of a budget, or the whole of one kind; all where absent. */
  readonly part?: "cashable" | Kind;
}

/** Sums of the lines of the accounts. An actor is the sum of its parts, a perspective of its actors, `net` of all. */
export class Accounts {
  readonly #context: Context;
  readonly #lines: readonly Line[];

  constructor(context: Context, lines: readonly Line[]) {
    this.#context = context;
    this.#lines = lines;
  }

  /** True where no line is added up, whatever the numbers are: nobody there pays or gains. */
  isEmpty(selection: Selection): boolean {
    return this.leavesOf(selection.who).every((leaf) => this.linesOf(leaf, selection).length === 0);
  }

  /** True where some line of the actor or perspective is divided into segments. */
  isSplit(who?: string): boolean {
    return this.#lines.some((line) => this.leavesOf(who).includes(line.actor) && !isWhole(this.#context, line));
  }

  /** Lines of one leaf actor; with a segment only those that are divided into segments. */
  linesOf(leaf: string, { side, what, segment, part }: Selection): readonly Line[] {
    return linesOfPart(this.#lines, part).filter(
      (line) =>
        line.side === side &&
        line.actor === leaf &&
        (what === undefined || line.what === what) &&
        (segment === undefined || !isWhole(this.#context, line)),
    );
  }

  /** The same accounts with every line changed in one way. */
  changed(change: (line: Line) => Line): Accounts {
    return new Accounts(this.#context, this.#lines.map(change));
  }

  /** The same accounts with further lines. */
  plus(lines: readonly Line[]): Accounts {
    return lines.length === 0 ? this : new Accounts(this.#context, [...this.#lines, ...lines]);
  }

  /** kr in each year. */
  flow(selection: Selection): Flow {
    const { builder, shape } = this.#context;
    const sums: NodeId[] = [];
    const years = Array.from({ length: shape.horizonYears }, () => false);
    for (const leaf of this.leavesOf(selection.who)) {
      const lines = this.linesOf(leaf, selection);
      if (lines.length === 0) continue;
      sums.push(builder.sum(lines.map((line) => flowOf(this.#context, line, selection.segment))));
      for (const line of lines)
        line.years.forEach((may, year) => {
          years[year] ||= may;
        });
    }
    return { node: sums.length === 0 ? nothing(this.#context) : builder.sum(sums), years };
  }

  /** The leaf actors that somebody is the sum of; all where absent. */
  leavesOf(who?: string): readonly string[] {
    const { leaves, actors, perspectives } = this.#context.shape;
    if (who === undefined) return leaves;
    return perspectives.get(who) ?? actors.get(who) ?? [];
  }
}

/** The lines of which a part is asked for, each as that part of itself. Fiscal is what says no other kind. */
function linesOfPart(lines: readonly Line[], part: Selection["part"]): readonly Line[] {
  if (part === undefined) return lines;
  if (part === "cashable")
    return lines.flatMap(({ cashable, ...line }) => (cashable === undefined ? [] : [{ ...line, ...cashable }]));
  return lines.filter(({ kind = "fiscal" }) => kind === part);
}
