import { type Issue, UtfallError } from "../engine/issues.ts";
import type { Result } from "../engine/result/result.ts";
import { engineVersion } from "../engine/version.ts";
import { checkValue } from "../scenarios/check.ts";
import type { CheckedScenario } from "../scenarios/checked.ts";
import type { Io } from "./io.ts";

const format: Result["format"] = "utfall-result/1";

export interface StoredResult {
  readonly result: Result;
  /** The scenario that the result holds, checked anew. */
  readonly scenario: CheckedScenario;
}

/**
 * A result that `utfall run` wrote, with the scenario inside it. Throws UtfallError where it is none, has another format, or
 * where its scenario is not the one that was run.
 */
export async function readResult(file: string, io: Pick<Io, "files">): Promise<StoredResult> {
  const refuse = (code: Issue["code"], values: Issue["with"] = {}): never => {
    throw new UtfallError([{ code, with: { file, ...values } }]);
  };
  const document = parse(await io.files.read(file));
  if (!isRecord(document) || typeof document.format !== "string" || !document.format.startsWith("utfall-result/")) {
    return refuse("notAResult");
  }
  if (document.format !== format) return refuse("resultFormat", { found: document.format, wanted: format });
  const { manifest } = document;
  if (!isRecord(manifest) || !isRecord(document.outputs) || !isRecord(document.criteria)) return refuse("notAResult");
  if (!isRecord(document.scenario)) return refuse("resultWithoutScenario");
  const outcome = checkValue(document.scenario);
  if (!outcome.ok) throw new UtfallError(outcome.issues);
  const { scenario } = outcome;
  const same = scenario.hash === manifest.scenarioHash && scenario.content.id === manifest.scenario;
  return same ? { result: document as unknown as Result, scenario } : refuse("resultChanged");
}

/** Throws UtfallError `resultEngine` where another version made the result: only the same must give the same bits. */
export function checkEngine(result: Result, file: string): void {
  const found = result.manifest.engine;
  if (found !== engineVersion)
    throw new UtfallError([{ code: "resultEngine", with: { file, found, own: engineVersion } }]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
