import type { Text } from "../../engine/result/about.ts";
import type { CheckedScenario } from "../checked.ts";
import { bandOf, isSchedule, ratePlace } from "../discounting.ts";
import { both, joined, textOf } from "./texts.ts";

/** The rates of a schedule that the horizon reaches, in words: "3.5% a year (3% from year 31), Green Book 2022"; none for one rate. */
export function discountRatesText({ content, quantities }: CheckedScenario): Text | undefined {
  const { discounting, language } = content;
  if (!isSchedule(discounting)) return undefined;
  const last = bandOf(discounting, Math.max(1, (content.horizon ?? content.programme.years) - 1));
  const bands = discounting.bands.slice(bandOf(discounting, 1), last + 1);
  const rates = bands.map((band) => {
    const quantity = quantities.get(ratePlace(discounting.bands.indexOf(band)));
    return quantity?.kind === "number" ? percent(quantity.value) : both("an uncertain rate", "en osäker ränta");
  });
  const later = rates.slice(1).map((rate, i) => {
    const from = (bands[i].through ?? 0) + 1;
    return both(`${rate.en} from year ${from}`, `${rate.sv} från år ${from}`);
  });
  const first = joined([rates[0], both("a year", "per år")], " ");
  const text = later.length === 0 ? first : joined([joined([first, joined(later, ", ")], " ("), both("", "")], ")");
  const title = textOf(discounting.title, language) ?? textOf(discounting.schedule, language);
  return title === undefined ? text : joined([text, title], ", ");
}

/** Where the rates come from. */
export function discountSource({ content }: CheckedScenario): Text | undefined {
  const { discounting, language } = content;
  return isSchedule(discounting) ? textOf(discounting.source, language) : undefined;
}

function percent(rate: number): Text {
  const digits = String(Number((rate * 100).toPrecision(9)));
  return both(`${digits}%`, `${digits.replace(".", ",")}\u00a0%`);
}
