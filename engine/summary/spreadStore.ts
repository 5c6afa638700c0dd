import { blockInReplicate, blockSize, replicateOf } from "../design/plan.ts";
import { type BinScale, binScale } from "./bins.ts";
import { signWidth } from "./blockSums.ts";
import { type BroughtColumns, plainColumns } from "./broughtColumns.ts";
import { signsOf } from "./columnSums.ts";
import { addCounts, addTaskCounts } from "./counts.ts";
import type { SpreadSetting } from "./keeping.ts";
import { markBins } from "./marks.ts";
import type { GatheredRun, SpreadPart, Ties } from "./partial.ts";
import { runsInOrder, type Spread } from "./spread.ts";
import { mergeTies, noTies, SpreadRows } from "./spreadRows.ts";
import type { Wanted } from "./wantedRanks.ts";

/** More equal values than this share among the first, and bins that hold a single value are watched for. */
const tiedShare = 0.5;
/** So many equal values in a bin, and it is taken to hold no other. */
const tiedValues = 8;

/** What is wanted of a kept output. */
export interface SpreadWish extends Wanted {
  /** The least and the greatest value, for a histogram. */
  readonly extremes: boolean;
}

/** All counts and gathered values up to a checkpoint. */
export interface SpreadState {
  readonly draws: number;
  readonly scales: readonly BinScale[];
  /** Per kept output, of all replicates. */
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  /** Counts of a kept output by that number of replicates. */
  spread(kept: number, replicates: number): Spread;
  /** Bins of which all values have been gathered. */
  covered(kept: number): Uint8Array;
  /** What was gathered, by that number of replicates; see `runsInOrder`. */
  gathered(kept: number, replicates: number): readonly GatheredRun[];
}

/** Where the values of a run's kept outputs are counted and gathered, task by task. */
export class SpreadStore {
  readonly scales: readonly BinScale[];
  private readonly wanted: readonly SpreadWish[];
  private readonly replicates: number;
  private readonly bins: number;
  /** [replicate][kept output][bin]. */
  private readonly counts: Float64Array;
  private readonly below: Float64Array;
  private readonly above: Float64Array;
  private readonly least: Float64Array;
  private readonly greatest: Float64Array;
  private readonly ties: (Ties | undefined)[];
  private readonly runs: GatheredRun[][];
  private readonly coveredBins: Uint8Array[];
  private marked: (Uint8Array | undefined)[];
  private gathering = true;
  /** Up to which the marks so far were for. */
  private draws = 0;

  /**
   * @param wanted of each kept output @param replicates of the largest run @param first columns of the kept outputs for the first
   * blocks, which are to be added as any others
   */
  constructor(wanted: readonly SpreadWish[], replicates: number, first: readonly Float64Array[], bins: number) {
    const kept = wanted.length;
    this.wanted = wanted;
    this.replicates = replicates;
    this.bins = bins;
    this.scales = first.map((column) => binScale(column, bins));
    this.counts = new Float64Array(replicates * kept * bins);
    this.below = new Float64Array(replicates * kept);
    this.above = new Float64Array(replicates * kept);
    this.least = new Float64Array(kept).fill(Number.POSITIVE_INFINITY);
    this.greatest = new Float64Array(kept).fill(Number.NEGATIVE_INFINITY);
    this.ties = first.map((column) => (hasTies(column) ? noTies(bins) : undefined));
    this.runs = wanted.map(() => []);
    this.coveredBins = wanted.map(() => new Uint8Array(bins).fill(1));
    this.marked = wanted.map(() => undefined);
  }

  /** The settings of tasks from here on. */
  get settings(): readonly SpreadSetting[] {
    return this.scales.map((scale, k) => ({
      scale,
      marked: this.marked[k],
      extremes: this.wanted[k].extremes,
      tied: this.ties[k] !== undefined,
    }));
  }

  /**
   * Sorts columns of blocks into the bins: first alone, so that something is known to mark bins by, then with the marks for a run
   * of `draws`.
   *
   * @param blocks whose values stand one after the other in each column @param brought as many columns, to work in
   */
  addColumns(
    columns: readonly Float64Array[],
    blocks: readonly number[],
    mark: () => void,
    brought: BroughtColumns = plainColumns(columns.length),
  ): void {
    this.count(this.partOf(columns, blocks, this.settings, brought));
    mark();
    const toGather = this.settings.map((setting) => ({ ...setting, extremes: false, tied: false }));
    if (this.gathering) this.gather(this.partOf(columns, blocks, toGather, brought).gathered);
  }

