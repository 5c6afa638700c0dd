import { UtfallError } from "../engine/issues.ts";
import type { Failure } from "./protocol.ts";

/** An error as plain data that crosses to another thread with all its fields. */
export function toFailure(error: unknown): Failure {
  if (error instanceof UtfallError) return { kind: "issues", issues: error.issues };
  if (!(error instanceof Error)) return { kind: "fault", name: "Error", message: String(error), fields: {} };
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(error)) if (crosses(value)) fields[key] = value;
  return { kind: "fault", name: error.name, message: error.message, stack: error.stack, fields };
}

/** The error that `toFailure` was given, or its like. */
export function toError(failure: Failure): Error {
  if (failure.kind === "issues") return new UtfallError(failure.issues);
  const error = Object.assign(new Error(failure.message), failure.fields);
  error.name = failure.name;
  if (failure.stack !== undefined) error.stack = failure.stack;
  return error;
}

function crosses(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}
