import { describe } from "../../engine/distributions/index.ts";
import { comparisonDesigns } from "../../engine/evidence/designs.ts";
import type { CheckedScenario, Quantity } from "../checked.ts";
import type { Alternative } from "./alternative.ts";
import { otherFamily } from "./otherFamily.ts";

/** Rates in per cent a year that are tried beside the scenario's own. */
const rates = [0, 2, 5];

/** The standard rates of the Green Book 2022, as a schedule that declines. */
const declining = {
  bands: [{ through: 30, rate: "3.5 %/year" }, { through: 75, rate: "3 %/year" }, { rate: "2.5 %/year" }],
};

/**
 * Other ways to model a scenario that need no further knowledge: other families for the same knowledge, all inputs at once and each
 * of `strongest` by itself; other discount rates; a shorter and a longer horizon; effects that end at once instead of wearing off and
 * the other way round, for as many years in all; the rows of the file's table of adjustments for other comparison designs.
 *
 * @param strongest places of inputs whose family is changed one at a time
 */
export function alternativesOf(checked: CheckedScenario, strongest: readonly string[] = []): readonly Alternative[] {
  return [
    ...families(checked, strongest),
    ...rates
      .map(
        (rate): Alternative => ({
          id: `rate.${rate}`,
          about: ["discounting"],
          set: { discounting: `${rate} %/year` },
        }),
      )
      .filter(({ set }) => rateOf(checked) !== Number.parseFloat(String(set!.discounting)) / 100),
    ...declines(checked),
    ...horizons(checked),
    ...decays(checked),
    ...designs(checked),
  ];
}

/** None where the scenario discounts by the schedule's first rate and ends before the second. */
function declines(checked: CheckedScenario): readonly Alternative[] {
  const { horizon, programme } = checked.content;
  const isSame = rateOf(checked) === 0.035 && (horizon ?? programme.years) <= declining.bands[0].through! + 1;
  return isSame ? [] : [{ id: "rate.declining", about: ["discounting"], set: { discounting: declining } }];
}

function families({ inputs }: CheckedScenario, strongest: readonly string[]): readonly Alternative[] {
  const others = inputs.flatMap(({ place, distribution }) => {
    const other = otherFamily(distribution);
    return other === undefined ? [] : [{ place, other }];
  });
  if (others.length === 0) return [];
  const single = others.filter(({ place }) => strongest.includes(place));
  return [
    {
      id: "families",
      about: others.map(({ place }) => place),
      distributions: Object.fromEntries(others.map(({ place, other }) => [place, other])),
    },
    ...single.map(({ place, other }) => ({
      id: `family.${place}.${other.family}`,
      about: [place],
      distributions: { [place]: other },
    })),
  ];
}

function rateOf(checked: CheckedScenario): number | undefined {
  return meanAt(checked, "discounting");
}

/** A number, or the mean of one that is uncertain; undefined for what is computed or differs by year or segment. */
function meanAt({ quantities, inputs }: CheckedScenario, place: string): number | undefined {
  let found: Quantity | undefined = quantities.get(place);
  while (found?.kind === "reference") found = quantities.get(found.to);
  if (found?.kind === "number") return found.value;
  return found?.kind === "input" ? describe(inputs[found.input].distribution).mean : undefined;
}

function horizons({ content }: CheckedScenario): readonly Alternative[] {
  const years = content.programme.years;
  const own = content.horizon ?? years;
  if (own <= years) return [];
  const further = own - years;
  return [years + Math.floor(further / 2), own + Math.ceil(further / 2)].map((horizon) => ({
    id: `horizon.${horizon}`,
    about: ["horizon"],
    set: { horizon: `${horizon} years` },
  }));
}

/** An effect of the mean share kept is worth 1 + k + k² + … years, until it is over or the horizon is reached. */
function decays(checked: CheckedScenario): readonly Alternative[] {
  const step: Record<string, unknown> = {};
  const fading: Record<string, unknown> = {};
  const { outcomes, consequences, programme, horizon = programme.years } = checked.content;
  const places = [
    ...Object.keys(outcomes).map((id) => `outcomes.${id}`),
    ...Object.keys(consequences).map((id) => `consequences.${id}`),
  ];
  for (const place of places) {
    const kept = meanAt(checked, `${place}.keeps`);
    const lasts = meanAt(checked, `${place}.lasts`);
    if (kept === undefined || kept > 1) continue;
    if (kept < 1) {
      let [years, left] = [0, 1];
      for (let rest = Math.min(lasts ?? horizon, horizon); rest > 0; rest--) {
        years += left * Math.min(1, rest);
        left *= kept;
      }
      step[`${place}.keeps`] = "100 %/year";
      step[`${place}.lasts`] = `${Math.round(100 * years) / 100} years`;
    } else if (lasts !== undefined && lasts > 1) {
      fading[`${place}.keeps`] = `${Math.round(1e4 * (1 - 1 / lasts)) / 100} %/year`;
      fading[`${place}.lasts`] = "to horizon";
    }
  }
  const placesIn = (set: Record<string, unknown>) => Object.keys(set).filter((path) => path.endsWith(".keeps"));
  return [
    ...(placesIn(step).length === 0 ? [] : [{ id: "decay.step", about: placesIn(step), set: step }]),
    ...(placesIn(fading).length === 0 ? [] : [{ id: "decay.fading", about: placesIn(fading), set: fading }]),
  ];
}

/** All effects that follow the file's table of designs, read as if compared in another way that the table has. */
function designs({ content }: CheckedScenario): readonly Alternative[] {
  const table = content.adjustments?.designs;
  if (table === undefined) return [];
  const follow = Object.entries(content.outcomes).filter(
    ([, { effect }]) => effect.design !== undefined && effect.adjust === undefined,
  );
  return comparisonDesigns.flatMap((design): readonly Alternative[] => {
    const other = follow.filter(([, { effect }]) => effect.design !== design);
    if (table[design] === undefined || other.length === 0) return [];
    const paths = other.map(([id]) => `outcomes.${id}.effect.design`);
    return [{ id: `design.${design}`, about: paths, set: Object.fromEntries(paths.map((path) => [path, design])) }];
  });
}
