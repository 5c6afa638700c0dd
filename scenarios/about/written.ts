import type { Text } from "../../engine/result/about.ts";
import { noteKeys } from "../check/annotations.ts";
import { familyName } from "./familyNames.ts";
import { impliedTails } from "./impliedTails.ts";
import { quantilesSaid, weighedSaid } from "./listed.ts";
import { digits, numberIn, readWritten, unitAfter } from "./numbers.ts";
import { both, joined } from "./texts.ts";

type Plain = { readonly [key: string]: unknown };

/** What is known about a quantity beside its own text. */
export interface Surroundings {
  /** Unit where the text itself names none. */
  readonly unit: string;
  /** Titles of the programme's own units. */
  readonly counting: Readonly<Record<string, Text>>;
}

/** A quantity as written in the file, in plain words: "between 37 000 and 39 000, most likely 38 000 kr/month". */
export function written(raw: unknown, around: Surroundings): Text {
  const single = readWritten(raw);
  if (single !== undefined) return withUnit([single], around, ([value]) => value);
  if (typeof raw === "string") {
    const formula = raw.replace(/^=\s*/, "").trim();
    if (formula === "to horizon") return both("to the horizon", "till horisonten");
    return both(`calculated: ${formula}`, `beräknas: ${formula}`);
  }
  if (Array.isArray(raw)) return list(raw, around);
  return entry(raw as Plain, around);
}

function list(items: readonly unknown[], around: Surroundings): Text {
  const texts = items.map((item) => written(item, around));
  const years = both(` (year ${range(items)})`, ` (år ${range(items)})`);
  return joined([joined(texts, "; "), years], "");
}

const range = (items: readonly unknown[]): string => (items.length === 1 ? "0" : `0–${items.length - 1}`);

function entry(raw: Plain, around: Surroundings): Text {
  const inner: Surroundings = { ...around, unit: typeof raw.unit === "string" ? raw.unit : around.unit };
  if (raw.value !== undefined) return written(raw.value, inner);
  if (raw.each !== undefined) return ownAmounts(raw, around);
  // Where it stands alone its amount is told too; here it is one of several.
  if (typeof raw.unitCost === "string") return both(`the unit cost ${raw.unitCost}`, `enhetskostnaden ${raw.unitCost}`);
  const say = (keys: readonly string[], words: (values: readonly Text[]) => Text): Text => {
    const numbers = keys.map((key) => readWritten(raw[key]) ?? { value: Number.NaN, unit: "" });
    return withUnit(numbers, inner, words);
  };
  const chance = readWritten(raw.level);
  const level =
    chance === undefined
      ? both("90\u00a0%", "90\u00a0%")
      : numberIn(chance.value, chance.unit === "" ? "share" : chance.unit);
  const family = familyOf(raw.as);
  const cut = cutOff(raw, inner);
  const has = (...keys: readonly string[]) => keys.every((key) => raw[key] !== undefined);
  if (has("low", "best", "high")) {
    const said = say(["low", "high", "best"], ([low, high, best]) =>
      raw.level === undefined
        ? both(
            `between ${low.en} and ${high.en}, most likely ${best.en}`,
            `mellan ${low.sv} och ${high.sv}, troligast ${best.sv}`,
          )
        : both(
            `between ${low.en} and ${high.en} with ${level.en} probability, most likely ${best.en}`,
            `mellan ${low.sv} och ${high.sv} med ${level.sv} sannolikhet, troligast ${best.sv}`,
          ),
    );
    return joined([said, family, cut], "");
  }
  if (has("mean", "sd")) {
    const said = say(["mean", "sd"], ([mean, sd]) =>
      both(`around ${mean.en}, standard deviation ${sd.en}`, `omkring ${mean.sv}, standardavvikelse ${sd.sv}`),
    );
    return joined([said, family, cut], "");
  }
  if (has("low", "high") && raw.quantiles === undefined) {
    const even = raw.as === "uniform";
    if (!even && raw.level === undefined) {
      const range = say(["low", "high"], ([low, high]) =>
        both(`between ${low.en} and ${high.en}`, `mellan ${low.sv} och ${high.sv}`),
      );
      return joined([range, family, cut], "");
    }
    const said = say(["low", "high"], ([low, high]) =>
      both(`between ${low.en} and ${high.en}`, `mellan ${low.sv} och ${high.sv}`),
    );
    const how = even
      ? both(", all equally likely", ", allt lika troligt")
      : both(` with ${level.en} probability`, ` med ${level.sv} sannolikhet`);
    return joined([said, how, even ? both("", "") : family, cut], "");
  }
  if (Array.isArray(raw.interval)) {
    const [low, high] = raw.interval;
    return entry(
      { ...raw, interval: undefined, low, high, ...(chance === undefined ? { level: "95 %" } : {}) },
      around,
    );
  }
  if (has("count", "of")) {
    return say(["count", "of"], ([count, of]) =>
      both(`${count.en} of ${of.en} observed`, `${count.sv} av ${of.sv} observerade`),
    );
  }
  if (has("share", "of")) {
    const of = digits(readWritten(raw.of)?.value ?? Number.NaN);
    return say(["share"], ([share]) =>
      both(`${share.en}, as sure as after ${of.en} cases`, `${share.sv}, så säkert som efter ${of.sv} fall`),
    );
  }
  return joined([others(raw, inner), impliedTails(raw, inner.unit, inner.counting), cut], "");
}

