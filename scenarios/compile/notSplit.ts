import { UtfallError } from "../../engine/issues.ts";
import { type FigurePath, figureId } from "../figures.ts";

/** What is asked of a segment, but is one number for everybody. */
export const notSplit = (path: FigurePath): UtfallError =>
  new UtfallError([
    { code: "figureNotSplit", path: figureId(path), with: { name: figureId(path), segment: path.segment! } },
  ]);
