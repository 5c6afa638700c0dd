import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { distributions } from "../../engine/distributions/index.ts";
import { jsonSchema, observedSchema } from "../../scenarios/schema/index.ts";

test.each([
  ["scenario", jsonSchema],
  ["observed", observedSchema],
])(
  "the schema of %s files for editors is current (npm run build && node scripts/schema.mjs writes it)",
  (name, made) => {
    const file = new URL(`../../scenarios/${name}.schema.json`, import.meta.url);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(made())));
  },
);

test("it knows every family and its parameters", () => {
  const text = JSON.stringify(jsonSchema());
  for (const [family, { parameters }] of Object.entries(distributions)) {
    expect(text).toContain(`"${family}"`);
    // levels are written as the keys of quantiles
    for (const name of Object.keys(parameters)) expect(text).toContain(`"${name === "levels" ? "quantiles" : name}":`);
  }
});

test("nothing of the way it is made is left in it", () => {
  for (const made of [jsonSchema, observedSchema]) expect(JSON.stringify(made())).not.toContain('"kind":"');
});
