import type { Language } from "../engine/issues.ts";
import { about } from "../scenarios/about.ts";
import type { CheckedScenario } from "../scenarios/checked.ts";
import { word } from "./words.ts";

/**
 * What each option of a scenario states otherwise, a line each; empty where there is nothing.
 *
 * @param place only what stands there or below; everything, with what is left out, where absent
 */
export function optionChanges(scenario: CheckedScenario, language: Language, place?: string): string {
  if (scenario.options === undefined) return "";
  const { options = [], titles } = about(scenario);
  const lines = options.flatMap(({ id, changes, without }) => {
    const own = changes.filter(
      (one) => place === undefined || one.place === place || one.place.startsWith(`${place}.`),
    );
    const said = own.map(({ place: at, from, to }) => {
      const instead = word("instead", language, { from: from[language], to: to[language] });
      return at === place ? `  ${instead}` : `  ${at}: ${instead}`;
    });
    const left = place === undefined ? without : [];
    const all = [
      ...said,
      ...left.map((one) => `  ${word("withoutComponent", language, { component: one[language] })}`),
    ];
    return all.length === 0 ? [] : [word("inOption", language, { option: titles[id][language] }), ...all];
  });
  return lines.map((line) => `${line}\n`).join("");
}
