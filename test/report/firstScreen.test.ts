import { describe, expect, test } from "vitest";
import type { Language } from "../../engine/issues.ts";
import type { About } from "../../engine/result/about.ts";
import type { Result } from "../../engine/result/result.ts";
import { firstScreen } from "../../report/html/first.ts";
import { plain } from "../../report/shown.ts";
import { view } from "../../report/view.ts";
import { reference } from "./reference.ts";
import { schoolAbsence } from "./schoolAbsence.ts";

const languages: readonly Language[] = ["sv", "en"];
const decoded = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "'")
    .replace(/\u00a0/g, " ");

/** A place in a document: keys joined by `|`. */
const at = (document: unknown, path: string): unknown =>
  path
    .split("|")
    .reduce<unknown>((found, key) => (found as Readonly<Record<string, unknown>> | undefined)?.[key], document);
const valueAt = (document: unknown, path: string): number => {
  const found = at(document, path);
  expect(found, path).toBeDefined();
  return typeof found === "number" ? found : (found as { readonly value: number }).value;
};

/** What a reference stands for, taken from the JSON document and nothing else. */
function meant(reference: string, json: Result, about: About): number {
  const quotient = reference.split(" / ");
  if (quotient.length === 2) return valueAt(json, quotient[0]) / valueAt(json, quotient[1]);
  if (reference.endsWith("|1−")) return 1 - valueAt(json, reference.slice(0, -3));
  if (reference.startsWith("about|assumptions|")) {
    const uncertain = about.assumptions.filter((one) => one.uncertain);
    const of = (kinds: readonly (string | undefined)[]) =>
      uncertain.filter(({ evidence }) => kinds.includes(evidence)).length;
    const kind = reference.slice("about|assumptions|".length);
    if (kind === "counted") return uncertain.length;
    if (kind === "known") return of(["data", "research"]);
    if (kind === "guessed") return of(["expert", "assumption", undefined]);
    return of([kind === "unstated" ? undefined : kind]);
  }
  if (reference.startsWith("about|")) return valueAt(about, reference.slice(6));
  const budget = /^budget\|(\w+)−cost\|(.+)\|y(\d+)$/.exec(reference);
  if (budget !== null) {
    const [, flow, who, year] = budget;
    const actors = who === about.budget!.whole ? about.budget!.leaves : [who];
    return json
      .budget!.filter((row) => actors.includes(row.actor) && row.year === Number(year))
      .reduce(
        (sum, row) => sum + ((row as unknown as Record<string, { value: number }>)[flow]?.value ?? 0) - row.cost.value,
        0,
      );
  }
  if (reference.startsWith("accounts|")) {
    const [, figure, who, year] = /^accounts\|(\w+?)(?:\.(.+?))?\.y(\d+)$/.exec(reference)!;
    expect(figure).toBe("balance");
    const leaves = (id: string): readonly string[] => {
      const parts = about.actors.find((actor) => actor.id === id)?.parts ?? [];
      return parts.length === 0 ? [id] : parts.flatMap(leaves);
    };
    return json.accounts
      .filter((row) => !row.discounted && row.year === Number(year))
      .filter(({ actor }) => who === undefined || leaves(who).includes(actor))
      .reduce((sum, row) => sum + row.benefit.value - row.cost.value, 0);
  }
  return valueAt(json, reference);
}

/** Whether a text says a number rightly: no further from it than half of its last digit. A bare number's unit is said beside it. */
function says(text: string, value: number, language: Language): boolean {
  const [thousands, point] = language === "sv" ? [/(?<=\d) (?=\d{3})/g, ","] : [/(?<=\d),(?=\d{3})/g, "."];
  const plain = text.replace(thousands, "").replace(point, ".");
  const number = Number(/\d+(?:\.\d+)?/.exec(plain)?.[0]);
  const of = / (?:av|of) (\d+)$/.exec(plain)?.[1];
  // "Fewer than 1 of 100", "more than 99 of 100".
  if (of !== undefined && /^\D/.test(plain)) return Math.abs(value - number / Number(of)) < 1 / Number(of);
  const decimals = /\.(\d+)/.exec(plain)?.[1].length ?? 0;
  const zeros = decimals === 0 ? (/[1-9](0*)(?!\d)/.exec(plain)?.[1].length ?? 0) : 0;
  const unit = /mnkr|million/.test(plain) ? 1e6 : /tkr|thousand/.test(plain) ? 1e3 : /%/.test(plain) ? 0.01 : undefined;
  const units = of === undefined ? (unit === undefined ? [1, 1e3, 1e6] : [unit]) : [1 / Number(of)];
  return units.some((size) => Math.abs(number * size - Math.abs(value)) <= 0.501 * size * 10 ** (zeros - decimals));
}

/** The same with budgets: the committees' costs and savings by calendar year. */
function withBudget(): { readonly result: Result; readonly about: About } {
  const { result, about } = schoolAbsence();
  const leaves = ["fund", "education", "social"];
  const figure = (value: number) => ({ value, se: 9_000, low: value - 18_000, high: value + 18_000 });
  const budget = [2026, 2027, 2028, 2029, 2030, 2031, 2032].flatMap((year, y) =>
    leaves.map((actor, k) => ({
      ...{ actor, year, cost: figure(k === 0 && y < 3 ? 1_234_567 - 100_000 * y : 0) },
      ...{ benefit: figure(k * y * 234_567), cashable: figure(k * y * 123_456) },
    })),
  );
  const years = { first: 2026, last: 2032, monthsBefore: 5 };
  // How far the three strongest may go: up, down, and nowhere.
  const strongest = result.rankCorrelations[`net.${about.leading}`].slice(0, 3);
  const switching = {
    of: `net.${about.leading}`,
    draws: 16_384,
    inputs: strongest.map(({ input }, k) => ({
      ...{ input, unit: "share", mean: 0.351, percentiles: { "0": 0, "5": 0.1, "50": 0.35, "95": 0.6, "100": 0.8 } },
      ...(k === 2
        ? { roots: [], stays: "above" as const }
        : {
            roots: [
              {
                at: { value: k === 0 ? 0.1372 : 0.6239, se: 0.001, low: 0.13, high: 0.63 },
                shareBelow: 0.1,
                turns: k === 0 ? ("above" as const) : ("below" as const),
              },
            ],
          }),
    })),
  };
  return {
    result: { ...result, budget, switching },
    about: { ...about, budget: { years, leaves, whole: "municipality", inflation: [0.02] } },
  };
}

