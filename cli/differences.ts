export interface Difference {
  /** Keys from the top, joined by `/`. */
  readonly path: string;
  readonly stored: unknown;
  readonly fresh: unknown;
}

/**
 * The first place where two JSON documents differ; numbers bit for bit. The order of keys does not count, except that the first
 * difference is the first in the order of `stored`.
 */
export function firstDifference(stored: unknown, fresh: unknown, path: readonly string[] = []): Difference | undefined {
  if (isObject(stored) && isObject(fresh) && Array.isArray(stored) === Array.isArray(fresh)) {
    for (const key of new Set([...Object.keys(stored), ...Object.keys(fresh)])) {
      const found = firstDifference(stored[key], fresh[key], [...path, key]);
      if (found) return found;
    }
    return undefined;
  }
  return Object.is(stored, fresh) ? undefined : { path: path.join("/"), stored, fresh };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
