import { rows } from "./finding.ts";

/** Risks: how likely they are, when they happen, what they strike, and what is done about them. */
export const riskFindings = rows({
  riskWhen: {
    severity: "error",
    found: { en: "when cannot be {when} of a risk", sv: "when kan inte vara {when} för en risk" },
    mend: {
      en: "Write programme, year 1, years 1-2, from year 1, each year (it may happen anew each year) or from some year (once, in a year that is drawn)",
      sv: "Skriv programme, year 1, years 1-2, from year 1, each year (den kan inträffa på nytt varje år) eller from some year (en gång, ett år som dras)",
    },
  },
  riskLikelihoodYears: {
    severity: "error",
    found: {
      en: "The likelihood differs between the years, but the risk may happen once",
      sv: "Sannolikheten skiljer sig mellan åren, men risken kan inträffa en gång",
    },
    mend: {
      en: "Write when: each year, or one likelihood",
      sv: "Skriv when: each year, eller en enda sannolikhet",
    },
  },
  riskFormNeeds: {
    severity: "error",
    found: { en: "form: {form} needs {key}", sv: "form: {form} behöver {key}" },
    mend: {
      en: "Add the share of the effect that is left, as effectKept: { low: 60 %, best: 80 %, high: 100 % }",
      sv: "Lägg till den andel av effekten som finns kvar, som effectKept: { low: 60 %, best: 80 %, high: 100 % }",
    },
  },
  riskEffectKept: {
    severity: "error",
    found: {
      en: "effectKept belongs to form: turnover",
      sv: "effectKept hör till form: turnover",
    },
    mend: {
      en: "Write what is struck instead: hits: { outcomes.X.effect: { times: 80 % } }",
      sv: "Skriv i stället vad som träffas: hits: { outcomes.X.effect: { times: 80 % } }",
    },
  },
  riskFormYears: {
    severity: "error",
    found: {
      en: "A programme of one year has no later year from which it could be cancelled",
      sv: "En ettårig satsning har inget senare år från vilket den kan avbrytas",
    },
    mend: {
      en: "Leave form out and write hits, as outcomes.X.effect: { times: 50 % } and costs.Z: { times: 60 % }",
      sv: "Ta bort form och skriv hits, som outcomes.X.effect: { times: 50 % } och costs.Z: { times: 60 % }",
    },
  },
  riskHitWays: {
    severity: "error",
    found: {
      en: "A hit says one of times, plus and to",
      sv: "En träff anger ett av times, plus och to",
    },
    mend: {
      en: "Write { times: 80 % } (multiplied), { plus: -5 % } (added) or { to: 40 % } (becomes)",
      sv: "Skriv { times: 80 % } (multipliceras), { plus: -5 % } (läggs till) eller { to: 40 % } (blir)",
    },
  },
  riskHitPath: {
    severity: "error",
    found: {
      en: "There is nothing at {path} that can be struck",
      sv: "Det finns inget på {path} som kan träffas",
    },
    mend: {
      en: "Name a number of the file by its path, outcomes.X.effect, costs.Z or consequences.Y; nearest known: {nearest}",
      sv: "Ange ett tal i filen med dess sökväg, outcomes.X.effect, costs.Z eller consequences.Y; närmaste kända: {nearest}",
    },
  },
  riskHitStated: {
    severity: "error",
    found: {
      en: "{path} is what a study found, and nothing that happens changes that",
      sv: "{path} är vad en studie har funnit, och det ändras inte av något som inträffar",
    },
    mend: {
      en: "Strike what the programme brings about: {right}",
      sv: "Träffa det som satsningen åstadkommer: {right}",
    },
  },
  riskHitOwn: {
    severity: "error",
    found: {
      en: "{path} is drawn for each person or case, and can't be struck as one number",
      sv: "{path} dras för varje person eller fall och kan inte träffas som ett tal",
    },
    mend: {
      en: "Strike the whole flow: consequences.Y: { times: 80 % }",
      sv: "Träffa hela flödet: consequences.Y: { times: 80 % }",
    },
  },
  riskHitFlow: {
    severity: "error",
    found: {
      en: "{path} is a flow over several years, and becomes no single amount",
      sv: "{path} är ett flöde över flera år och blir inget enskilt belopp",
    },
    mend: {
      en: "Use times or plus, or strike its amount: {path}.amount",
      sv: "Använd times eller plus, eller träffa beloppet: {path}.amount",
    },
  },
  riskHitYears: {
    severity: "error",
    found: {
      en: "{path} is one number for all years, and can't be struck in some of them only",
      sv: "{path} är ett tal för alla år och kan inte träffas bara under några av dem",
    },
    mend: {
      en: "Strike a number or a flow that may differ between the years; of a risk, or write when: programme",
      sv: "Träffa ett tal eller ett flöde som får skilja sig mellan åren; för en risk, eller skriv when: programme",
    },
  },
  riskHitOutside: {
    severity: "error",
    found: {
      en: "{path} would lie between {low} and {high}, which it can't",
      sv: "{path} skulle ligga mellan {low} och {high}, vilket är omöjligt",
    },
    mend: {
      en: "A smaller number, or to: with the value that it takes",
      sv: "Ett mindre tal, eller to: med det värde som det får",
    },
  },
  riskHitKept: {
    severity: "warning",
    found: {
      en: "{path} could lie between {low} and {high} when it is struck; it is kept within what is possible",
      sv: "{path} skulle kunna ligga mellan {low} och {high} när det träffas; det hålls inom det möjliga",
    },
    mend: {
      en: "A smaller number, or to: with the value that it takes",
      sv: "Ett mindre tal, eller to: med det värde som det får",
    },
  },
  riskIdle: {
    severity: "warning",
    found: { en: "{name} strikes no number and costs nothing", sv: "{name} träffar inget tal och kostar inget" },
    mend: {
      en: "Add hits, as outcomes.X.effect: { times: 80 % }, or cost; if another number already holds it, accept this warning and say which",
      sv: "Lägg till hits, som outcomes.X.effect: { times: 80 % }, eller cost; om ett annat tal redan rymmer den, godta varningen och skriv vilket",
    },
  },
  riskHarm: {
    severity: "warning",
    found: {
      en: "No risk is about harm to the individual, which is always one",
      sv: "Ingen risk handlar om att någon deltagare försämras, och den risken finns alltid",
    },
    mend: {
      en: "Add funnel.harmed (the share that is harmed), or a risk with harm: yes",
      sv: "Lägg till funnel.harmed (andelen som försämras), eller en risk med harm: yes",
    },
  },
  riskPayer: {
    severity: "error",
    found: { en: "It is not said who pays for the mitigation", sv: "Det framgår inte vem som betalar åtgärden" },
    mend: { en: "Add mitigated.paidBy", sv: "Lägg till mitigated.paidBy" },
  },
  riskWord: {
    severity: "error",
    found: {
      en: '"{written}" is no likelihood',
      sv: '"{written}" är ingen sannolikhet',
    },
    mend: {
      en: "Write low, medium or high (keys are English in every file), a share such as 15 %, or a quantity",
      sv: "Skriv low, medium eller high (nyckelord är engelska i alla filer), en andel som 15 % eller en storhet",
    },
  },
  riskMitigatedMore: {
    severity: "error",
    found: {
      en: "With the mitigation the risk would be more likely (at least {written}) than without it (at most {before})",
      sv: "Med åtgärden skulle risken vara mer sannolik (minst {written}) än utan den (högst {before})",
    },
    mend: {
      en: "Lower mitigated.likelihood, or leave mitigated out",
      sv: "Sänk mitigated.likelihood, eller ta bort mitigated",
    },
  },
});
