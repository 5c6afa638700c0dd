import { expect, test } from "vitest";
import { switchingValue } from "../../engine/sensitivity/switchingValue.ts";
import { namesOfDraws } from "../../report/sensitivity/naming.ts";
import { switchingSentences } from "../../report/sensitivity/switchingSentences.ts";
import { lines } from "../sensitivity/lines.ts";

/** Ends of intervals differ with the design of the draws; what is told does not. */
const bare = (sentence: string) => sentence.replace(/ \(95[^)]*\)/, " (…)").replace(/(\d[.,]\d\d)\d+/g, "$1");
const [en, sv] = (["en", "sv"] as const).map((language) => namesOfDraws("lines", language));

test("how far an assumption may go, with its interval", async () => {
  const [y, positive, turned] = (await switchingValue(lines({ outputs: ["y", "positive", "turned"] })))!;
  expect(switchingSentences(y, en)[0]).toMatch(
    /^“m\/b” may fall from 2\.0\d* to 1\.33\d* \(95% interval 1\.3\d+–1\.3\d+\) before the expected value of “y” falls below 0\.$/,
  );
  expect(bare(switchingSentences(y, sv)[1])).toMatch(
    /^”m\/a” får sjunka från 3,0\d* till 2,0\d* \(…\) innan det väntade värdet av ”y” går under 0\.$/,
  );
  expect(switchingSentences(positive, sv)[0]).toMatch(
    /^”m\/b” får sjunka .* innan chansen för ”positive” går under 50\s%\.$/,
  );
  // 1 − (b − 2)²: on both sides of what is assumed.
  expect(switchingSentences(turned, en).map((own) => own.replace(/ from .*/, ""))).toEqual([
    "“m/b” may fall",
    "“m/b” may rise",
  ]);
});

test("what would have to happen, what flips from one value to the next, and nothing that does", async () => {
  const [short] = (await switchingValue(lines({ outputs: ["y"] }), { thresholds: { y: 5 } }))!;
  expect(switchingSentences(short, en)[0]).toMatch(
    /^“m\/b” would have to rise from 2\.\d+ to 3\.\d+ \(.*\) for the expected value of “y” to reach 5\.\d*\.$/,
  );
  expect(switchingSentences(short, sv)[0]).toMatch(
    /^”m\/b” behöver stiga .* för att det väntade värdet av ”y” ska nå 5/,
  );
  const [coined] = (await switchingValue(lines({ outputs: ["coined"] }), { thresholds: { coined: 2 } }))!;
  expect(switchingSentences(coined, en).find((own) => own.includes("coin”"))).toMatch(
    /^The answer about “coined” flips as “m\/coin” goes from 0 to 1\.?\d*\.$/,
  );
  const [never] = (await switchingValue(lines({ outputs: ["y"] }), { thresholds: { y: 50 } }))!;
  expect(switchingSentences(never, sv)).toEqual([
    "Inget antagande kan ensamt vända svaret om ”y”, var det än ligger inom sitt spann.",
  ]);
});
