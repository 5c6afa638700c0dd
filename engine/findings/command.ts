import { rows } from "./finding.ts";

/** Findings about what is asked for on the command line, and about the files it reads and writes. */
export const commandFindings = rows({
  scenarioNotFound: {
    severity: "error",
    found: {
      en: "There is no file and no scenario in the catalogue called {name}",
      sv: "Det finns ingen fil och inget scenario i katalogen som heter {name}",
    },
    mend: {
      en: "Nearest in the catalogue: {nearest}; `utfall list` shows them all",
      sv: "Närmast i katalogen: {nearest}; `utfall list` visar alla",
    },
  },
  resultMissing: {
    severity: "error",
    found: { en: "There is no file {file}", sv: "Filen {file} finns inte" },
    mend: {
      en: "Check the spelling and the folder; results are the .json files that `utfall run --out` writes",
      sv: "Kontrollera stavning och mapp; resultat är de .json-filer som `utfall run --out` skriver",
    },
  },
  fileUnreadable: {
    severity: "error",
    found: { en: "{file} can't be read: {reason}", sv: "{file} går inte att läsa: {reason}" },
    mend: {
      en: "Give the path of a file that you may read",
      sv: "Ange sökvägen till en fil som du får läsa",
    },
  },
  fileUnwritable: {
    severity: "error",
    found: { en: "{file} can't be written: {reason}", sv: "{file} går inte att skriva: {reason}" },
    mend: {
      en: "Choose another place with --out; nothing was written",
      sv: "Välj en annan plats med --out; inget har skrivits",
    },
  },
  diskFull: {
    severity: "error",
    found: {
      en: "There is no room for {file}: the disk is full",
      sv: "{file} får inte plats: disken är full",
    },
    mend: {
      en: "Free some space or choose another place with --out; nothing was written",
      sv: "Frigör utrymme eller välj en annan plats med --out; inget har skrivits",
    },
  },
  notAllowed: {
    severity: "error",
    found: { en: "You may not write {file}", sv: "Du har inte behörighet att skriva {file}" },
    mend: {
      en: "Choose another place with --out, or ask for the right to write there; nothing was written",
      sv: "Välj en annan plats med --out eller be om skrivbehörighet; inget har skrivits",
    },
  },
  fileExists: {
    severity: "error",
    found: { en: "{file} exists already", sv: "{file} finns redan" },
    mend: {
      en: "Give another name, or --force to replace it",
      sv: "Ange ett annat namn, eller --force för att ersätta filen",
    },
  },
  optionValue: {
    severity: "error",
    found: { en: "{option} does not take {value}", sv: "{option} kan inte vara {value}" },
    mend: { en: "Write {wanted}", sv: "Skriv {wanted}" },
  },
  oneOutput: {
    severity: "error",
    found: {
      en: "{options} can't all go to standard output",
      sv: "{options} kan inte alla gå till standard ut",
    },
    mend: {
      en: "Give all but one of them the name of a file",
      sv: "Ange ett filnamn för alla utom en",
    },
  },
  inputUnknown: {
    severity: "error",
    found: {
      en: "The scenario has no quantity called {name}",
      sv: "Scenariot har ingen storhet som heter {name}",
    },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  inputSeveral: {
    severity: "error",
    found: { en: "Several quantities end in {name}", sv: "Flera storheter slutar på {name}" },
    mend: { en: "Name one of them: {places}", sv: "Ange en av dem: {places}" },
  },
  explainWhich: {
    severity: "error",
    found: {
      en: "{file} can hold one picture, and no quantity is named",
      sv: "{file} rymmer en bild, och ingen storhet är angiven",
    },
    mend: { en: "Name a quantity after the scenario", sv: "Ange en storhet efter scenariot" },
  },
  explainNoPicture: {
    severity: "error",
    found: {
      en: "{name} is not one uncertain number, so there is no distribution to draw",
      sv: "{name} är inte ett enskilt osäkert tal, så det finns ingen fördelning att rita",
    },
    mend: {
      en: "Leave out --svg, or name one of its parts",
      sv: "Ta bort --svg, eller ange en av dess delar",
    },
  },
  criterionUnknown: {
    severity: "error",
    found: {
      en: "The scenario has no criterion called {name}",
      sv: "Scenariot har inget kriterium som heter {name}",
    },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  notAResult: {
    severity: "error",
    found: { en: "{file} is not a result of Utfall", sv: "{file} är inget resultat från Utfall" },
    mend: {
      en: "Give the .json file that `utfall run` wrote",
      sv: "Ange den .json-fil som `utfall run` skrev",
    },
  },
  resultFormat: {
    severity: "error",
    found: {
      en: "{file} has the format {found}; this version reads {wanted}",
      sv: "{file} har formatet {found}; den här versionen läser {wanted}",
    },
    mend: {
      en: "Use the version of Utfall that made it, or run the scenario again",
      sv: "Använd den version av Utfall som gjorde det, eller kör scenariot igen",
    },
  },
  resultEngine: {
    severity: "error",
    found: {
      en: "{file} was made by engine version {found}; this is {own}",
      sv: "{file} gjordes med motorns version {found}; det här är {own}",
    },
    mend: {
      en: "Only the same version must give the same bits: verify with that one, or run the scenario again",
      sv: "Bara samma version ska ge samma bitar: verifiera med den, eller kör scenariot igen",
    },
  },
  resultChanged: {
    severity: "error",
    found: {
      en: "The scenario inside {file} is not the one that was run: its content has been changed",
      sv: "Scenariot i {file} är inte det som kördes: innehållet har ändrats",
    },
    mend: {
      en: "Use an untouched copy of the result, or run the scenario again",
      sv: "Använd en orörd kopia av resultatet, eller kör scenariot igen",
    },
  },
  resultWithoutScenario: {
    severity: "error",
    found: { en: "{file} holds no scenario", sv: "{file} innehåller inget scenario" },
    mend: {
      en: "Only results of a scenario can be shown or run again",
      sv: "Bara resultat av ett scenario kan visas eller köras igen",
    },
  },
  interruptedEarly: {
    severity: "error",
    found: {
      en: "Stopped before the first checkpoint, so there is no result",
      sv: "Avbrutet före första delresultatet, så det finns inget resultat",
    },
    mend: {
      en: "Nothing was written; run again, with fewer --draws if time is short",
      sv: "Inget har skrivits; kör igen, med färre --draws om tiden är knapp",
    },
  },
  sensitivityMethodUnknown: {
    severity: "error",
    found: {
      en: "There is no method of sensitivity called {name}",
      sv: "Det finns ingen känslighetsmetod som heter {name}",
    },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  sensitivityInputUnknown: {
    severity: "error",
    found: {
      en: "There is no uncertain assumption at {name}",
      sv: "Det finns inget osäkert antagande på platsen {name}",
    },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  sensitivityNotNumber: {
    severity: "error",
    found: {
      en: "{name} is a quotient or a year, which has no mean and no variance to share out where its divisor nears zero or the year never comes",
      sv: "{name} är en kvot eller ett år, som saknar medelvärde och varians att dela upp när nämnaren närmar sig noll eller året aldrig kommer",
    },
    mend: {
      en: "Ask about the net value, or about a criterion on it (--of {instead})",
      sv: "Fråga om nettovärdet, eller om ett kriterium på det (--of {instead})",
    },
  },
  sensitivityNeedsModel: {
    severity: "error",
    found: {
      en: "{method} runs the model by a plan of its own, and draws from elsewhere have no model",
      sv: "{method} kör modellen efter en egen plan, och dragningar utifrån har ingen modell",
    },
    mend: {
      en: "Name a method that reads draws: {known}",
      sv: "Ange en metod som läser dragningar: {known}",
    },
  },
  drawsFileForm: {
    severity: "error",
    found: { en: "{file} can't be read as draws: {reason}", sv: "{file} går inte att läsa som dragningar: {reason}" },
    mend: {
      en: "Give a CSV file: a line of names, inputs first and outputs after them, then a line of numbers a draw, 1,024 at least",
      sv: "Ange en CSV-fil: en rad med namn, först indata och sedan utdata, därefter en rad med tal per dragning, minst 1 024",
    },
  },
  drawsFileParquet: {
    severity: "error",
    found: { en: "{file} is a Parquet file, which is not read", sv: "{file} är en Parquetfil, och sådana läses inte" },
    mend: {
      en: "Save the draws as CSV: a line of names, then a line of numbers a draw",
      sv: "Spara dragningarna som CSV: en rad med namn, därefter en rad med tal per dragning",
    },
  },
  drawsFileOutputs: {
    severity: "error",
    found: {
      en: "With --draws-file, --of says which columns are outputs, and none is named",
      sv: "Med --draws-file anger --of vilka kolumner som är utdata, och ingen är angiven",
    },
    mend: { en: "Name one or several: {columns}", sv: "Ange en eller flera: {columns}" },
  },
});
