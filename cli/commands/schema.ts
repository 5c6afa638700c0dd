import { jsonSchema } from "../../scenarios/schema/index.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Io } from "../io.ts";

/** `utfall schema`: the JSON Schema of scenario files, by which editors complete and check them. */
export async function schemaCommand(io: Io): Promise<ExitCode> {
  await io.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return exitCodes.done;
}
