import type { Figure } from "../../../engine/result/result.ts";
import type { Switching, SwitchingRoot } from "../../../engine/result/switching.ts";
import type { Context } from "../../context.ts";
import { inputUnitOf } from "../../inputUnit.ts";
import { fill, type Sentence, type Shown } from "../../shown.ts";
import { isReduction } from "../assumptions.ts";

/** How far one of the strongest assumptions may go, alone, before it no longer adds up on average. Undefined where that was not asked. */
export function turn(context: Context, input: string): Sentence | undefined {
  const { about, result, word } = context;
  const k = result.switching?.inputs.findIndex((own) => own.input === input) ?? -1;
  if (k < 0) return undefined;
  const found = result.switching!.inputs[k];
  const root = nearest(found);
  const reduces =
    isReduction(context, input) && found.mean < 0 && (root === undefined || found.roots[root].at.value < 0);
  const { unit, size } = inputUnitOf(about.assumptions.find((one) => one.input === input)?.unit ?? "");
  const say = (ref: string, value: number): Shown => {
    const at: Pick<Figure, "value" | "se"> = { value: value / size, se: 0 };
    const shown = reduces ? context.shownSize : context.shown;
    // Two digits, but three where two would say the same of what is assumed and where it turns.
    const text = (number: number, digits: number) => context.say(number / size, unit, 0, digits).text;
    const same = root !== undefined && text(found.mean, 2) === text(found.roots[root].at.value, 2);
    return shown(`switching|inputs|${k}|${ref}`, at, unit, same ? 3 : 2);
  };
  const assumed = fill(word(reduces ? "turn_assumedFall" : "turn_assumed"), { assumed: say("mean", found.mean) });
  const then =
    root === undefined
      ? stays(context, found)
      : turnsAt(context, found, found.roots[root], say(`roots|${root}|at`, found.roots[root].at.value), reduces);
  return { parts: [...assumed.parts, " ", ...then.parts] };
}

/** Which of the values at which it turns lies nearest to what is assumed. */
function nearest({ roots, mean }: Switching): number | undefined {
  const byDistance = roots.map(({ at }, k) => ({ k, distance: Math.abs(at.value - mean) }));
  return byDistance.toSorted((a, b) => a.distance - b.distance)[0]?.k;
}

const stays = ({ word }: Context, { stays: side }: Switching): Sentence =>
  fill(word(side === "below" ? "turn_staysBelow" : "turn_staysAbove"));

function turnsAt(
  { word }: Context,
  { mean }: Switching,
  { at, turns }: SwitchingRoot,
  root: Shown,
  reduces: boolean,
): Sentence {
  const upwards = at.value > mean;
  // As it is assumed it adds up where it turns on the way up to "below", or on the way down from "above".
  const addsUp = (turns === "below") === upwards;
  // A value further below zero is a larger reduction.
  if (reduces) {
    const smaller = upwards;
    return fill(
      word(
        addsUp
          ? smaller
            ? "turn_lossIfSmaller"
            : "turn_lossIfLarger"
          : smaller
            ? "turn_gainIfSmaller"
            : "turn_gainIfLarger",
      ),
      { root },
    );
  }
  return fill(
    word(addsUp ? (upwards ? "turn_lossAbove" : "turn_lossBelow") : upwards ? "turn_gainAbove" : "turn_gainBelow"),
    { root },
  );
}
