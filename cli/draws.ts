/** Lines that are handed to the disk at a time. */
const linesAtATime = 4096;

/**
 * Every draw of the kept figures as CSV (RFC 4180): a line of names, then one line a draw, numbers as short as they can be
 * while reading back to the same double. A failed draw has empty cells. Made piece by piece.
 */
export function* drawsCsv(columns: ReadonlyMap<string, Float64Array>, draws: number): Generator<string> {
  yield `${["draw", ...columns.keys()].map(cell).join(",")}\r\n`;
  const values = [...columns.values()];
  for (let from = 0; from < draws; from += linesAtATime) {
    let lines = "";
    for (let draw = from; draw < Math.min(draws, from + linesAtATime); draw++) {
      lines += `${draw},${values.map((column) => number(column[draw])).join(",")}\r\n`;
    }
    yield lines;
  }
}

const number = (value: number): string => (Number.isNaN(value) ? "" : String(value));
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
