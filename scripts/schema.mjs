// Writes the schemas for editors from those that check the files. Run `npm run build` first.
import { writeFileSync } from "node:fs";
import { jsonSchema, observedSchema } from "../dist/scenarios/schema/index.js";

const write = (name, schema) =>
  writeFileSync(new URL(`../scenarios/${name}.schema.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
write("scenario", jsonSchema());
write("observed", observedSchema());
