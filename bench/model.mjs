// What the benchmarks measure on: reference model R1, as the catalogue's reference scenario ready to run, and sixty inputs of
// twenty families.
import { readFile } from "node:fs/promises";
import { checkText } from "../dist/scenarios/check.js";
import { compile } from "../dist/scenarios/compile/index.js";

/** A scenario of the benchmarks, checked. */
export async function checkedFile(place) {
  const outcome = checkText(await readFile(new URL(place, import.meta.url), "utf8"), place);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.scenario;
}

async function requestFor(place, asked) {
  return { ...compile(await checkedFile(place)), seed: "1", design: "sobol", draws: 65_536, ...asked };
}

/** Only some of what a scenario reports, and no accounts. */
function withOutputs(request, ids) {
  const outputs = request.graph.outputs.filter(({ id }) => ids.includes(id));
  if (outputs.length !== ids.length) throw new Error("the scenario lacks an output");
  return { ...request, graph: { ...request.graph, outputs }, accounts: [], headlines: [] };
}

/** The scenario with all that it reports: every figure with its errors, accounts, histograms, rank correlations. */
export const referenceRequest = (asked = {}) => requestFor("../scenarios/reference.yaml", asked);

const ofR1 = ["pvBenefit", "pvCost", "net", "returnPerKrona", "pvBenefit.municipality", "paybackYear"];
const chancesOfR1 = ["criteria.gain", "criteria.fairReturn", "criteria.reachAndGain"];

/** R1 itself: six figures and three chances, as every other program computes them, and their errors. */
export const r1Request = async (asked = {}) => withOutputs(await referenceRequest(asked), [...ofR1, ...chancesOfR1]);

const ofFamilies = ["pvBenefit", "pvCost", "net", "returnPerKrona", "benefit", "cost"];

/** Sixty inputs of twenty families, three of each, added up to six figures. */
export const familiesRequest = async (asked = {}) => withOutputs(await requestFor("families.yaml", asked), ofFamilies);

/** A job of a request, as a thread gets it. */
export const jobOf = ({ graph, data, seed, design }, draws, replicates) => ({
  graph,
  data,
  plan: { seed, design, draws, replicates, sources: {} },
});
