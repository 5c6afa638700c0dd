import type { Context } from "../../context.ts";
import { fill, type Sentence, type Table } from "../../shown.ts";
import { drawable, numeric, type Picture } from "./picture.ts";

/** When the money is back: in sentences and as a picture. */
export function payback(context: Context): { readonly sentences: Sentence[]; readonly pictures: Picture[] } {
  const id = context.leadingId("paybackYear");
  const summary = context.yearOutput(id);
  if (!summary) return { sentences: [], pictures: [] };
  const years = Object.keys(summary.chance)
    .filter((key) => key !== "never" && Number.isFinite(summary.chance[key]?.value))
    .sort((a, b) => Number(a) - Number(b));
  const never = summary.chance.never;
  let sum = 0;
  const half = years.find((key) => {
    sum += summary.chance[key].value;
    return sum >= 0.5;
  });
  const horizon = context.fact("about|horizonYears", context.about.horizonYears);
  const sentences = [
    half === undefined
      ? fill(context.word("paybackLate"), { years: horizon })
      : fill(context.word("paybackHalf"), { year: context.yearRunning(Number(half)) }),
  ];
  if (never && Number.isFinite(never.value))
    sentences.push(
      fill(context.word(never.value > 0 ? "paybackNever" : "paybackNeverNone"), {
        chance: context.chance(`outputs|${id}|chance|never`, never),
      }),
    );
  const rows = [
    ...years.map((key) => ({
      label: context.yearLabel(Number(key)),
      share: drawable(summary.chance[key].value),
      never: false,
      ref: key,
    })),
    ...(never && Number.isFinite(never.value)
      ? [{ label: context.word("never"), share: never.value, never: true, ref: "never" }]
      : []),
  ];
  if (rows.length < 2) return { sentences, pictures: [] };
  const table: Table = {
    caption: context.word("paybackChart"),
    columns: numeric(context.word("yearColumn"), context.word("chance")),
    rows: rows.map((row) => ({
      cells: [row.label, context.chance(`outputs|${id}|chance|${row.ref}`, summary.chance[row.ref])],
    })),
  };
  return {
    sentences,
    pictures: [
      {
        kind: "payback",
        title: context.word("paybackChart"),
        caption: fill(context.word("paybackCaption")),
        rows,
        table,
      },
    ],
  };
}
