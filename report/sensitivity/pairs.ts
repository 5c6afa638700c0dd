import type { Analysis } from "../../engine/sensitivity/analysis.ts";
import type { SwitchingPair } from "../../engine/sensitivity/switchingPairs.ts";
import type { Grid } from "../../engine/sensitivity/twoWay.ts";
import type { Table } from "../shown.ts";
import type { Naming } from "./naming.ts";
import { intervalAfter, isIndistinct, quoted } from "./rows.ts";
import { sensitivityWord as word } from "./words.ts";

/** What two inputs do together, in sentences; none for methods of one. */
export function pairSentences(analysis: Analysis, naming: Naming): readonly string[] {
  if (analysis.method === "twoWay" && Array.isArray(analysis.more?.grids))
    return gridSentences(analysis, analysis.more.grids, naming);
  if (analysis.method === "switchingPairs" && Array.isArray(analysis.more?.pairs))
    return flipSentences(analysis, analysis.more.pairs, naming);
  return [];
}

function gridSentences({ of, unit, rows }: Analysis, grids: readonly Grid[], naming: Naming): readonly string[] {
  const { language } = naming;
  return rows.flatMap((row) => {
    const { inputs, figures } = row;
    const grid = grids.find((own) => own.inputs[0] === inputs[0] && own.inputs[1] === inputs[1]);
    if (grid === undefined) return [];
    const [at, otherAt] = grid.at;
    const change = (from: string, to: string) =>
      naming.say(
        figures[to].value - figures[from].value,
        unit,
        // No digit that the means themselves leave open.
        Math.min(figures[to].se, figures[from].se),
      );
    const sentence = word("together", language, {
      what: word(unit === "share" ? "chanceOf" : "expectedOf", language, { of: quoted(naming.output(of), language) }),
      first: quoted(naming.input(inputs[0]), language),
      second: quoted(naming.input(inputs[1]), language),
      low: naming.sayInput(inputs[0], at[0], 0),
      high: naming.sayInput(inputs[0], at[at.length - 1], 0),
      otherLow: naming.sayInput(inputs[1], otherAt[0], 0),
      otherHigh: naming.sayInput(inputs[1], otherAt[otherAt.length - 1], 0),
      atLow: change("lowLow", "highLow"),
      atHigh: change("lowHigh", "highHigh"),
    });
    return [isIndistinct(row, "together") ? `${sentence} ${word("togetherAdds", language)}` : sentence];
  });
}

function flipSentences({ of, rows }: Analysis, pairs: readonly SwitchingPair[], naming: Naming): readonly string[] {
  const { language } = naming;
  return pairs.flatMap(({ inputs: [input, other], points }) => {
    const row = rows.find(({ inputs }) => inputs[0] === input && inputs[1] === other);
    const ends = [points[0], points[Math.floor(points.length / 2)], points[points.length - 1]];
    return ends.map(({ at }, k) => {
      const root = row?.figures[["atLow", "atMedian", "atHigh"][k]];
      return word(root === undefined ? "flipsNot" : "flipsAt", language, {
        of: quoted(naming.output(of), language),
        first: quoted(naming.input(input), language),
        second: quoted(naming.input(other), language),
        at: naming.sayInput(input, at, 0),
        root: root === undefined ? "" : naming.sayInput(other, root.value, root.se),
        interval: root === undefined ? "" : intervalAfter(other, root, naming),
      });
    });
  });
}

/** The output over two inputs, the first downwards; none for other methods. */
export function gridsOf({ method, of, unit, more }: Analysis, naming: Naming): readonly Table[] {
  if (method !== "twoWay" || !Array.isArray(more?.grids)) return [];
  const grids: readonly Grid[] = more.grids;
  return grids.flatMap(({ inputs: [first, second], at, cells }): Table[] => {
    if (cells.length === 0) return [];
    const caption = word("gridTitle", naming.language, {
      of: naming.output(of),
      first: naming.input(first),
      second: naming.input(second),
    });
    return [
      {
        caption,
        columns: [
          { title: "" },
          ...at[1].map((value) => ({ title: naming.sayInput(second, value, 0), numeric: true })),
        ],
        rows: cells.map((row, i) => ({
          cells: [
            naming.sayInput(first, at[0][i], 0),
            ...row.map((own) => (own === null ? "–" : naming.say(own.value, unit, own.se))),
          ],
        })),
      },
    ];
  });
}
