// The nearest to R1 that Squiggle expresses: no correlation between inputs; the pay-back year and the joint chance need
// functions called draw by draw. Options as r1.py, and --package, the folder of @quri/squiggle-lang.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { cpuMs, meanOf, medianOf } from "../statistics.mjs";

const { values: asked } = parseArgs({
  options: {
    draws: { type: "string", default: "65536" },
    runs: { type: "string", default: "1" },
    package: { type: "string" },
  },
});
const draws = Number(asked.draws);
const { run } = await import(pathToFileURL(join(asked.package, "dist/run.js")));
const { version } = JSON.parse(await readFile(join(asked.package, "package.json"), "utf8"));

// Of R1 without its two correlations: the mean from moments, the chance from 13 million plain draws.
const withoutCorrelation = { mean: 697_005.76, sd: 4_860_000, chance: 0.4874713 };

const laterYears = Array.from({ length: 8 }, (_, k) => k + 2);
const program = `
factor = 1 / 1.035
drawn(d) = SampleSet.fromDist(d)
participants = drawn(220 + 200 * beta(2.6, 3.4)) * drawn(beta(32, 8)) * (1 - drawn(beta(6, 24)))
effect = drawn(truncate(Sym.normal(0.18, 0.07), -0.2, 0.8))
cases = participants * drawn(beta(20, 30)) * effect * drawn(uniform(0.7, 1))
cost = drawn(triangular(900000, 1000000, 1300000)) + participants * drawn(lognormal({ mean: 8000, stdev: 1500 }))
costA = drawn(gamma(${(42 / 9) ** 2}, ${9000 ** 2 / 42000}))
costB = drawn(gamma(6.25, 2400))
persistence = drawn(beta(16, 4))
growth = factor * (1 + drawn(normal(0.02, 0.005)))
benefit = cases * (costA + costB)
isNegative = {|x| x < 0 ? 1 : 0}
active1 = 1
power1 = growth
years1 = growth
net1 = benefit * growth - cost * (1 + factor)
highest1 = net1
payback1 = 1 + SampleSet.map(highest1, isNegative)
${laterYears
  .map(
    (year) => `
active${year} = active${year - 1} * persistence${year <= 3 ? " + 1" : ""}
power${year} = power${year - 1} * growth
years${year} = years${year - 1} + active${year} * power${year}
net${year} = net${year - 1} + benefit * active${year} * power${year}${year === 2 ? " - cost * factor ^ 2" : ""}
highest${year} = SampleSet.max(highest${year - 1}, net${year})
payback${year} = payback${year - 1} + SampleSet.map(highest${year}, isNegative)`,
  )
  .join("")}
pvBenefit = benefit * years9
pvCost = cost * (1 + factor + factor ^ 2)
net = pvBenefit - pvCost
perKrona = pvBenefit / pvCost
figures(d) = [mean(d), stdev(d), quantile(d, 0.05), quantile(d, 0.25), quantile(d, 0.5), quantile(d, 0.75), quantile(d, 0.95)]
gain = mean(SampleSet.map(net, {|x| x > 0 ? 1 : 0}))
fair = mean(SampleSet.map(perKrona, {|x| x >= 1.5 ? 1 : 0}))
both = mean(SampleSet.map2(participants, net, {|p, x| p >= 150 && x > 0 ? 1 : 0}))
others = [figures(pvBenefit), figures(pvCost), figures(perKrona), figures(cases * costA * years9), figures(payback9)]
[figures(net)[0], gain, fair, both, others]
`;

async function once(seed) {
  const [start, cpuStart] = [performance.now(), cpuMs()];
  const output = await run(program, { environment: { sampleCount: draws, xyPointLength: 1000, seed } });
  const seconds = (performance.now() - start) / 1000;
  const cpuSeconds = (cpuMs() - cpuStart) / 1000;
  if (!output.result.ok) throw new Error(output.result.value.toString());
  const [mean, chance] = output.result.value.result
    .toString()
    .match(/-?\d[\d.e+]*/g)
    .map(Number);
  return { seconds, cpuSeconds, mean, chance };
}

await once("0");
const runs = [];
for (let k = 1; k <= Number(asked.runs); k++) runs.push(await once(String(k)));
const seconds = runs.map((one) => one.seconds);
const [meanNet, chanceGain] = [meanOf(runs.map(({ mean }) => mean)), meanOf(runs.map(({ chance }) => chance))];
console.log(
  JSON.stringify({
    program: "Squiggle, without correlation",
    versions: { Squiggle: version, Node: process.versions.node },
    draws,
    threads: 1,
    seconds,
    cpuSeconds: runs.map((one) => one.cpuSeconds),
    nsPerDraw: (1e9 * medianOf(seconds)) / draws,
    meanNet,
    chanceGain,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }),
);
const { mean, sd, chance } = withoutCorrelation;
const wrong =
  Math.abs(meanNet - mean) > 5 * (sd / Math.sqrt(draws)) ||
  Math.abs(chanceGain - chance) > 5 * Math.sqrt((chance * (1 - chance)) / draws);
if (wrong) throw new Error(`E[net] ${meanNet} and P(net > 0) ${chanceGain} are not those of R1 without correlation`);
