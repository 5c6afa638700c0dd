import { type Issue, UtfallError } from "../engine/issues.ts";
import { type Sample, stridedBatches } from "../engine/sensitivity/sample.ts";
import { suggestion } from "../scenarios/nearest.ts";
import type { Io } from "./io.ts";

/** Fewer draws are no basis for an error. */
const fewestDraws = 1024;

/**
 * Draws made elsewhere: CSV with a line of names, inputs before outputs, and a line of numbers a draw; an empty cell is a draw
 * without an answer. Parts are told by the first line: tab, semicolon (then a decimal comma is read as well) or comma.
 *
 * @param of names of the columns that are outputs; all columns before the first of them are inputs
 * @throws UtfallError
 */
export async function readDrawsFile(file: string, of: readonly string[], io: Pick<Io, "files">): Promise<Sample> {
  if (/\.parquet$/i.test(file)) refuse([{ code: "drawsFileParquet", with: { file } }]);
  const text = await io.files.read(file);
  if (text.startsWith("PAR1")) refuse([{ code: "drawsFileParquet", with: { file } }]);
  const { names, columns } = read(text, (reason) => refuse([{ code: "drawsFileForm", with: { file, reason } }]));
  if (of.length === 0) refuse([{ code: "drawsFileOutputs", with: { columns: names.join(", ") } }]);
  const unknown = of.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    refuse(unknown.map((name) => ({ code: "figureUnknown", with: { name, nearest: suggestion(name, names) } })));
  const outputs = of.map((name) => names.indexOf(name));
  const inputs = names.map((_, k) => k).slice(0, Math.min(...outputs));
  if (inputs.length === 0)
    refuse([{ code: "drawsFileForm", with: { file, reason: `${names[0]} has no input before it` } }]);
  const failed = columns[0].map((_, draw) => (outputs.some((k) => Number.isNaN(columns[k][draw])) ? 1 : 0));
  return {
    inputs: inputs.map((k) => ({ name: names[k], values: columns[k] })),
    outputs: outputs.map((k) => ({
      id: names[k],
      kind: columns[k].every((x) => x === 0 || x === 1 || Number.isNaN(x)) ? "chance" : "number",
      values: columns[k].map((x, draw) => (failed[draw] === 1 ? Number.NaN : x)),
    })),
    replicates: stridedBatches,
  };
}

function refuse(issues: readonly Issue[]): never {
  throw new UtfallError(issues);
}

function read(text: string, wrong: (reason: string) => never) {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const [header = "", ...rest] = lines;
  const mark = ["\t", ";"].find((own) => header.includes(own)) ?? ",";
  const names = header.split(mark).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
  // What `utfall run --save-draws` writes begins with the number of the draw, which is no input.
  const from = names[0] === "draw" ? 1 : 0;
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined) wrong(`${twice} stands twice`);
  if (rest.length < fewestDraws) wrong(`${rest.length} < ${fewestDraws}`);
  const columns = names.map(() => new Float64Array(rest.length));
  for (const [draw, line] of rest.entries()) {
    const cells = line.split(mark);
    if (cells.length !== names.length) wrong(`line ${draw + 2}: ${cells.length} ≠ ${names.length}`);
    for (let k = from; k < cells.length; k++) {
      const cell = mark === "," ? cells[k].trim() : cells[k].trim().replace(",", ".");
      const value = cell === "" || cell === "NaN" || cell === "NA" ? Number.NaN : Number(cell);
      if (!Number.isFinite(value) && !Number.isNaN(value)) wrong(`line ${draw + 2}: ${cell}`);
      if (Number.isNaN(value) && !/^(?:|NaN|NA)$/.test(cell)) wrong(`line ${draw + 2}: ${cell}`);
      columns[k][draw] = value;
    }
  }
  return { names: names.slice(from), columns: columns.slice(from) };
}
