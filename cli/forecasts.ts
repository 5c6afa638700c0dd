import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Issue, UtfallError } from "../engine/issues.ts";
import type { NamedObserved } from "../scenarios/observed/merge.ts";
import type { Io } from "./io.ts";
import { openObserved } from "./observed.ts";
import { readResult, type StoredResult } from "./resultFile.ts";

/** A forecast and the follow-up that goes furthest of the same programme. */
export interface ForecastPair extends StoredResult, NamedObserved {}

/** Pairs the results and follow-ups of a folder by programme. Throws UtfallError for files that are broken, and where there is no folder or no pair. */
export async function forecastPairs(
  folder: string,
  io: Io,
): Promise<{ readonly pairs: readonly ForecastPair[]; readonly issues: readonly Issue[] }> {
  const issues: Issue[] = [];
  const names = namesIn(folder);
  const texts = await Promise.all(names.map(async (name) => ({ name, text: await io.files.read(join(folder, name)) })));
  const forecasts = new Map<string, StoredResult>();
  for (const { name } of texts.filter(({ text }) => /"format"\s*:\s*"utfall-result\//.test(text))) {
    const stored = await readResult(join(folder, name), io);
    const { scenario } = stored.result.manifest;
    if (stored.result.update !== undefined) issues.push({ code: "calibrationUpdated", with: { file: name } });
    else if (!forecasts.has(scenario)) forecasts.set(scenario, stored);
  }
  const pairs = new Map<string, ForecastPair>();
  for (const { name, text } of texts.filter((own) => /utfall-observed\//.test(own.text) && !isResult(own.text))) {
    const id = [...forecasts.keys()].find((own) =>
      new RegExp(`\\b(?:scenario|id)"?:\\s*["']?${own}(?![\\w-])`).test(text),
    );
    const forecast = id === undefined ? undefined : forecasts.get(id);
    if (forecast === undefined) {
      issues.push({ code: "calibrationAlone", with: { file: name } });
      continue;
    }
    const { observed } = openObserved(join(folder, name), forecast.scenario);
    const before = pairs.get(id!);
    if (before === undefined || before.observed.months < observed.months)
      pairs.set(id!, { ...forecast, file: name, observed });
  }
  for (const id of forecasts.keys()) if (!pairs.has(id)) issues.push({ code: "calibrationAlone", with: { file: id } });
  if (pairs.size === 0) throw new UtfallError([{ code: "calibrationPairs", with: { folder } }, ...issues]);
  return { pairs: [...pairs.values()], issues };
}

const isResult = (text: string): boolean => /"format"\s*:\s*"utfall-result\//.test(text);

function namesIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/i.test(name));
    return names.filter((name) => statSync(join(folder, name)).isFile()).sort();
  } catch {
    throw new UtfallError([{ code: "calibrationFolder", with: { folder } }]);
  }
}
