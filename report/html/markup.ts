import { type Cell, isShown, type Sentence, type Table } from "../shown.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for an element or an attribute. Control characters that HTML forbids are left out. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}]/gu, (letter) => (letter === "\n" || letter === "\t" ? " " : ""))
    .replace(/[&<>"']/g, (letter) => entities[letter]);

/** A sentence with its figures set off; their place in the result stands in `data-ref`, so that a page can be checked against it. */
export function say(cell: Cell): string {
  if (typeof cell === "string") return escapeHtml(cell);
  if (isShown(cell)) return `<b data-ref="${escapeHtml(cell.ref)}">${escapeHtml(cell.text)}</b>`;
  return cell.parts.map(say).join("");
}

export const paragraph = (sentences: readonly Sentence[], className = ""): string =>
  sentences.length === 0 ? "" : `<p${className ? ` class="${className}"` : ""}>${sentences.map(say).join(" ")}</p>`;

const cellText = (cell: Cell): string =>
  isShown(cell)
    ? `<span data-ref="${escapeHtml(cell.ref)}">${escapeHtml(cell.text)}</span>`
    : typeof cell === "string"
      ? escapeHtml(cell)
      : cell.parts.map(cellText).join("");

/** A table in a box of its own that scrolls sideways where the screen is too narrow. */
export function table(
  from: Table,
  options: { readonly stack?: boolean; readonly quietCaption?: boolean; readonly bare?: boolean } = {},
): string {
  const head = options.bare
    ? ""
    : `<thead><tr>${from.columns.map((column) => `<th scope="col"${column.numeric ? ' class="n"' : ""}>${escapeHtml(column.title)}</th>`).join("")}</tr></thead>`;
  const body = from.rows
    .map(({ cells, depth, total }) => {
      const classes = [...(total ? ["total"] : []), ...(depth ? [`depth${Math.min(depth, 3)}`] : [])].join(" ");
      const rest = cells.slice(1).map((cell, k) => {
        const column = from.columns[k + 1];
        const name = options.stack && column?.title ? ` data-name="${escapeHtml(column.title)}"` : "";
        return `<td${column?.numeric ? ' class="n"' : ""}${name}>${cellText(cell)}</td>`;
      });
      return `<tr${classes ? ` class="${classes}"` : ""}><th scope="row">${cellText(cells[0])}</th>${rest.join("")}</tr>`;
    })
    .join("");
  const caption = `<caption${options.quietCaption ? ' class="hidden"' : ""}><span>${escapeHtml(from.caption)}</span></caption>`;
  const note = from.note ? `<p class="note">${escapeHtml(from.note)}</p>` : "";
  const box = `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(from.caption)}">`;
  return `${box}<table${options.stack ? ' class="stack"' : ' class="wide"'}>${caption}${head}<tbody>${body}</tbody></table></div>${note}`;
}
