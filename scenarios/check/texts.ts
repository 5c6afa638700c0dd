import { suggestion } from "../nearest.ts";
import { isTextObject, type TextContent } from "../schema/parts.ts";
import { type Checking, report } from "./checking.ts";
import { lookUp } from "./structure.ts";

type Plain = { [key: string]: unknown };

const isMap = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

const textKeys = ["title", "note", "indicator", "decides"];
const riskTexts = ["action", "responsible"];
const ownTitles: Readonly<Record<string, Required<TextContent>>> = {
  organisation: { en: "The organisation", sv: "Den egna organisationen" },
  publicSector: { en: "The public sector", sv: "Offentlig sektor" },
  society: { en: "Society", sv: "Samhället" },
};

/** Writes every text as `{ en?, sv? }`, merges the translations in, and gives the well-known perspectives their titles. */
export function settleTexts(checking: Checking): void {
  const content = checking.content as unknown as Plain;
  const { language } = checking.content;
  for (const [id, perspective] of Object.entries(checking.content.perspectives)) {
    if (perspective.title === undefined && Object.hasOwn(ownTitles, id))
      (perspective as Plain).title = { ...ownTitles[id] };
  }
  for (const [holder, key] of textsOf(content)) holder[key] = asText(holder[key], language);
  translate(checking, content);
  delete content.translations;
}

export const asText = (value: unknown, language: "en" | "sv"): TextContent =>
  isTextObject(value)
    ? Object.fromEntries(Object.entries(value as Plain).map(([key, text]) => [key, String(text).trim()]))
    : { [language]: String(value).trim() };

/** Every place that holds a text: the holder and the key. Texts inside quantities stay with the quantity. */
function* textsOf(content: Plain): Generator<readonly [Plain, string]> {
  for (const key of ["title", "summary", "status"]) if (content[key] !== undefined) yield [content, key];
  if (isMap(content.decision)) for (const key of Object.keys(content.decision)) yield [content.decision, key];
  const list = content.notCounted as unknown as Plain;
  for (const index of Object.keys(list)) yield [list, index];
  const own = function* (entry: unknown): Generator<readonly [Plain, string]> {
    if (isMap(entry)) for (const key of textKeys) if (entry[key] !== undefined) yield [entry, key];
  };
  for (const section of [
    "sources",
    "units",
    "perspectives",
    "outcomes",
    "consequences",
    "costs",
    "risks",
    "formulas",
    "stopRules",
    "criteria",
    "comparators",
    "components",
    "options",
    "dependence",
    "reproduces",
  ]) {
    for (const entry of Object.values((content[section] ?? {}) as Plain)) yield* own(entry);
  }
  for (const entry of Object.values((content.risks ?? {}) as Plain)) {
    if (!isMap(entry)) continue;
    yield* own(entry.mitigated);
    for (const key of riskTexts) if (entry[key] !== undefined) yield [entry, key];
  }
  yield* own(content.success);
  yield* own(content.target);
  yield* own(content.taxation);
  yield* own(content.optimism);
  yield* own(content.budget);
  yield* own(content.weights);
  yield* own(content.implementation);
  if (isMap(content.implementation)) yield* own(content.implementation.replaces);
  if (isMap(content.financing)) {
    yield* own(content.financing);
    for (const part of [content.financing.repayment, content.financing.fund]) yield* own(part);
    for (const contract of Object.values((content.financing.contracts ?? {}) as Plain)) yield* own(contract);
  }
  if (isMap(content.target))
    for (const entry of Object.values((content.target.segments ?? {}) as Plain)) yield* own(entry);
  const actors = function* (level: unknown): Generator<readonly [Plain, string]> {
    for (const entry of Object.values((level ?? {}) as Plain)) {
      yield* own(entry);
      yield* actors((entry as Plain).parts);
    }
  };
  yield* actors(content.actors);
}

/** Entries by id, for translations that name one. */
function entriesById(content: Plain): Map<string, Plain> {
  const entries = new Map<string, Plain>();
  const add = (section: unknown) => {
    for (const [id, entry] of Object.entries((section ?? {}) as Plain)) {
      if (!isMap(entry)) continue;
      if (!entries.has(id)) entries.set(id, entry);
    }
  };
  for (const section of [
    "units",
    "perspectives",
    "outcomes",
    "consequences",
    "costs",
    "risks",
    "stopRules",
    "criteria",
    "comparators",
    "formulas",
    "components",
    "options",
    "quantities",
  ])
    add(content[section]);
  const actors = (level: unknown) => {
    add(level);
    for (const entry of Object.values((level ?? {}) as Plain)) if (isMap(entry)) actors(entry.parts);
  };
  actors(content.actors);
  if (isMap(content.financing)) add(content.financing.contracts);
  if (isMap(content.target)) {
    add(content.target.segments);
    entries.set("target", content.target);
  }
  for (const section of ["success", "optimism", "implementation"])
    if (isMap(content[section])) entries.set(section, content[section]);
  return entries;
}

function translate(checking: Checking, content: Plain): void {
  const entries = entriesById(content);
  for (const [language, texts] of Object.entries(checking.content.translations ?? {})) {
    const place = `translations.${language}`;
    if (language !== "en" && language !== "sv") {
      report(checking, "translationLanguage", place, { language }, "key");
      continue;
    }
    if (!isMap(texts)) {
      report(checking, "mapExpected", place, { key: language });
      continue;
    }
    for (const [key, value] of flat(texts)) put(checking, content, entries, language, key, value);
  }
}

/** `decision.question: …` and `decision: { question: … }` say the same. */
function* flat(texts: Plain, before = ""): Generator<readonly [string, unknown]> {
  for (const [key, value] of Object.entries(texts)) {
    if (isMap(value)) yield* flat(value, `${before}${key}.`);
    else yield [before + key, value];
  }
}

function put(
  checking: Checking,
  content: Plain,
  entries: Map<string, Plain>,
  language: string,
  key: string,
  value: unknown,
): void {
  const place = `translations.${language}.${key}`;
  const refuse = () => report(checking, "translationForm", place, { name: key });
  const entry = entries.get(key);
  const target = entry ?? lookUp(content, key.split("."));
  if (Array.isArray(value)) {
    if (!Array.isArray(target) || target.length !== value.length || value.some((item) => typeof item !== "string")) {
      refuse();
      return;
    }
    for (const [index, item] of value.entries())
      target[index] = { ...(target[index] as TextContent), [language]: item.trim() };
    return;
  }
  if (typeof value !== "string" && typeof value !== "number") {
    refuse();
    return;
  }
  const words = String(value).trim();
  if (isMap(target) && !isTextObject(target)) {
    const title = target.title;
    if (entry === undefined && title === undefined) {
      refuse();
      return;
    }
    // That of a quantity is as it is written.
    const known = title === undefined ? {} : asText(title, checking.content.language);
    target.title = { ...known, [language]: words };
    return;
  }
  const path = key.split(".");
  const holder = lookUp(content, path.slice(0, -1));
  if (isTextObject(target) && isMap(holder)) holder[path.at(-1)!] = { ...(target as TextContent), [language]: words };
  else if (typeof target === "string" && isMap(holder) && ["title", "note", "assumption"].includes(path.at(-1)!)) {
    holder[path.at(-1)!] = { [checking.content.language]: target, [language]: words };
  } else if (target !== undefined) refuse();
  else if (!checking.broken.has(key) && !checking.broken.has(path[0]))
    report(checking, "translationTarget", place, { name: key, nearest: suggestion(key, entries.keys()) }, "key");
}
