export { checkText, checkValue } from "../check.ts";
