import type { Language } from "../../engine/issues.ts";

type Words = Readonly<Record<Language, string>>;

/** A method in words. */
interface MethodWords {
  readonly title: Words;
  /** The question that it answers. */
  readonly question: Words;
  /** By id of the measure; short, for columns. */
  readonly measures: Readonly<Record<string, Words>>;
  /** Measures that are drawn as bars; all where absent. */
  readonly bars?: readonly string[];
  /** The measure that tells what is strongest; the first where absent. */
  readonly leading?: string;
  /** With `{first}`, `{second}`, `{measure}`, `{value}` and `{of}`; a sentence common to all where absent. */
  readonly headline?: Words;
}

const share = {
  first: { en: "first-order index", sv: "förstaordningsindex" },
  total: { en: "total index", sv: "totalindex" },
  second: { en: "second-order index", sv: "andraordningsindex" },
} as const;

/** By id of the method. */
export const methodWords: Readonly<Record<string, MethodWords>> = {
  oneWay: {
    title: { en: "One at a time (tornado)", sv: "En i taget (tornado)" },
    question: {
      en: "What would be expected if one assumption were known to be low, or high, all else staying uncertain?",
      sv: "Vad vore att vänta om ett antagande var känt som lågt eller högt, och allt annat förblev osäkert?",
    },
    measures: {
      low: { en: "at its 5th percentile", sv: "vid dess 5:e percentil" },
      high: { en: "at its 95th percentile", sv: "vid dess 95:e percentil" },
      swing: { en: "difference", sv: "skillnad" },
      mean: { en: "mean", sv: "medelvärde" },
      chance: { en: "chance", sv: "chans" },
    },
    bars: [],
    leading: "swing",
  },
  switchingValue: {
    title: { en: "Switching values", sv: "Brytpunkter" },
    question: {
      en: "How far may one assumption move before the answer flips?",
      sv: "Hur långt kan ett antagande flyttas innan svaret vänder?",
    },
    measures: {
      assumed: { en: "as assumed", sv: "som antaget" },
      switching: { en: "flips at", sv: "vänder vid" },
      share: { en: "share below", sv: "andel under" },
    },
    bars: ["share"],
    leading: "switching",
  },
  twoWay: {
    title: { en: "Two at a time", sv: "Två i taget" },
    question: {
      en: "What would be expected if two assumptions were known, and does one matter more where the other is low?",
      sv: "Vad vore att vänta om två antaganden var kända, och betyder det ena mer när det andra är lågt?",
    },
    measures: {
      lowLow: { en: "both low", sv: "båda låga" },
      highLow: { en: "first high", sv: "första högt" },
      lowHigh: { en: "second high", sv: "andra högt" },
      highHigh: { en: "both high", sv: "båda höga" },
      together: { en: "through each other", sv: "genom varandra" },
    },
    bars: [],
    leading: "together",
  },
  switchingPairs: {
    title: { en: "Where two assumptions flip the answer", sv: "Var två antaganden vänder svaret" },
    question: {
      en: "How far may the second assumption move before the answer flips, as the first moves?",
      sv: "Hur långt kan det andra antagandet flyttas innan svaret vänder, när det första flyttas?",
    },
    measures: {
      atLow: { en: "first low", sv: "första lågt" },
      atMedian: { en: "first at its median", sv: "första vid medianen" },
      atHigh: { en: "first high", sv: "första högt" },
      switching: { en: "flips at", sv: "vänder vid" },
    },
    bars: [],
    leading: "atMedian",
  },
  correlations: {
    title: { en: "Correlations", sv: "Korrelationer" },
    question: {
      en: "What goes together with the result, and in which direction?",
      sv: "Vad följer med resultatet, och åt vilket håll?",
    },
    measures: {
      pearson: { en: "Pearson", sv: "Pearson" },
      spearman: { en: "Spearman", sv: "Spearman" },
      kendall: { en: "Kendall", sv: "Kendall" },
    },
  },
  regression: {
    title: { en: "Regression coefficients", sv: "Regressionskoefficienter" },
    question: {
      en: "How does the result move with each input when the others are held, along straight lines?",
      sv: "Hur rör sig resultatet med varje indata när övriga hålls fasta, längs räta linjer?",
    },
    measures: {
      src: { en: "SRC", sv: "SRC" },
      srrc: { en: "SRRC", sv: "SRRC" },
      pcc: { en: "PCC", sv: "PCC" },
      prcc: { en: "PRCC", sv: "PRCC" },
    },
  },
  firstOrder: {
    title: { en: "First-order indices from the draws", sv: "Förstaordningsindex ur dragningarna" },
    question: {
      en: "Which share of the variance would go if this one input were known?",
      sv: "Hur stor del av variansen skulle försvinna om just detta indata var känt?",
    },
    measures: share,
  },
  conditionalMeans: {
    title: { en: "The result as an input moves", sv: "Resultatet när ett indata rör sig" },
    question: {
      en: "What is expected where the input lies here or there?",
      sv: "Vad är att vänta när indata ligger här eller där?",
    },
    measures: {
      lowest: { en: "lowest mean", sv: "lägsta medel" },
      highest: { en: "highest mean", sv: "högsta medel" },
      mean: { en: "mean", sv: "medelvärde" },
      chanceAboveZero: { en: "chance of more than 0", sv: "chans till mer än 0" },
      probability: { en: "chance", sv: "chans" },
    },
    bars: [],
    headline: {
      en: "{of} moves most with {first}: its mean is {value} where it is lowest.",
      sv: "{of} rör sig mest med {first}: medelvärdet är {value} där det är lägst.",
    },
  },
  target: {
    title: { en: "Low and high values of an input", sv: "Låga och höga värden på ett indata" },
    question: {
      en: "How does the result differ between low and high values of the input, others following along?",
      sv: "Hur skiljer sig resultatet mellan låga och höga värden på indata, när andra följer med?",
    },
    measures: {
      low: { en: "where it is low", sv: "där det är lågt" },
      high: { en: "where it is high", sv: "där det är högt" },
      difference: { en: "difference", sv: "skillnad" },
    },
    bars: ["difference"],
    leading: "difference",
  },
  shapley: {
    title: { en: "Shapley shares", sv: "Shapleyandelar" },
    question: {
      en: "Which share of the variance falls to each input, what correlated ones have in common being shared out?",
      sv: "Hur stor del av variansen faller på varje indata, när det som samvarierande indata har gemensamt delas upp?",
    },
    measures: { share: { en: "share of variance", sv: "andel av variansen" } },
  },
  sobol: {
    title: { en: "Sobol’ indices", sv: "Sobolindex" },
    question: {
      en: "Which share of the variance comes from each input alone, and which with all it does together with others?",
      sv: "Hur stor del av variansen kommer från varje indata ensamt, och hur stor med allt det gör tillsammans med andra?",
    },
    measures: share,
    leading: "total",
  },
  sobolPairs: {
    title: { en: "Sobol’ indices with pairs", sv: "Sobolindex med par" },
    question: {
      en: "Which share of the variance comes from two inputs acting through each other?",
      sv: "Hur stor del av variansen kommer av att två indata verkar genom varandra?",
    },
    measures: share,
    leading: "total",
  },
  delta: {
    title: { en: "Borgonovo’s delta", sv: "Borgonovos delta" },
    question: {
      en: "How far does knowing the input move the whole distribution of the result?",
      sv: "Hur mycket flyttas hela resultatfördelningen av att få veta indata?",
    },
    measures: { delta: { en: "delta", sv: "delta" } },
  },
  pawn: {
    title: { en: "PAWN indices", sv: "PAWN-index" },
    question: {
      en: "How far apart can the result’s distribution come when the input is known?",
      sv: "Hur långt isär kan resultatets fördelningar hamna när indata är känt?",
    },
    measures: {
      mean: { en: "mean distance", sv: "medelavstånd" },
      median: { en: "median distance", sv: "medianavstånd" },
      maximum: { en: "largest distance", sv: "största avstånd" },
    },
  },
  dependence: {
    title: { en: "What if they moved otherwise together", sv: "Om de samvarierade på annat sätt" },
    question: {
      en: "How much hangs on what is assumed to move together?",
      sv: "Hur mycket hänger på vad som antas samvariera?",
    },
    measures: {
      "mean.independent": { en: "mean, independent", sv: "medel, oberoende" },
      "sd.independent": { en: "sd, independent", sv: "sd, oberoende" },
      "chance.independent": { en: "chance, independent", sv: "chans, oberoende" },
      "mean.comonotone": { en: "mean, as one", sv: "medel, i takt" },
      "sd.comonotone": { en: "sd, as one", sv: "sd, i takt" },
      "chance.comonotone": { en: "chance, as one", sv: "chans, i takt" },
      "mean.countermonotone": { en: "mean, opposite", sv: "medel, i otakt" },
      "sd.countermonotone": { en: "sd, opposite", sv: "sd, i otakt" },
      "chance.countermonotone": { en: "chance, opposite", sv: "chans, i otakt" },
      flipAt: { en: "flips at", sv: "vänder vid" },
    },
    bars: ["chance.comonotone", "chance.countermonotone"],
  },
  regional: {
    title: { en: "Regional sensitivity", sv: "Regional känslighet" },
    question: {
      en: "Which inputs lie elsewhere where it goes ill than where it goes well?",
      sv: "Vilka indata ligger annorlunda när det går illa än när det går bra?",
    },
    measures: { distance: { en: "distance", sv: "avstånd" } },
  },
  cart: {
    title: { en: "A tree of causes", sv: "Ett träd av orsaker" },
    question: {
      en: "Which questions about the inputs, one after another, part the outcomes best?",
      sv: "Vilka frågor om indata, en efter en, skiljer utfallen åt bäst?",
    },
    measures: { explained: { en: "explained", sv: "förklarat" } },
  },
  gap: {
    title: { en: "From best guess to mean", sv: "Från bästa gissning till medelvärde" },
    question: {
      en: "Why is the simulated mean not what the best guesses give?",
      sv: "Varför blir det simulerade medelvärdet inte det som de bästa gissningarna ger?",
    },
    measures: {
      asymmetry: { en: "guess is no mean", sv: "gissning ej medel" },
      alone: { en: "bends", sv: "böjar" },
    },
  },
  prim: {
    title: { en: "What leads to failure, and to success", sv: "Vad som leder till misslyckande och framgång" },
    question: {
      en: "Which values of a few inputs together make the outcome?",
      sv: "Vilka värden på några få indata avgör tillsammans utgången?",
    },
    measures: {
      coverage: { en: "coverage", sv: "täckning" },
      density: { en: "density", sv: "täthet" },
      mass: { en: "share of all", sv: "andel av alla" },
      base: { en: "such among all", sv: "sådana bland alla" },
    },
    bars: [],
  },
  rbdFast: {
    title: { en: "RBD-FAST indices", sv: "RBD-FAST-index" },
    question: {
      en: "Which share of the variance follows the input alone, read from waves?",
      sv: "Hur stor del av variansen följer indata ensamt, avläst ur vågor?",
    },
    measures: share,
  },
  efast: {
    title: { en: "eFAST indices", sv: "eFAST-index" },
    question: {
      en: "Which share of the variance comes from the input alone, and with others, read from waves?",
      sv: "Hur stor del av variansen kommer från indata ensamt och med andra, avläst ur vågor?",
    },
    measures: share,
    leading: "total",
  },
  hsic: {
    title: { en: "HSIC indices", sv: "HSIC-index" },
    question: {
      en: "Does the result depend on the input in any way at all?",
      sv: "Beror resultatet på indata på något som helst sätt?",
    },
    measures: { hsic: { en: "HSIC", sv: "HSIC" } },
  },
  hdmr: {
    title: { en: "HDMR indices", sv: "HDMR-index" },
    question: {
      en: "Which share of the variance do curves of single inputs, and surfaces of pairs, explain?",
      sv: "Hur stor del av variansen förklaras av kurvor i enskilda indata och ytor i par?",
    },
    measures: {
      share: { en: "share of variance", sv: "andel av variansen" },
      structural: { en: "by itself", sv: "på egen hand" },
      correlative: { en: "by correlation", sv: "genom samvariation" },
    },
  },
};

/** Groups that rows are about, by their ids. */
export const groupWords: Readonly<Record<string, Words>> = {
  failure: { en: "Failure", sv: "Misslyckande" },
  success: { en: "Success", sv: "Framgång" },
  low: { en: "The lowest tenth", sv: "Den lägsta tiondelen" },
  high: { en: "The highest tenth", sv: "Den högsta tiondelen" },
};
