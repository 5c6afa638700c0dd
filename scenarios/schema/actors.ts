import * as z from "zod";
import { isTextObject, list, section, short, type TextInput, text, titled, word } from "./parts.ts";

export interface ActorContent {
  title: TextInput;
  /** The actors it consists of; its own flows are the sum of theirs. */
  parts?: Record<string, ActorContent> | undefined;
}
export type ActorInput = TextInput | { title: TextInput; parts?: { readonly [id: string]: ActorInput } };

export const actor: z.ZodType<ActorContent, ActorInput> = titled(
  section({
    title: text,
    parts: z.lazy(() => z.record(z.string(), actor, { error: () => "mapExpected" })).optional(),
  }),
) as z.ZodType<ActorContent, ActorInput>;

const actorsOf = z.union([z.literal("all"), list(word)], { error: () => "perspectiveExpected" });

/** A list of actors or `all` is short for `{ actors: … }`. */
export const perspective = short<
  ReturnType<typeof section<{ title: z.ZodOptional<typeof text>; actors: typeof actorsOf }>>,
  "all" | readonly string[]
>(
  section({ title: text.optional(), actors: actorsOf }),
  (value) => (Array.isArray(value) || (typeof value === "string" && !isTextObject(value)) ? { actors: value } : value),
  "perspective",
);