/** What each has of its own: "each for itself: around 120, standard deviation 150 days/person; number: 8 people". */
function ownAmounts(raw: Plain, around: Surroundings): Text {
  const part = (key: string, before: Text): readonly Text[] => {
    const own = raw[key];
    if (own === undefined) return [];
    const name = typeof own === "string" && /^[a-z][A-Za-z0-9.]*$/.test(own.trim()) ? both(own, own) : undefined;
    return [joined([before, name ?? written(own, { ...around, unit: "" })], "")];
  };
  return joined(
    [
      ...part("each", both("each for itself: ", "var och en för sig: ")),
      ...part("number", both("number: ", "antal: ")),
      ...part("expected", both("expected number: ", "väntat antal: ")),
      ...part("times", both("times ", "gånger ")),
    ],
    "; ",
  );
}

/** A family stated by its own parameters: "beta distribution (alpha 32, beta 8)". */
function others(raw: Plain, around: Surroundings): Text {
  const special = chips(raw, around) ?? severalLaws(raw, around) ?? values(raw);
  if (special !== undefined) return special;
  const { unit, counting } = around;
  const weighed = weighedSaid(raw, unit, counting);
  const told = new Set(["as", "min", "max", ...(weighed === undefined ? [] : ["weights"])]);
  const keys = Object.keys(raw).filter((key) => !notes.has(key) && !told.has(key));
  const parts = keys.map((key): Text => {
    if (key === "values" && weighed !== undefined) return weighed;
    if (key === "low" && raw.quantiles !== undefined) return end(raw.low, both("at least ", "minst "), around);
    if (key === "high" && raw.quantiles !== undefined) return end(raw.high, both("at most ", "högst "), around);
    const own = readWritten(raw[key]);
    if (own !== undefined) {
      const shown = own.unit === "" ? digits(own.value) : withUnit([own], around, ([value]) => value);
      return both(`${key} ${shown.en}`, `${key} ${shown.sv}`);
    }
    const listed = raw[key];
    if (key === "studies" && Array.isArray(listed))
      return both(`${listed.length} studies pooled`, `${listed.length} studier sammanvägda`);
    if (key === "method" && typeof listed === "string") return both(listed, listed);
    if (key === "prior" && typeof listed === "string") return both(`prior: ${listed}`, `prior: ${listed}`);
    if (Array.isArray(raw[key])) return both(`${key}: ${raw[key].length} values`, `${key}: ${raw[key].length} värden`);
    const quantiles = key === "quantiles" ? quantilesSaid(raw[key] as Plain, unit, counting) : undefined;
    if (quantiles !== undefined) return quantiles;
    const points = Object.entries(raw[key] as Plain).map(([at, value]) =>
      joined([both(`${at}: `, `${at}: `), written(value, around)], ""),
    );
    return joined(points, "; ");
  });
  const name = typeof raw.as === "string" ? raw.as : undefined;
  if (name === undefined) return joined(parts, ", ");
  const list = joined(parts, ", ");
  const family = familyName(name);
  return both(`${family.en} (${list.en})`, `${family.sv} (${list.sv})`);
}

/** Longer lists are counted, not shown. */
const mostListed = 10;

