import { rows } from "./finding.ts";

/** Findings about reading a scenario file, before its content is understood. */
export const fileFindings = rows({
  fileMissing: {
    severity: "error",
    found: { en: "There is no file {file}", sv: "Det finns ingen fil {file}" },
    mend: {
      en: "Check the spelling and the folder. Scenarios that come with the program: {known}",
      sv: "Kontrollera stavning och mapp. Scenarier som följer med programmet: {known}",
    },
  },
  fileFolder: {
    severity: "error",
    found: { en: "{file} is a folder, not a scenario file", sv: "{file} är en mapp, inte en scenariofil" },
    mend: {
      en: "Name a file in it, such as {file}/scenario.yaml",
      sv: "Ange en fil i den, till exempel {file}/scenario.yaml",
    },
  },
  scenarioUnreadable: {
    severity: "error",
    found: { en: "{file} cannot be read: {reason}", sv: "{file} går inte att läsa: {reason}" },
    mend: { en: "Check that you may open the file", sv: "Kontrollera att du har rätt att öppna filen" },
  },
  fileTooLarge: {
    severity: "error",
    found: {
      en: "The file holds {megabytes} MB; a scenario has at most {most} MB",
      sv: "Filen är på {megabytes} MB; ett scenario är högst {most} MB",
    },
    mend: {
      en: "Check that it is the right file: a scenario is a few pages of text",
      sv: "Kontrollera att det är rätt fil: ett scenario är några sidor text",
    },
  },
  fileBinary: {
    severity: "error",
    found: { en: "The file is not text", sv: "Filen innehåller inte text" },
    mend: {
      en: "A scenario is a text file in YAML or JSON, saved as UTF-8 (not a spreadsheet or a word processor's document)",
      sv: "Ett scenario är en textfil i YAML eller JSON, sparad som UTF-8 (inte ett kalkylark eller ordbehandlingsdokument)",
    },
  },
  fileEncoding: {
    severity: "error",
    found: {
      en: "The file is not saved as UTF-8: a letter here cannot be read",
      sv: "Filen är inte sparad som UTF-8: en bokstav här går inte att läsa",
    },
    mend: { en: "Save it again, with the encoding UTF-8", sv: "Spara den igen, med teckenkodningen UTF-8" },
  },
  fileEmpty: {
    severity: "error",
    found: { en: "The file is empty", sv: "Filen är tom" },
    mend: {
      en: "Begin with `format: utfall-scenario/1`, or copy one of the scenarios that come with the program",
      sv: "Börja med `format: utfall-scenario/1`, eller kopiera ett av scenarierna som följer med programmet",
    },
  },
  fileNotScenario: {
    severity: "error",
    found: {
      en: "The file is not a scenario: it has no keys such as `title:`",
      sv: "Filen är inget scenario: den har inga nycklar som `title:`",
    },
    mend: {
      en: "The first line of a scenario is `format: utfall-scenario/1`",
      sv: "Ett scenario börjar med raden `format: utfall-scenario/1`",
    },
  },
  fileTooMany: {
    severity: "error",
    found: {
      en: "The file grows to more than {most} values when its references (*) are followed",
      sv: "Filen växer till mer än {most} värden när dess hänvisningar (*) följs",
    },
    mend: {
      en: "Write the values out instead of repeating them by & and *",
      sv: "Skriv ut värdena i stället för att upprepa dem med & och *",
    },
  },
  fileAliases: {
    severity: "error",
    found: { en: "The file has more than {most} references (*)", sv: "Filen har mer än {most} hänvisningar (*)" },
    mend: {
      en: "Name a quantity under quantities: and refer to its name instead",
      sv: "Namnge en storhet under quantities: och ange dess namn i stället",
    },
  },
  fileTooDeep: {
    severity: "error",
    found: { en: "Something stands more than {most} levels deep", sv: "Något står mer än {most} nivåer ned" },
    mend: {
      en: "A scenario has a handful of levels: look for brackets or indentation that went astray",
      sv: "Ett scenario har en handfull nivåer: leta efter parenteser eller indrag som kommit fel",
    },
  },
  notPlainData: {
    severity: "error",
    found: {
      en: "{path} holds {what}, which no scenario file could",
      sv: "{path} innehåller {what}, vilket ingen scenariofil kan",
    },
    mend: { en: "Use texts, numbers, lists and objects only", sv: "Använd bara texter, tal, listor och objekt" },
  },
  yamlAlias: {
    severity: "error",
    found: {
      en: "*{name} refers to something that is nowhere marked &{name}, or to itself",
      sv: "*{name} hänvisar till något som ingenstans är märkt &{name}, eller till sig självt",
    },
    mend: {
      en: "Write the value out, or put it in quotes if it is a text",
      sv: "Skriv ut värdet, eller sätt det inom citattecken om det är en text",
    },
  },
  yamlQuoteNeeded: {
    severity: "error",
    found: { en: "A value cannot begin with {first} here", sv: "Ett värde kan inte börja med {first} här" },
    mend: {
      en: 'Put a text in quotes: "{value}". A formula begins with =, a number with a digit or a minus sign',
      sv: 'Sätt en text inom citattecken: "{value}". En formel börjar med =, ett tal med en siffra eller ett minustecken',
    },
  },
  yamlUnreadable: {
    severity: "error",
    found: { en: "This line cannot be read: {text}", sv: "Den här raden går inte att läsa: {text}" },
    mend: {
      en: "A line is `key: value`, a list is [ , ], an inner map { key: value, … }; texts with special characters stand in quotes",
      sv: "En rad är `nyckel: värde`, en lista [ , ], en inre tabell { nyckel: värde, … }; texter med specialtecken står inom citattecken",
    },
  },
  yamlTab: {
    severity: "error",
    found: { en: "The line is indented with a tab", sv: "Raden är indragen med tabb" },
    mend: { en: "Indent with spaces, two for each level", sv: "Dra in med blanksteg, två för varje nivå" },
  },
  yamlIndent: {
    severity: "error",
    found: { en: "The indentation does not fit the lines around it", sv: "Indraget stämmer inte med raderna omkring" },
    mend: {
      en: "Keys of the same level begin in the same column; what belongs to a key stands two spaces further in",
      sv: "Nycklar på samma nivå börjar i samma kolumn; det som hör till en nyckel står två blanksteg längre in",
    },
  },
  yamlBracket: {
    severity: "error",
    found: { en: "A bracket is opened but not closed", sv: "En parentes öppnas men stängs inte" },
    mend: { en: "Every { needs its }, every [ its ]", sv: "Varje { behöver sin }, varje [ sin ]" },
  },
  yamlQuoteOpen: {
    severity: "error",
    found: { en: "A quotation mark is opened but not closed", sv: "Ett citattecken öppnas men stängs inte" },
    mend: {
      en: "End the text with the same mark as it begins with",
      sv: "Avsluta texten med samma tecken som den börjar med",
    },
  },
  yamlColon: {
    severity: "error",
    found: { en: "There is no colon after the key: {text}", sv: "Det saknas ett kolon efter nyckeln: {text}" },
    mend: {
      en: "Write `key: value`, with a space after the colon",
      sv: "Skriv `nyckel: värde`, med blanksteg efter kolonet",
    },
  },
  yamlComma: {
    severity: "error",
    found: { en: "A comma is missing before this", sv: "Det saknas ett komma före det här" },
    mend: { en: "Inside { } and [ ] everything is parted by commas", sv: "Inom { } och [ ] skiljs allt åt med komma" },
  },
  yamlTwoColons: {
    severity: "error",
    found: { en: "There are two colons on the line: {text}", sv: "Raden har två kolon: {text}" },
    mend: {
      en: "Put a text that contains a colon in quotes, or move the inner key to a line of its own",
      sv: "Sätt en text med kolon i inom citattecken, eller flytta den inre nyckeln till en egen rad",
    },
  },
  yamlDocuments: {
    severity: "error",
    found: {
      en: "The file holds several documents, parted by ---",
      sv: "Filen innehåller flera dokument, skilda åt med ---",
    },
    mend: { en: "One file is one scenario: remove the line ---", sv: "En fil är ett scenario: ta bort raden ---" },
  },
  keyNotText: {
    severity: "error",
    found: { en: "A key is itself a list or a map", sv: "En nyckel är själv en lista eller tabell" },
    mend: {
      en: "Keys are words; a value that begins with { or [ stands after the colon",
      sv: "Nycklar är ord; ett värde som börjar med { eller [ står efter kolonet",
    },
  },
  keyTwice: {
    severity: "error",
    found: {
      en: "The key {key} stands here twice (first on line {line})",
      sv: "Nyckeln {key} står här två gånger (först på rad {line})",
    },
    mend: { en: "Keep one of them", sv: "Behåll en av dem" },
  },
  emptyValue: {
    severity: "error",
    found: { en: "{key} has no value", sv: "{key} saknar värde" },
    mend: {
      en: "Write a value after the colon, or remove the key",
      sv: "Skriv ett värde efter kolonet, eller ta bort nyckeln",
    },
  },
  formulaComma: {
    severity: "error",
    found: {
      en: "The formula {formula} was cut at its comma, as a comma parts the keys inside { }",
      sv: "Formeln {formula} klipptes av vid kommat, eftersom komma skiljer nycklar åt inom { }",
    },
    mend: { en: 'Put it in quotes: "{formula}"', sv: 'Sätt den inom citattecken: "{formula}"' },
  },
  textComma: {
    severity: "error",
    found: {
      en: "The text was cut at its comma, as a comma parts the keys inside { }",
      sv: "Texten klipptes av vid kommat, eftersom komma skiljer nycklar åt inom { }",
    },
    mend: { en: 'Put it in quotes: "{text}"', sv: 'Sätt den inom citattecken: "{text}"' },
  },
});
