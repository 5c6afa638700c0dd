import type { Issue } from "../../engine/issues.ts";
import { join } from "../source.ts";

/** A copy of a JavaScript value as plain data; what a file could not hold is told. Keys without value (`undefined`) are left out. */
export function toPlain(value: unknown): { value: unknown; issues: Issue[] } {
  const issues: Issue[] = [];
  const above: object[] = [];
  const refuse = (path: string, what: string): undefined => {
    issues.push({ code: "notPlainData", path, with: { path: path === "" ? "scenario" : path, what } });
    return undefined;
  };
  const copy = (own: unknown, path: string): unknown => {
    if (typeof own === "string" || typeof own === "number") return own;
    if (own === null) {
      issues.push({ code: "emptyValue", path, with: { key: path } });
      return undefined;
    }
    if (typeof own !== "object") return refuse(path, own === undefined ? "(empty)" : `(${typeof own})`);
    if (above.includes(own)) return refuse(path, "(circular)");
    if (above.length > 40) return refuse(path, "(too deep)");
    const plain =
      Array.isArray(own) || Object.getPrototypeOf(own) === Object.prototype || Object.getPrototypeOf(own) === null;
    if (!plain) return refuse(path, `(${own.constructor?.name ?? "?"})`);
    above.push(own);
    const made = Array.isArray(own)
      ? Array.from(own, (item, index) => copy(item, join(path, index)))
      : Object.fromEntries(
          Object.entries(own)
            .filter(([, inner]) => inner !== undefined)
            .map(([key, inner]) => [key, copy(inner, join(path, key))]),
        );
    above.pop();
    return made;
  };
  return { value: copy(value, ""), issues };
}
