import type { AssumptionAbout, OptionAbout, Text } from "../../engine/result/about.ts";
import { lookUp } from "../check/structure.ts";
import type { CheckedScenario } from "../checked.ts";
import { assumptionsOf } from "./assumptions.ts";
import { titleOfPlace } from "./places.ts";
import { both, textOf, titleOfId } from "./texts.ts";

const absent = both("–", "–");

/** What each option of a scenario states otherwise, in words. */
export function optionsOf(file: CheckedScenario, titles: Readonly<Record<string, Text>>): readonly OptionAbout[] {
  const { options = [] } = file;
  if (options.length === 0) return [];
  const before = byPlace(assumptionsOf(file, titles, "all"));
  return options.map((own) => {
    const { id, without, paths } = own.option!;
    const note = textOf(own.content.options?.[id].note, own.content.language);
    const after = byPlace(assumptionsOf(own, titles, "all"));
    const stated = [...new Set([...after.keys(), ...before.keys()])].flatMap((place) => {
      const [from, to] = [
        before.get(place)?.written ?? nameAt(file, place),
        after.get(place)?.written ?? nameAt(own, place),
      ];
      if (from.en === to.en) return [];
      return [{ place, title: (after.get(place) ?? before.get(place))!.title, from, to }];
    });
    return {
      id,
      ...(note === undefined ? {} : { note }),
      changes: [...stated, ...paths.flatMap((path) => wordsAt(file, own, path, titles))],
      without: without.map((component) => titles[component] ?? titleOfId(component)),
    };
  });
}

const byPlace = (list: readonly AssumptionAbout[]): ReadonlyMap<string, AssumptionAbout> =>
  new Map(list.map((row) => [row.place, row]));

/** The name of another quantity, where one stands. */
function nameAt({ quantities }: CheckedScenario, place: string): Text {
  const quantity = quantities.get(place);
  return quantity?.kind === "reference" ? both(quantity.to, quantity.to) : absent;
}

/** What is set and is no quantity: years, months, words. */
function wordsAt(
  file: CheckedScenario,
  own: CheckedScenario,
  path: string,
  titles: Readonly<Record<string, Text>>,
): OptionAbout["changes"] {
  const place = path.replace(/^quantities\./, "").replace(/\.(?=\d+(\.|$))/g, ".y");
  const isQuantity = [...own.quantities.keys()].some(
    (key) => key === place || key.startsWith(`${place}.`) || place.startsWith(`${key}.`),
  );
  if (isQuantity) return [];
  const [from, to] = [file, own].map(({ content }) => shown(lookUp(content, path.split("."))));
  return from.en === to.en ? [] : [{ place: path, title: titleOfPlace(path, titles), from, to }];
}

function shown(value: unknown): Text {
  if (value === undefined) return absent;
  return typeof value === "object"
    ? both(JSON.stringify(value), JSON.stringify(value))
    : both(String(value), String(value));
}
