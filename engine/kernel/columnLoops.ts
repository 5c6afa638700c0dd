import type { BinaryOperation } from "../model/graph.ts";

/*
 * Loops over columns of draws for the operations that models are made of. Four draws in a round: the loop itself costs as much
 * as the arithmetic otherwise. A column has a multiple of four cells; the result may take the place of an operand.
 */

/** A column and a column. */
export const columnColumn: Partial<
  Record<BinaryOperation, (a: Float64Array, b: Float64Array, out: Float64Array) => void>
> = {
  add: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] + b[i];
      out[i + 1] = a[i + 1] + b[i + 1];
      out[i + 2] = a[i + 2] + b[i + 2];
      out[i + 3] = a[i + 3] + b[i + 3];
    }
  },
  subtract: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] - b[i];
      out[i + 1] = a[i + 1] - b[i + 1];
      out[i + 2] = a[i + 2] - b[i + 2];
      out[i + 3] = a[i + 3] - b[i + 3];
    }
  },
  multiply: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] * b[i];
      out[i + 1] = a[i + 1] * b[i + 1];
      out[i + 2] = a[i + 2] * b[i + 2];
      out[i + 3] = a[i + 3] * b[i + 3];
    }
  },
  divide: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] / b[i];
      out[i + 1] = a[i + 1] / b[i + 1];
      out[i + 2] = a[i + 2] / b[i + 2];
      out[i + 3] = a[i + 3] / b[i + 3];
    }
  },
  min: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = Math.min(a[i], b[i]);
      out[i + 1] = Math.min(a[i + 1], b[i + 1]);
      out[i + 2] = Math.min(a[i + 2], b[i + 2]);
      out[i + 3] = Math.min(a[i + 3], b[i + 3]);
    }
  },
  max: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = Math.max(a[i], b[i]);
      out[i + 1] = Math.max(a[i + 1], b[i + 1]);
      out[i + 2] = Math.max(a[i + 2], b[i + 2]);
      out[i + 3] = Math.max(a[i + 3], b[i + 3]);
    }
  },
  greater: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] > b[i] ? 1 : 0;
      out[i + 1] = a[i + 1] > b[i + 1] ? 1 : 0;
      out[i + 2] = a[i + 2] > b[i + 2] ? 1 : 0;
      out[i + 3] = a[i + 3] > b[i + 3] ? 1 : 0;
    }
  },
  greaterOrEqual: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] >= b[i] ? 1 : 0;
      out[i + 1] = a[i + 1] >= b[i + 1] ? 1 : 0;
      out[i + 2] = a[i + 2] >= b[i + 2] ? 1 : 0;
      out[i + 3] = a[i + 3] >= b[i + 3] ? 1 : 0;
    }
  },
};

/** A column and a number that is the same in all draws. */
export const columnNumber: Partial<Record<BinaryOperation, (a: Float64Array, b: number, out: Float64Array) => void>> = {
  add: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] + b;
      out[i + 1] = a[i + 1] + b;
      out[i + 2] = a[i + 2] + b;
      out[i + 3] = a[i + 3] + b;
    }
  },
  subtract: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] - b;
      out[i + 1] = a[i + 1] - b;
      out[i + 2] = a[i + 2] - b;
      out[i + 3] = a[i + 3] - b;
    }
  },
  multiply: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] * b;
      out[i + 1] = a[i + 1] * b;
      out[i + 2] = a[i + 2] * b;
      out[i + 3] = a[i + 3] * b;
    }
  },
  divide: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] / b;
      out[i + 1] = a[i + 1] / b;
      out[i + 2] = a[i + 2] / b;
      out[i + 3] = a[i + 3] / b;
    }
  },
  greater: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] > b ? 1 : 0;
      out[i + 1] = a[i + 1] > b ? 1 : 0;
      out[i + 2] = a[i + 2] > b ? 1 : 0;
      out[i + 3] = a[i + 3] > b ? 1 : 0;
    }
  },
  greaterOrEqual: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] >= b ? 1 : 0;
      out[i + 1] = a[i + 1] >= b ? 1 : 0;
      out[i + 2] = a[i + 2] >= b ? 1 : 0;
      out[i + 3] = a[i + 3] >= b ? 1 : 0;
    }
  },
  less: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] < b ? 1 : 0;
      out[i + 1] = a[i + 1] < b ? 1 : 0;
      out[i + 2] = a[i + 2] < b ? 1 : 0;
      out[i + 3] = a[i + 3] < b ? 1 : 0;
    }
  },
  lessOrEqual: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i] <= b ? 1 : 0;
      out[i + 1] = a[i + 1] <= b ? 1 : 0;
      out[i + 2] = a[i + 2] <= b ? 1 : 0;
      out[i + 3] = a[i + 3] <= b ? 1 : 0;
    }
  },
};

/** A number that is the same in all draws, and a column. */
export const numberColumn: Partial<Record<BinaryOperation, (a: number, b: Float64Array, out: Float64Array) => void>> = {
  add: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a + b[i];
      out[i + 1] = a + b[i + 1];
      out[i + 2] = a + b[i + 2];
      out[i + 3] = a + b[i + 3];
    }
  },
  subtract: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a - b[i];
      out[i + 1] = a - b[i + 1];
      out[i + 2] = a - b[i + 2];
      out[i + 3] = a - b[i + 3];
    }
  },
  multiply: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a * b[i];
      out[i + 1] = a * b[i + 1];
      out[i + 2] = a * b[i + 2];
      out[i + 3] = a * b[i + 3];
    }
  },
  divide: (a, b, out) => {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a / b[i];
      out[i + 1] = a / b[i + 1];
      out[i + 2] = a / b[i + 2];
      out[i + 3] = a / b[i + 3];
    }
  },
};

/** a or b, two numbers, as a column says; NaN counts as 0. */
export function chooseNumber(test: Float64Array, a: number, b: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = Math.abs(test[i]) > 0 ? a : b;
    out[i + 1] = Math.abs(test[i + 1]) > 0 ? a : b;
    out[i + 2] = Math.abs(test[i + 2]) > 0 ? a : b;
    out[i + 3] = Math.abs(test[i + 3]) > 0 ? a : b;
  }
}
