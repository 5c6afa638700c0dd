import { describe, expect, test } from "vitest";
import type { Language } from "../../engine/issues.ts";
import type { About } from "../../engine/result/about.ts";
import type { Figure, Result } from "../../engine/result/result.ts";
import { sides } from "../../report/charts/sides.ts";
import { view } from "../../report/index.ts";
import { type Cell, fill, isShown, plain, type Shown } from "../../report/shown.ts";
import { words } from "../../report/words/index.ts";
import { reference } from "./reference.ts";
import { schoolAbsence } from "./schoolAbsence.ts";

const cases = [
  ["school-absence", "sv", schoolAbsence],
  ["school-absence", "en", schoolAbsence],
  ["reference", "sv", reference],
  ["reference", "en", reference],
] as const;
const languages: readonly Language[] = ["sv", "en"];
const flat = (text: string) => text.replaceAll("\u00a0", " ");

/** Every figure anywhere in a view. */
function figuresOf(part: unknown): Shown[] {
  if (Array.isArray(part)) return part.flatMap(figuresOf);
  if (typeof part !== "object" || part === null) return [];
  if ("ref" in part && "text" in part) return [part as Shown];
  return Object.values(part).flatMap(figuresOf);
}

const accountFigures: Readonly<Record<string, { flow: "cost" | "benefit" | "balance"; discounted: boolean }>> = {
  balance: { flow: "balance", discounted: false },
  benefit: { flow: "benefit", discounted: false },
  cost: { flow: "cost", discounted: false },
  net: { flow: "balance", discounted: true },
  cumulativeNet: { flow: "balance", discounted: true },
  pvBenefit: { flow: "benefit", discounted: true },
  pvCost: { flow: "cost", discounted: true },
};

/** Adds up rows of the accounts by itself: `balance.education.y2`, `net.education|y2` (present value of that year). */
function accountValue(result: Result, about: About, id: string): number {
  const [figure, ...parts] = id.split(/[.|]/);
  const { flow, discounted } = accountFigures[figure];
  const year = parts.find((part) => /^y\d+$/.test(part));
  const actor = parts.find((part) => !/^y\d+$/.test(part));
  const below = (one: string): readonly string[] => [
    one,
    ...(about.actors.find(({ id: own }) => own === one)?.parts.flatMap(below) ?? []),
  ];
  return result.accounts
    .filter(
      (row) =>
        row.discounted === discounted &&
        (!year ||
          (figure === "cumulativeNet" ? row.year <= Number(year.slice(1)) : row.year === Number(year.slice(1)))) &&
        (!actor || below(actor).includes(row.actor)),
    )
    .reduce((sum, row) => sum + (flow === "balance" ? row.benefit.value - row.cost.value : row[flow].value), 0);
}

/** What the result says at a figure's place. Undefined for counts that the report makes itself. */
function valueAt(result: Result, about: About, ref: string): number | undefined {
  const [root, ...path] = ref.split("|");
  if (root === "accounts") return accountValue(result, about, path.join("|"));
  const opposite = path.at(-1) === "1−";
  let at: unknown = root === "about" ? about : (result as unknown as Record<string, unknown>)[root];
  for (const key of opposite ? path.slice(0, -1) : path) at = (at as Record<string, unknown> | undefined)?.[key];
  const value = typeof at === "object" && at !== null && "value" in at ? (at as Figure).value : at;
  if (typeof value !== "number") return undefined;
  return opposite ? 1 - value : value;
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/mnkr|million kr/, 1e6],
  [/tkr|thousand kr/, 1e3],
  [/%/, 0.01],
];

