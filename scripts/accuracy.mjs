// Prints the largest error of every distribution, special function, statistic and measure of dependence against the reference
// values in test/reference/. Ends with 1 where one errs more than its reference allows.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const {
  outputFiles: [{ text }],
} = await build({
  entryPoints: [fileURLToPath(new URL("../test/accuracy/report.ts", import.meta.url))],
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // the reference files are found from the file that reads them
  define: { "import.meta.url": JSON.stringify(new URL("../test/reference.ts", import.meta.url).href) },
  logLevel: "warning",
});
const { sections, textOf } = await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
const all = sections();
console.log(textOf(all));
process.exitCode = all.every(({ lines }) => lines.every(({ share }) => share <= 1)) ? 0 : 1;
