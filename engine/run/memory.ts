import { UtfallError } from "../issues.ts";
import { layoutOf } from "../summary/layout.ts";
import type { RunRequest } from "./request.ts";

const defaultMemoryBudgetMiB = 2048;
const mebibyte = 1_048_576;

/** How the memory budget of a run is shared between kept columns and what percentiles are chosen from. */
export class Memory {
  private readonly outputs: number;
  private readonly budgetMiB: number;
  private readonly most: number;

  /** @param most draws of the whole run @throws UtfallError `memoryBudget` where whole columns are asked for and do not fit */
  constructor({ graph, memoryBudgetMiB = defaultMemoryBudgetMiB, wholeColumns }: RunRequest, most: number) {
    this.outputs = layoutOf(graph).kept.length;
    this.budgetMiB = memoryBudgetMiB;
    this.most = most;
    if (wholeColumns && !this.holds(most)) {
      const needed = Math.ceil(this.columnsMiB(most));
      const values = { draws: most, outputs: this.outputs, needed, budget: memoryBudgetMiB };
      throw new UtfallError([{ code: "memoryBudget", with: values }]);
    }
  }

  /** Whether the columns of the first draws are kept: those of a whole run may take everything, others half of it. */
  holds(draws: number): boolean {
    return this.columnsMiB(draws) <= (draws === this.most ? this.budgetMiB : this.budgetMiB / 2);
  }

  /** MiB beside the columns of the first draws. */
  left(draws: number): number {
    return this.budgetMiB - this.columnsMiB(draws);
  }

  private columnsMiB(draws: number): number {
    return (8 * draws * this.outputs) / mebibyte;
  }
}
