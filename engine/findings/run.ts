import { rows } from "./finding.ts";

/** Findings about a run and its figures. */
export const runFindings = rows({
  drawsRounded: {
    severity: "warning",
    found: {
      en: "{asked} draws were asked for; the {design} design takes {draws}",
      sv: "{asked} dragningar begärdes; med {design} blir det {draws}",
    },
    mend: {
      en: "Nothing to do: more draws only make the figures more precise",
      sv: "Inget behöver göras: fler dragningar gör bara siffrorna säkrare",
    },
  },
  failedDraws: {
    severity: "warning",
    found: {
      en: "{failed} of {draws} draws have no answer (first: draw {first}, in {node}); figures are among the others",
      sv: "{failed} av {draws} dragningar saknar svar (först: dragning {first}, i {node}); siffrorna gäller de övriga",
    },
    mend: {
      en: "Look for a division by something that can be zero, or a power or logarithm of something negative",
      sv: "Leta efter en division med något som kan bli noll, eller en potens eller logaritm av något negativt",
    },
  },
  tooManyFailedDraws: {
    severity: "error",
    found: {
      en: "{failed} of {draws} draws have no answer (first: draw {first}, in {node}); above 1 % no figure can be trusted",
      sv: "{failed} av {draws} dragningar saknar svar (först: dragning {first}, i {node}); över 1 % går ingen siffra att lita på",
    },
    mend: {
      en: "Look for a division by something that can be zero, or a power or logarithm of something negative",
      sv: "Leta efter en division med något som kan bli noll, eller en potens eller logaritm av något negativt",
    },
  },
  fewEffectiveDraws: {
    severity: "error",
    found: {
      en: "The weighted draws are worth only {effective} of {draws}: nearly all of the weight lies on a few of them, and no figure can be trusted",
      sv: "De viktade dragningarna motsvarar bara {effective} av {draws}: nästan hela vikten ligger på några få av dem, och ingen siffra går att lita på",
    },
    mend: {
      en: "Ask for more draws, or look for observations that contradict the scenario or each other",
      sv: "Begär fler dragningar, eller leta efter observationer som motsäger scenariot eller varandra",
    },
  },
  observedCopula: {
    severity: "error",
    found: {
      en: "What was observed says something about {name}, whose extremes come together with those of others (a t copula): a forecast can't be revised by that",
      sv: "Det som observerats säger något om {name}, vars ytterligheter hänger ihop med andras (en t-kopula): en prognos går inte att revidera efter det",
    },
    mend: {
      en: "State the correlations without degreesOfFreedom",
      sv: "Ange korrelationerna utan degreesOfFreedom",
    },
  },
  observedImpossible: {
    severity: "error",
    found: {
      en: "What was observed is impossible under every one of {points} sets of assumptions that were tried",
      sv: "Det som observerats är omöjligt under var och en av {points} prövade uppsättningar av antaganden",
    },
    mend: {
      en: "Look for an observation outside the range that an assumption allows, and widen the assumption if the observation is right",
      sv: "Leta efter en observation utanför det intervall som ett antagande tillåter, och vidga antagandet om observationen stämmer",
    },
  },
  costReachesZero: {
    severity: "warning",
    found: {
      en: "The cost behind {path} reaches zero or changes sign in {share} of the draws, so a return per krona means nothing there",
      sv: "Kostnaden bakom {path} når noll eller byter tecken i {share} av dragningarna, så kronor per satsad krona säger inget där",
    },
    mend: {
      en: "Use the net value, which is always defined",
      sv: "Använd nettovärdet, som alltid är definierat",
    },
  },
  divisorReachesZero: {
    severity: "warning",
    found: {
      en: "{path} cannot be told in {share} of the draws, where what it is divided by is zero or changes sign",
      sv: "{path} går inte att ange i {share} av dragningarna, där det som den delas med är noll eller byter tecken",
    },
    mend: {
      en: "Nothing to do: the figure shown is the quotient of the means, and its percentiles leave those draws out",
      sv: "Inget behöver göras: siffran som visas är kvoten av medelvärdena, och percentilerna utelämnar de dragningarna",
    },
  },
  eachAsMean: {
    severity: "warning",
    found: {
      en: "What each person or case has of its own at {places} counts as its mean, so their luck is in no figure",
      sv: "Det som varje person eller fall har för egen del vid {places} räknas som sitt medelvärde, så slumpen bland dem syns inte i någon siffra",
    },
    mend: {
      en: "Run with --chance on to draw each for itself",
      sv: "Kör med --chance on så dras var och en för sig",
    },
  },
  memoryBudget: {
    severity: "error",
    found: {
      en: "{draws} draws of {outputs} kept figures need {needed} MiB; the memory budget is {budget} MiB",
      sv: "{draws} dragningar av {outputs} sparade storheter kräver {needed} MiB; minnesgränsen är {budget} MiB",
    },
    mend: { en: "Ask for fewer draws or fewer figures", sv: "Begär färre dragningar eller färre storheter" },
  },
  workerLost: {
    severity: "error",
    found: {
      en: "A worker thread was lost {times} times on the same piece of work: {reason}",
      sv: "En arbetstråd förlorades {times} gånger på samma del av arbetet: {reason}",
    },
    mend: {
      en: "Run with --threads 1 to see the cause, or give the machine more memory",
      sv: "Kör med --threads 1 för att se orsaken, eller ge datorn mer minne",
    },
  },
  distributionRule: {
    severity: "error",
    found: {
      en: "{family} with {values} is impossible, for it must be that {rule}",
      sv: "{family} med {values} är omöjlig, för det måste vara så att {rule}",
    },
    mend: { en: "Give values for which {rule} holds", sv: "Ange värden som uppfyller {rule}" },
  },
  correlationImpossible: {
    severity: "error",
    found: {
      en: "The correlations around {pair} contradict each other: no distribution can have them all",
      sv: "Korrelationerna kring {pair} motsäger varandra: ingen fördelning kan ha alla samtidigt",
    },
    mend: {
      en: "Bring the correlation of {pair} nearer to zero, or change another one that involves them",
      sv: "För korrelationen för {pair} närmare noll, eller ändra någon annan som berör dem",
    },
  },
});
