/** What one of several courses of action costs and does, on the mean. */
export interface CourseOfAction {
  readonly cost: number;
  readonly effect: number;
}

/**
 * - `frontier`: no other, and no mixture of others, costs less and does as much;
 * - `dominated`: another one costs no more and does at least as much;
 * - `extendedlyDominated`: a mixture of two others costs less and does as much.
 */
export type FrontierStatus = "frontier" | "dominated" | "extendedlyDominated";

export interface Frontier {
  /** In the order of the courses. Of several that are alike the first counts. */
  readonly status: readonly FrontierStatus[];
  /** Places of those on the frontier, the cheapest first. */
  readonly frontier: readonly number[];
  /** From each on the frontier to the next: further cost, further effect, and what one more unit of effect costs. */
  readonly steps: readonly {
    readonly from: number;
    readonly to: number;
    readonly cost: number;
    readonly effect: number;
    readonly costPerEffect: number;
  }[];
}

/**
 * The cost-effectiveness frontier: dominated courses are left out first, then those by extended dominance, so that one more unit
 * of effect costs more and more along it (Cantor 1994, doi:10.1177/0272989X9401400307). What lies on the line between two others
 * belongs to it.
 */
export function costEffectivenessFrontier(courses: readonly CourseOfAction[]): Frontier {
  const status = courses.map((): FrontierStatus => "frontier");
  const byCost = [...courses.keys()].sort(
    (a, b) => courses[a].cost - courses[b].cost || courses[b].effect - courses[a].effect || a - b,
  );
  const perEffect = (from: number, to: number): number =>
    (courses[to].cost - courses[from].cost) / (courses[to].effect - courses[from].effect);
  const frontier: number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const place of byCost) {
    if (courses[place].effect <= most) {
      status[place] = "dominated";
      continue;
    }
    most = courses[place].effect;
    while (frontier.length >= 2) {
      const [before, last] = frontier.slice(-2);
      if (perEffect(before, last) <= perEffect(last, place)) break;
      status[last] = "extendedlyDominated";
      frontier.pop();
    }
    frontier.push(place);
  }
  const steps = frontier.slice(1).map((to, i) => {
    const from = frontier[i];
    return {
      from,
      to,
      cost: courses[to].cost - courses[from].cost,
      effect: courses[to].effect - courses[from].effect,
      costPerEffect: perEffect(from, to),
    };
  });
  return { status, frontier, steps };
}
