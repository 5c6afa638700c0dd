export { cutOf, spreadOf } from "./spread.ts";
export { explanationSvg } from "./svg.ts";
export { explanationText } from "./text.ts";
