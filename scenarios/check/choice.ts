import { type Checking, report } from "./checking.ts";
import { shown } from "./shown.ts";

/** One of some words under a key; undefined, and told with the words there are, where it is none of them. */
export function readChoice<T extends string>(
  checking: Checking,
  path: string,
  key: string,
  value: unknown,
  choices: readonly T[],
): T | undefined {
  const found = choices.find((choice) => choice === value);
  if (found === undefined)
    report(checking, "choiceUnknown", `${path}.${key}`, { key, value: shown(value), choices: choices.join(", ") });
  return found;
}