/** "2, 5 and 3 chips in the bins 0–10, 10–20, 20–40 kr". */
function chips({ edges, chips: laid }: Plain, around: Surroundings): Text | undefined {
  if (!Array.isArray(edges) || !Array.isArray(laid)) return undefined;
  const count = laid.reduce((sum: number, own) => sum + (readWritten(own)?.value ?? 0), 0);
  const total = digits(Number(count.toPrecision(12)));
  if (laid.length > mostListed)
    return both(`${total.en} chips in ${laid.length} bins`, `${total.sv} marker i ${laid.length} intervall`);
  const ends = edges.map((edge) => readWritten(edge) ?? { value: Number.NaN, unit: "" });
  const bins = withUnit(ends, around, (shown) =>
    joined(
      laid.map((_, i) => joined([shown[i], shown[i + 1]], "–")),
      ", ",
    ),
  );
  const each = joined(
    laid.map((own) => digits(readWritten(own)?.value ?? Number.NaN)),
    ", ",
  );
  return both(`chips ${each.en} in the bins ${bins.en}`, `marker ${each.sv} i intervallen ${bins.sv}`);
}

/** Experts or the parts of a mixture, one by one: "2 experts pooled linearly: (1) … (2) …, weights 2, 1". */
function severalLaws({ experts, parts, pool, weights }: Plain, around: Surroundings): Text | undefined {
  const laws = experts ?? parts;
  if (!Array.isArray(laws)) return undefined;
  const n = laws.length;
  const by = pool === "logarithmic" ? both("logarithmically", "logaritmiskt") : both("linearly", "linjärt");
  const lead =
    experts === undefined
      ? both(`one of ${n}`, `en av ${n}`)
      : both(
          `${n} ${n === 1 ? "expert" : "experts"} pooled ${by.en}`,
          `${n} ${n === 1 ? "expert" : "experter"} sammanvägda ${by.sv}`,
        );
  const each = joined(
    laws.map((law, i) => joined([both(`(${i + 1}) `, `(${i + 1}) `), written(law, around)], "")),
    "; ",
  );
  const said = joined([lead, each], ": ");
  if (!Array.isArray(weights)) return said;
  const shown = joined(
    weights.map((own) => digits(readWritten(own)?.value ?? Number.NaN)),
    ", ",
  );
  return both(`${said.en}; weights ${shown.en}`, `${said.sv}; vikter ${shown.sv}`);
}

/** Raw data: drawn from as they are, or through a family fitted to them. */
function values({ data, as }: Plain): Text | undefined {
  if (!Array.isArray(data)) return undefined;
  const n = digits(data.length);
  if (typeof as !== "string" || as === "empirical")
    return both(`one of ${n.en} values, each as likely`, `ett av ${n.sv} värden, alla lika troliga`);
  const family = familyName(as);
  return both(`${family.en} fitted to ${n.en} values`, `${family.sv} anpassad till ${n.sv} värden`);
}

/** "at least 0": where nothing lies beyond; its unit stands with the other numbers. */
function end(raw: unknown, before: Text, around: Surroundings): Text {
  const own = readWritten(raw);
  return joined([before, own === undefined ? written(raw, around) : numberIn(own.value, own.unit || around.unit)], "");
}

/** What stands beside the numbers of a quantity: said elsewhere on the page. */
const notes: ReadonlySet<string> = new Set([...noteKeys, "level"]);

/** Only families that people know by name are said; a normal spread needs no word. */
function familyOf(as: unknown): Text {
  if (typeof as !== "string" || as === "normal" || as === "pert" || as === "truncatedNormal") return both("", "");
  const { en, sv } = familyName(as);
  return both(` (${en})`, ` (${sv})`);
}

function cutOff(raw: Plain, around: Surroundings): Text {
  const bound = (key: string): Text | undefined => {
    const own = readWritten(raw[key]);
    return own === undefined ? undefined : numberIn(own.value, own.unit || around.unit);
  };
  const min = bound("min");
  const max = bound("max");
  if (min !== undefined && max !== undefined) {
    return both(`, never below ${min.en} or above ${max.en}`, `, aldrig under ${min.sv} eller över ${max.sv}`);
  }
  if (min !== undefined) return both(`, never below ${min.en}`, `, aldrig under ${min.sv}`);
  if (max !== undefined) return both(`, never above ${max.en}`, `, aldrig över ${max.sv}`);
  return both("", "");
}

/** Puts numbers into words, with their common unit after the last. */
function withUnit(
  numbers: readonly { readonly value: number; readonly unit: string }[],
  around: Surroundings,
  words: (values: readonly Text[]) => Text,
): Text {
  const unit = numbers.find((number) => number.unit !== "")?.unit ?? around.unit;
  const said = words(numbers.map((number) => numberIn(number.value, number.unit || unit)));
  const after = unitAfter(unit, numbers.at(-1)!.value, around.counting);
  return both(said.en + after.en, said.sv + after.sv);
}
