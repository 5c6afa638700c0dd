import { rows } from "./finding.ts";

/** Findings about unit costs, price years and price indices. */
export const priceFindings = rows({
  unitCostUnknown: {
    severity: "error",
    found: { en: "There is no unit cost called {name}", sv: "Det finns ingen enhetskostnad som heter {name}" },
    mend: {
      en: "Nearest known: {nearest}; `utfall list --unit-costs` shows those that come with the program",
      sv: "Närmaste kända: {nearest}; `utfall list --unit-costs` visar dem som följer med programmet",
    },
  },
  unitCostKey: {
    severity: "error",
    found: {
      en: "{key} cannot stand beside unitCost: the unit cost brings its own amount and price year",
      sv: "{key} kan inte stå bredvid unitCost: enhetskostnaden har redan belopp och prisår",
    },
    mend: {
      en: "Write { unitCost: … }, with spread: 20 % if it is uncertain",
      sv: "Skriv { unitCost: … }, med spread: 20 % om den är osäker",
    },
  },
  unitCostSpread: {
    severity: "error",
    found: { en: "spread cannot be {written}", sv: "spread kan inte vara {written}" },
    mend: {
      en: "Write how far the amount may lie from the list's, as a share above 0 and below 100 %, such as 20 %",
      sv: "Skriv hur långt beloppet kan ligga från listans, som en andel över 0 och under 100 %, till exempel 20 %",
    },
  },
  companionMissing: {
    severity: "error",
    found: { en: "There is no file {file}", sv: "Det finns ingen fil {file}" },
    mend: {
      en: "Check the spelling: the name is read from the scenario's own folder",
      sv: "Kontrollera stavningen: namnet läses från scenariots egen mapp",
    },
  },
  unitCostFiles: {
    severity: "error",
    found: {
      en: "The file {file} cannot be read here: the scenario was not given as a file",
      sv: "Filen {file} kan inte läsas här: scenariot kom inte som en fil",
    },
    mend: {
      en: "Write its unit costs under unitCosts.entries, or check the scenario as a file",
      sv: "Skriv enhetskostnaderna under unitCosts.entries, eller kontrollera scenariot som en fil",
    },
  },
  unitCostAmount: {
    severity: "error",
    found: {
      en: "{written} is no amount of money above zero, with its unit",
      sv: "{written} är inget belopp över noll med enhet",
    },
    mend: { en: "Write for example 5 588 kr/case", sv: "Skriv till exempel 5 588 kr/case" },
  },
  unitCostBoth: {
    severity: "error",
    found: { en: "{name} both includes and excludes {part}", sv: "{name} både innehåller och utesluter {part}" },
    mend: { en: "Take it out of one of the lists", sv: "Ta bort det ur den ena listan" },
  },
  unitCostPlaceholder: {
    severity: "warning",
    found: {
      en: "The unit cost {name} is a placeholder: a guess without a source",
      sv: "Enhetskostnaden {name} är en platshållare: en gissning utan källa",
    },
    mend: {
      en: "Replace it by a local amount, in a file of your own under unitCosts",
      sv: "Ersätt den med ett lokalt belopp, i en egen fil under unitCosts",
    },
  },
  unitCostLacks: {
    severity: "warning",
    found: {
      en: "The unit cost {name} does not include {parts}, which the scenario needs",
      sv: "Enhetskostnaden {name} innehåller inte {parts}, som scenariot behöver",
    },
    mend: {
      en: "Add that cost on a line of its own, use a fuller unit cost, or take it out of unitCosts.needs",
      sv: "Lägg till den kostnaden på en egen rad, använd en fullständigare enhetskostnad eller ta bort den ur unitCosts.needs",
    },
  },
  unitCostUnclear: {
    severity: "warning",
    found: {
      en: "The unit cost {name} does not say whether it includes {parts}, which the scenario needs",
      sv: "Enhetskostnaden {name} anger inte om den innehåller {parts}, som scenariot behöver",
    },
    mend: {
      en: "Look it up in the source, and say so under includes or excludes of an entry of your own",
      sv: "Slå upp det i källan och ange det under includes eller excludes i en egen post",
    },
  },
  unitCostMore: {
    severity: "warning",
    found: {
      en: "The unit cost {name} includes {parts}, which is not among what the scenario needs",
      sv: "Enhetskostnaden {name} innehåller {parts}, som inte hör till det scenariot behöver",
    },
    mend: {
      en: "See that it is not counted twice, and add it to unitCosts.needs if it belongs there",
      sv: "Se efter att det inte räknas två gånger, och lägg till det i unitCosts.needs om det hör dit",
    },
  },
  unitCostActor: {
    severity: "warning",
    found: {
      en: "The unit cost {name} is a cost of {actor}, but here it falls on {found}",
      sv: "Enhetskostnaden {name} är en kostnad för {actor}, men här faller den på {found}",
    },
    mend: {
      en: "Name the actor who bears it, or use a unit cost of that actor's",
      sv: "Ange aktören som bär kostnaden, eller använd en enhetskostnad som gäller den aktören",
    },
  },
  priceIndexUnknown: {
    severity: "error",
    found: { en: "There is no price index called {name}", sv: "Det finns inget prisindex som heter {name}" },
    mend: {
      en: "Nearest known: {nearest}; or write your own: priceIndex: { title: …, values: { 2015: …, 2025: … } }",
      sv: "Närmaste kända: {nearest}; eller skriv ett eget: priceIndex: { title: …, values: { 2015: …, 2025: … } }",
    },
  },
  priceIndexYear: {
    severity: "error",
    found: {
      en: "{index} has no value for {year}; what comes with the program has {years}",
      sv: "{index} saknar värde för {year}; det som följer med programmet har {years}",
    },
    mend: {
      en: "Add it on the same base, on which {last} is {level}: priceIndex: { extends: {id}, source: …, values: { {year}: … } }",
      sv: "Lägg till det på samma bas, där {last} är {level}: priceIndex: { extends: {id}, source: …, values: { {year}: … } }",
    },
  },
  priceIndexYearOwn: {
    severity: "error",
    found: {
      en: "{index} has no value for {year}; it has {years}",
      sv: "{index} saknar värde för {year}; det har {years}",
    },
    mend: {
      en: "Add {year} to its values, convert the amount yourself, or choose another priceYear",
      sv: "Lägg till {year} bland värdena, räkna om beloppet själv eller välj ett annat priceYear",
    },
  },
  priceIndexBase: {
    severity: "error",
    found: {
      en: "The value of {year}, {value}, is far from that of {near}, {known}",
      sv: "Värdet för {year}, {value}, ligger långt från det för {near}, {known}",
    },
    mend: {
      en: "Give it on the same base as the index that it extends, or write a whole index of your own without extends",
      sv: "Ange det på samma bas som indexet det bygger vidare på, eller skriv ett helt eget index utan extends",
    },
  },
  priceIndexExtends: {
    severity: "error",
    found: {
      en: "{name} is a file, and an index extends one that comes with the program",
      sv: "{name} är en fil, och ett index bygger vidare på ett som följer med programmet",
    },
    mend: { en: "Write extends: kpi", sv: "Skriv extends: kpi" },
  },
  priceIndexFile: {
    severity: "error",
    found: {
      en: "The file {file} cannot be read here: the scenario was not given as a file",
      sv: "Filen {file} kan inte läsas här: scenariot kom inte som en fil",
    },
    mend: {
      en: "Write the values in the scenario: priceIndex: { title: …, values: { … } }, or check the scenario as a file",
      sv: "Skriv värdena i scenariot: priceIndex: { title: …, values: { … } }, eller kontrollera scenariot som en fil",
    },
  },
  priceIndexValue: {
    severity: "error",
    found: { en: "{key} is not a level of prices above zero", sv: "{key} är ingen prisnivå över noll" },
    mend: { en: "Write for example 2015: 313.35", sv: "Skriv till exempel 2015: 313.35" },
  },
  yearNotMoney: {
    severity: "error",
    found: {
      en: "year converts between price years, but this is not an amount of money",
      sv: "year räknar om mellan prisår, men det här är inget belopp i pengar",
    },
    mend: { en: "Remove year, or state the amount in kr", sv: "Ta bort year, eller ange beloppet i kr" },
  },
  yearNotNumber: {
    severity: "error",
    found: {
      en: "{written} cannot be converted from another price year: it is no number of its own",
      sv: "{written} kan inte räknas om från ett annat prisår: det är inget eget tal",
    },
    mend: {
      en: "State year where the numbers themselves stand",
      sv: "Ange year där själva talen står",
    },
  },
});
