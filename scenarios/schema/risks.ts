import { payers } from "./costs.ts";
import { count } from "./judgement.ts";
import { byId, choice, grounds, quantity, section, text, word } from "./parts.ts";

/** What happens to one number: it is multiplied, something is added, or it becomes something else. */
export const hit = section({ times: quantity.optional(), plus: quantity.optional(), to: quantity.optional() });

/** kr once, or kr/year. */
export const costOfEvent = section({ amount: quantity, paidBy: payers });

/** Written out for the file: what a policy that ends the programme, or key people who leave, strike. */
const riskForms = ["policyCancelled", "turnover"] as const;

const risk = section({
  title: text.optional(),
  note: text.optional(),
  ...grounds,
  form: choice(...riskForms).optional(),
  /** A share, or a word of `likelihoodWords`. */
  likelihood: quantity,
  /** `programme`, `year 1`, `years 1-2`, `from year 1`, `each year`, `from some year`, `from some year 1-2`. */
  when: word.optional(),
  /** By path: of a quantity, of an outcome's effect (`outcomes.X.effect`), of a flow (`costs.Z`, `consequences.Y`). */
  hits: byId(hit).default({}),
  /** Of the form `turnover`: the share of the effect that is left. */
  effectKept: quantity.optional(),
  /** What it costs where it happens. */
  cost: costOfEvent.optional(),
  /** 1 is the most urgent. */
  priority: count.optional(),
  action: text.optional(),
  responsible: text.optional(),
  mitigated: section({
    note: text.optional(),
    likelihood: quantity,
    cost: quantity.optional(),
    paidBy: payers.optional(),
    /** Whether the file as it stands pays for it. */
    chosen: choice("yes", "no").default("no"),
  }).optional(),
  /** Whether it is harm to the individual. */
  harm: choice("yes", "no").optional(),
});

export const risks = byId(risk).optional();

/** What low, medium and high mean. */
export const likelihoodWords = section({
  low: quantity.optional(),
  medium: quantity.optional(),
  high: quantity.optional(),
}).optional();
