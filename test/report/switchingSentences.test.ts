import { expect, test } from "vitest";
import { switchingValue } from "../../engine/sensitivity/switchingValue.ts";
import { namesOfDraws } from "../../report/sensitivity/naming.ts";
import { switchingSentences } from "../../report/sensitivity/switchingSentences.ts";
import { lines } from "../sensitivity/lines.ts";

const [en, sv] = (["en", "sv"] as const).map((language) => namesOfDraws("lines", language));

test("how far an assumption may go, with its interval", async () => {
  const [y, turned] = (await switchingValue(lines({ outputs: ["y", "turned"] })))!;
  expect(switchingSentences(y, en)[0]).toMatch(
    /^“m\/b” may fall from 2\.0\d* to 1\.33\d* \(its error lies within rounding\) before the expected value of “y” falls below 0\.$/,
  );
  expect(switchingSentences(y, sv)[1]).toMatch(
    /^”m\/a” får sjunka från 3,0\d* till 2,0\d* \(felet ryms i avrundningen\) innan det väntade värdet av ”y” går under 0\.$/,
  );
  const [, noisy] = (await switchingValue(lines({ design: "plain" }), { draws: 1024 }))!;
  expect(switchingSentences(noisy, sv)[0]).toMatch(
    /^”m\/b” får sjunka .* \(95\s%-intervall 1,\d+–1,\d+\) innan chansen för ”positive” går under 50\s%\.$/,
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
