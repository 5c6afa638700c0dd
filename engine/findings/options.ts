import { rows } from "./finding.ts";

/** Findings about options and the components that they leave out. */
export const optionFindings = rows({
  componentForm: {
    severity: "error",
    found: { en: "{key} has to name components", sv: "{key} måste ange komponenter" },
    mend: {
      en: "Write component: support, or component: { calls: 25 %, support: rest }",
      sv: "Skriv component: support, eller component: { calls: 25 %, support: rest }",
    },
  },
  byComponentForm: {
    severity: "error",
    found: {
      en: "{key} has to say what share of the effect comes from each component",
      sv: "{key} måste ange hur stor andel av effekten som kommer från varje komponent",
    },
    mend: {
      en: "Write byComponent: { calls: { low: 20 %, best: 40 %, high: 60 % }, support: rest }",
      sv: "Skriv byComponent: { calls: { low: 20 %, best: 40 %, high: 60 % }, support: rest }",
    },
  },
  componentUnknown: {
    severity: "error",
    found: { en: "No component is called {name}", sv: "Ingen komponent heter {name}" },
    mend: {
      en: "Nearest known: {nearest}; components are listed under components",
      sv: "Närmaste kända: {nearest}; komponenter räknas upp under components",
    },
  },
  componentUnused: {
    severity: "warning",
    found: {
      en: "The component {name} is part of no cost and of no effect",
      sv: "Komponenten {name} ingår inte i någon kostnad eller effekt",
    },
    mend: {
      en: "Name it with component at its costs and byComponent at the effects, or remove it",
      sv: "Ange den med component vid kostnaderna och byComponent vid effekterna, eller ta bort den",
    },
  },
  componentRest: {
    severity: "error",
    found: { en: "Several components are the rest of the others", sv: "Flera komponenter är resten av de andra" },
    mend: { en: "Write rest for one of them only", sv: "Skriv rest för bara en av dem" },
  },
  componentNoRest: {
    severity: "error",
    found: {
      en: "Uncertain shares of the components do not always make up the whole",
      sv: "Osäkra andelar för komponenterna blir inte alltid hela effekten eller kostnaden",
    },
    mend: {
      en: "Write rest for one of them, so that they always make 100 %",
      sv: "Skriv rest för en av dem, så att de alltid blir 100 %",
    },
  },
  componentShares: {
    severity: "error",
    found: { en: "The components make up {sum}, not 100 %", sv: "Komponenterna blir {sum}, inte 100 %" },
    mend: {
      en: "Let the shares sum to 100 %; rest takes what the others leave, and that may never be less than nothing",
      sv: "Låt andelarna summera till 100 %; rest tar det som de andra lämnar, och det får aldrig bli mindre än noll",
    },
  },
  optionSetForm: {
    severity: "error",
    found: { en: "{key} has to list paths with what they become", sv: "{key} måste räkna upp sökvägar med nya värden" },
    mend: {
      en: "Write set: { costs.team.number: 1 }, one line for each path",
      sv: "Skriv set: { costs.team.number: 1 }, en rad för varje sökväg",
    },
  },
  optionEmpty: {
    severity: "warning",
    found: { en: "The option {name} changes nothing", sv: "Alternativet {name} ändrar ingenting" },
    mend: {
      en: "Say what it does otherwise with set or without; until then it equals the file as it stands",
      sv: "Ange vad som skiljer med set eller without; tills vidare är det samma som förslaget i filen",
    },
  },
  optionPath: {
    severity: "error",
    found: {
      en: "Nothing in the scenario stands at {path}: there is no {part}",
      sv: "Ingenting i scenariot finns på {path}: {part} saknas",
    },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  optionFixed: {
    severity: "error",
    found: {
      en: "An option can't set {path}: all options share the file's {part}",
      sv: "Ett alternativ kan inte ändra {path}: alla alternativ delar filens {part}",
    },
    mend: {
      en: "Options are compared by the same goals, actors and years; make a scenario of its own of what differs there",
      sv: "Alternativ jämförs med samma mål, aktörer och år; gör ett eget scenario av det som skiljer sig där",
    },
  },
  optionTwice: {
    severity: "error",
    found: {
      en: "{path} is set, and so is something that stands within it: {other}",
      sv: "{path} ändras, och det gör också något som står inuti det: {other}",
    },
    mend: { en: "Set the one or the other", sv: "Ändra det ena eller det andra" },
  },
  optionStart: {
    severity: "error",
    found: {
      en: "The option starts {start}, which is not a whole number of years after the file's {base}",
      sv: "Alternativet börjar {start}, vilket inte är ett helt antal år efter filens {base}",
    },
    mend: {
      en: "Let an option begin in the same month of a later year; let the file itself be the one that begins first",
      sv: "Låt ett alternativ börja i samma månad ett senare år; låt filen själv vara den som börjar först",
    },
  },
  optionHorizon: {
    severity: "error",
    found: {
      en: "The option's programme ends after the horizon of {horizon} years that all options share",
      sv: "Alternativets satsning slutar efter den horisont på {horizon} år som alla alternativ delar",
    },
    mend: {
      en: "Lengthen the file's horizon, or let the option start earlier or run for fewer years",
      sv: "Förläng filens horisont, eller låt alternativet börja tidigare eller pågå färre år",
    },
  },
  componentEffectWhole: {
    severity: "warning",
    found: {
      en: "{component} is left out, but {outcome} does not say what share of its effect comes from it: it keeps all",
      sv: "{component} tas bort, men {outcome} anger inte hur stor del av effekten som kommer därifrån: hela finns kvar",
    },
    mend: {
      en: "Add byComponent to the effect, with 0 % for {component} where it plays no part",
      sv: "Lägg till byComponent vid effekten, med 0 % för {component} om den inte spelar någon roll",
    },
  },
  optionUnknown: {
    severity: "error",
    found: { en: "There is no option called {name}", sv: "Det finns inget alternativ som heter {name}" },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  figureOfOption: {
    severity: "error",
    found: {
      en: "{name} compares options, which criteria and formulas can't: they hold for each option by itself",
      sv: "{name} jämför alternativ, vilket mål och formler inte kan: de gäller varje alternativ för sig",
    },
    mend: {
      en: "Write {right} here; ask for {name} with --output",
      sv: "Skriv {right} här; be om {name} med --output",
    },
  },
});
