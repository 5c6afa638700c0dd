// What every benchmark measures on: reference model R1, as the catalogue's reference scenario ready to run.
import { readFile } from "node:fs/promises";
import { checkText } from "../dist/scenarios/check.js";
import { compile } from "../dist/scenarios/compile/index.js";

/** The scenario with all that it reports: every figure with its errors, accounts, histograms, rank correlations. */
export async function referenceRequest(asked = {}) {
  const file = new URL("../scenarios/reference.yaml", import.meta.url);
  const outcome = checkText(await readFile(file, "utf8"), "reference.yaml");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return { ...compile(outcome.scenario), seed: "1", design: "sobol", draws: 65_536, ...asked };
}

const ofR1 = ["pvBenefit", "pvCost", "net", "returnPerKrona", "pvBenefit.municipality", "paybackYear"];
const chancesOfR1 = ["criteria.gain", "criteria.fairReturn", "criteria.reachAndGain"];

/** R1 itself: six figures and three chances, as every other program computes them, and their errors. */
export async function r1Request(asked = {}) {
  const request = await referenceRequest(asked);
  const outputs = request.graph.outputs.filter(({ id }) => ofR1.includes(id) || chancesOfR1.includes(id));
  if (outputs.length !== ofR1.length + chancesOfR1.length)
    throw new Error("the reference scenario lacks an output of R1");
  return { ...request, graph: { ...request.graph, outputs }, accounts: [], headlines: [] };
}

/** A job of a request, as a thread gets it. */
export const jobOf = ({ graph, data, seed, design }, draws, replicates) => ({
  graph,
  data,
  plan: { seed, design, draws, replicates, sources: {} },
});
