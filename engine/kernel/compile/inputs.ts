import { dependenceOf, type MappedScore } from "../../dependence/scoreMap.ts";
import { type InputNumbers, inputNumbers, scaleNumbers } from "../../design/draws.ts";
import { blockInReplicate, blockSize, type Plan, replicateOf } from "../../design/plan.ts";
import { sobolPoint } from "../../design/sobol.ts";
import { transformOf } from "../../distributions/index.ts";
import type { ModelData, ModelGraph } from "../../model/graph.ts";
import { largestScore } from "../../random/score.ts";
import { mixTermBytes } from "./draws/mix.ts";
import { sobolRecord, sobolRecordBytes } from "./draws/streams.ts";
import { columnStride } from "./layout.ts";
import type { Reservations } from "./memory.ts";
import { columnIn, type Part } from "./part.ts";
import { reachOf } from "./reach.ts";
import { transformPart } from "./transforms.ts";
import { farthestTScore, tScoresParts } from "./tScores.ts";

/**
 * The steps that make the inputs of a block: scores of every input that is used or correlated with another, dependence, values.
 */
export function inputParts(
  graph: ModelGraph,
  data: ModelData,
  plan: Plan,
  used: readonly boolean[],
  columnOf: (input: number) => number,
  memory: Reservations,
): readonly Part[] {
  const { inputs } = graph;
  const numbers = inputNumbers(plan, inputs);
  const { groups, mapped } = dependenceOf(
    inputs.map(({ path }) => path),
    data,
  );
  const scales = groups.flatMap(({ t }) => t ?? []);
  const ofScales = scaleNumbers(plan, inputs, scales);
  const inGroup = new Set(groups.flatMap(({ members }) => members));
  const ofMap = new Set(mapped?.rows.map(({ input }) => input));
  const parts: Part[] = [];
  const score = (i: number) => parts.push(scorePart(numbers[i], plan, columnOf(i), memory));
  const value = (i: number, reach = reachOf()) => {
    const source = plan.sources[inputs[i].path];
    if (source?.kind === "fixed") parts.push(fixedPart(source.value, columnOf(i), inGroup.has(i)));
    else if (used[i]) {
      const transform = transformOf(data.distributions[inputs[i].path]);
      parts.push(transformPart(transform, columnOf(i), memory, reach));
    }
  };
  // An input alone becomes a value while its scores are still in the cache.
  inputs.forEach(({ path }, i) => {
    if (inGroup.has(i) || ofMap.has(i)) return;
    if (used[i] && plan.sources[path]?.kind !== "fixed") score(i);
    value(i);
  });
  let scratch: { readonly scale: number; readonly places: number } | undefined;
  for (const { members, factor, t } of groups) {
    members.forEach(score);
    for (let i = members.length - 1; i > 0; i--)
      parts.push(mixPart(members.slice(0, i + 1).map(columnOf), factor[i], memory));
    if (t !== undefined) {
      scratch ??= { scale: memory.reserve(columnStride), places: memory.reserve(columnStride) };
      parts.push(scorePart(ofScales[scales.indexOf(t)], plan, scratch.scale, memory));
      parts.push(...tScoresParts(t.tables, members.map(columnOf), scratch, memory));
    }
    for (const [k, i] of members.entries()) value(i, t === undefined ? reachOf(factor[k]) : farthestTScore);
  }
  if (mapped !== undefined) {
    const sources = mapped.sources.map(() => memory.reserve(columnStride));
    mapped.sources.forEach((i, k) => {
      parts.push(scorePart(numbers[i], plan, sources[k], memory));
    });
    const ones = memory.reserve(columnStride);
    for (const row of mapped.rows) {
      const i = row.input;
      if (used[i] && plan.sources[inputs[i].path]?.kind !== "fixed")
        parts.push(mappedPart(row, columnOf(i), sources, ones, memory));
      const factors = [row.mean / largestScore, ...row.terms.map(({ factor }) => factor)];
      value(i, reachOf(Float64Array.from(factors)));
    }
  }
  return parts;
}

function scorePart(numbers: InputNumbers, plan: Plan, column: number, memory: Reservations): Part {
  if (numbers.per === 1) return directPart(numbers, plan, column, memory);
  const buffer = memory.reserve(8 * blockSize);
  const inner = directPart(numbers, plan, buffer, memory);
  return (kernel) => {
    const fill = inner(kernel)!;
    const source = columnIn(kernel, buffer);
    const scores = columnIn(kernel, column);
    return (block) => {
      let loaded = -1;
      for (let j = 0; j < blockSize; j++) {
        const draw = Math.floor((block * blockSize + j) / numbers.per);
        const needed = Math.floor(draw / blockSize);
        if (needed !== loaded) fill(needed);
        loaded = needed;
        scores[j] = source[draw - needed * blockSize];
      }
    };
  };
}

function directPart({ stream, coordinates }: InputNumbers, plan: Plan, column: number, memory: Reservations): Part {
  if (plan.design === "plain") {
    const [key0, key1, key2, key3] = stream;
    return (kernel) => (block) => kernel.plain(key0, key1, key2, key3, block, column);
  }
  const records = memory.reserve(sobolRecordBytes * coordinates.length);
  return (kernel) => {
    coordinates.forEach(({ words }, replicate) => {
      const at = records + sobolRecordBytes * replicate;
      new Uint32Array(kernel.memory.buffer, at, sobolRecordBytes / 4).set(sobolRecord(words));
    });
    return (block) => {
      const replicate = replicateOf(block, plan.replicates);
      const first = sobolPoint(coordinates[replicate], blockSize * blockInReplicate(block, plan.replicates));
      kernel.sobol(records + sobolRecordBytes * replicate, first, column);
    };
  };
}

/** Scores of an input as its row of a score map makes them: its mean is a factor of ones. */
function mappedPart(
  { mean, terms }: MappedScore,
  column: number,
  sources: readonly number[],
  ones: number,
  memory: Reservations,
): Part {
  // The sum has two terms at least.
  const more = terms.length === 0 ? [{ address: ones, factor: 0 }] : [];
  const all = [
    { address: ones, factor: mean },
    ...more,
    ...terms.map(({ source, factor }) => ({ address: sources[source], factor })),
  ];
  const mix = mixPart(
    all.map(({ address }) => address),
    Float64Array.from(all, ({ factor }) => factor),
    memory,
    column,
  );
  return (kernel) => {
    columnIn(kernel, ones).fill(1);
    return mix(kernel);
  };
}

/** The last member's scores, or those in another column, become row · members. */
function mixPart(
  columns: readonly number[],
  row: Float64Array,
  memory: Reservations,
  into = columns[columns.length - 1],
): Part {
  const terms = memory.reserve(mixTermBytes * columns.length);
  return (kernel) => {
    const view = new DataView(kernel.memory.buffer, terms);
    columns.forEach((address, k) => {
      view.setInt32(mixTermBytes * k, address, true);
      view.setFloat64(mixTermBytes * k + 8, row[k], true);
    });
    return () => kernel.mix(into, terms, terms + mixTermBytes * columns.length);
  };
}

/** A column that other inputs' scores pass through is filled anew in every block, any other once. */
function fixedPart(value: number, column: number, everyBlock: boolean): Part {
  return (kernel) => {
    const values = columnIn(kernel, column);
    values.fill(value);
    return everyBlock ? () => void values.fill(value) : undefined;
  };
}
