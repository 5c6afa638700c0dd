import { rows } from "./finding.ts";

/** Findings about formulas and tests. */
export const formulaFindings = rows({
  formulaTooLong: {
    severity: "error",
    found: { en: "The formula is longer than {most} characters", sv: "Formeln är längre än {most} tecken" },
    mend: { en: "Divide it into named formulas", sv: "Dela upp den i namngivna formler" },
  },
  formulaTooDeep: {
    severity: "error",
    found: {
      en: "The formula has more than {most} levels of parentheses",
      sv: "Formeln har mer än {most} nivåer av parenteser",
    },
    mend: { en: "Divide it into named formulas", sv: "Dela upp den i namngivna formler" },
  },
  formulaSign: {
    severity: "error",
    found: { en: "The sign {sign} is not used in formulas", sv: "Tecknet {sign} används inte i formler" },
    mend: { en: "Write {right}", sv: "Skriv {right}" },
  },
  formulaCharacter: {
    severity: "error",
    found: { en: "{character} cannot stand in a formula", sv: "{character} kan inte stå i en formel" },
    mend: {
      en: "Use names, numbers with units, + - * / ^ ( ), comparisons and functions such as min(a, b)",
      sv: "Använd namn, tal med enhet, + - * / ^ ( ), jämförelser och funktioner som min(a, b)",
    },
  },
  formulaEnd: {
    severity: "error",
    found: { en: "The formula ends too early", sv: "Formeln slutar för tidigt" },
    mend: { en: "Something is missing after the last sign", sv: "Något saknas efter det sista tecknet" },
  },
  formulaParenthesis: {
    severity: "error",
    found: { en: "A parenthesis has no partner", sv: "En parentes saknar sin motpart" },
    mend: { en: "Every ( needs its )", sv: "Varje ( behöver sin )" },
  },
  formulaOuterComma: {
    severity: "error",
    found: {
      en: "There is a comma outside the parentheses of a function",
      sv: "Det står ett komma utanför en funktions parenteser",
    },
    mend: { en: "The decimal sign is a point: 1.5", sv: "Decimaltecknet är punkt: 1.5" },
  },
  formulaChain: {
    severity: "error",
    found: { en: "Two comparisons stand in a row", sv: "Två jämförelser står i rad" },
    mend: { en: "Write a < b and b < c", sv: "Skriv a < b and b < c" },
  },
  formulaUnexpected: {
    severity: "error",
    found: { en: "{found} is not expected here", sv: "{found} passar inte in här" },
    mend: {
      en: "Between two values there is a sign such as + or *",
      sv: "Mellan två värden står ett tecken som + eller *",
    },
  },
  functionUnknown: {
    severity: "error",
    found: { en: "There is no function called {name}", sv: "Det finns ingen funktion som heter {name}" },
    mend: {
      en: "Nearest known: {nearest}. Multiplication is written with *",
      sv: "Närmaste kända: {nearest}. Multiplikation skrivs med *",
    },
  },
  functionArguments: {
    severity: "error",
    found: { en: "{name} takes {takes} values and got {given}", sv: "{name} tar {takes} värden och fick {given}" },
    mend: { en: "Part the values with commas", sv: "Skilj värdena åt med komma" },
  },
  functionYears: {
    severity: "error",
    found: {
      en: "The second value of {name} is a whole number of years, written out",
      sv: "Det andra värdet i {name} är ett helt antal år, utskrivet",
    },
    mend: { en: "Write for example {name}(x, 1)", sv: "Skriv till exempel {name}(x, 1)" },
  },
  formulaUnits: {
    severity: "error",
    found: {
      en: "{operation} of {first} and {second}: the units do not go together",
      sv: "{operation} av {first} och {second}: enheterna går inte ihop",
    },
    mend: {
      en: "Give both the same unit, or multiply by what turns one into the other",
      sv: "Ge båda samma enhet, eller multiplicera med det som gör den ena till den andra",
    },
  },
  formulaPlain: {
    severity: "error",
    found: {
      en: "{operation} takes a plain number or share, not {found}",
      sv: "{operation} tar ett rent tal eller en andel, inte {found}",
    },
    mend: { en: "Divide by something in {found} first", sv: "Dividera först med något i {found}" },
  },
  formulaPower: {
    severity: "error",
    found: { en: "{found} cannot be raised to this power", sv: "{found} kan inte upphöjas till detta" },
    mend: {
      en: "The exponent of something with a unit is a whole number, written out",
      sv: "Exponenten för något med enhet är ett heltal, utskrivet",
    },
  },
  formulaAccount: {
    severity: "error",
    found: {
      en: "The formula gives {found}, but what an actor gains or pays is money",
      sv: "Formeln ger {found}, men det en aktör tjänar eller betalar är pengar",
    },
    mend: {
      en: "Multiply by a unit cost, or remove gains and paidBy",
      sv: "Multiplicera med en enhetskostnad, eller ta bort gains och paidBy",
    },
  },
  testForm: {
    severity: "error",
    found: { en: '"{test}" is not a test', sv: '"{test}" är inget test' },
    mend: {
      en: "A test is a figure, a comparison and a value: net.municipality > 0 kr",
      sv: "Ett test är ett resultatmått, en jämförelse och ett värde: net.municipality > 0 kr",
    },
  },
  testSign: {
    severity: "error",
    found: {
      en: "{sign} is not a comparison that a test can make",
      sv: "{sign} är ingen jämförelse som ett test kan göra",
    },
    mend: { en: "Write {right}", sv: "Skriv {right}" },
  },
  testUnits: {
    severity: "error",
    found: {
      en: "{figure} is in {found}, but it is compared with {second}",
      sv: "{figure} mäts i {found}, men jämförs med {second}",
    },
    mend: { en: "Compare with a value in {found}", sv: "Jämför med ett värde i {found}" },
  },
  testValue: {
    severity: "error",
    found: {
      en: "A test compares with one value, not one per {axis}",
      sv: "Ett test jämför med ett enda värde, inte ett per {axis}",
    },
    mend: { en: "Write one value", sv: "Skriv ett värde" },
  },
});
