import fc from "fast-check";
import type { About, AssumptionAbout, Text } from "../../engine/result/about.ts";
import type {
  Figure,
  NumberSummary,
  OutputSummary,
  Percentiles,
  RateSummary,
  RatioSummary,
  Result,
  YearSummary,
} from "../../engine/result/result.ts";

/** Results and scenarios of every shape a report may meet: parts missing, figures that have no answer, no cost, nobody, nothing. */

// Now and then a figure has no answer.
const amount = fc.oneof(
  { weight: 20, arbitrary: fc.double({ min: -1e10, max: 1e10, noNaN: true }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY) },
);
const figure: fc.Arbitrary<Figure> = fc
  .record({
    value: amount,
    se: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e8 })),
    half: fc.double({ min: 0, max: 1e8, noNaN: true }),
  })
  .map(({ value, se, half }) => ({ value, se, low: value - half, high: value + half }));
const chance: fc.Arbitrary<Figure> = fc
  .record({
    value: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    se: fc.double({ min: 0, max: 0.2, noNaN: true }),
  })
  .map(({ value, se }) => ({ value, se, low: Math.max(0, value - 2 * se), high: Math.min(1, value + 2 * se) }));
const percentiles: fc.Arbitrary<Percentiles> = fc.oneof(
  fc.record(Object.fromEntries(["1", "5", "10", "25", "50", "75", "90", "95", "99"].map((level) => [level, figure]))),
  fc.constant({}),
);

const numberSummary: fc.Arbitrary<NumberSummary> = fc.record(
  {
    kind: fc.constant("number" as const),
    unit: fc.constantFrom("kr", "case", "share", "people", "hours", "pp", "kr/case", "visit/person"),
    mean: figure,
    sd: figure,
    percentiles,
    expectedShortfall: fc.oneof(fc.record({ "5": figure }), fc.constant({})),
    chanceAboveZero: chance,
    meanBelowZero: figure,
    expectedLoss: figure,
  },
  { requiredKeys: ["kind", "unit", "mean", "sd", "percentiles", "expectedShortfall", "chanceAboveZero"] },
);
const ratioSummary: fc.Arbitrary<RatioSummary> = fc.record(
  {
    kind: fc.constant("ratio" as const),
    unit: fc.constant("share"),
    ratioOfMeans: figure,
    median: figure,
    percentiles,
    perDrawMean: figure,
    perDrawSd: figure,
    divisorNotPositive: chance,
  },
  { requiredKeys: ["kind", "unit", "divisorNotPositive"] },
);
const rateSummary: fc.Arbitrary<RateSummary> = fc.record(
  {
    kind: fc.constant("rate" as const),
    unit: fc.constant("share/year"),
    ofMeanFlows: figure,
    rates: fc.array(fc.double({ min: -0.9, max: 5, noNaN: true }), { maxLength: 3 }),
  },
  { requiredKeys: ["kind", "unit", "rates"] },
);
const yearSummary = (years: number): fc.Arbitrary<YearSummary> =>
  fc.record({
    kind: fc.constant("year" as const),
    chance: fc.oneof(
      fc.record(
        Object.fromEntries(
          [...Array.from({ length: years }, (_, year) => String(year)), "never"].map((key) => [key, chance]),
        ),
      ),
      fc.constant({}),
    ),
    mean: figure,
    sd: figure,
    percentiles,
  });

const text: fc.Arbitrary<Text> = fc.constantFrom(
  { en: "Something", sv: "Någonting" },
  { en: "The thing", sv: "Saken", missing: ["sv" as const] },
  { en: "", sv: "" },
);
const actors = ["municipality", "fund", "education", "state"];

const about = (years: number): fc.Arbitrary<About> =>
  fc.record(
    {
      id: fc.constant("anything"),
      version: fc.constant("1"),
      language: fc.constantFrom("en" as const, "sv" as const),
      title: text,
      summary: text,
      status: text,
      decision: fc.record({ question: text, without: text, body: text, owner: text }, { requiredKeys: [] }),
      currency: fc.constantFrom("SEK", "EUR"),
      priceYear: fc.constant(2025),
      start: fc.constantFrom("2026-08", "2026-01"),
      programmeYears: fc.integer({ min: 1, max: 5 }),
      horizonYears: fc.constant(years),
      discountRatePerYear: fc.constantFrom(0, 0.035),
      leading: fc.constantFrom("organisation", "municipality", "society", "nowhere"),
      titles: fc.dictionary(fc.constantFrom(...actors, "organisation", "drop", "goal"), text),
      actors: fc.constantFrom<About["actors"]>(
        [],
        [
          { id: "municipality", parts: ["fund", "education"], depth: 0 },
          { id: "fund", parts: [], depth: 1 },
          { id: "education", parts: [], depth: 1 },
          { id: "state", parts: [], depth: 0 },
        ],
      ),
      perspectives: fc.constantFrom<About["perspectives"]>(
        {},
        { organisation: ["fund", "education"], society: ["fund", "education", "state"] },
      ),
      outcomes: fc.constantFrom<About["outcomes"]>(
        [],
        [
          { id: "drop", better: "lower" as const, unit: "share" },
          { id: "well", better: "higher" as const, unit: "hours/person/year" },
        ],
      ),
      criteria: fc.constantFrom<About["criteria"]>(
        [],
        [{ id: "goal", test: "net > 0 kr" }],
        [
          { id: "goal", test: "improvementGross.drop >= 5 %", netTwin: "twin" },
          { id: "twin", test: "improvementNet.drop >= 5 %", added: true },
          { id: "other", test: "improvementNet.drop >= 2 %" },
        ],
      ),
      success: fc.constantFrom<About["success"]>([], ["goal"]),
      sources: fc.constant([]),
      assumptions: fc.array(
        fc.record<AssumptionAbout>(
          {
            place: fc.constantFrom("a", "b.c"),
            input: fc.constantFrom("anything/a", "anything/b"),
            title: text,
            written: text,
            unit: fc.constant("kr"),
            row: fc.constantFrom("reach" as const, "other" as const, "economy" as const),
            source: fc.constant("s"),
            evidence: fc.constantFrom("data" as const, "expert" as const),
            assumption: text,
            note: text,
            uncertain: fc.boolean(),
          },
          { requiredKeys: ["place", "title", "written", "unit", "row", "uncertain"] },
        ),
        { maxLength: 4 },
      ),
      notCounted: fc.array(text, { maxLength: 2 }),
      reproduces: fc.constantFrom<About["reproduces"]>(
        [],
        [
          { figure: "net", value: 4e6, within: 1e5, unit: "kr" },
          { figure: "returnPerKrona", value: 2.5, within: 0, unit: "share" },
          { figure: "absent", value: 1, within: 0.1, unit: "people" },
        ],
      ),
    },
    {
      requiredKeys: [
        "id",
        "version",
        "language",
        "title",
        "currency",
        "priceYear",
        "programmeYears",
        "horizonYears",
        "discountRatePerYear",
        "leading",
        "titles",
        "actors",
        "perspectives",
        "outcomes",
        "criteria",
        "success",
        "sources",
        "assumptions",
        "notCounted",
        "reproduces",
      ],
    },
  );

