import { rows } from "./finding.ts";

/** Findings about numbers, units and distributions as written. */
export const numberFindings = rows({
  minusSpace: {
    severity: "error",
    found: {
      en: "There is a space after the sign in {written}",
      sv: "Det står ett blanksteg efter tecknet i {written}",
    },
    mend: { en: "Write {right}", sv: "Skriv {right}" },
  },
  minusDash: {
    severity: "error",
    found: {
      en: "The sign in {written} is a dash, not a minus",
      sv: "Tecknet i {written} är ett tankstreck, inte ett minus",
    },
    mend: { en: "Write {right}", sv: "Skriv {right}" },
  },
  rangeShort: {
    severity: "error",
    found: { en: "{written} is a range, not one number", sv: "{written} är ett spann, inte ett enda tal" },
    mend: {
      en: "Write what is known, such as { low: 500, best: 600, high: 700, unit: tkr/year }",
      sv: "Skriv vad du vet, till exempel { low: 500, best: 600, high: 700, unit: tkr/year }",
    },
  },
  thousandsPoint: {
    severity: "error",
    found: {
      en: "The point in {written} may part thousands or be a decimal sign",
      sv: "Punkten i {written} kan vara tusentalsavgränsare eller decimaltecken",
    },
    mend: {
      en: "Write {right} if thousands are meant, otherwise {other}",
      sv: "Skriv {right} om tusental är avsett, annars {other}",
    },
  },
  decimalComma: {
    severity: "error",
    found: { en: "{written} has a decimal comma", sv: "{written} har decimalkomma" },
    mend: { en: "Write {right}, with a decimal point", sv: "Skriv {right}, med decimalpunkt" },
  },
  leadingZero: {
    severity: "error",
    found: { en: "{written} begins with a zero too many", sv: "{written} börjar med en nolla för mycket" },
    mend: { en: "Write {right}", sv: "Skriv {right}" },
  },
  numberBase: {
    severity: "error",
    found: { en: "{written} is not a decimal number", sv: "{written} är inget vanligt tal" },
    mend: { en: "Write {right}", sv: "Skriv {right}" },
  },
  exponentUnit: {
    severity: "error",
    found: { en: "{written} is written with an exponent", sv: "{written} är skrivet med exponent" },
    mend: { en: "Write it out: {right}", sv: "Skriv ut det: {right}" },
  },
  thousandsGroups: {
    severity: "error",
    found: {
      en: "The digits of {written} are not in groups of three",
      sv: "Siffrorna i {written} står inte i grupper om tre",
    },
    mend: { en: "Write {right}; the decimal sign is a point", sv: "Skriv {right}; decimaltecknet är punkt" },
  },
  notFinite: {
    severity: "error",
    found: { en: "{written} is not a finite number", sv: "{written} är inget ändligt tal" },
    mend: { en: "Write an ordinary number", sv: "Skriv ett vanligt tal" },
  },
  numberForm: {
    severity: "error",
    found: { en: "{written} cannot be read as a number", sv: "{written} går inte att läsa som ett tal" },
    mend: { en: "Write it like {right}", sv: "Skriv det som {right}" },
  },
  unitMissing: {
    severity: "error",
    found: { en: "A unit is missing around the / in {unit}", sv: "Det saknas en enhet vid / i {unit}" },
    mend: {
      en: "Write a unit on both sides, such as kr/person",
      sv: "Skriv en enhet på båda sidor, till exempel kr/person",
    },
  },
  unitUnknown: {
    severity: "error",
    found: { en: "{unit} is not a unit", sv: "{unit} är ingen enhet" },
    mend: {
      en: "Nearest known: {nearest}. A unit of your own is declared under `units:`, such as `units: { visit: home visit }`",
      sv: "Närmaste kända: {nearest}. En egen enhet anges under `units:`, till exempel `units: { visit: hembesök }`",
    },
  },
  unitSwedish: {
    severity: "error",
    found: { en: "{unit} is not a unit", sv: "{unit} är ingen enhet" },
    mend: {
      en: "Write {right}: units are English, texts are in your own language",
      sv: "Skriv {right}: enheterna är engelska, texterna får vara på svenska",
    },
  },
  unitCurrency: {
    severity: "error",
    found: {
      en: "{unit} is not the money of this scenario, which is in {money}",
      sv: "{unit} är inte scenariots valuta, som är {money}",
    },
    mend: { en: "Write {money}, or change `currency:`", sv: "Skriv {money}, eller ändra `currency:`" },
  },
  unitReserved: {
    severity: "error",
    found: {
      en: "{unit} is already a unit and cannot be a counting word",
      sv: "{unit} är redan en enhet och kan inte vara ett räkneord",
    },
    mend: { en: "Choose another word", sv: "Välj ett annat ord" },
  },
  unitAbsent: {
    severity: "error",
    found: { en: "{written} has no unit", sv: "{written} saknar enhet" },
    mend: { en: "Here {wanted} is meant: {example}", sv: "Här behövs {wanted}: {example}" },
  },
  unitWrong: {
    severity: "error",
    found: { en: "The unit is {found}, but here {wanted} is meant", sv: "Enheten är {found}, men här behövs {wanted}" },
    mend: {
      en: "Change the unit, or check that the number stands in the right place",
      sv: "Ändra enheten, eller kontrollera att talet står på rätt ställe",
    },
  },
  unitNameWrong: {
    severity: "error",
    found: {
      en: "{name} is in {found}, but here {wanted} is meant",
      sv: "{name} har enheten {found}, men här behövs {wanted}",
    },
    mend: {
      en: "Name another quantity, or mend the unit of {name}",
      sv: "Ange en annan storhet, eller rätta enheten för {name}",
    },
  },
  unitsDiffer: {
    severity: "error",
    found: {
      en: "Two units meet that cannot: {first} and {second}",
      sv: "Två enheter möts som inte går ihop: {first} och {second}",
    },
    mend: { en: "Give all the numbers of a quantity the same unit", sv: "Ge storhetens alla tal samma enhet" },
  },
  rangeProbability: {
    severity: "error",
    found: { en: "{written} lies outside 0–100 %", sv: "{written} ligger utanför 0–100 %" },
    mend: {
      en: "{what} is a share: write a number from 0 % to 100 %",
      sv: "{what} är en andel: skriv ett tal från 0 % till 100 %",
    },
  },
  rangeNegative: {
    severity: "error",
    found: { en: "{written} is below zero", sv: "{written} är under noll" },
    mend: { en: "{what} is zero or more", sv: "{what} är noll eller mer" },
  },
  rangeShare: {
    severity: "error",
    found: {
      en: "{what} is {written}, which can hardly be meant",
      sv: "{what} är {written}, vilket knappast kan vara avsett",
    },
    mend: {
      en: "A share is written 18 % or 0.18, a rate 2 %/year; look for a missing % sign",
      sv: "En andel skrivs 18 % eller 0.18, en takt 2 %/year; kanske saknas procenttecknet",
    },
  },
  supportProbability: {
    severity: "error",
    found: {
      en: "This distribution reaches from {low} to {high}, but {what} lies between 0 and 100 %",
      sv: "Fördelningen går från {low} till {high}, men {what} ligger mellan 0 och 100 %",
    },
    mend: { en: "Cut it off: add {cut} inside the { }", sv: "Klipp av den: lägg till {cut} inom { }" },
  },
  supportNegative: {
    severity: "error",
    found: {
      en: "This distribution reaches down to {low}, but {what} is never below zero",
      sv: "Fördelningen går ned till {low}, men {what} är aldrig under noll",
    },
    mend: { en: "Cut it off: add {cut} inside the { }", sv: "Klipp av den: lägg till {cut} inom { }" },
  },
  quantityExpected: {
    severity: "error",
    found: { en: "A number is missing here", sv: "Här saknas ett tal" },
    mend: {
      en: "Write a number with its unit (8 000 kr/person), a name, a formula (= a * b), or what you know: { low: …, best: …, high: … }",
      sv: "Skriv ett tal med enhet (8 000 kr/person), ett namn, en formel (= a * b) eller vad du vet: { low: …, best: …, high: … }",
    },
  },
  quantityText: {
    severity: "error",
    found: {
      en: '"{written}" is neither a number, a name nor a formula',
      sv: '"{written}" är varken ett tal, ett namn eller en formel',
    },
    mend: {
      en: "Write a number with its unit (8 000 kr/person), the name of a quantity, or a formula that begins with =",
      sv: "Skriv ett tal med enhet (8 000 kr/person), namnet på en storhet eller en formel som börjar med =",
    },
  },
  numberHere: {
    severity: "error",
    found: {
      en: "{key} has to be a plain number here, not {written}",
      sv: "{key} måste vara ett rent tal här, inte {written}",
    },
    mend: { en: "Write a number, with a unit where it has one", sv: "Skriv ett tal, med enhet om det har någon" },
  },
  distributionUnknown: {
    severity: "error",
    found: { en: "There is no distribution called {family}", sv: "Det finns ingen fördelning som heter {family}" },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  distributionKeys: {
    severity: "error",
    found: { en: "No distribution follows from {keys}", sv: "{keys} räcker inte till en fördelning" },
    mend: {
      en: "Write one of { low, best, high }, { mean, sd }, { interval: [ , ], level }, { count, of }, { quantiles: { 10 %: , 50 %: , 90 %: } }, { data: [ , ] }, { value } or { as: …, … }",
      sv: "Skriv något av { low, best, high }, { mean, sd }, { interval: [ , ], level }, { count, of }, { quantiles: { 10 %: , 50 %: , 90 %: } }, { data: [ , ] }, { value } eller { as: …, … }",
    },
  },
  distributionParameters: {
    severity: "error",
    found: { en: "{family} cannot be made from {keys}", sv: "{family} kan inte bestämmas av {keys}" },
    mend: { en: "Give one of: {forms}", sv: "Ange något av: {forms}" },
  },
  distributionParameterMissing: {
    severity: "error",
    found: { en: "{missing} is missing beside {keys}", sv: "{missing} saknas bredvid {keys}" },
    mend: {
      en: "Write {missing} too, or give one of: {forms}",
      sv: "Skriv också {missing}, eller ange något av: {forms}",
    },
  },
  distributionCut: {
    severity: "error",
    found: {
      en: "Cut off at {min} and {max}, next to nothing of the distribution is left",
      sv: "Avklippt vid {min} och {max} blir nästan inget kvar av fördelningen",
    },
    mend: {
      en: "min lies below max, and between them the distribution has most of its values",
      sv: "min ligger under max, och däremellan har fördelningen det mesta av sina värden",
    },
  },
  distributionNotCut: {
    severity: "error",
    found: { en: "{family} cannot be cut off with min and max", sv: "{family} kan inte klippas av med min och max" },
    mend: {
      en: "Remove min and max, or choose a continuous distribution",
      sv: "Ta bort min och max, eller välj en kontinuerlig fördelning",
    },
  },
  distributionScale: {
    severity: "error",
    found: {
      en: "The parameters of {family} have no unit of their own, so a scaled unit has no meaning here",
      sv: "Parametrarna i {family} har ingen egen enhet, så en skalad enhet betyder inget här",
    },
    mend: {
      en: "Give the unit unscaled (kr, not tkr; share, not %), or state the distribution by mean and sd",
      sv: "Ange enheten oskalad (kr, inte tkr; share, inte %), eller ange fördelningen med mean och sd",
    },
  },
  distributionImpossible: {
    severity: "error",
    found: {
      en: "These values are impossible, for it must be that {rule}; here {values}",
      sv: "Värdena är omöjliga, för det måste vara så att {rule}; här {values}",
    },
    mend: { en: "Give values so that {possible}", sv: "Ange värden så att {possible}" },
  },
  intervalForm: {
    severity: "error",
    found: { en: "An interval is two numbers, the lower one first", sv: "Ett intervall är två tal, det lägre först" },
    mend: { en: "Write { interval: [8 %, 27 %], level: 95 % }", sv: "Skriv { interval: [8 %, 27 %], level: 95 % }" },
  },
  quantilesForm: {
    severity: "error",
    found: {
      en: "Quantiles are shares, each with the value below which it lies",
      sv: "Kvantiler är andelar, var och en med värdet som den ligger under",
    },
    mend: {
      en: "Write { quantiles: { 10 %: 200, 50 %: 300, 90 %: 450 } }",
      sv: "Skriv { quantiles: { 10 %: 200, 50 %: 300, 90 %: 450 } }",
    },
  },
  keysBesideMap: {
    severity: "error",
    found: {
      en: "{key} cannot stand beside values by segment ({segments})",
      sv: "{key} kan inte stå bredvid värden per segment ({segments})",
    },
    mend: { en: "Move it into each segment's own { }", sv: "Flytta in det i varje segments egen { }" },
  },
  segmentMissing: {
    severity: "error",
    found: { en: "There is no value for the segment {missing}", sv: "Det saknas ett värde för segmentet {missing}" },
    mend: { en: "Give every segment its value: {all}", sv: "Ge varje segment sitt värde: {all}" },
  },
  segmentNested: {
    severity: "error",
    found: {
      en: "Values by segment stand inside values by segment",
      sv: "Värden per segment står inuti värden per segment",
    },
    mend: { en: "One level is enough", sv: "En nivå räcker" },
  },
  segmentsNotHere: {
    severity: "error",
    found: {
      en: "This differs by segment, but here there is one value for all",
      sv: "Detta skiljer sig mellan segmenten, men här finns ett värde för alla",
    },
    mend: {
      en: "Write one value; values by segment are for people, effects and costs per person",
      sv: "Skriv ett värde; värden per segment är till för personer, effekter och kostnader per person",
    },
  },
  yearsNotHere: {
    severity: "error",
    found: {
      en: "This differs by year, but here there is one value for all years",
      sv: "Detta skiljer sig mellan åren, men här finns ett värde för alla år",
    },
    mend: { en: "Write one value", sv: "Skriv ett värde" },
  },
  listEmpty: {
    severity: "error",
    found: { en: "The list is empty", sv: "Listan är tom" },
    mend: {
      en: "Give one value per programme year, or a single value",
      sv: "Ange ett värde per programår, eller ett enda värde",
    },
  },
  listNested: {
    severity: "error",
    found: { en: "A list by year stands inside a list by year", sv: "En lista per år står inuti en lista per år" },
    mend: { en: "Give one value per programme year", sv: "Ange ett värde per programår" },
  },
  listTooLong: {
    severity: "error",
    found: {
      en: "The list has {items} values, but the programme runs for {years} years",
      sv: "Listan har {items} värden, men satsningen pågår i {years} år",
    },
    mend: {
      en: "Give at most one value per programme year; the last one holds afterwards",
      sv: "Ange högst ett värde per programår; det sista gäller därefter",
    },
  },
  wideTails: {
    severity: "warning",
    found: {
      en: "{path} is spread very widely: 90 % of its values lie between {low} and {high}",
      sv: "{path} är mycket utspridd: 90 % av värdena ligger mellan {low} och {high}",
    },
    mend: {
      en: "If so wide a range is not meant, check the unit and the spread, or cut it off with max",
      sv: "Om så stor spridning inte är avsedd: kontrollera enhet och spridning, eller klipp av med max",
    },
  },
  eachExpected: {
    severity: "error",
    found: {
      en: "Under each stands {written}, which is no distribution",
      sv: "Under each står {written}, som inte är någon fördelning",
    },
    mend: {
      en: "Say how people or cases differ: each: { as: lognormal, mean: 120 days/person, sd: 150 days/person }",
      sv: "Ange hur personer eller fall skiljer sig åt: each: { as: lognormal, mean: 120 days/person, sd: 150 days/person }",
    },
  },
  eachBeside: {
    severity: "error",
    found: { en: "{key} cannot stand beside each", sv: "{key} kan inte stå bredvid each" },
    mend: {
      en: "Write units inside each and at the other numbers; a price year belongs to times: { value: 6 500 kr/day, year: 2023 }",
      sv: "Skriv enheter i each och vid de andra talen; ett prisår hör till times: { value: 6 500 kr/day, year: 2023 }",
    },
  },
  eachCountedTwice: {
    severity: "error",
    found: { en: "Both number and expected stand beside each", sv: "Både number och expected står bredvid each" },
    mend: {
      en: "Write number for how many there are, expected for how many are to be expected where the number itself is left to chance",
      sv: "Skriv number för hur många de är, expected för hur många som väntas när antalet i sig avgörs av slumpen",
    },
  },
  eachNotHere: {
    severity: "error",
    found: {
      en: "each says what every person or case has of its own, but at {place} it is not said how many they are",
      sv: "each anger vad varje person eller fall har för egen del, men vid {place} framgår inte hur många de är",
    },
    mend: {
      en: "Add the number, { each, number: 8 people }, or let it be the amount of a consequence of people or of an outcome that is a share of them",
      sv: "Lägg till antalet, { each, number: 8 people }, eller låt det vara amount i en konsekvens av personer eller av ett utfall som är en andel av dem",
    },
  },
  eachNoMean: {
    severity: "error",
    found: {
      en: "The distribution under each has no finite mean",
      sv: "Fördelningen under each saknar ändligt medelvärde",
    },
    mend: {
      en: "Cut it off with max, at what one person or case can have at most",
      sv: "Begränsa den med max, till vad en person eller ett fall kan ha som mest",
    },
  },
  eachHeavy: {
    severity: "error",
    found: {
      en: "There may be more than the {drawn} that are drawn one by one, and amounts with so heavy a tail cannot be added up together: they have no finite variance or skewness",
      sv: "Det kan bli fler än de {drawn} som dras en och en, och belopp med så tung svans går inte att lägga ihop i klump: de saknar ändlig varians eller skevhet",
    },
    mend: {
      en: "Cut the distribution off with max, or raise oneByOne (at most {most}) to what there can be at most",
      sv: "Begränsa fördelningen med max, eller höj oneByOne (högst {most}) till det största möjliga antalet",
    },
  },
  oneByOneRange: {
    severity: "error",
    found: {
      en: "oneByOne is {written}, but must be a whole number from 0 to {most}",
      sv: "oneByOne är {written}, men ska vara ett heltal från 0 till {most}",
    },
    mend: {
      en: "Leave it out to draw the first 20 one by one",
      sv: "Utelämna det, så dras de 20 första en och en",
    },
  },
});
