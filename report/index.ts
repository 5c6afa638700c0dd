/** A result in words and pictures, in Swedish or English: on a page, in a terminal, in a table. */
export { csv } from "./csv.ts";
export { page } from "./page.ts";
export { summaryText } from "./terminal.ts";
export { view } from "./view.ts";
