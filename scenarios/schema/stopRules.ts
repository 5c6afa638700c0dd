import * as z from "zod";
import { payers } from "./costs.ts";
import { byId, choice, quantity, section, text } from "./parts.ts";
import { costOfEvent, hit } from "./risks.ts";

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isText);

/** `1 year`, several of these, or `every 6 months`. */
const look = z
  .custom<string | readonly string[]>((value) => isText(value) || isTexts(value), "lookForm")
  .meta({ kind: "wordOrList" });

/** A test of what is seen, or several of them together. */
const condition = z
  .custom<string | { readonly all: readonly string[] } | { readonly any: readonly string[] }>((value) => {
    if (isText(value)) return true;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const [[key, items] = [], ...more] = Object.entries(value);
    return more.length === 0 && (key === "all" || key === "any") && isTexts(items);
  }, "stopRuleIf")
  .meta({ kind: "condition" });

/** How a programme is ended, and how it is changed. */
export const endings = ["stop", "windDown"] as const;
export const changes = ["intensify", "adjust", "supplement"] as const;

const ending = choice(...endings);
/** What numbers of the scenario become from then on, and what that costs: kr once, or kr/year. */
const reaction = section({ hits: byId(hit).default({}), cost: costOfEvent.optional() }).optional();
export const change = section({ intensify: reaction, adjust: reaction, supplement: reaction });

/** A word where the programme ends, what becomes different where it is changed. */
const consequence = z
  .unknown()
  .transform((value, context): z.output<typeof ending> | z.output<typeof change> => {
    const read = (typeof value === "object" && value !== null ? change : ending).safeParse(value);
    if (read.success) return read.data;
    for (const issue of read.error.issues) context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
    return z.NEVER;
  })
  .meta({ kind: "whatFollows" }) as unknown as z.ZodType<
  z.output<typeof ending> | z.output<typeof change>,
  z.input<typeof ending> | z.input<typeof change>
>;

const stopRule = section({
  title: text.optional(),
  note: text.optional(),
  look,
  if: condition,
  // biome-ignore lint/suspicious/noThenProperty: a word of the format, never awaited
  then: consequence.default("stop"),
  /** Whether what is changed is changed anew at every look at which the rule fires. */
  each: choice("yes", "no").optional(),
  /** From the look until it takes effect. */
  notice: quantity.default("0 years"),
  /** Once, when the programme ends by the rule. */
  windDownCost: section({ amount: quantity, paidBy: payers }).optional(),
  /** Who decides, agreed beforehand. */
  decides: text.optional(),
});

/** When the programme is stopped before its end, or changed, by what is seen then. */
export const stopRules = byId(stopRule).optional();
