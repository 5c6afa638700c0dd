import { colours, fontSizePx } from "./theme.ts";
import { wrapLabel } from "./widths.ts";

const lineHeightPx = 14;

/**
 * An axis of names, broken into lines and centred beside their bars. Each key begins with its number and a tab, which keeps two
 * things of the same name apart and is not shown.
 */
export function nameAxis(names: readonly string[], widthPx: number, leastStepPx: number) {
  const labels = names.map((name) => wrapLabel(name, widthPx, fontSizePx));
  const linesOf = (label: string) => label.split("\n").length;
  const mostLines = Math.max(1, ...labels.map(linesOf));
  // The first line stands at the bar, so shorter labels get empty lines above and all are lifted alike.
  const keys = labels.map(
    (label, index) => `${index}\t${"\n".repeat(Math.floor((mostLines - linesOf(label)) / 2))}${label}`,
  );
  return {
    keys,
    stepPx: Math.max(leastStepPx, lineHeightPx * mostLines + 10),
    axis: {
      labelExpr: "split(split(datum.label, '\\t')[1], '\\n')",
      labelOffset: (-(mostLines - 1) * lineHeightPx) / 2,
      labelLineHeight: lineHeightPx,
      labelLimit: 400,
      ticks: false,
      domain: false,
      labelPadding: 8,
      labelColor: colours.ink,
    },
  };
}
