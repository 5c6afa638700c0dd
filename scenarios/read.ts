import { type Alias, isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type Scalar } from "yaml";
import type { Issue } from "../engine/issues.ts";
import { type Lost, nothingLost, salvage } from "./salvage.ts";
import { clipped, type Extent, join, positionAt, type Source } from "./source.ts";
import { count, syntaxIssues } from "./syntax.ts";

/** Larger files are refused before they are parsed, bytes of UTF-8 or characters. */
export const largestFile = 1_000_000;
/** Values in a document, those that aliases repeat included. */
const mostValues = 20_000;
const deepest = 40;
/** Each is looked up through the whole document. */
const mostAliases = 100;
const mostIssues = 500;

export type ReadOutcome =
  /** `issues` may hold errors: what could be read of the file is then in `source`, the rest in `lost`. */
  | { readonly ok: true; readonly source: Source; readonly issues: readonly Issue[]; readonly lost: Lost }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads YAML 1.2 or JSON (which is YAML) into plain data. Numbers stay text unless they are written as JavaScript would write
 * them, so that 007, 1.10, 0x10 and 1_000 can be judged by what stands in the file. Never throws.
 *
 * @param wanted `rest`: where the syntax is broken, what can be read beside the broken entries is read all the same
 */
export function readText(given: string, file: string, wanted: "all" | "rest" = "all"): ReadOutcome {
  const refuse = (code: Issue["code"], values: Issue["with"] = {}): ReadOutcome => ({
    ok: false,
    issues: [{ code, at: { file, line: 1, column: 1 }, with: values }],
  });
  if (given.length > largestFile)
    return refuse("fileTooLarge", { megabytes: Math.ceil(given.length / 1e6), most: largestFile / 1e6 });
  const text = given.startsWith("\ufeff") ? given.slice(1) : given;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return refuse("fileBinary");
  const foreign = text.indexOf("\ufffd");
  if (foreign >= 0) return { ok: false, issues: [{ code: "fileEncoding", at: positionAt({ file, text }, foreign) }] };
  if (text.replace(/^\s*(#.*)?$/gm, "").trim() === "") return refuse("fileEmpty");
  const parsed = parse(text);
  const errorsOf = (own: string) => syntaxIssues(parse(own).errors, { file, text: own });
  const saved =
    parsed.errors.length === 0
      ? { text, issues: [], lost: nothingLost }
      : wanted === "rest"
        ? salvage(text, errorsOf)
        : { issues: errorsOf(text), lost: nothingLost };
  if (saved.text === undefined) return { ok: false, issues: saved.issues };
  const document = saved.text === text ? parsed : parse(saved.text);
  const place = { file, text: saved.text };
  const walk = new Walk(place, (alias) => alias.resolve(document));
  const value = walk.read(document.contents, "", undefined, 0);
  const issues = [...saved.issues, ...walk.issues];
  if (walk.broken) return { ok: false, issues };
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return saved.issues.length > 0 ? { ok: false, issues } : refuse("fileNotScenario");
  return { ok: true, source: { file, text, value, extents: walk.extents }, issues, lost: saved.lost };
}

/** The "failsafe" schema knows texts, lists and maps only: no scalar is turned into a number, date or truth value. */
function parse(text: string) {
  return parseDocument(text, {
    lineCounter: new LineCounter(),
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
}

/** Turns the parser's nodes into plain data, noting where each stands and what YAML would silently make of it. */
class Walk {
  readonly issues: Issue[] = [];
  readonly extents = new Map<string, Extent>();
  broken = false;
  /** The text last found cut at a comma, with what has been put back. */
  private cut: { readonly path: string; readonly text: string } | undefined;
  private values = 0;
  private aliases = 0;
  /** The outermost alias being followed, and all that are. */
  private alias: Alias | undefined;
  private readonly open: unknown[] = [];
  private readonly place: { readonly file: string; readonly text: string };
  private readonly resolve: (alias: Alias) => unknown;

  constructor(place: { readonly file: string; readonly text: string }, resolve: (alias: Alias) => unknown) {
    this.place = place;
    this.resolve = resolve;
  }

  read(node: unknown, path: string, key: readonly [number, number] | undefined, depth: number): unknown {
    if (this.broken) return undefined;
    this.values += 1;
    const from = this.alias?.range?.[0] ?? (node as { range?: [number, number, number] } | null)?.range?.[0] ?? 0;
    if (this.values > mostValues) return this.stop("fileTooMany", from, { most: mostValues });
    if (depth > deepest) return this.stop("fileTooDeep", from, { most: deepest });
    if (isAlias(node)) return this.readAlias(node, path, key, depth);
    const range = (node as { range?: [number, number, number] } | null)?.range;
    const value: readonly [number, number] = range ? [range[0], range[1]] : (key ?? [0, 0]);
    if (isMap(node)) {
      this.extents.set(path, { key, value: this.extentOf(value, key) });
      return this.readMap(node.items, path, depth);
    }
    if (isSeq(node)) {
      this.extents.set(path, { key, value: this.extentOf(value, key) });
      return node.items.map((item, index) => this.read(item, join(path, index), undefined, depth + 1));
    }
    if (isScalar(node)) return this.readScalar(node, path, key, value);
    this.extents.set(path, { key, value });
    return null;
  }

  /** What an alias stands for; one that stands inside what it refers to has no end. */
  private readAlias(alias: Alias, path: string, key: Extent["key"], depth: number): unknown {
    this.aliases += 1;
    if (this.aliases > mostAliases)
      return this.stop("fileAliases", (this.alias ?? alias).range?.[0] ?? 0, { most: mostAliases });
    const target = this.resolve(alias);
    if (target === undefined || this.open.includes(target)) {
      return this.stop("yamlAlias", alias.range?.[0] ?? 0, { name: alias.source });
    }
    const outer = this.alias;
    this.alias ??= alias;
    this.open.push(target);
    const value = this.read(target, path, key, depth + 1);
    this.open.pop();
    this.alias = outer;
    return value;
  }

  /** A map or list in brackets is shown itself; one over several lines by its key. */
  private extentOf(value: readonly [number, number], key: Extent["key"]): readonly [number, number] {
    return "{[".includes(this.place.text[value[0]] ?? " ") ? value : (key ?? value);
  }

  private readScalar(node: Scalar, path: string, key: Extent["key"], value: readonly [number, number]): unknown {
    const text = String(node.value ?? "");
    const written = this.place.text.slice(value[0], value[1]);
    const quote = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE" ? 1 : 0;
    const direct = written.slice(quote, written.length - quote) === text;
    this.extents.set(path, { key, value, textFrom: direct ? value[0] + quote : undefined });
    if (node.type !== "PLAIN") return text;
    if (text === "" || text === "~" || text === "null") return null;
    return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
  }

  private readMap(items: readonly Pair[], path: string, depth: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    let before: { path: string; value: unknown } | undefined;
    for (const item of items) {
      if (!isScalar(item.key)) {
        const range = (item.key as { range?: [number, number, number] } | null)?.range;
        this.report("keyNotText", path, range?.[0] ?? 0, range?.[1], {});
        continue;
      }
      const range = item.key.range ?? [0, 0, 0];
      const name = String(item.key.value ?? "");
      const own = join(path, name);
      const extent: readonly [number, number] = [range[0], range[1]];
      if (this.trap(name, item, before, extent)) continue;
      if (name === "__proto__" || name === "constructor" || name === "prototype") {
        this.report("badId", own, extent[0], extent[1], { id: name });
        continue;
      }
      if (Object.hasOwn(map, name)) {
        const first = positionAt(this.place, this.extents.get(own)?.key?.[0] ?? 0);
        this.report("keyTwice", own, extent[0], extent[1], { key: name, line: first.line });
        continue;
      }
      const value = this.read(item.value, own, extent, depth + 1);
      before = { path: own, value };
      if (value === null) this.report("emptyValue", own, extent[0], extent[1], { key: name });
      else map[name] = value;
    }
    return map;
  }

  /**
   * What commas do inside { }: `low: 1,5` reads as low: 1 and a key 5; `= min(a, b)` as a text and a key `b)`; `title: Yes, no`
   * as a title and a key `no`. However many commas one text has, it is told of once.
   */
  private trap(
    name: string,
    item: Pair,
    before: { path: string; value: unknown } | undefined,
    extent: readonly [number, number],
  ): boolean {
    const bare =
      item.value === null || (isScalar(item.value) && item.value.value === "" && item.value.type === "PLAIN");
    if (!bare || before === undefined) return false;
    const last = before.value;
    const from = this.extents.get(before.path)?.value[0] ?? extent[0];
    const again = this.cut?.path === before.path ? this.cut.text : undefined;
    const text = again ?? (typeof last === "string" ? last : "");
    const isFormula = text.startsWith("=") && count(text, "(") > count(text, ")");
    const hasColon = /^\s*:/.test(this.place.text.slice(extent[1], extent[1] + 8));
    // `{ of: relapse, amount }` forgets a value; words with spaces in or before them are a text.
    const isText = !hasColon && /^\p{L}/u.test(text) && (/\s/.test(text) || !/^[a-z][A-Za-z0-9]*$/.test(name));
    if (isFormula || isText) {
      const whole = `${text}, ${name}`;
      if (again !== undefined && this.issues.at(-1)?.path === before.path) this.issues.pop();
      this.cut = { path: before.path, text: whole };
      if (isFormula) this.report("formulaComma", before.path, from, extent[1], { formula: whole });
      else this.report("textComma", before.path, from, extent[1], { text: whole });
      return true;
    }
    const digits = typeof last === "number" ? String(last) : typeof last === "string" ? last : "";
    const rest = /^(\d+)(.*)$/.exec(name);
    if (rest !== null && /^[-−]?\d[\d\s]*$/.test(digits)) {
      this.report("decimalComma", before.path, from, extent[1], {
        written: `${digits},${name}`,
        right: `${digits}.${name}`,
      });
      return true;
    }
    return false;
  }

  private report(code: Issue["code"], path: string, from: number, to: number | undefined, values: Issue["with"]): void {
    if (this.issues.length >= mostIssues) return;
    this.issues.push({ code, path, at: positionAt(this.place, from, to), with: clipped(values) });
  }

  private stop(code: Issue["code"], from: number, values: Issue["with"]): undefined {
    this.broken = true;
    this.issues.push({ code, at: positionAt(this.place, from), with: values });
    return undefined;
  }
}
