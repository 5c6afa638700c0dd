import type { Issue } from "../engine/issues.ts";
import { UtfallError } from "../engine/issues.ts";
import type { ModelGraph } from "../engine/model/graph.ts";
import { criterionName } from "../engine/result/criterion.ts";
import { percentileLevels } from "../engine/result/result.ts";
import type { TargetFigure } from "../engine/run/target.ts";
import { suggestion } from "../scenarios/nearest.ts";

/** `--target net=20000`, `net:p5=1%`, `success=0.5%`: how narrow a figure's interval shall become, to either side. */
export interface WrittenTarget {
  readonly figure: string;
  readonly statistic: TargetFigure["statistic"];
  readonly halfWidth: number;
  /** Written with a percent sign: a share of the figure, for a chance percentage points. */
  readonly percent: boolean;
}

const statistics: readonly string[] = ["mean", "sd", ...percentileLevels.map((level) => `p${level}`)];
const form = /^\s*([^\s=:]+)(?::(\w+))?\s*=\s*(\d+(?:[ \u00a0]\d{3})*(?:[.,]\d+)?(?:e\d+)?)\s*(%?)\s*$/;

/** What is asked for, and what of it can't be read. */
export function readTargets(texts: readonly string[]): {
  readonly targets: readonly WrittenTarget[];
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const targets = texts.flatMap((text): readonly WrittenTarget[] => {
    const [, figure, statistic = "mean", number, sign] = form.exec(text) ?? [];
    const halfWidth = Number(number?.replace(/[ \u00a0]/g, "").replace(",", "."));
    if (!(halfWidth > 0) || !statistics.includes(statistic)) {
      const wanted = "net=20000 | net:p5=1% | success=0.5%";
      issues.push({ code: "optionValue", with: { option: "--target", value: text === "" ? '""' : text, wanted } });
      return [];
    }
    return [{ figure, statistic: statistic as TargetFigure["statistic"], halfWidth, percent: sign === "%" }];
  });
  return { targets, issues };
}

/** The same for a graph. Throws UtfallError `figureUnknown` for what is neither one of its figures nor a criterion. */
export function targetFigures(targets: readonly WrittenTarget[], graph: ModelGraph): readonly TargetFigure[] {
  const criteria = new Map(
    graph.outputs.flatMap(({ id, kind }) => {
      const name = kind === "test" ? criterionName(id) : undefined;
      return name === undefined ? [] : [[name, id] as const];
    }),
  );
  const figures = graph.outputs.flatMap(({ id, kind }) => (kind === "figure" ? [id] : []));
  const issues: Issue[] = [];
  const found = targets.map(({ figure, statistic, halfWidth, percent }): TargetFigure => {
    const output = criteria.get(figure);
    if (output !== undefined) {
      return { output, statistic: "chance", absolute: percent ? halfWidth / 100 : halfWidth };
    }
    if (!figures.includes(figure)) {
      const nearest = suggestion(figure, [...figures, ...criteria.keys()]);
      issues.push({ code: "figureUnknown", with: { name: figure, nearest } });
    }
    return { output: figure, statistic, ...(percent ? { relative: halfWidth / 100 } : { absolute: halfWidth }) };
  });
  if (issues.length > 0) throw new UtfallError(issues);
  return found;
}
