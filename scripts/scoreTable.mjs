// Writes engine/random/scoreCoefficients.ts from the definition of the table. Run `npm run build` first.
import { writeFileSync } from "node:fs";
import { fitScores } from "../dist/engine/random/fitScores.js";

const file = new URL("../engine/random/scoreCoefficients.ts", import.meta.url);
const lines = Buffer.from(fitScores().buffer)
  .toString("base64")
  .match(/.{1,116}/g);
writeFileSync(
  file,
  `/*
 * The table of scores that \`fitScores.ts\` defines, as base64 of its doubles, the lowest byte first. Written by
 * scripts/scoreTable.mjs; a test holds it to its definition.
 */
export const scoreCoefficients = \`
${lines.join("\n")}
\`;
`,
);
