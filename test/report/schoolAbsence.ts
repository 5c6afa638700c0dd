import type { About, AssumptionAbout, Text } from "../../engine/result/about.ts";
import type { OutputSummary, Result } from "../../engine/result/result.ts";
import { accountsOf, chanceOf, draws, moneyOutputs, numberSummary, resultOf, simulate } from "./simulate.ts";

const years = 15;
const rate = 0.035;
const leaves = ["fund", "education", "social", "state", "youth"];
const both = (en: string, sv: string): Text => ({ en, sv });
const place = (path: string) => `school-absence/${path}`;

const schoolAbsenceAbout: About = {
  id: "school-absence",
  version: "1",
  language: "en",
  title: both("Less unexcused absence in upper-secondary school", "Mindre ogiltig frånvaro i gymnasieskolan"),
  summary: both(
    "For three school years a team works with unexcused absence at one of the municipality's two upper-secondary schools, so that more pupils finish on time and fewer need extra schooling or social assistance afterwards.",
    "Under tre läsår arbetar ett team mot ogiltig frånvaro på en av kommunens två gymnasieskolor, så att fler blir klara i tid och färre behöver extra utbildning eller försörjningsstöd efteråt.",
  ),
  status: both(
    "Made-up example from the guide, not an evaluated programme",
    "Påhittat exempel ur guiden, inte en utvärderad satsning",
  ),
  decision: {
    question: both("Shall the programme run for three school years?", "Ska satsningen genomföras under tre läsår?"),
    without: both("Both schools go on as today", "Båda skolorna fortsätter som i dag"),
    body: both("Municipal executive board", "Kommunstyrelsen"),
    owner: both("Head of the education administration", "Utbildningschefen"),
  },
  currency: "SEK",
  priceYear: 2025,
  start: "2026-08",
  programmeYears: 3,
  horizonYears: years,
  discountRatePerYear: rate,
  leading: "organisation",
  titles: {
    municipality: both("The municipality", "Kommunen"),
    fund: both("Social investment fund", "Sociala investeringsmedel"),
    education: both("Education committee", "Utbildningsnämnden"),
    social: both("Social services committee", "Socialnämnden"),
    state: both("The state", "Staten"),
    youth: both("The young people", "De unga själva"),
    organisation: both("The organisation", "Organisationen"),
    publicSector: both("The public sector", "Offentlig sektor"),
    society: both("Society", "Samhället"),
    over60: both("Pupils with more than 60 % unexcused absence", "Elever med mer än 60 % ogiltig frånvaro"),
    others: both("All other pupils", "Övriga elever"),
    absence: both("Unexcused absence", "Ogiltig frånvaro"),
    notFinishing: both(
      "Does not finish within the ordinary time because of unexcused absence",
      "Blir inte klar inom ordinarie studietid på grund av ogiltig frånvaro",
    ),
    absenceAll: both("Unexcused absence down 25 %", "Ogiltig frånvaro minskar med 25 %"),
    finishing: both("Those who do not finish on time down 50 %", "Andelen som inte blir klara i tid minskar med 50 %"),
    finishingNet: both(
      "A third fewer do not finish, after deduction for the comparison school",
      "En tredjedel färre blir försenade, efter avdrag för jämförelseskolan",
    ),
    paysBack: both("The municipality gets its money back", "Kommunen får igen sina pengar"),
  },
  actors: [
    { id: "municipality", parts: ["fund", "education", "social"], depth: 0 },
    { id: "fund", parts: [], depth: 1 },
    { id: "education", parts: [], depth: 1 },
    { id: "social", parts: [], depth: 1 },
    { id: "state", parts: [], depth: 0 },
    { id: "youth", parts: [], depth: 0 },
  ],
  perspectives: {
    organisation: ["fund", "education", "social"],
    publicSector: ["fund", "education", "social", "state"],
    society: leaves,
  },
  outcomes: [
    {
      id: "absence",
      better: "lower",
      unit: "hours/person/year",
      indicator: both("Registered unexcused absence", "Registrerad ogiltig frånvaro"),
    },
    {
      id: "notFinishing",
      better: "lower",
      unit: "share",
      indicator: both("Final certificate within three years", "Gymnasieexamen inom tre år"),
    },
  ],
  criteria: [
    { id: "absenceAll", test: "improvementGross.absence >= 25 %", source: "guide", netTwin: "absenceAllNet" },
    { id: "absenceAllNet", test: "improvementNet.absence >= 25 %", added: true },
    { id: "finishing", test: "improvementGross.notFinishing >= 50 %", source: "guide", netTwin: "finishingNetTwin" },
    { id: "finishingNetTwin", test: "improvementNet.notFinishing >= 50 %", added: true },
    { id: "finishingNet", test: "improvementNet.notFinishing >= 33 %" },
    { id: "paysBack", test: "returnPerKrona.organisation >= 1" },
  ],
  success: ["finishingNet", "paysBack"],
  sources: [
    {
      id: "guide",
      title: both(
        "Guide to social investments, Uppdrag Psykisk Hälsa, SKL 2017, appendix B",
        "Guide för sociala investeringar, Uppdrag Psykisk Hälsa, SKL 2017, bilaga B",
      ),
    },
    {
      id: "ours",
      title: both(
        "Our own assumption, to be replaced by local figures",
        "Vårt eget antagande, att ersätta med lokala uppgifter",
      ),
    },
  ],
  assumptions: assumptions(),
  notCounted: [
    both(
      "Higher earnings and tax (most of the tax is evened out between municipalities)",
      "Högre inkomster och skatt (det mesta av skatten jämnas ut mellan kommunerna)",
    ),
    both("Health and well-being of the pupils", "Elevernas hälsa och välbefinnande"),
    both("Care in the region", "Vård i regionen"),
  ],
  reproduces: [
    { figure: "statedEffect.notFinishing", value: 0.35, within: 0.005, unit: "share", source: "guide" },
    { figure: "cost.organisation", value: 4_000_000, within: 100_000, unit: "kr", source: "guide" },
    { figure: "returnPerKrona.organisation", value: 2.5, within: 0.05, unit: "share", source: "guide" },
  ],
};

