// Writes scenarios/scenario.schema.json from the schema that checks the files. Run `npm run build` first.
import { writeFileSync } from "node:fs";
import { jsonSchema } from "../dist/scenarios/schema/index.js";

const file = new URL("../scenarios/scenario.schema.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(jsonSchema(), null, 2)}\n`);
