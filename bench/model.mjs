// The catalogue's reference scenario, ready to run: what every benchmark measures on.
import { readFile } from "node:fs/promises";
import { checkText } from "../dist/scenarios/check.js";
import { compile } from "../dist/scenarios/compile/index.js";

export async function referenceRequest(asked = {}) {
  const file = new URL("../scenarios/reference.yaml", import.meta.url);
  const outcome = checkText(await readFile(file, "utf8"), "reference.yaml");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return { ...compile(outcome.scenario), seed: "1", design: "sobol", draws: 65_536, ...asked };
}

/** A job of a request, as a thread gets it. */
export const jobOf = ({ graph, data, seed, design }, draws, replicates) => ({
  graph,
  data,
  plan: { seed, design, draws, replicates, sources: {} },
});