const outputs = (years: number): fc.Arbitrary<Record<string, OutputSummary>> => {
  const ends = ["", ".organisation", ".municipality", ".society"];
  const numbers = [
    ...["net", "pvBenefit", "pvCost", "cost"].flatMap((name) => ends.map((end) => name + end)),
    "cases.drop",
    "cases.well",
    "improvementNet.drop",
    "completed",
    ...Array.from({ length: years }, (_, year) => `cumulativeNet.organisation.y${year}`),
  ];
  const shape: Record<string, fc.Arbitrary<OutputSummary>> = {
    ...Object.fromEntries(numbers.map((id) => [id, numberSummary])),
    ...Object.fromEntries(ends.map((end) => [`returnPerKrona${end}`, ratioSummary])),
    ...Object.fromEntries(ends.map((end) => [`netPresentValueRatio${end}`, ratioSummary])),
    ...Object.fromEntries(ends.map((end) => [`internalRate${end}`, rateSummary])),
    ...Object.fromEntries(ends.map((end) => [`paybackYear${end}`, yearSummary(years)])),
  };
  return fc
    .record(shape, { requiredKeys: [] })
    .map((some) => Object.fromEntries(Object.entries(some).flatMap(([id, output]) => (output ? [[id, output]] : []))));
};

const bins = fc
  .record({
    low: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    width: fc.double({ min: 1, max: 1e7, noNaN: true }),
    counts: fc.array(fc.nat(500), { maxLength: 60 }),
  })
  .map(({ low, width, counts }) =>
    counts.map((count, k) => ({ low: low + k * width, high: low + (k + 1) * width, count })),
  );

export const anyRun: fc.Arbitrary<{ result: Result; about: About }> = fc.integer({ min: 1, max: 8 }).chain((years) =>
  fc.record({
    about: about(years),
    result: fc.record<Result>({
      format: fc.constant("utfall-result/1" as const),
      manifest: fc.record({
        scenario: fc.constant("anything"),
        scenarioHash: fc.constant("00ff"),
        seed: fc.constantFrom("0", "a seed"),
        design: fc.constantFrom("sobol" as const, "plain" as const),
        replicates: fc.constant(16),
        draws: fc.constantFrom(16_384, 1_048_576),
        paths: fc.constant([]),
        engine: fc.constant("0.1.0"),
        ended: fc.constantFrom("fixed" as const, "target" as const, "budget" as const, "interrupted" as const),
      }),
      outputs: outputs(years),
      criteria: fc.dictionary(
        fc.constantFrom("goal", "twin", "other", "all", "success"),
        fc.record(
          { probability: chance, ofFailures: fc.record({ unmet: chance, alone: chance }) },
          { requiredKeys: ["probability"] },
        ),
      ),
      accounts: fc.array(
        fc.record({
          actor: fc.constantFrom(...actors),
          segment: fc.constantFrom(null, "young"),
          year: fc.nat(years - 1),
          cost: figure,
          benefit: figure,
          discounted: fc.boolean(),
        }),
        { maxLength: 12 },
      ),
      histograms: fc.dictionary(fc.constantFrom("net", "net.organisation", "net.municipality"), bins),
      rankCorrelations: fc.dictionary(
        fc.constantFrom("net", "net.organisation"),
        fc.array(
          fc.record({ input: fc.constantFrom("anything/a", "anything/b", "shared/wages"), correlation: chance }),
          { maxLength: 15 },
        ),
      ),
      failures: fc.constantFrom(
        { draws: 0, first: [] },
        { draws: 3, first: [{ draw: 7, node: "ratio", inputs: { "anything/a": 0 } }] },
      ),
      scenario: fc.constant(null),
      warnings: fc.constantFrom(
        [],
        [{ code: "failedDraws" as const, with: { failed: 3, draws: 16_384, first: 7, node: "ratio" } }],
        [{ code: "costReachesZero" as const, path: "returnPerKrona", with: { share: 0.0312 } }],
      ),
    }),
  }),
);
