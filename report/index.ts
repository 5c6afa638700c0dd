/** A result in words and pictures, in Swedish or English: on a page, in a terminal, in a table. */
export { summaryText } from "./terminal.ts";
export { type View, view } from "./view.ts";
