import type { Unit } from "../../engine/units/index.ts";
import { isDrawn, parseFigure } from "../figures.ts";
import { figureIds } from "../ids.ts";
import type { Problem } from "../literal.ts";
import type { Checking } from "./checking.ts";

/** Reads figures against what this scenario has. */
export interface FigureReader {
  /** Also figures that have no value in a single draw, and so can't stand in a formula or a test. */
  readonly asked: (name: string) => FigureFound;
  readonly read: (name: string) => FigureFound;
}

type FigureFound = { readonly unit: Unit; readonly problem?: undefined } | { readonly problem: Problem };

export function figureReader(checking: Checking, unitOfOutcome: (id: string) => Unit | undefined): FigureReader {
  const ids = figureIds(checking.content, checking.words.money, (id) => unitOfOutcome(id) ?? {});
  const found = (name: string, drawn: boolean): FigureFound => {
    const parsed = parseFigure(name, ids);
    if (!parsed.ok) return { problem: { code: parsed.issue.code, with: parsed.issue.with } };
    if (drawn && !isDrawn(parsed.figure.figure)) return { problem: { code: "figureNotDrawn", with: { name } } };
    return { unit: parsed.unit };
  };
  return { asked: (name) => found(name, false), read: (name) => found(name, true) };
}