/** Reads a figure's text back and says how far the value may be from it: half of the last digit. */
function readBack(
  text: string,
  language: Language,
): { readonly values: readonly number[]; readonly half: readonly number[] } {
  const bare = flat(text).replace("−", "-");
  const digits = /-?\d[\d ,.]*/.exec(bare)![0].trim();
  const normal = language === "sv" ? digits.replaceAll(" ", "").replace(",", ".") : digits.replaceAll(",", "");
  const decimals = normal.split(".")[1]?.length ?? 0;
  const zeros = decimals === 0 ? (/[1-9](0*)$/.exec(normal)?.[1].length ?? 0) : 0;
  const scale = scales.find(([pattern]) => pattern.test(bare))?.[1];
  // In a table the unit stands in the heading.
  const candidates = scale === undefined ? [1, 1e3, 1e6] : [scale];
  return {
    values: candidates.map((size) => Number(normal) * size),
    half: candidates.map((size) => 0.5000001 * size * 10 ** (zeros - decimals)),
  };
}

describe.each(cases)("%s in %s", (_, language, make) => {
  const { result, about } = make();
  const shown = view(result, about, language);

  test("every figure is the result's own, rounded at its last digit", () => {
    const figures = figuresOf(shown);
    expect(figures.length).toBeGreaterThan(200);
    for (const { ref, value, text } of figures) {
      const source = valueAt(result, about, ref);
      if (source === undefined) {
        expect(ref).toMatch(/^about\|(assumptions|reproduces)\|/);
        continue;
      }
      expect(Math.abs(value - source), `${ref} ${text}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(source)));
      const frequency = /([\d\u00a0,]+)\u00a0(?:av|of)\u00a0([\d\u00a0,]+)/.exec(text);
      if (frequency) {
        const [hits, base] = frequency.slice(1).map((part) => Number(part.replace(/[\u00a0,]/g, "")));
        if (/färre|fewer/.test(text)) expect(value, `${ref} ${text}`).toBeLessThan(hits / base);
        else if (/fler|more/.test(text)) expect(value, `${ref} ${text}`).toBeGreaterThan(hits / base);
        else expect(Math.abs(hits / base - value), `${ref} ${text}`).toBeLessThanOrEqual(0.5000001 / base);
        continue;
      }
      const { values, half } = readBack(text, language);
      const size = / (?:Underskott|shortfall)/i.test(text) || ref.endsWith("meanBelowZero") ? Math.abs(value) : value;
      expect(
        values.some((read, k) => Math.abs(read - size) <= half[k]),
        `${ref}: ${text} for ${value}`,
      ).toBe(true);
    }
  });

  test("no sentence of the answer has a digit that does not come from the result", () => {
    for (const sentence of [...shown.answer.chance, ...shown.answer.money, ...shown.payback])
      for (const part of sentence.parts)
        if (!isShown(part)) expect(part.replace(/^\d{4}\/\d\d$/, "")).not.toMatch(/\d/);
  });

  test("the year of pay-back is the first by which half of the outcomes have paid back", () => {
    const leading = about.leading;
    const payback = result.outputs[`paybackYear.${leading}`];
    if (payback.kind !== "year") throw new Error("pay-back is a year");
    let sum = 0;
    const half = Array.from({ length: about.horizonYears }, (_, year) => year).find((year) => {
      sum += payback.chance[String(year)].value;
      return sum >= 0.5;
    });
    const said = plain(shown.payback[0]);
    if (half === undefined) expect(said).toMatch(/mer än hälften|more than half/);
    else expect(said).toContain(`${2026 + half}/${27 + half}`);
  });

  test("the squares and the sentence say the same", () => {
    const said = shown.answer.chance[0].parts.filter(isShown)[0];
    expect(flat(said.text)).toMatch(new RegExp(`^${shown.answer.icons!.gain} (?:av|of) 100$`));
    expect(shown.answer.icons!.gain + shown.answer.icons!.loss).toBe(100);
  });
});

describe("what the pages say", () => {
  test("the municipality is called by its name, not by the perspective", () => {
    const { result, about } = schoolAbsence();
    expect(flat(plain(view(result, about, "sv").answer.chance[0]))).toMatch(
      /^I 9\d av 100 beräknade utfall får kommunen igen sina pengar inom 15 år\.$/,
    );
    expect(flat(plain(view(result, about, "en").answer.chance[0]))).toMatch(
      /^In 9\d of 100 simulated outcomes the municipality gets the money back within 15 years\.$/,
    );
  });

  test.each(languages)("a goal met gross and missed net is said (%s)", (language) => {
    const { result, about } = schoolAbsence();
    const shown = view(result, about, language);
    expect(shown.cautions.filter(({ code }) => code === "metOnlyGross").map(({ found }) => flat(found))).toHaveLength(
      2,
    );
    expect(shown.criteria!.columns).toHaveLength(3);
  });

  test("a goal that the deduction hardly touches is no caution, though it falls short of a half by it", () => {
    const { result, about } = schoolAbsence();
    const { criteria } = result;
    const at = (id: string, value: number) => {
      const { probability } = criteria[id];
      return { [id]: { ...criteria[id], probability: { ...probability, value } } };
    };
    const cautions = (net: number) => {
      const { id, netTwin } = about.criteria.find((criterion) => criterion.id === "finishing")!;
      const changed: Result["criteria"] = { ...criteria, ...at(id, 0.502), ...at(netTwin!, net) };
      const shown = view({ ...result, criteria: changed }, about, "en");
      return shown.cautions.filter(({ code, found }) => code === "metOnlyGross" && /not finish/.test(found));
    };
    expect(cautions(0.498)).toEqual([]);
    expect(cautions(0.398)).toHaveLength(1);
  });

  test.each(languages)("a mean above zero over a median below it is said (%s)", (language) => {
    const { result, about } = reference();
    const found = view(result, about, language).cautions.find(({ code }) => code === "meanHidesLoss")!.found;
    expect(flat(found)).toMatch(
      language === "sv"
        ? /medelvärdet är \d+ tkr men medianen −\d+ tkr/
        : /mean is \d+ thousand kr but the median is −\d+ thousand kr/,
    );
  });

  test("rows of segments are added to those that have none, and make the same tables", () => {
    const { result, about } = schoolAbsence();
    const parted = result.accounts.flatMap((row) => {
      const part = (segment: string | null, share: number) => {
        const of = ({ value, se, low, high }: Figure): Figure => ({
          value: share * value,
          se: share * se,
          low: share * low,
          high: share * high,
        });
        return { ...row, segment, cost: of(row.cost), benefit: of(row.benefit) };
      };
      return [part(null, 0.25), part("over60", 0.5), part("others", 0.25)];
    });
    const texts = (made: Result) =>
      view(made, about, "sv").accounts.map((table) => figuresOf(table.rows).map(({ text }) => text));
    expect(texts({ ...result, accounts: parted })).toEqual(texts(result));
  });

  test("success that asks for any or for some of the goals has its own row and says so", () => {
    const { result, about } = schoolAbsence();
    const goals = about.criteria.filter(({ added }) => !added).map(({ id }) => id);
    const rowOf = (needed?: number) => {
      const own = { ...about, success: goals, ...(needed === undefined ? {} : { successNeeds: needed }) };
      return view(result, own, "sv")
        .criteria!.rows.map(({ cells }) => flat(plain(cells[0])))
        .at(-1)!;
    };
    expect(rowOf()).toBe("Alla mål samtidigt");
    expect(rowOf(1)).toMatch(/^Det som räknas som framgång: .+ eller .+/);
    expect(rowOf(2)).toMatch(/^Det som räknas som framgång: minst 2 av: /);
  });

  test("people are said whole, and less than one of them with one digit", () => {
    const { result, about } = schoolAbsence();
    const own = result.outputs["cases.notFinishing"];
    if (own.kind !== "number") throw new TypeError("cases are a number");
    const at = (value: number): Figure => ({ value, se: 0.00001, low: value, high: value });
    const changed = { ...own, mean: at(2.2), percentiles: { ...own.percentiles, "5": at(0.372), "95": at(4.16) } };
    const shown = view({ ...result, outputs: { ...result.outputs, "cases.notFinishing": changed } }, about, "sv");
    const said = shown.forTarget.map((sentence) => flat(plain(sentence)));
    expect(said.join()).toMatch(/omkring 2 färre\. Det kan bli så få som 0,4 eller så många som 4\./);
  });

  test("a change below zero is called a reduction, and a larger one is better for participants", () => {
    const { result, about } = schoolAbsence();
    const { hangsOn } = view(result, about, "en");
    const ofParticipants = hangsOn.filter(({ title }) => /at the programme’s school/.test(title));
    expect(ofParticipants.length).toBeGreaterThan(0);
    for (const { direction } of ofParticipants) expect(direction).toBe("the larger the reduction, the better");
  });

  test("nothing is said about the comparison where the scenario has no goal on it", () => {
    const { result, about } = reference();
    expect(view(result, about, "sv").criteria!.columns).toHaveLength(2);
  });

  test("a figure of the source that is not given back becomes a caution", () => {
    const { result, about } = schoolAbsence();
    const strict: About = {
      ...about,
      reproduces: [{ figure: "cost.organisation", value: 5_000_000, within: 100_000, unit: "kr" }],
    };
    const shown = view(result, strict, "sv");
    expect(flat(shown.cautions.find(({ code }) => code === "sourceNotReproduced")!.found)).toBe(
      "Kostnad, kommunen är 5,0 mnkr i källan men 4,1 mnkr här",
    );
    expect(shown.reproduces!.rows[0].cells.map(plain).map(flat)).toEqual([
      "Kostnad, kommunen",
      "5,0 mnkr",
      "4,1 mnkr",
      "nej",
    ]);
  });

  test("what cannot be told from zero is said to be so", () => {
    const { result, about } = reference();
    const net = result.outputs["net.society"];
    if (net.kind !== "number") throw new Error("net is a number");
    const unsure: Result = {
      ...result,
      outputs: {
        ...result.outputs,
        "net.society": { ...net, mean: { value: 20_000, se: 60_000, low: -108_000, high: 148_000 } },
      },
    };
    const shown = view(unsure, about, "sv");
    expect(plain(shown.answer.chance.at(-1)!)).toContain("går inte att skilja från noll");
    expect(plain(shown.figures[0].rows[0].cells[1])).toMatch(/\*$/);
    expect(shown.figures[0].note).toContain("* går inte att skilja från noll");
  });

  test("a finding of the run that changes how figures are read stands beside the answer, in the reader's numbers", () => {
    const { result, about } = schoolAbsence();
    const warned: Result = {
      ...result,
      warnings: [
        { code: "failedDraws", with: { failed: 12, draws: 16_384, first: 7, node: "ratio" } },
        { code: "drawsRounded", with: { asked: 10_000, design: "sobol", draws: 16_384 } },
      ],
    };
    const shown = view(warned, about, "sv");
    expect(flat(shown.cautions[0].found)).toContain("12 av 16 384 dragningar saknar svar");
    expect(shown.cautions.map(({ code }) => code)).not.toContain("drawsRounded");
    expect(shown.warnings).toHaveLength(2);
  });

  test("a cost that cannot be told from zero gives no ratio", () => {
    const { result, about } = schoolAbsence();
    const free: Result = {
      ...result,
      outputs: {
        ...result.outputs,
        "returnPerKrona.organisation": {
          kind: "ratio",
          unit: "share",
          divisorNotPositive: { value: 0.4, se: 0, low: 0.4, high: 0.4 },
        },
      },
    };
    const said = view(free, about, "sv").answer.money.map(plain).join(" ");
    expect(said).toContain("anges inte");
  });

  test("chances of one and zero have sentences of their own", () => {
    const { result, about } = reference();
    const net = result.outputs["net.society"];
    if (net.kind !== "number") throw new Error("net is a number");
    const { meanBelowZero: _, ...without } = net;
    const sure = (value: number): Result => ({
      ...result,
      outputs: {
        ...result.outputs,
        "net.society": { ...without, chanceAboveZero: { value, se: 0, low: value, high: value } },
      },
    });
    expect(view(sure(1), about, "sv").answer.chance.map(plain).slice(0, 2)).toEqual([
      "I samtliga beräknade utfall får samhället igen sina pengar inom 10 år.",
      "Inget beräknat utfall ger underskott.",
    ]);
    expect(plain(view(sure(0), about, "en").answer.chance[0])).toBe(
      "In none of the simulated outcomes does society get the money back within 10 years.",
    );
  });
});

describe("pictures", () => {
  test("a bar's area is its share: the wide outermost bars are drawn lower", () => {
    const { result, about } = reference();
    const id = "net.society";
    const [first, ...rest] = result.histograms[id];
    const wide = { ...first, low: first.low - 9 * (first.high - first.low), count: 100 };
    const tailed: Result = { ...result, histograms: { [id]: [wide, ...rest] } };
    const [picture] = view(tailed, about, "sv").pictures;
    if (picture.kind !== "histogram") throw new Error("the histogram comes first");
    const total = tailed.histograms[id].reduce((sum, bin) => sum + bin.count, 0);
    expect(picture.bars[0].share).toBeCloseTo(100 / total / 10, 12);
    expect(picture.bars[5].share).toBeCloseTo(rest[4].count / total, 12);
    expect(plain(picture.caption)).toContain("bredare och lägre");
    expect(plain(view(result, about, "sv").pictures[0].caption)).not.toContain("bredare");
  });

  test("the curve ends at all outcomes, and the table of bars holds each once", () => {
    const { result, about } = reference();
    const [bars, curve] = view(result, about, "en").pictures;
    if (curve.kind !== "cumulative") throw new Error("the curve comes second");
    expect(curve.points[0].chance).toBe(0);
    expect(curve.points.at(-1)!.chance).toBeCloseTo(1, 12);
    const counted = bars.table.rows.reduce((sum, row) => sum + Number(plain(row.cells[2]).replaceAll(",", "")), 0);
    expect(counted).toBe(result.manifest.draws);
    expect(bars.table.rows.length).toBeLessThanOrEqual(20);
  });

  test("what the young lose to others stands on the side of costs", () => {
    const rows = [
      { name: "a", cost: 0, benefit: -5 },
      { name: "b", cost: 2, benefit: 3 },
    ];
    const { values, scale } = sides(rows, words.sv);
    expect(values.map(({ side, amount }) => [side, amount])).toEqual([
      [words.sv.cost, -0],
      [words.sv.lost, -5],
      [words.sv.cost, -2],
      [words.sv.benefit, 3],
    ]);
    expect(scale.domain).toHaveLength(3);
    expect(sides([rows[1]], words.sv).scale.domain).toEqual([words.sv.cost, words.sv.benefit]);
  });
});

describe("words", () => {
  test("both languages fill the same places", () => {
    const places = (pattern: string) => [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const [key, pattern] of Object.entries(words.en))
      expect(places(words.sv[key as keyof typeof words.sv]), key).toEqual(places(pattern));
  });

  test("no text stands untranslated by mistake", () => {
    const same = Object.keys(words.en).filter(
      (key) => words.en[key as keyof typeof words.en] === words.sv[key as keyof typeof words.sv],
    );
    expect(same.sort()).toEqual(
      [
        "c_id",
        "e_data",
        "k_social",
        "median",
        "medianLabel",
        "notApplicable",
        "riskName",
        "scenario",
        "t_interval",
        "verifyCommand",
        "version",
      ].filter((key) => same.includes(key)),
    );
  });

  test("a place without a value is left out, never printed", () => {
    const cell: Cell = fill("a {missing} b {given}", { given: "c" });
    expect(plain(cell)).toBe("a  b c");
  });
});