  /**
   * Chooses the bins whose values are gathered in the next draws, up to `until` of them, for a run of `draws`; none from the moment
   * that what is gathered would take more than `budget` bytes.
   *
   * @param reach see `markBins`
   */
  mark(until: number, draws: number, replicates: number, reach: number, budget: number): void {
    if (!this.gathering) return;
    let bytes = this.runs.flat().reduce((sum, { values }) => sum + values.byteLength, 0);
    const made = this.draws;
    this.draws = until;
    this.marked = this.wanted.map((wanted, k) => {
      const counts = this.total(k);
      const ties = this.ties[k];
      const isTied = (bin: number) => ties !== undefined && !ties.mixed[bin] && counts[bin] >= tiedValues;
      const { marked, share } = markBins({ counts, isTied }, wanted, draws, replicates, reach);
      bytes += 8 * (until - made) * share;
      return marked;
    });
    if (bytes > budget) {
      this.gathering = false;
      this.marked = this.wanted.map(() => undefined);
      for (const runs of this.runs) runs.length = 0;
    }
    this.coveredBins.forEach((covered, k) => {
      for (let bin = 0; bin < covered.length; bin++) if (!this.marked[k]?.[bin]) covered[bin] = 0;
    });
  }

  add(part: SpreadPart): void {
    this.count(part);
    this.gather(part.gathered);
  }

  /** What has been added so far, whatever is added later; `isLast` promises that nothing will be. */
  state(draws: number, isLast: boolean): SpreadState {
    const kept = this.wanted.length;
    const { bins, replicates, scales } = this;
    const counts = isLast ? this.counts : this.counts.slice();
    const [below, above] = [this.below.slice(), this.above.slice()];
    const ties = this.ties.map((own) => own && { first: own.first.slice(), mixed: own.mixed.slice() });
    const runs = this.runs.map((own) => [...own]);
    const covered = this.coveredBins.map((own) => own.slice());
    return {
      draws,
      scales,
      least: this.least.slice(),
      greatest: this.greatest.slice(),
      spread: (k, fewer) => ({
        scale: scales[k],
        rows: Array.from({ length: fewer }, (_, r) => {
          const own = counts.subarray((r * kept + k) * bins, (r * kept + k + 1) * bins);
          if (fewer === replicates) return own;
          const sum = own.slice();
          for (let more = r + fewer; more < replicates; more += fewer)
            addCounts(sum, counts.subarray((more * kept + k) * bins, (more * kept + k + 1) * bins));
          return sum;
        }),
        onlyValue: (bin) => (ties[k] === undefined || ties[k].mixed[bin] ? undefined : ties[k].first[bin]),
        below: folded(below, k, fewer),
        above: folded(above, k, fewer),
      }),
      covered: (k) => covered[k],
      gathered: (k, fewer) => runsInOrder(runs[k], replicates, fewer),
    };

    function folded(all: Float64Array, k: number, fewer: number): readonly number[] {
      return Array.from({ length: fewer }, (_, r) => {
        let sum = 0;
        for (let more = r; more < replicates; more += fewer) sum += all[more * kept + k];
        return sum;
      });
    }
  }

  private count(part: SpreadPart): void {
    const kept = this.wanted.length;
    const row = kept * this.bins;
    part.replicates.forEach((replicate, r) => {
      addTaskCounts(this.counts.subarray(replicate * row, (replicate + 1) * row), part.counts[r]);
      for (let k = 0; k < kept; k++) {
        this.below[replicate * kept + k] += part.below[r * kept + k];
        this.above[replicate * kept + k] += part.above[r * kept + k];
      }
    });
    for (let k = 0; k < kept; k++) {
      this.least[k] = Math.min(this.least[k], part.least[k]);
      this.greatest[k] = Math.max(this.greatest[k], part.greatest[k]);
    }
    this.ties.forEach((ties, k) => {
      const own = part.ties[k];
      if (ties !== undefined && own !== undefined) mergeTies(ties, own);
    });
  }

  private gather(gathered: SpreadPart["gathered"]): void {
    if (!this.gathering) return;
    gathered.forEach((runs, k) => {
      if (this.marked[k] !== undefined) this.runs[k].push(...runs);
    });
  }

  private partOf(
    columns: readonly Float64Array[],
    blocks: readonly number[],
    settings: readonly SpreadSetting[],
    { columns: own, sums }: BroughtColumns,
  ): SpreadPart {
    const rows = new SpreadRows(settings, [...columns.keys()], sums);
    const signs = new Float64Array(signWidth);
    blocks.forEach((block, n) => {
      rows.begin(replicateOf(block, this.replicates), blockInReplicate(block, this.replicates));
      own.forEach((column, k) => {
        column.set(columns[k].subarray(n * blockSize, (n + 1) * blockSize));
        const whole = sums.finite(k);
        if (whole) sums.signs(k, signs);
        else signsOf(column, signs);
        rows.addSigns(k, signs);
        rows.add(k, column, whole);
      });
    });
    return rows.finish();
  }

  private total(k: number): Float64Array {
    const kept = this.wanted.length;
    const total = new Float64Array(this.bins);
    for (let r = 0; r < this.replicates; r++) {
      const from = (r * kept + k) * this.bins;
      addCounts(total, this.counts.subarray(from, from + this.bins));
    }
    return total;
  }
}

function hasTies(column: Float64Array): boolean {
  const first = column
    .slice(0, blockSize / 4)
    .filter((x) => !Number.isNaN(x))
    .sort();
  let different = 1;
  for (let i = 1; i < first.length; i++) if (first[i] !== first[i - 1]) different++;
  return different < tiedShare * first.length || first.length === 0;
}
