import { type Key, keyOf } from "../random/key.ts";
import { fillScores } from "../random/score.ts";
import { fillStream } from "../random/stream.ts";
import { blockInReplicate, blockSize, type Plan, replicateOf, type Source } from "./plan.ts";
import { fillSobol, type SobolCoordinate, scrambled } from "./sobol.ts";
import { placeBeside, type SuitePlace, suitePlaces } from "./suites.ts";

/** Gives the scores of each input for a block of draws: what a design is, in one place for every analysis. */
export interface ScoreSource {
  /** Fills `scores` (length 1024) with the standard normal scores of input `input` for the draws of `block`. */
  fill(input: number, block: number, scores: Float64Array): void;
}

/** Where the numbers of one input come from. */
export interface InputNumbers {
  /** Under plain: of the stream whose block b holds draws 1024·b … */
  readonly stream: Key;
  /** One per replicate; empty under plain. */
  readonly coordinates: readonly SobolCoordinate[];
  /** Draw d takes number ⌊d / per⌋. */
  readonly per: number;
}

/** The numbers made last for a graph's inputs: analyses of a run ask for those of the run again. */
const made = new WeakMap<readonly unknown[], { readonly plan: string; readonly numbers: readonly InputNumbers[] }>();

/** Keys and coordinates of each input under a plan. */
export function inputNumbers(
  plan: Plan,
  inputs: readonly { readonly path: string; readonly suite: string }[],
): readonly InputNumbers[] {
  const asked = JSON.stringify([plan.seed, plan.design, plan.replicates, plan.sources]);
  const known = made.get(inputs);
  if (known?.plan === asked) return known.numbers;
  const numbers = makeNumbers(plan, inputs);
  made.set(inputs, { plan: asked, numbers });
  return numbers;
}

function makeNumbers(
  plan: Plan,
  inputs: readonly { readonly path: string; readonly suite: string }[],
): readonly InputNumbers[] {
  const placeOf = placesOf(inputs);
  return numbersAt(plan, placeOf, placeOf);
}

type Places = ReadonlyMap<string, SuitePlace>;

function placesOf(inputs: readonly { readonly path: string; readonly suite: string }[]): Places {
  const places = suitePlaces(inputs);
  return new Map(inputs.map(({ path }, i) => [path, places[i]]));
}

/** Keys and coordinates of the further scores of groups with a t copula, each beside one of the inputs. */
export function scaleNumbers(
  plan: Plan,
  inputs: readonly { readonly path: string; readonly suite: string }[],
  scales: readonly { readonly path: string; readonly beside: string }[],
): readonly InputNumbers[] {
  const ofInputs = placesOf(inputs);
  const own = new Map(scales.map(({ path, beside }) => [path, placeBeside(ofInputs.get(beside)!)]));
  return numbersAt(plan, own, new Map([...ofInputs, ...own]));
}

/** @param known places of all paths whose numbers others may take */
function numbersAt(plan: Plan, places: Places, known: Places): readonly InputNumbers[] {
  const orders = new Map<string, Key>();
  const orderOf = (suite: string): Key => {
    const known = orders.get(suite) ?? keyOf(plan.seed, "order", suite);
    orders.set(suite, known);
    return known;
  };
  return [...places].map(([declared, ownPlace]): InputNumbers => {
    const source: Source | undefined = plan.sources[declared];
    const path = source?.kind === "stream" ? source.path : declared;
    const per = source?.kind === "stream" ? (source.per ?? 1) : 1;
    if (plan.design === "plain") return { stream: keyOf(plan.seed, "draw", path), coordinates: [], per };
    const place = known.get(path) ?? ownPlace;
    const scrambleKey = keyOf(plan.seed, "scramble", path);
    const coordinates = Array.from({ length: plan.replicates }, (_, replicate) =>
      scrambled(place.dimension, scrambleKey, orderOf(place.suite), replicate),
    );
    return { stream: scrambleKey, coordinates, per };
  });
}

/**
 * Prepares the numbers of a plan. Plain: draw d of a path comes from stream (seed, path, ⌊d/1024⌋). Sobol': draw d is point i
 * of its replicate, scrambled by (seed, path, replicate). An input whose source is `fixed` still has its own scores: those
 * correlated with it keep theirs.
 */
export function scoreSource(
  plan: Plan,
  inputs: readonly { readonly path: string; readonly suite: string }[],
): ScoreSource {
  return scoresFrom(plan, inputNumbers(plan, inputs));
}

/** The same from numbers that are known. */
export function scoresFrom(plan: Plan, own: readonly InputNumbers[]): ScoreSource {
  const integers = new Int32Array(blockSize);
  const fillIntegers = (input: InputNumbers, block: number, out: Int32Array) => {
    if (plan.design === "plain") return fillStream(input.stream, block, out);
    const start = blockSize * blockInReplicate(block, plan.replicates);
    fillSobol(input.coordinates[replicateOf(block, plan.replicates)], start, out);
  };
  return {
    fill(input, block, scores) {
      const from = own[input];
      if (from.per === 1) {
        fillIntegers(from, block, integers);
        fillScores(integers, scores);
        return;
      }
      fillOuter(from, block, scores);
    },
  };

  /** Draw d takes the number of draw ⌊d / per⌋: blocks of the source are made one after the other as they are needed. */
  function fillOuter(from: InputNumbers, block: number, scores: Float64Array): void {
    const source = new Float64Array(blockSize);
    let loaded = -1;
    for (let j = 0; j < blockSize; j++) {
      const draw = Math.floor((block * blockSize + j) / from.per);
      const needed = Math.floor(draw / blockSize);
      if (needed !== loaded) {
        fillIntegers(from, needed, integers);
        fillScores(integers, source);
        loaded = needed;
      }
      scores[j] = source[draw - needed * blockSize];
    }
  }
}
