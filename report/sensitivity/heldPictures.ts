import type { Figure } from "../../engine/result/result.ts";
import type { Analysis } from "../../engine/sensitivity/analysis.ts";
import type { Naming } from "./naming.ts";
import { axisTitle, mostBars, type SensitivityPicture } from "./picture.ts";
import { rowTitle } from "./rows.ts";
import { sensitivityWord as word, wordsOf } from "./words.ts";

const mostLines = 5;

/** A tornado and a spider of inputs that are held one at a time; none for other methods. */
export function heldPictures(
  { method, of, unit, rows, curves = [], more }: Analysis,
  naming: Naming,
): readonly SensitivityPicture[] {
  const unheld = more?.unheld as Figure | undefined;
  if (method !== "oneWay" || unheld === undefined || rows.length === 0) return [];
  const { language } = naming;
  const { title, measure } = wordsOf(method, language);
  const shown = rows.slice(0, mostBars);
  const axis = naming.axis(
    unit,
    shown.flatMap(({ figures: { low, high } }) => [low.low, low.high, high.low, high.high]),
  );
  const sized = ({ value, low, high }: Figure) => ({
    value: value / axis.size,
    low: low / axis.size,
    high: high / axis.size,
  });
  const lines = shown.slice(0, mostLines).flatMap(({ inputs: [input] }) => {
    const points = curves.find((own) => own.input === input)?.points ?? [];
    return points.length < 2
      ? []
      : [
          {
            name: naming.input(input),
            points: points.map(({ share = 0, figure }) => ({ share, value: figure.value / axis.size })),
          },
        ];
  });
  const about = { axisTitle: axisTitle(naming.output(of), axis.title) };
  return [
    {
      ...about,
      kind: "tornado",
      title: `${title}: ${naming.output(of)}`,
      caption: word("tornadoCaption", language),
      unheld: unheld.value / axis.size,
      sides: [measure("low"), measure("high")],
      rows: shown.map((row) => ({
        name: rowTitle(row, naming),
        ends: [sized(row.figures.low), sized(row.figures.high)],
      })),
    },
    ...(lines.length === 0
      ? []
      : [
          {
            ...about,
            kind: "spider" as const,
            title: word("spiderTitle", language, { of: naming.output(of) }),
            caption: word("spiderCaption", language),
            xTitle: word("ownPercentile", language),
            lines,
          },
        ]),
  ];
}
