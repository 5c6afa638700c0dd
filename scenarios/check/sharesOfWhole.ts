import { dirichletMargins } from "../../engine/distributions/dirichlet.ts";
import type { DistributionSpec } from "../../engine/distributions/index.ts";
import { isPlain } from "../../engine/units/index.ts";
import { baseValue, readLiteral, unitOfLiteral } from "../literal.ts";
import { checkNotes, noteKeys } from "./annotations.ts";
import { type Checking, report, reportInText } from "./checking.ts";
import { shown } from "./shown.ts";

/*
 * Shares of a whole, `{ shares: { home: 12, family: 7, institution: 3 } }`, are drawn one after the other: the first is beta, and
 * so is what each next one has of what the ones before it leave; the last is the rest. So they sum to one, each alone is beta,
 * and together they are Dirichlet. Source: Connor & Mosimann (1969), doi:10.1080/01621459.1969.10500963.
 */

type Plain = { readonly [key: string]: unknown };

const isMap = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

/** Sums of written percentages may be off by this, for their decimals. */
const roundingOfSum = 0.001;

/** Does a quantity split a whole into shares? */
export const splitsWhole = (value: unknown): value is Plain => isMap(value) && Object.hasOwn(value, "shares");

/** Names of the parts of a quantity that does. */
export function partsOfWhole(id: string, value: unknown): readonly string[] | undefined {
  if (!splitsWhole(value) || !isMap(value.shares)) return undefined;
  return Object.keys(value.shares).map((part) => `${id}.${part}`);
}

/** How a part is called in what those before it leave; this is drawn. */
export const ofRest = (name: string): string => `${name}.ofRest`;

/** Where a part stands below `quantities`, by the place of what is drawn for it or of itself. */
export function pathOfPart(place: string): string {
  const [id, part] = place.split(".");
  return part === undefined ? id : `${id}.shares.${part}`;
}

/** A place as `placesOf` gives it. */
interface SharePlace {
  readonly name: string;
  readonly path: string;
  readonly value: unknown;
  readonly margin?: DistributionSpec;
}

/** The places of the parts, and of what is drawn for them; none where something is wrong, which is told. */
export function sharePlaces(checking: Checking, id: string, value: Plain): readonly SharePlace[] {
  const path = `quantities.${id}`;
  const weights = readWeights(checking, value, path);
  if (weights === undefined) {
    checking.broken.add(id);
    for (const name of partsOfWhole(id, value) ?? []) checking.broken.add(name);
    return [];
  }
  const margins = dirichletMargins(weights.map(({ weight }) => weight));
  const left: string[] = [];
  return weights.flatMap(({ part, weight }, i): readonly SharePlace[] => {
    const name = `${id}.${part}`;
    const at = `${path}.shares.${part}`;
    const rest = weights.slice(i + 1).reduce((sum, other) => sum + other.weight, 0);
    const drawn = i === 0 ? name : ofRest(name);
    const shared =
      typeof value.shared === "string" ? { shared: oneWord(value.shared, ...drawn.split(".").slice(1)) } : {};
    const beta = { name: drawn, path: at, value: { as: "beta", alpha: weight, beta: rest, ...shared } };
    const before = left.join(" * ");
    left.push(`(1 - ${drawn})`);
    if (i === 0) return [beta];
    const isLast = i === weights.length - 1;
    const share = { name, path: at, value: `= ${before}${isLast ? "" : ` * ${drawn}`}`, margin: margins[i] };
    return isLast ? [share] : [beta, share];
  });
}

/** `placementFamilyOfRest` */
const oneWord = (first: string, ...others: readonly string[]): string =>
  first + others.map((word) => word[0].toUpperCase() + word.slice(1)).join("");

interface Weight {
  readonly part: string;
  readonly weight: number;
}

/** Counts with a prior, or shares that are known as surely as from `of` cases. */
function readWeights(checking: Checking, value: Plain, path: string): readonly Weight[] | undefined {
  checkNotes(checking, value, path);
  const unknown = Object.keys(value).filter((key) => !["shares", "of", "prior"].includes(key) && !noteKeys.has(key));
  for (const key of unknown)
    report(checking, "unknownKey", `${path}.${key}`, { key, nearest: "shares, of, prior" }, "key");
  const { shares, of, prior } = value;
  if (!isMap(shares) || Object.keys(shares).length < 2) {
    report(checking, "sharesForm", `${path}.shares`);
    return undefined;
  }
  const before = checking.issues.length;
  const numbers = Object.entries(shares).map(([part, written]) => {
    const at = `${path}.shares.${part}`;
    if (!/^[a-z][A-Za-z0-9]*$/.test(part) || /^y\d+$/.test(part) || part === "ofRest")
      report(checking, "badId", at, { id: part }, "key");
    return { part, number: readNumber(checking, written, at) };
  });
  const size = of === undefined ? undefined : readNumber(checking, of, `${path}.of`);
  const added = priorOf(checking, prior, of, `${path}.prior`);
  if (unknown.length > 0 || checking.issues.length > before) return undefined;
  const total = numbers.reduce((sum, { number }) => sum + number!, 0);
  if (size !== undefined && !(Math.abs(total - 1) <= roundingOfSum)) {
    report(checking, "sharesSum", `${path}.shares`, { sum: percentText(total) });
    return undefined;
  }
  const weights = numbers.map(({ part, number }) => ({
    part,
    weight: size === undefined ? number! + added! : (number! / total) * size,
  }));
  const empty = weights.find(({ weight }) => !(weight > 0));
  if (empty === undefined) return weights;
  report(checking, "sharesNone", `${path}.shares.${empty.part}`, { part: empty.part });
  return undefined;
}

const percentText = (share: number): string => `${Number((100 * share).toPrecision(4))} %`;

function readNumber(checking: Checking, written: unknown, path: string): number | undefined {
  if (typeof written !== "number" && typeof written !== "string") {
    report(checking, "sharesNumber", path, { written: shown(written) });
    return undefined;
  }
  const outcome = readLiteral(written, checking.words);
  if (!outcome.ok) {
    reportInText(checking, outcome.problem, path, { from: outcome.from, to: outcome.to });
    return undefined;
  }
  const value = baseValue(outcome.literal);
  if (isPlain(unitOfLiteral(outcome.literal)) && value >= 0 && value < Number.POSITIVE_INFINITY) return value;
  report(checking, "sharesNumber", path, { written: shown(written) });
  return undefined;
}

const priors: Readonly<Record<string, number>> = { jeffreys: 0.5, uniform: 1 };

/** What the prior adds to each count: half a case (Jeffreys) unless said. */
function priorOf(checking: Checking, prior: unknown, of: unknown, path: string): number | undefined {
  if (prior === undefined) return priors.jeffreys;
  if (of !== undefined) {
    report(checking, "sharesPrior", path, {}, "key");
    return undefined;
  }
  if (typeof prior === "string" && Object.hasOwn(priors, prior)) return priors[prior];
  const number = typeof prior === "number" ? prior : Number.NaN;
  if (number >= 0 && number < Number.POSITIVE_INFINITY) return number;
  report(checking, "priorForm", path);
  return undefined;
}
