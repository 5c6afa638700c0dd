import { list, quantity, section, short, text, word } from "./parts.ts";

/** One name, or several. */
const names = short<ReturnType<typeof list<typeof word>>, string>(
  list(word),
  (value) => (typeof value === "string" && value.trim() !== "" ? [value] : value),
  "names",
);

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
