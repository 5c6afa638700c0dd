import { blockSize } from "../../design/plan.ts";
import { tableEdge } from "../../distributions/apply.ts";
import type { CellTable, ClosedForm, KnotTable, StepTable } from "../../distributions/distribution.ts";
import { applyTransform, type Transform } from "../../distributions/index.ts";
import { suitsClosedForm } from "./draws/closedForms.ts";
import { stepRecords } from "./draws/steps.ts";
import { cellsOrigin, knotRecords, suitsKernel } from "./draws/tables.ts";
import type { Reservations } from "./memory.ts";
import { columnIn, type Part } from "./part.ts";
import { staysInside } from "./reach.ts";

/**
 * Scores in a column become values, as `applyTransform` makes them.
 *
 * @param reach how far from 0 the scores can lie, see `reachOf`
 */
export function transformPart(transform: Transform, column: number, memory: Reservations, reach: number): Part {
  if (transform.kind === "steps") return stepsPart(transform, column, memory);
  if (transform.kind === "cells" || transform.kind === "knots")
    return suitsKernel(transform) ? tablePart(transform, column, memory, reach) : inJavaScript(transform, column);
  return suitsClosedForm(transform, reach) ? closedFormPart(transform, column) : inJavaScript(transform, column);
}

function inJavaScript(transform: Transform, column: number): Part {
  return (kernel) => {
    const values = columnIn(kernel, column);
    return () => applyTransform(transform, values, values, blockSize);
  };
}

function closedFormPart(form: ClosedForm, column: number): Part {
  switch (form.kind) {
    case "normal":
      return (kernel) => () => kernel.normal(column, form.mean, form.sd);
    case "lognormal":
      return (kernel) => () => kernel.lognormal(column, form.meanlog, form.sdlog);
    case "uniform":
      return (kernel) => () => kernel.uniform(column, form.low, form.high);
    case "triangular":
      return (kernel) => () => kernel.triangular(column, form.low, form.best, form.high);
    case "logUniform":
      return (kernel) => () => kernel.logUniform(column, form.low, form.high, form.width);
    case "logitNormal":
      return (kernel) => () => kernel.logitNormal(column, form.meanlogit, form.sdlogit);
    case "exponential":
      return (kernel) => () => kernel.exponential(column, form.mean);
    case "weibull":
      return (kernel) => () => kernel.weibull(column, form.shape, form.scale);
    case "pareto":
      return (kernel) => () => kernel.pareto(column, form.low, form.shape);
    case "logistic":
      return (kernel) => () => kernel.logistic(column, form.location, form.scale);
    case "cauchy":
      return (kernel) => () => kernel.cauchy(column, form.location, form.scale);
    case "gumbel":
      return (kernel) => () => kernel.gumbel(column, form.location, form.scale);
  }
}

function tablePart(transform: CellTable | KnotTable, column: number, memory: Reservations, reach: number): Part {
  const { low, high } = transform;
  if (transform.kind === "cells") {
    const { cells, coefficients } = transform;
    const table = memory.reserve(coefficients.byteLength);
    const perScore = cells / (2 * tableEdge);
    const inside = staysInside(transform, reach);
    return (kernel) => {
      new Float64Array(kernel.memory.buffer, table).set(coefficients);
      if (inside) return () => kernel.cellsInside(column, perScore, cellsOrigin(table));
      return () => kernel.cells(column, cells, perScore, low, high, cellsOrigin(table));
    };
  }
  const records = knotRecords(transform);
  const table = memory.reserve(records.bytes.byteLength);
  const { bins } = records;
  return (kernel) => {
    new Uint8Array(kernel.memory.buffer, table).set(new Uint8Array(records.bytes));
    const [ends, guide] = [table + records.ends, table + records.guide];
    return () => kernel.knots(column, table, ends, guide, bins / (2 * tableEdge), bins - 1, low, high);
  };
}

function stepsPart(transform: StepTable, column: number, memory: Reservations): Part {
  const records = stepRecords(transform);
  const table = memory.reserve(records.bytes.byteLength);
  const { bins } = records;
  return (kernel) => {
    new Uint8Array(kernel.memory.buffer, table).set(new Uint8Array(records.bytes));
    const [ends, guide] = [table + records.ends, table + records.guide];
    return () => kernel.steps(column, table, ends, guide, bins / (2 * tableEdge), bins - 1);
  };
}
