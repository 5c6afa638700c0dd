import { type Issue, type Language, UtfallError } from "../engine/issues.ts";

/** Bad input whose text is at hand, so that the lines it is about can be shown. */
export class BadInput extends UtfallError {
  readonly text: string;
  readonly language: Language | undefined;
  constructor(issues: readonly Issue[], text: string, language?: Language) {
    super(issues);
    this.text = text;
    this.language = language;
  }
}
