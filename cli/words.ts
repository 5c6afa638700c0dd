import { filled, type Language } from "../engine/issues.ts";

/** What the command itself says beside findings and reports, in both languages. */
const table = {
  progress: { en: "{done} of {all} draws", sv: "{done} av {all} dragningar" },
  left: { en: "{time} left", sv: "{time} kvar" },
  summing: { en: "summing up", sv: "räknar samman" },
  seconds: { en: "{n} s", sv: "{n} s" },
  minutes: { en: "{n} min", sv: "{n} min" },
  ran: {
    en: "{draws} draws of {scenario} in {seconds} s on {threads} (seed {seed}, {design} design)",
    sv: "{draws} dragningar av {scenario} på {seconds} s med {threads} (frö {seed}, design {design})",
  },
  updated: {
    en: "Forecast {scenario} again from what has been seen, in {seconds} s: {draws} draws, worth {effective}",
    sv: "Räknade om prognosen för {scenario} utifrån det observerade, på {seconds} s: {draws} dragningar, värda {effective}",
  },
  oneThread: { en: "1 thread", sv: "1 tråd" },
  threads: { en: "{n} threads", sv: "{n} trådar" },
  inOption: { en: "In the option {option}:", sv: "I alternativet {option}:" },
  instead: { en: "{to}, instead of {from}", sv: "{to}, i stället för {from}" },
  withoutComponent: { en: "without {component}", sv: "utan {component}" },
  nothingUncertain: { en: "Nothing in this scenario is uncertain", sv: "Inget i scenariot är osäkert" },
  wrote: { en: "Wrote {file}", sv: "Skrev {file}" },
  unmet: {
    en: "Not met: {criterion} has a chance of {chance}, asked for was at least {asked}",
    sv: "Inte uppfyllt: {criterion} har chansen {chance}, kravet var minst {asked}",
  },
  met: {
    en: "Met: {criterion} has a chance of {chance}, asked for was at least {asked}",
    sv: "Uppfyllt: {criterion} har chansen {chance}, kravet var minst {asked}",
  },
  closeCall: {
    en: " (but its error is as large as the difference)",
    sv: " (men felmarginalen är lika stor som skillnaden)",
  },
  stopping: {
    en: "Stopping at the last complete checkpoint; press Ctrl-C again to end at once",
    sv: "Stannar vid senaste hela delresultatet; tryck Ctrl-C igen för att avsluta direkt",
  },
  stoppingMethods: {
    en: "Stopping; methods that are done are kept. Press Ctrl-C again to end at once",
    sv: "Stannar; metoder som är klara behålls. Tryck Ctrl-C igen för att avsluta direkt",
  },
  methodUnderWay: { en: "method {done} of {all}: {method}", sv: "metod {done} av {all}: {method}" },
  interrupted: {
    en: "Stopped before the end: the result holds the first {draws} of {asked} draws and is whole as it stands",
    sv: "Avbrutet i förtid: resultatet omfattar de första {draws} av {asked} dragningar och är fullständigt som det är",
  },
  unitCostsUse: {
    en: "In a scenario: amount: { unitCost: childWelfareInvestigation, spread: 20 % }",
    sv: "I ett scenario: amount: { unitCost: childWelfareInvestigation, spread: 20 % }",
  },
  unitCostIncludes: { en: "includes {parts}", sv: "innehåller {parts}" },
  unitCostExcludes: { en: "not {parts}", sv: "inte {parts}" },
  unitCostPlaceholder: { en: "placeholder without a source", sv: "platshållare utan källa" },
  noErrors: { en: "no errors", sv: "inga fel" },
  oneError: { en: "1 error", sv: "1 fel" },
  errors: { en: "{n} errors", sv: "{n} fel" },
  oneWarning: { en: "1 warning", sv: "1 varning" },
  warnings: { en: "{n} warnings", sv: "{n} varningar" },
  same: {
    en: "The same bits: {outputs} figures of {draws} draws came out exactly as in {file}",
    sv: "Lika till sista bit: {outputs} storheter ur {draws} dragningar blev exakt som i {file}",
  },
  differs: {
    en: "Not the same: {path} is {stored} in {file}, and {fresh} when run again",
    sv: "Inte samma: {path} är {stored} i {file} och {fresh} vid ny körning",
  },
  started: {
    en: "Wrote {file}. Try `utfall check {file}`, then `utfall run {file}`",
    sv: "Skrev {file}. Prova `utfall check {file}` och sedan `utfall run {file}`",
  },
  fault: {
    en: "Utfall made a mistake of its own, which is not yours to mend: {message}",
    sv: "Utfall har gjort ett eget fel, som du inte kan rätta till: {message}",
  },
  reportFault: {
    en: "Please report it with the command line, the scenario file, `utfall --version` and what UTFALL_DEBUG=1 adds to this text",
    sv: "Rapportera det gärna med kommandoraden, scenariofilen, `utfall --version` och det som UTFALL_DEBUG=1 lägger till här",
  },
} as const satisfies Record<string, Record<Language, string>>;

export type Word = keyof typeof table;

/** A text of the table with its `{name}` places filled. */
export function word(name: Word, language: Language, values: Readonly<Record<string, string | number>> = {}): string {
  return filled(table[name][language], values);
}