function assumptions(): AssumptionAbout[] {
  const one = (
    name: string,
    row: AssumptionAbout["row"],
    title: Text,
    written: Text,
    unit: string,
    evidence: AssumptionAbout["evidence"] = "assumption",
    uncertain = true,
  ): AssumptionAbout => ({
    place: name,
    ...(uncertain ? { input: place(name) } : {}),
    title,
    written,
    unit,
    row,
    source: evidence === "research" ? "guide" : "ours",
    ...(evidence ? { evidence } : {}),
    uncertain,
  });
  const spread = (low: string, best: string, high: string, unitEn: string, unitSv: string) =>
    both(
      `between ${low} and ${high}, most likely ${best}${unitEn}`,
      `mellan ${low} och ${high}, troligast ${best}${unitSv}`,
    );
  return [
    one(
      "outcomes.notFinishing.among",
      "reach",
      both("Does not finish: pupils in their last year", "Blir inte klar: elever i sista året"),
      spread("270", "300", "330", " people a year", " personer per år"),
      "people/year",
    ),
    one(
      "costs.team.post.salary",
      "resources",
      both("Cost: Attendance team, salary", "Kostnad: Närvaroteam, lön"),
      spread("37 000", "38 000", "39 000", " kr/month", " kr per månad"),
      "kr/month",
    ),
    one(
      "costs.training",
      "resources",
      both("Cost: Training", "Kostnad: Utbildning"),
      spread("100 000", "120 000", "140 000", " kr", " kr"),
      "kr",
    ),
    one(
      "costs.premises",
      "resources",
      both("Cost: Premises", "Kostnad: Lokaler"),
      both("50 000 kr/year", "50 000 kr per år"),
      "kr/year",
      undefined,
      false,
    ),
    one(
      "outcomes.notFinishing.baseline",
      "shortTerm",
      both("Does not finish: level at the start", "Blir inte klar: utgångsläge"),
      spread("12 %", "20 %", "28 %", "", ""),
      "share",
    ),
    one(
      "outcomes.notFinishing.effect.changes.participants",
      "shortTerm",
      both("Does not finish: change at the programme’s school", "Blir inte klar: förändring på satsningens skola"),
      both("−60 %, standard deviation 9 %", "−60 %, standardavvikelse 9 %"),
      "share",
      "research",
    ),
    one(
      "outcomes.notFinishing.effect.changes.comparison",
      "shortTerm",
      both("Does not finish: change at the comparison school", "Blir inte klar: förändring på jämförelseskolan"),
      both("−25 %, standard deviation 9 %", "−25 %, standardavvikelse 9 %"),
      "share",
      "research",
    ),
    one(
      "outcomes.absence.effect.changes.participants",
      "shortTerm",
      both("Absence: change at the programme’s school", "Frånvaro: förändring på satsningens skola"),
      both("−30 %, standard deviation 5 %", "−30 %, standardavvikelse 5 %"),
      "share",
      "research",
    ),
    one(
      "outcomes.absence.effect.changes.comparison",
      "shortTerm",
      both("Absence: change at the comparison school", "Frånvaro: förändring på jämförelseskolan"),
      both("−12 %, standard deviation 5 %", "−12 %, standardavvikelse 5 %"),
      "share",
      "research",
    ),
    one(
      "consequences.extraSchooling.share",
      "longTerm",
      both("Extra schooling: share of the cases", "Extra utbildning: andel av fallen"),
      spread("50 %", "65 %", "80 %", "", ""),
      "share",
    ),
    one(
      "consequences.extraSchooling.amount",
      "economy",
      both("Extra schooling: cost per case", "Extra utbildning: kostnad per fall"),
      both("132 000 kr/case/year, standard deviation 15 000", "132 000 kr per fall och år, standardavvikelse 15 000"),
      "kr/case/year",
    ),
    one(
      "consequences.assistance.share",
      "longTerm",
      both("Social assistance: excess risk", "Försörjningsstöd: överrisk"),
      spread("10 %", "25 %", "40 %", "", ""),
      "share",
    ),
    one(
      "consequences.assistance.amount",
      "economy",
      both("Social assistance: cost per case", "Försörjningsstöd: kostnad per fall"),
      both("90 000 kr/case/year, standard deviation 16 000", "90 000 kr per fall och år, standardavvikelse 16 000"),
      "kr/case/year",
    ),
    one(
      "consequences.assistance.keeps",
      "longTerm",
      both("Social assistance: share who remain each year", "Försörjningsstöd: andel som är kvar varje år"),
      spread("84 %", "90 %", "95 %", "", ""),
      "share/year",
    ),
    one(
      "consequences.labourMarket.amount",
      "economy",
      both("Labour-market measures: cost per case", "Arbetsmarknadsinsatser: kostnad per fall"),
      both("150 000 kr/case/year, standard deviation 30 000", "150 000 kr per fall och år, standardavvikelse 30 000"),
      "kr/case/year",
    ),
  ];
}

