/** What carries a result, in words and pictures. */
export { sensitivityCsv } from "./csv.ts";
export { type Naming, namesOfDraws, namesOfScenario } from "./naming.ts";
export { sensitivityPage } from "./page.ts";
export { sensitivityText } from "./text.ts";
export { sensitivityView } from "./view.ts";
export { wordsOf } from "./words.ts";
