import { shuffled } from "./shuffled.ts";

/** What a set of players is worth; several numbers at a time. Nothing is worth 0. */
export type Worth = (members: readonly number[]) => Float64Array;

export interface ShapleyValues {
  /** By player, as many numbers as worths have. */
  readonly values: readonly Float64Array[];
  /** By player: standard error of the first number from taking some orders only; 0 where all sets were taken. */
  readonly ordersSe: readonly number[];
}

/**
 * What each player adds to what the players before are worth, on average over all orders. From all 2^players sets.
 * Source: Shapley (1953), doi:10.1515/9781400881970-018.
 */
export function shapleyOfAllSets(players: number, width: number, worth: Worth): ShapleyValues {
  const worths = Array.from({ length: 1 << players }, (_, set) =>
    set === 0 ? new Float64Array(width) : worth(membersOf(set, players)),
  );
  // s!·(n − s − 1)!/n! = 1 / (n·C(n − 1, s))
  const weights = [1 / players];
  for (let size = 1; size < players; size++) weights.push((weights[size - 1] * size) / (players - size));
  const values = Array.from({ length: players }, () => new Float64Array(width));
  for (let set = 0; set < worths.length; set++) {
    const weight = weights[membersOf(set, players).length];
    for (let player = 0; player < players; player++) {
      if (set & (1 << player)) continue;
      const joined = worths[set | (1 << player)];
      for (let k = 0; k < width; k++) values[player][k] += weight * (joined[k] - worths[set][k]);
    }
  }
  return { values, ordersSe: values.map(() => 0) };
}

/**
 * The same from `pairs` random orders and their reverses, always the same ones for as many players. The values still add up to
 * what all are worth together.
 * Source: Castro, Gómez & Tejada (2009), doi:10.1016/j.cor.2008.04.004; Mitchell et al. (2022) for reverses, arXiv:2104.12199.
 */
export function shapleyOfOrders(players: number, width: number, pairs: number, worth: Worth): ShapleyValues {
  const known = new Map<string, Float64Array>([["", new Float64Array(width)]]);
  const worthOf = (members: readonly number[]) => {
    const sorted = [...members].sort((a, b) => a - b);
    const key = sorted.join();
    const found = known.get(key) ?? worth(sorted);
    known.set(key, found);
    return found;
  };
  const values = Array.from({ length: players }, () => new Float64Array(width));
  const byPair = values.map(() => new Float64Array(pairs));
  for (let pair = 0; pair < pairs; pair++) {
    const order = Array.from(shuffled(players, pair));
    for (const own of [order, order.toReversed()])
      own.forEach((player, place) => {
        const [before, after] = [worthOf(own.slice(0, place)), worthOf(own.slice(0, place + 1))];
        for (let k = 0; k < width; k++) values[player][k] += (after[k] - before[k]) / (2 * pairs);
        byPair[player][pair] += (after[0] - before[0]) / 2;
      });
  }
  const ordersSe = byPair.map((own, player) => {
    const squares = own.reduce((sum, x) => sum + (x - values[player][0]) * (x - values[player][0]), 0);
    return Math.sqrt(squares / (pairs * (pairs - 1)));
  });
  return { values, ordersSe };
}

function membersOf(set: number, players: number): number[] {
  const members: number[] = [];
  for (let player = 0; player < players; player++) if (set & (1 << player)) members.push(player);
  return members;
}