describe.each(languages)("the first screen in %s", (language) => {
  test.each([schoolAbsence, withBudget, reference])(
    "every figure is that of the result document, and no other stands there",
    (make) => {
      const { result, about } = make();
      const json: Result = JSON.parse(JSON.stringify(result));
      const shown = view(result, about, language);
      const html = firstScreen(shown).replace(/<svg[\s\S]*?<\/svg>/g, "");
      const figures = [...html.matchAll(/<(b|span) data-ref="([^"]+)">([^<]*)<\/\1>/g)];
      expect(figures.length).toBeGreaterThan(15);
      const wrong = figures
        .map(([, , reference, text]) => ({ text: decoded(text), value: meant(decoded(reference), json, about) }))
        .filter(({ text, value }) => !says(text, value, language));
      expect(wrong).toEqual([]);
      // What else has digits is the scenario's own words, years, or the legend of the squares, which are the chance.
      const own = [
        about.decision?.question,
        about.summary,
        ...Object.values(about.titles),
        ...about.notCounted,
        ...about.assumptions.map(({ title }) => title),
      ]
        .map((text) => text?.[language] ?? "")
        .concat(
          shown.criteria?.rows.map(({ cells: [title] }) => String(title)) ?? [],
          shown.cautions.flatMap(({ found, mend }) => [found, mend]),
          shown.hangsOn.map(({ title }) => title),
        )
        .map((text) => decoded(text.replace(/[<>]/g, "")))
        .filter((text) => text !== "")
        .sort((a, b) => b.length - a.length);
      let rest = decoded(
        html
          .replace(/<(b|span) data-ref="[^"]+">[^<]*<\/\1>/g, "")
          .replace(/<thead>[\s\S]*?<\/thead>/g, "")
          .replace(/<td class="n">0<\/td>/g, ""),
      );
      for (const text of [...own, ...about.criteria.map((own) => own.test)].sort((a, b) => b.length - a.length))
        rest = rest.replaceAll(text, "");
      const net = json.outputs[`net.${about.leading}`] ?? json.outputs.net;
      const gain = net.kind === "number" ? Math.round(100 * net.chanceAboveZero.value) : Number.NaN;
      expect(rest.match(/\d+/g) ?? []).toEqual([`${gain}`, "100", `${100 - gain}`, "100"]);
    },
  );
});

test("how far the strongest assumptions may go is said after each", () => {
  const { result, about } = withBudget();
  const said = (language: Language) =>
    view(result, about, language).hangsOn.map(({ turn }) => plain(turn!).replaceAll("\u00a0", " "));
  const unit = (language: Language) => said(language)[0].match(/ vara (.*)\. Under| be (.*)\. Below/)!;
  expect(unit("sv")).not.toBeNull();
  expect(said("sv")[1]).toMatch(/^Antas vara .*\. Över .* går det i genomsnitt inte längre ihop\.$/);
  expect(said("en")[1]).toMatch(/^Assumed to be .*\. Above .* it no longer adds up, on average\.$/);
  expect(said("sv")[2]).toMatch(/I genomsnitt går det ihop oavsett var i spannet värdet ligger\.$/);
  const { switching, ...without } = result;
  expect(view(without, about, "sv").hangsOn.some(({ turn }) => turn !== undefined)).toBe(false);
  // Where it does not add up as assumed, it says what would be needed; a reduction is said by its size.
  const input = result.rankCorrelations[`net.${about.leading}`][0].input;
  const turned = (mean: number, at: number, turns: "above" | "below") => {
    const own = {
      ...switching!.inputs[0],
      mean,
      roots: [{ at: { value: at, se: 0, low: at, high: at }, shareBelow: 0.1, turns }],
    };
    const reduction = about.assumptions.map((one) =>
      one.input === input
        ? { ...one, unit: "%", place: "outcomes.x.effect.changes.participants", written: { en: "−60 %", sv: "−60 %" } }
        : one,
    );
    const [first] = view(
      { ...result, switching: { ...switching!, inputs: [own] } },
      { ...about, assumptions: reduction },
      "sv",
    ).hangsOn;
    return plain(first.turn!).replaceAll("\u00a0", " ");
  };
  expect(turned(-0.6, -0.39, "below")).toBe(
    "Antas minska med 60 %. Är minskningen mindre än 39 % går det i genomsnitt inte längre ihop.",
  );
  expect(turned(-0.25, -0.46, "above")).toBe(
    "Antas minska med 25 %. Är minskningen större än 46 % går det i genomsnitt inte längre ihop.",
  );
  expect(turned(-0.25, -0.46, "below")).toBe(
    "Antas minska med 25 %. Först om minskningen är större än 46 % går det i genomsnitt ihop.",
  );
  expect(turned(0.25, 0.46, "above")).toBe("Antas vara 25 %. Först över 46 % går det i genomsnitt ihop.");
  expect(turned(0.251, 0.254, "below")).toBe("Antas vara 25,1 %. Över 25,4 % går det i genomsnitt inte längre ihop.");
});
