import { type Checking, isFull, report, touched } from "../check/checking.ts";
import { normalNumber } from "../check/normalForm.ts";
import { asText } from "../check/texts.ts";
import { suggestion } from "../nearest.ts";
import type { PriceIndexEntry, UnitCostEntry } from "../schema/unitCosts.ts";
import type { PriceFiles } from "./priceFiles.ts";
import { findIndex, type PriceIndex, reportFile } from "./priceIndex.ts";
import { checkEntry, indexTexts, readUnitCosts, textsOf } from "./readUnitCosts.ts";
import type { CostSource, PriceTable, UnitCost } from "./unitCost.ts";
import { yearsText } from "./yearsText.ts";

type PricedScenario = Omit<Checking, "prices" | "acceptance">;

const standardIndex = "kpi";

/**
 * The unit costs and the price index that a scenario may draw on: its own, those of the files that it names (later ones win),
 * and those that come with the program. What it uses is written into its checked content, which then needs no other file.
 */
export class Prices implements PriceTable {
  private readonly checking: PricedScenario;
  private readonly files: PriceFiles | undefined;
  private readonly own = new Map<string, UnitCost>();
  private shipped: ReadonlyMap<string, UnitCost> | undefined;
  private readonly used = new Map<string, UnitCost>();
  private readonly usedYears = new Set<number>();
  private index: PriceIndex | "broken" | undefined;

  constructor(checking: PricedScenario, files: PriceFiles | undefined) {
    this.checking = checking;
    this.files = files;
    const { unitCosts } = checking.content;
    for (const [at, file] of (unitCosts?.files ?? []).entries()) this.readNamed(file, at);
    for (const [id, written] of Object.entries(unitCosts?.entries ?? {})) this.addOwn(id, written);
  }

  unitCost(id: string, path: string): UnitCost | undefined {
    const found = this.own.get(id) ?? this.ofProgram().get(id);
    if (found !== undefined) this.used.set(id, found);
    else if (!this.isBroken(id)) {
      const known = [...this.own.keys(), ...this.ofProgram().keys()];
      report(this.checking, "unitCostUnknown", path, { name: id, nearest: suggestion(id, known) });
    }
    return found;
  }

  factor(from: number, path: string): number | undefined {
    const to = this.checking.content.priceYear;
    if (to === undefined || from === to) return 1;
    const index = this.priceIndex(path);
    if (index === "broken") return undefined;
    const missing = [from, to].find((year) => index.values[year] === undefined);
    if (missing === undefined) {
      this.usedYears.add(from).add(to);
      return index.values[to] / index.values[from];
    }
    const { language } = this.checking.content;
    const title = index.title as { readonly en?: string; readonly sv?: string };
    const years = Object.keys(index.values).map(Number);
    const last = Math.max(...years);
    report(this.checking, index.shipped ? "priceIndexYear" : "priceIndexYearOwn", path, {
      index: title[language] ?? title.en ?? title.sv ?? standardIndex,
      year: missing,
      years: yearsText(years),
      ...(index.shipped ? { id: index.id ?? standardIndex, last, level: index.values[last] } : {}),
    });
    return undefined;
  }

