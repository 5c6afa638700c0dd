import { type Issue, type Language, UtfallError } from "../engine/issues.ts";

/** Problems with the values of options, gathered so that all of them are said at once. */
export class OptionReader {
  readonly issues: Issue[] = [];

  /** A whole number from `least` to `most`, written plainly or with thousands parted (`65 536`, `65_536`, `65,536`) or as 1e6. */
  wholeNumber(option: string, text: string | undefined, standard: number, least: number, most: number): number {
    if (text === undefined) return standard;
    const plain = text.trim().replace(/(?<=\d)[ _,\u00a0](?=\d{3}(?!\d))/g, "");
    const value = /^\d+(e\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    this.refuse(option, text, `${least} … ${most}`);
    return standard;
  }

  oneOf<T extends string>(option: string, text: string | undefined, standard: T, allowed: readonly T[]): T {
    const found = text === undefined ? standard : allowed.find((one) => one === text);
    if (found !== undefined) return found;
    this.refuse(option, String(text), allowed.join(" | "));
    return standard;
  }

  refuse(option: string, value: string, wanted: string): void {
    this.issues.push({ code: "optionValue", with: { option, value: value === "" ? '""' : value, wanted } });
  }

  /** Throws UtfallError with every problem found. */
  done(): void {
    if (this.issues.length > 0) throw new UtfallError(this.issues);
  }
}

/** A chance as people write it: `80 %`, `80%` or `0.8`; undefined where it is none. */
export function readChance(text: string): number | undefined {
  const match = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim().replace("\u00a0", " "));
  if (!match) return undefined;
  // The percent sign moves the decimal point of the text, so that 3.1 % is exactly the double 0.031.
  const value = Number(`${match[1].replace(",", ".")}${match[2] ? "e-2" : ""}`);
  return value <= 1 ? value : undefined;
}

/** The language of messages made before a scenario is known: `--lang`, else UTFALL_LANG, else what is given. */
export function languageOf(
  lang: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  standard: Language,
): Language {
  const asked = lang ?? env.UTFALL_LANG;
  return asked === "en" || asked === "sv" ? asked : standard;
}
