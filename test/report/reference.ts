import type { About, Text } from "../../engine/result/about.ts";
import type { OutputSummary, Result } from "../../engine/result/result.ts";
import { accountsOf, chanceOf, draws, moneyOutputs, numberSummary, resultOf, simulate } from "./simulate.ts";

const years = 10;
const rate = 0.035;
const both = (en: string, sv: string): Text => ({ en, sv });

const inputs: Readonly<Record<string, Text>> = {
  targetGroup: both("Target group", "Målgrupp"),
  reach: both("Reach", "Andel nådda"),
  dropout: both("Dropout", "Avhopp"),
  baselineRisk: both("Risk without the programme", "Risk utan satsningen"),
  effect: both("Effect", "Effekt"),
  fixedCostPerYear: both("Fixed cost a year", "Fast kostnad per år"),
  costPerParticipant: both("Cost per participant", "Kostnad per deltagare"),
  unitCostA: both("Unit cost, the municipality", "Enhetskostnad, kommunen"),
  unitCostB: both("Unit cost, the region", "Enhetskostnad, regionen"),
  persistence: both("Share of the effect kept each year", "Andel av effekten som består varje år"),
  scaleUpFactor: both("Effect at scale", "Effekt i full skala"),
  wageDrift: both("Wage drift", "Löneutveckling"),
};

const referenceAbout: About = {
  id: "reference",
  version: "1",
  language: "en",
  title: both("Reference programme R1", "Referensprogrammet R1"),
  summary: both(
    "A made-up three-year programme seen over ten years, small enough to be written in any tool.",
    "En påhittad treårig satsning sedd över tio år, så liten att den går att skriva i vilket verktyg som helst.",
  ),
  status: both("Test model", "Testmodell"),
  currency: "SEK",
  priceYear: 2025,
  programmeYears: 3,
  horizonYears: years,
  discountRatePerYear: rate,
  leading: "society",
  titles: {
    municipality: both("The municipality", "Kommunen"),
    region: both("The region", "Regionen"),
    society: both("Society", "Samhället"),
    relapse: both("Has the problem again", "Har problemet igen"),
    gain: both("net > 0 kr", "net > 0 kr"),
  },
  actors: [
    { id: "municipality", parts: [], depth: 0 },
    { id: "region", parts: [], depth: 0 },
  ],
  perspectives: { society: ["municipality", "region"] },
  outcomes: [{ id: "relapse", better: "lower", unit: "share" }],
  criteria: [
    { id: "gain", test: "net > 0 kr" },
    { id: "fairReturn", test: "returnPerKrona >= 1.5" },
    { id: "reachAndGain", test: "completed.y0 >= 150 people and net > 0 kr" },
  ],
  success: ["gain", "fairReturn", "reachAndGain"],
  sources: [],
  assumptions: Object.entries(inputs).map(([id, title]) => ({
    place: id,
    input: `reference/${id}`,
    title,
    written: both("a spread", "ett spann"),
    unit: "share",
    row: "other",
    uncertain: true,
  })),
  notCounted: [],
  reproduces: [],
};

let made: Result | undefined;

/** R1: its mean is positive while its median and its chance of success are below a half. */
export function reference(): { readonly result: Result; readonly about: About } {
  made ??= run();
  return { result: made, about: referenceAbout };
}

function run(): Result {
  const simulated = simulate(2, years, (s, tell) => {
    const input = (id: string, value: number) => tell.input(`reference/${id}`, value);
    const targetGroup = input("targetGroup", s.pert(220, 300, 420));
    const completed = targetGroup * input("reach", s.beta(32, 8)) * (1 - input("dropout", s.beta(6, 24)));
    const baselineRisk = input("baselineRisk", s.beta(20, 30));
    const effect = input("effect", s.truncated(0.18, 0.07, -0.2, 0.8));
    const fixed = input("fixedCostPerYear", s.triangular(900_000, 1_000_000, 1_300_000));
    const perPerson = input("costPerParticipant", s.lognormal(8_000, 1_500));
    const unitCostA = input("unitCostA", s.gamma(42_000, 9_000));
    const unitCostB = input("unitCostB", s.gamma(15_000, 6_000));
    const persistence = input("persistence", s.beta(16, 4));
    const scale = input("scaleUpFactor", s.uniform(0.7, 1));
    const drift = input("wageDrift", s.normal(0.02, 0.005));
    const cases = completed * baselineRisk * effect * scale;
    for (let year = 0; year < years; year++) {
      if (year < 3) tell.flow("municipality", "cost", year, fixed + completed * perPerson);
      for (let cohort = 0; cohort < Math.min(3, year); cohort++) {
        const kept = cases * persistence ** (year - cohort - 1) * (1 + drift) ** year;
        tell.flow("municipality", "benefit", year, kept * unitCostA);
        tell.flow("region", "benefit", year, kept * unitCostB);
      }
    }
    tell.quantity("cases.relapse", 3 * cases);
    tell.quantity("completed.y0", completed);
  });
  const outputs: Record<string, OutputSummary> = {};
  const nets: Record<string, Float64Array> = {};
  const everybody = ["municipality", "region"];
  for (const [suffix, who] of Object.entries({
    "": everybody,
    ".society": everybody,
    ".municipality": ["municipality"],
    ".region": ["region"],
  })) {
    const money = moneyOutputs(simulated, who, suffix, rate, suffix === ".society");
    Object.assign(outputs, money.outputs);
    nets[suffix] = money.net;
  }
  outputs["cases.relapse"] = numberSummary(simulated.columns["cases.relapse"], "case");
  outputs["completed.y0"] = numberSummary(simulated.columns["completed.y0"], "people");
  const net = nets[".society"];
  const test = (of: (d: number) => boolean) => chanceOf(new Float64Array(draws).map((_, d) => Number(of(d))));
  const enough = (d: number) => simulated.columns["completed.y0"][d] >= 150 && net[d] > 0;
  const fair = (d: number) => net[d] > 1_900_000 * 2;
  const criteria = {
    gain: test((d) => net[d] > 0),
    fairReturn: test(fair),
    reachAndGain: test(enough),
    all: test((d) => fair(d) && enough(d)),
  };
  return resultOf(
    "reference",
    simulated,
    { id: "net.society", column: net },
    { outputs, criteria, accounts: accountsOf(simulated, rate) },
  );
}