  settle(): void {
    const content = this.checking.content as { unitCosts?: unknown; priceIndex?: unknown };
    const { needs } = this.checking.content.unitCosts ?? {};
    const sources: Record<string, CostSource> = {};
    const entries: Record<string, UnitCostEntry> = {};
    for (const { id, entry, source } of [...this.used.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const name = source === undefined ? entry.source : freeName(sources, entry.source, source);
      if (source !== undefined) sources[name] = source;
      entries[id] = { ...entry, source: name, amount: String(normalNumber(entry.amount, this.checking.words)) };
    }
    if (this.used.size > 0 || needs !== undefined)
      content.unitCosts = { files: [], ...(needs === undefined ? {} : { needs }), sources, entries };
    else delete content.unitCosts;
    if (this.usedYears.size > 0 && this.index !== undefined && this.index !== "broken") {
      const { values, shipped: _, ...index } = this.index;
      const years = [...this.usedYears].sort();
      content.priceIndex = { ...index, values: Object.fromEntries(years.map((year) => [year, values[year]])) };
    } else if (content.priceIndex !== undefined) content.priceIndex = this.ownIndex();
  }

  /** Something is wrong where the unit cost may stand: that has been told, and no more is said where it is used. */
  private isBroken(id: string): boolean {
    const { broken } = this.checking;
    const places = ["unitCosts", "unitCosts.entries", "unitCosts.files"];
    return places.some((path) => broken.has(path)) || touched(this.checking, `unitCosts.entries.${id}`);
  }

  private addOwn(id: string, written: UnitCostEntry): void {
    const { content, issues, source, words } = this.checking;
    const { sources = {} } = content.unitCosts ?? {};
    const before = issues.length;
    const path = `unitCosts.entries.${id}`;
    const known = [...Object.keys(sources), ...Object.keys(content.sources)];
    checkEntry({ source, issues, words, sources: known }, id, written, path);
    if (issues.length > before) {
      this.checking.broken.add(path);
      return;
    }
    const entry = textsOf(written, content.language) as UnitCost["entry"];
    const named = Object.hasOwn(sources, entry.source) ? sources[entry.source] : undefined;
    this.own.set(id, {
      id,
      entry,
      ...(named === undefined ? {} : { source: { ...named, title: asText(named.title, content.language) } }),
    });
  }

  /** A file that the scenario names; what is wrong with it is told at its own lines. */
  private readNamed(file: string, at: number): void {
    const { source, issues } = this.checking;
    const path = source.extents.has(`unitCosts.${at}`) ? `unitCosts.${at}` : `unitCosts.files.${at}`;
    const refuse = () => this.checking.broken.add("unitCosts.files");
    if (this.files === undefined) {
      report(this.checking, "unitCostFiles", path, { file });
      refuse();
      return;
    }
    const read = this.files.read(file);
    if (!read.ok) {
      for (const issue of read.issues) reportFile(this.checking, issue, path);
      refuse();
      return;
    }
    const outcome = readUnitCosts(read.text, read.name);
    if (!outcome.ok) {
      for (const issue of outcome.issues) if (!isFull(this.checking)) issues.push(issue);
      refuse();
      return;
    }
    for (const [id, cost] of costsOf(outcome.unitCosts)) this.own.set(id, cost);
  }

  private ofProgram(): ReadonlyMap<string, UnitCost> {
    this.shipped ??= new Map(
      (this.files?.shippedUnitCosts() ?? []).flatMap(({ text, name }) => [
        ...costsOf(sound(readUnitCosts(text, name))),
      ]),
    );
    return this.shipped;
  }

  private priceIndex(path: string): PriceIndex | "broken" {
    this.index ??= findIndex(this.checking, this.files, standardIndex, path);
    return this.index;
  }

  private ownIndex(): PriceIndexEntry | undefined {
    const { priceIndex, language } = this.checking.content;
    return priceIndex === undefined ? undefined : indexTexts(priceIndex, language);
  }
}

function* costsOf(file: {
  readonly sources: Readonly<Record<string, CostSource>>;
  readonly entries: Readonly<Record<string, UnitCostEntry>>;
}): Generator<readonly [string, UnitCost]> {
  for (const [id, entry] of Object.entries(file.entries)) {
    const own = entry as UnitCost["entry"];
    yield [id, { id, entry: own, source: file.sources[own.source] }];
  }
}

/** The program's own files are held to their format by a test; here a fault in one is ours. */
function sound(outcome: ReturnType<typeof readUnitCosts>) {
  if (!outcome.ok)
    throw new Error(`a file of unit costs that comes with the program is broken: ${outcome.issues[0].code}`);
  return outcome.unitCosts;
}

/** The name itself, or the first free one after it where another source is called so already. */
function freeName(taken: Readonly<Record<string, CostSource>>, name: string, source: CostSource): string {
  const same = (other: CostSource) => JSON.stringify(other) === JSON.stringify(source);
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name}${n}`;
    if (!Object.hasOwn(taken, candidate) || same(taken[candidate])) return candidate;
  }
}
