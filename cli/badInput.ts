import { type Issue, type Language, UtfallError } from "../engine/issues.ts";

/** A file with its text. */
export interface FileText {
  readonly file: string;
  readonly text: string;
}

/** Bad input whose text is at hand, so that the lines it is about can be shown. */
export class BadInput extends UtfallError {
  readonly source: FileText;
  readonly language: Language | undefined;
  constructor(issues: readonly Issue[], source: FileText, language?: Language) {
    super(issues);
    this.source = source;
    this.language = language;
  }
}
