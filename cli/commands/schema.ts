import { jsonSchema, observedSchema } from "../../scenarios/schema/index.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Io } from "../io.ts";

/** `utfall schema`: the JSON Schema of scenario files, or of follow-ups, by which editors complete and check them. */
export async function schemaCommand({ observed }: { readonly observed?: true }, io: Io): Promise<ExitCode> {
  await io.stdout.write(`${JSON.stringify(observed ? observedSchema() : jsonSchema(), null, 2)}\n`);
  return exitCodes.done;
}
