import type { Quantity } from "../checked.ts";
import { bandOf, isSchedule, ratePlace, type SettledSchedule } from "../discounting.ts";
import { suggestion } from "../nearest.ts";
import { readText } from "../read.ts";
import { type DiscountSchedule, discountSchedule, discountScheduleFile } from "../schema/discounting.ts";
import type { PriceFiles } from "../unitCosts/priceFiles.ts";
import { type Checking, report } from "./checking.ts";
import type { Quantities } from "./quantities.ts";
import { lookUp, reportKey, reportProblem } from "./structure.ts";
import { asText } from "./texts.ts";

const place = "discounting";
const fileFormat = "utfall-discount-schedule/1";
/** Names of schedules have a hyphen, which names of quantities have not. */
const isName = (value: unknown): value is string =>
  typeof value === "string" && /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(value.trim());
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Turns a schedule, named or written out, and a list by year into bands with their rates, so that the checked content needs no
 * other file. One rate stays what it is.
 */
export function settleDiscounting(checking: Omit<Checking, "prices" | "acceptance">, files?: PriceFiles): void {
  const content = checking.content as { discounting?: unknown };
  const written = asSchedule(content.discounting);
  if (written === undefined) return;
  const refuse = () => {
    checking.broken.add(place);
    content.discounting = "0 %/year";
  };
  const parsed = discountSchedule.safeParse(written);
  if (!parsed.success) {
    for (const problem of parsed.error.issues) {
      const path = [place, ...problem.path.map(String)];
      if (problem.code === "unrecognized_keys") {
        const known = problem.message.slice("known:".length).split(",");
        for (const key of problem.keys) reportKey(checking, path, key, known);
        continue;
      }
      const value = lookUp(written, problem.path.map(String));
      reportProblem(checking, path, problem.message, value === undefined, value);
    }
    refuse();
    return;
  }
  const settled = parsed.data.bands === undefined ? shipped(checking, parsed.data, files) : parsed.data;
  if (settled === undefined || !isSchedule(settled) || !inOrder(checking, settled)) {
    refuse();
    return;
  }
  const { language } = checking.content;
  const texts = (["title", "source"] as const).flatMap((key) =>
    settled[key] === undefined ? [] : [[key, asText(settled[key], language)] as const],
  );
  content.discounting = { ...settled, ...Object.fromEntries(texts) };
}

function asSchedule(discounting: unknown): unknown {
  if (isName(discounting)) return { schedule: discounting.trim() };
  if (isMap(discounting)) return "schedule" in discounting || "bands" in discounting ? discounting : undefined;
  if (!Array.isArray(discounting) || discounting.length === 0) return undefined;
  const last = discounting.length - 1;
  return { bands: discounting.map((rate, year) => (year === last ? { rate } : { through: year, rate })) };
}

/** The schedule of that name among those that come with the program; what is missing has been told. */
function shipped(
  checking: Omit<Checking, "prices" | "acceptance">,
  own: DiscountSchedule,
  files?: PriceFiles,
): DiscountSchedule | undefined {
  const known = (files?.shippedSchedules() ?? []).map(({ text, name }) => scheduleOfFile(text, name));
  const found = known.find(({ schedule }) => schedule === own.schedule);
  if (found !== undefined) return { ...found, ...own };
  const nearest = suggestion(
    own.schedule ?? "",
    known.flatMap(({ schedule }) => schedule ?? []),
  );
  report(checking, "scheduleUnknown", place, { name: own.schedule ?? "", nearest });
  return undefined;
}

/** Reads a file with a schedule. The program's own files are held to their format by a test; here a fault in one is ours. */
export function scheduleOfFile(text: string, file: string): DiscountSchedule {
  const read = readText(text, file);
  const parsed = read.ok ? discountScheduleFile.safeParse(read.source.value) : undefined;
  if (!parsed?.success || parsed.data.format !== fileFormat) throw new Error(`the discount schedule ${file} is broken`);
  const { format: _, $schema: __, id, language, title, source, ...schedule } = parsed.data;
  return {
    schedule: id,
    title: asText(title, language),
    ...(source === undefined ? {} : { source: asText(source, language) }),
    ...schedule,
  };
}

/** Each band ends after the one before it; only the last may say no end. */
function inOrder(checking: Omit<Checking, "prices" | "acceptance">, { bands }: SettledSchedule): boolean {
  if (bands.length === 0) {
    report(checking, "scheduleBands", place);
    return false;
  }
  const wrong = bands.findIndex(
    ({ through }, i) =>
      (through === undefined && i < bands.length - 1) ||
      (i > 0 && through !== undefined && through <= (bands[i - 1].through ?? through)),
  );
  if (wrong >= 0) report(checking, "scheduleBands", `${place}.bands.${wrong}`);
  return wrong < 0;
}

/** The rates of a schedule as one quantity with a value per year of the horizon. */
export function ratesByYear({ content }: Checking, quantities: Quantities): void {
  const { discounting } = content;
  if (!isSchedule(discounting)) return;
  const years = Array.from({ length: content.horizon ?? content.programme.years }, (_, year) => year);
  const items = years.map((year) => quantities.at(ratePlace(bandOf(discounting, year))));
  if (items.every((item): item is Quantity => item !== undefined))
    quantities.read.set(place, { kind: "byYear", items, unit: items[0].unit });
}
