import { replicateFigure } from "../result/figure.ts";
import type { DominanceStatus, OptionFrontier, OptionSummary, OptionsSummary } from "../result/options.ts";
import type { CriterionSummary, Figure, NumberSummary, OutputSummary, RatioSummary } from "../result/result.ts";
import type { CostEffectivenessRequest } from "../run/request.ts";
import { costEffectivenessFrontier } from "./frontier.ts";

/** Output ids of one option. */
interface ComparedOption {
  readonly id: string;
  readonly benefit: string;
  readonly cost: string;
  readonly net: string;
  readonly returnPerKrona: string;
  /** A test: it is the best of all. */
  readonly best: string;
  /** Avoided cases by outcome. */
  readonly effects: Readonly<Record<string, string>>;
  /** The same figures less those of the file as it stands. */
  readonly against?: { readonly benefit: string; readonly cost: string; readonly net: string };
}

/** How the options of a graph are compared. */
export interface ComparisonRequest {
  readonly leading: string;
  readonly options: readonly ComparedOption[];
  /** Doing nothing, of which everything is zero. */
  readonly nothing: { readonly id: string; readonly best: string };
  /** Outcomes without a price, as the file as it stands has them. */
  readonly withoutPrice?: readonly CostEffectivenessRequest[];
}

/** What a run found, and the mean of an output in each replicate. */
interface Found {
  readonly outputs: Readonly<Record<string, OutputSummary>>;
  /** Chances by id, those of which option is best among them. */
  readonly tests: Readonly<Record<string, CriterionSummary>>;
  readonly meansOf: (output: string) => readonly number[];
}

const zero: Figure = { value: 0, se: 0, low: 0, high: 0 };

/** Puts the options beside each other: what each comes to, what sets it apart, and which are dominated. */
export function compareOptions(request: ComparisonRequest, found: Found): OptionsSummary {
  const { leading, options, nothing } = request;
  const none: OptionSummary = {
    id: nothing.id,
    benefit: zero,
    cost: zero,
    net: zero,
    chanceOfGain: zero,
    chanceBest: found.tests[nothing.best].probability,
  };
  const effects = [...new Set(options.flatMap(({ effects }) => Object.keys(effects)))];
  return {
    leading,
    options: [...options.map((option) => summaryOf(option, found)), none],
    frontiers: [
      frontierOf("benefit", request, found, ({ benefit }) => benefit),
      ...effects.map((effect) => frontierOf(effect, request, found, (option) => option.effects[effect])),
    ],
  };
}

function summaryOf(option: ComparedOption, { outputs, tests }: Found): OptionSummary {
  const number = (id: string) => outputs[id] as NumberSummary;
  const { against } = option;
  const ratio = outputs[option.returnPerKrona] as RatioSummary | undefined;
  const net = number(option.net);
  return {
    id: option.id,
    benefit: number(option.benefit).mean,
    cost: number(option.cost).mean,
    net: net.mean,
    ...(ratio?.ratioOfMeans === undefined ? {} : { returnPerKrona: ratio.ratioOfMeans }),
    chanceOfGain: net.chanceAboveZero,
    chanceBest: tests[option.best].probability,
    ...(against === undefined
      ? {}
      : {
          againstBase: {
            benefit: number(against.benefit).mean,
            cost: number(against.cost).mean,
            net: number(against.net).mean,
            chanceBetter: number(against.net).chanceAboveZero,
          },
        }),
  };
}

/** A course of action, its means over all draws and in each replicate. */
interface Course {
  readonly id: string;
  readonly cost: Means;
  readonly effect: Means;
}

interface Means {
  readonly all: Figure;
  readonly replicates: readonly number[];
}

function frontierOf(
  effect: string,
  { options, nothing }: ComparisonRequest,
  { outputs, meansOf }: Found,
  effectOf: (option: ComparedOption) => string | undefined,
): OptionFrontier {
  const means = (id: string): Means => ({ all: (outputs[id] as NumberSummary).mean, replicates: meansOf(id) });
  const first = means(options[0].cost);
  const none: Means = { all: zero, replicates: first.replicates.map(() => 0) };
  let unit = "";
  const courses: Course[] = [{ id: nothing.id, cost: none, effect: none }];
  for (const option of options) {
    const output = effectOf(option);
    if (output === undefined) continue;
    unit = (outputs[output] as NumberSummary).unit;
    courses.push({ id: option.id, cost: means(option.cost), effect: means(output) });
  }
  const { status, steps } = costEffectivenessFrontier(
    courses.map((course) => ({ cost: course.cost.all.value, effect: course.effect.all.value })),
  );
  return {
    effect,
    unit,
    options: Object.fromEntries(
      courses.map(({ id, effect: { all } }, k) => [id, { effect: all, status: status[k] satisfies DominanceStatus }]),
    ),
    steps: steps.map(({ from, to }) => ({
      from: courses[from].id,
      to: courses[to].id,
      ...step(courses[from], courses[to]),
    })),
  };
}

/** From one course to the next, on common draws: the error is that of the differences. */
function step(from: Course, to: Course): Omit<OptionFrontier["steps"][number], "from" | "to"> {
  const less = (a: Means, b: Means): Means => {
    const replicates = a.replicates.map((x, r) => x - b.replicates[r]);
    return { all: replicateFigure(a.all.value - b.all.value, replicates), replicates };
  };
  const [cost, effect] = [less(to.cost, from.cost), less(to.effect, from.effect)];
  if (!(effect.all.low > 0)) return { cost: cost.all, effect: effect.all };
  const ratios = cost.replicates.map((x, r) => x / effect.replicates[r]);
  return {
    cost: cost.all,
    effect: effect.all,
    costPerEffect: replicateFigure(cost.all.value / effect.all.value, ratios),
  };
}
