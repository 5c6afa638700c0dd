/**
 * Advance widths of Arial (and of Liberation Sans and Helvetica, which share them), in thousandths of an em. Charts are laid out
 * without a screen, so text has to be measured by a table; the same table everywhere gives the same picture everywhere.
 */
const groups: readonly (readonly [string, number])[] = [
  ["ijl'", 222],
  [" .,:;/I!tf\u00a0\\|", 278],
  ["r()-`[]{}", 333],
  ["cksvxyzJ", 500],
  ["abdeghnopquåäöé0123456789?_#$–“”", 556],
  ["+<>=~\u2212", 584],
  ["FTZ", 611],
  ["ABEKPSVXYÅÄ&", 667],
  ["CDHNRUw", 722],
  ["GOQÖ", 778],
  ["mM", 833],
  ["%", 889],
  ["W", 944],
  ["—…@", 1000],
];
const widths = new Map(groups.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)));

/** Width of a text in pixels. Letters that the table lacks count as a wide digit. */
export function textWidth(text: string, fontSizePx: number): number {
  let thousandths = 0;
  for (const letter of text) thousandths += widths.get(letter) ?? 600;
  return (thousandths * fontSizePx) / 1000;
}

/** Breaks a label at spaces into lines that fit, at most `lines`; the last one ends in … where it does not. */
export function wrapLabel(text: string, widthPx: number, fontSizePx: number, lines = 3): string {
  const done: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, fontSizePx) > widthPx) {
      done.push(line);
      line = word;
    } else line = longer;
  }
  done.push(line);
  if (done.length <= lines) return done.join("\n");
  return [...done.slice(0, lines - 1), `${done[lines - 1]} …`].join("\n");
}
