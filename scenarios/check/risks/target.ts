import type { Unit } from "../../../engine/units/index.ts";
import type { Quantity } from "../../checked.ts";
import { unitOfStated } from "../../effects.ts";
import { suggestion } from "../../nearest.ts";
import { isOfRisks } from "../../risks.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { type Checking, report, touched } from "../checking.ts";
import type { Place } from "../places.ts";
import type { Quantities } from "../quantities.ts";

/** What a risk can strike, and what may be done to it. */
export interface Target {
  readonly kind: "quantity" | "effect" | "flow";
  /** Of what is added to it, or what it becomes. */
  readonly unit: Unit | undefined;
  /** May it differ by year, by segment? */
  readonly years: boolean;
  readonly segments: boolean;
  /** The place of a quantity, or of what it is a part of. */
  readonly place?: Place;
  readonly quantity?: Quantity;
}

/** What every hit needs. */
export interface HitCheck {
  readonly checking: Checking;
  readonly quantities: Quantities;
  readonly places: readonly Place[];
  readonly unitOfOutcome: (id: string) => Unit | undefined;
}

const sections = ["target", "funnel", "outcomes", "consequences", "costs", "discounting"];

/** What stands at a path; undefined where nothing can be struck there, which has then been told. */
export function targetOf(check: HitCheck, path: string, at: string): Target | undefined {
  const { checking, quantities, places, unitOfOutcome } = check;
  const { content } = checking;
  if (touched(checking, path) || path.split(".").some((part) => checking.broken.has(part))) return undefined;
  const [section, id, key, way] = path.split(".");
  const isWhole = key === undefined;
  if (isWhole && (section === "costs" || section === "consequences") && Object.hasOwn(content[section], id ?? "")) {
    const unit = { [checking.words.money]: 1, year: -1 };
    return { kind: "flow", unit, years: true, segments: false };
  }
  if (section === "outcomes" && key === "effect" && Object.hasOwn(content.outcomes, id)) {
    if (way === undefined) {
      const unit = unitOfOutcome(id);
      const { effect } = content.outcomes[id];
      const stated = unit && unitOfStated(effect, unit);
      return { kind: "effect", unit: stated, years: effect.postponedBy === undefined, segments: true };
    }
    if (way !== "buildUp") {
      report(checking, "riskHitStated", at, { path, right: `outcomes.${id}.effect` }, "key");
      return undefined;
    }
  }
  const quantity = quantities.at(path) ?? quantities.read.get(path);
  const isStrikable = sections.includes(section) || Object.hasOwn(content.quantities, section);
  if (quantity === undefined || !isStrikable || isOfRisks(path)) {
    report(checking, "riskHitPath", at, { path, nearest: suggestion(path, pathsOf(content, places)) }, "key");
    return undefined;
  }
  const whole = places.find(({ name }) => name === path);
  const place = whole ?? places.find(({ name }) => path.startsWith(`${name}.`));
  return {
    kind: "quantity",
    unit: quantity.unit,
    years: (place?.want?.years ?? true) && !/\.y\d+$/.test(path),
    segments: quantities.dimensions(quantity).segments,
    ...(place === undefined ? {} : { place }),
    quantity,
  };
}

function pathsOf(content: ScenarioContent, places: readonly Place[]): readonly string[] {
  const own = places.map(({ name }) => name).filter((name) => !isOfRisks(name) && !/^reproduces\./.test(name));
  const effects = Object.keys(content.outcomes).map((id) => `outcomes.${id}.effect`);
  const flows = (["costs", "consequences"] as const).flatMap((key) =>
    Object.keys(content[key]).map((id) => `${key}.${id}`),
  );
  return [...effects, ...flows, ...own];
}

/** Where values of what stands there lie. */
export function rangeOf({ place, unit }: Target) {
  const range = place?.want?.range;
  return typeof range === "function" ? range(unit ?? {}) : range;
}
