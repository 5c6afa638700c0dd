import * as z from "zod";
import { byId, list, section, text, titled, word } from "./parts.ts";

const isMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Parts that a programme is made of and that may be left out, such as calls home beside support in school. */
export const components = byId(titled(section({ title: text, note: text.optional() }))).optional();

/** A component, or how a cost or an effect is made up of several: `{ calls: 25 %, support: rest }`. */
export const component = z
  .custom<string | { readonly [component: string]: unknown }>(
    (value) => (typeof value === "string" && value.trim() !== "") || isMap(value),
    "componentForm",
  )
  .meta({ kind: "component" });

export const byComponent = z
  .custom<{ readonly [component: string]: unknown }>(isMap, "byComponentForm")
  .meta({ kind: "byComponent" });

const option = section({
  title: text.optional(),
  note: text.optional(),
  /** What is written at a path instead: `costs.team.number: [0.6, 1, 1]`. */
  set: z.custom<{ readonly [path: string]: unknown }>(isMap, "optionSetForm").meta({ kind: "set" }).optional(),
  /** Components that are left out. */
  without: list(word).optional(),
});

/** What else could be done: the file as it stands, but for what each option says. */
export const options = byId(option).optional();
