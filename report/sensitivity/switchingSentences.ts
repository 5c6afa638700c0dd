import { filled } from "../../engine/issues.ts";
import type { Switching, SwitchingRoot } from "../../engine/result/switching.ts";
import type { Analysis } from "../../engine/sensitivity/analysis.ts";
import type { Naming } from "./naming.ts";
import { intervalAfter, quoted } from "./rows.ts";

/** So many inputs are told in sentences; the table has all. */
const mostInputs = 5;

const words = {
  en: {
    rise: { may: "{input} may rise", must: "{input} would have to rise" },
    fall: { may: "{input} may fall", must: "{input} would have to fall" },
    way: " from {assumed} to {root}{interval}",
    mean: {
      may: " before the expected value of {of} falls below {threshold}.",
      must: " for the expected value of {of} to reach {threshold}.",
    },
    chance: {
      may: " before the chance of {of} falls below {threshold}.",
      must: " for the chance of {of} to reach {threshold}.",
    },
    whole: "The answer about {of} flips as {input} goes from {low} to {high}.",
    none: "No assumption alone, wherever it may lie, flips the answer about {of}.",
  },
  sv: {
    rise: { may: "{input} får stiga", must: "{input} behöver stiga" },
    fall: { may: "{input} får sjunka", must: "{input} behöver sjunka" },
    way: " från {assumed} till {root}{interval}",
    mean: {
      may: " innan det väntade värdet av {of} går under {threshold}.",
      must: " för att det väntade värdet av {of} ska nå {threshold}.",
    },
    chance: {
      may: " innan chansen för {of} går under {threshold}.",
      must: " för att chansen för {of} ska nå {threshold}.",
    },
    whole: "Svaret om {of} vänder när {input} går från {low} till {high}.",
    none: "Inget antagande kan ensamt vända svaret om {of}, var det än ligger inom sitt spann.",
  },
} as const;

/** How far each input may go before the answer flips, those that flip it soonest first; none for other methods. */
export function switchingSentences({ method, of, unit, rows, more }: Analysis, naming: Naming): readonly string[] {
  if (method !== "switchingValue" || !Array.isArray(more?.inputs)) return [];
  const known: readonly Switching[] = more.inputs;
  const kind = more.of === "chance" ? "chance" : "mean";
  const threshold = naming.say(Number(more.threshold), kind === "chance" ? "share" : unit, kind === "chance" ? 0.1 : 0);
  const shown = { of: quoted(naming.output(of), naming.language), threshold };
  if (rows.length === 0) return known.length === 0 ? [] : [filled(words[naming.language].none, shown)];
  return rows.slice(0, mostInputs).flatMap(({ inputs: [name] }) => {
    const found = known.find(({ input }) => input === name);
    return found === undefined ? [] : besideAssumed(found).map((root) => sentence(found, root, kind, shown, naming));
  });
}

/** The value that is assumed lies between these, on one side of the threshold. */
function besideAssumed({ roots, mean }: Switching): readonly SwitchingRoot[] {
  const below = roots.filter(({ at }) => at.value <= mean).slice(-1);
  return [...below, ...roots.filter(({ at }) => at.value > mean).slice(0, 1)];
}

function sentence(
  { input, mean }: Switching,
  { at, turns }: SwitchingRoot,
  kind: "mean" | "chance",
  shown: Readonly<Record<"of" | "threshold", string>>,
  naming: Naming,
): string {
  const { language } = naming;
  const own = words[language];
  const name = quoted(naming.input(input), language);
  const say = (value: number, se: number) => naming.sayInput(input, value, se);
  // Whole numbers flip from one to the next.
  if (at.se === 0 && at.low < at.high)
    return filled(own.whole, { ...shown, input: name, low: say(at.low, 0), high: say(at.high, 0) });
  const upwards = at.value > mean;
  // Where the answer is over the threshold as assumed, it may go so far; elsewise it must.
  const need = (turns === "above") === upwards ? "must" : "may";
  return filled(own[upwards ? "rise" : "fall"][need] + own.way + own[kind][need], {
    ...shown,
    input: name,
    assumed: say(mean, at.se),
    root: say(at.value, at.se),
    interval: intervalAfter(input, at, naming),
  });
}
