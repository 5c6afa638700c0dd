import { byId, list, quantity, section, short, text, word } from "./parts.ts";

/** One name, or several. */
const names = short<ReturnType<typeof list<typeof word>>, string>(
  list(word),
  (value) => (typeof value === "string" && value.trim() !== "" ? [value] : value),
  "names",
);

/** The accounts as a budget sees them: calendar years, current prices. */
export const budget = section({
  /** Growth of general prices per year; a list has one value for each year after the price year, the last one holds afterwards. */
  inflation: quantity,
  /** Actors or perspectives whose budgets it is about; those who lead where not said. */
  of: names.optional(),
  note: text.optional(),
}).optional();

/** What a krona counts for people of different incomes: beside the accounts, never in them. */
export const weights = section({
  /** By actor: the people's income, also one for each segment. */
  incomes: byId(quantity),
  /** Of all, with which they are compared. */
  median: quantity,
  /** How fast a further krona counts for less as income grows: 0 not at all, 1 in proportion. */
  elasticity: quantity,
  note: text.optional(),
}).optional();

/** What raising a krona of tax costs society beyond the krona itself; a line of its own in the accounts. */
export const taxation = section({
  title: text.optional(),
  note: text.optional(),
  costPerKrona: quantity,
  /** Actors or perspectives whose net spending is paid by taxes. */
  of: names,
  /** Perspectives that count it; those of all actors where not said. */
  to: names.optional(),
}).optional();