let made: Result | undefined;

/** School absence without its risks, options and financing, as a result would be. */
export function schoolAbsence(): { readonly result: Result; readonly about: About } {
  made ??= run();
  return { result: made, about: schoolAbsenceAbout };
}

function run(): Result {
  const simulated = simulate(11, years, (s, tell) => {
    const input = (path: string, value: number) => tell.input(place(path), value);
    const salary = input("costs.team.post.salary", s.pert(37_000, 38_000, 39_000));
    const training = input("costs.training", s.pert(100_000, 120_000, 140_000));
    const among = input("outcomes.notFinishing.among", s.pert(270, 300, 330));
    const baseline = input("outcomes.notFinishing.baseline", s.pert(0.12, 0.2, 0.28));
    const participants = input("outcomes.notFinishing.effect.changes.participants", s.normal(-0.6, 0.09));
    const comparison = input("outcomes.notFinishing.effect.changes.comparison", s.normal(-0.25, 0.09));
    const absent = input("outcomes.absence.effect.changes.participants", s.normal(-0.3, 0.05));
    const absentElsewhere = input("outcomes.absence.effect.changes.comparison", s.normal(-0.12, 0.05));
    const schooling = input("consequences.extraSchooling.share", s.pert(0.5, 0.65, 0.8));
    const schoolingKr = input("consequences.extraSchooling.amount", s.gamma(132_000, 15_000));
    const assisted = input("consequences.assistance.share", s.pert(0.1, 0.25, 0.4));
    const assistanceKr = input("consequences.assistance.amount", s.gamma(90_000, 16_000));
    const keeps = input("consequences.assistance.keeps", s.pert(0.84, 0.9, 0.95));
    const labourKr = input("consequences.labourMarket.amount", s.gamma(150_000, 30_000));
    const effect = comparison - participants;
    const cases = [0.4, 0.8, 1].map((buildUp) => among * baseline * effect * buildUp);
    const hours = 900 * 52 * (absentElsewhere - absent);
    const posts = [0.9, 1.5, 1.5];
    for (const [year, number] of posts.entries()) {
      const team = 12 * salary * 1.43 * number + 0.3 * 12 * 46_000 * 1.43 + 140 * 700 + (year === 2 ? 180_000 : 50_000);
      tell.flow("fund", "cost", year, team + (year === 0 ? training : 0));
      tell.flow("education", "cost", year, 50_000);
      tell.flow("state", "cost", year, 0);
    }
    for (let year = 1; year < years; year++) {
      for (const [cohort, avoided] of cases.entries()) {
        const age = year - cohort;
        if (age === 1) tell.flow("education", "benefit", year, avoided * schooling * schoolingKr);
        if (age >= 1) {
          const assistance = avoided * assisted * assistanceKr * keeps ** (age - 1);
          tell.flow("social", "benefit", year, assistance);
          tell.flow("youth", "cost", year, assistance);
        }
        if (age >= 2 && age < 5) tell.flow("state", "benefit", year, avoided * 0.12 * labourKr);
      }
    }
    tell.quantity(
      "cases.notFinishing",
      cases.reduce((a, b) => a + b),
    );
    tell.quantity("casesWithout.notFinishing", 3 * among * baseline * (1 + comparison));
    tell.quantity("cases.absence", hours * 2.3);
    tell.quantity("improvementGross.notFinishing", -participants);
    tell.quantity("improvementNet.notFinishing", effect);
    tell.quantity("improvementGross.absence", -absent);
    tell.quantity("improvementNet.absence", absentElsewhere - absent);
    tell.quantity("statedEffect.notFinishing", effect);
    tell.quantity("completed", 3 * 105);
  });
  const outputs: Record<string, OutputSummary> = {};
  const who: Record<string, readonly string[]> = {
    "": leaves,
    ".organisation": ["fund", "education", "social"],
    ".publicSector": ["fund", "education", "social", "state"],
    ".society": leaves,
    ".municipality": ["fund", "education", "social"],
    ...Object.fromEntries(leaves.map((leaf) => [`.${leaf}`, [leaf]])),
  };
  const nets: Record<string, Float64Array> = {};
  for (const [suffix, parts] of Object.entries(who)) {
    const money = moneyOutputs(simulated, parts, suffix, rate, suffix === ".organisation");
    Object.assign(outputs, money.outputs);
    nets[suffix] = money.net;
  }
  const unitOf = (id: string) =>
    id === "cases.absence" ? "hours" : /^cases/.test(id) ? "case" : id === "completed" ? "people" : "share";
  for (const [id, column] of Object.entries(simulated.columns)) outputs[id] = numberSummary(column, unitOf(id));
  const test = (of: (d: number) => boolean) => chanceOf(new Float64Array(draws).map((_, d) => Number(of(d))));
  const { columns } = simulated;
  const net = nets[".organisation"];
  const tests = {
    absenceAll: (d: number) => columns["improvementGross.absence"][d] >= 0.25,
    absenceAllNet: (d: number) => columns["improvementNet.absence"][d] >= 0.25,
    finishing: (d: number) => columns["improvementGross.notFinishing"][d] >= 0.5,
    finishingNetTwin: (d: number) => columns["improvementNet.notFinishing"][d] >= 0.5,
    finishingNet: (d: number) => columns["improvementNet.notFinishing"][d] >= 0.33,
    paysBack: (d: number) => net[d] >= 0,
  };
  const criteria = {
    ...Object.fromEntries(Object.entries(tests).map(([id, holds]) => [id, test(holds)])),
    all: test((d) => tests.absenceAll(d) && tests.finishing(d) && tests.finishingNet(d) && tests.paysBack(d)),
    success: test((d) => tests.finishingNet(d) && tests.paysBack(d)),
  };
  return resultOf(
    "school-absence",
    simulated,
    { id: "net.organisation", column: net },
    { outputs, criteria, accounts: accountsOf(simulated, rate) },
  );
}
