import { list, quantity, section, text, word } from "./parts.ts";

const reproduced = section({
  figure: word,
  value: quantity,
  within: quantity,
  source: word.optional(),
  note: text.optional(),
});

export const reproduces = list(reproduced).default([]);
