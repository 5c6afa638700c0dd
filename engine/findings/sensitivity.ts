import { rows } from "./finding.ts";

/** Findings about what carries a result. */
export const sensitivityFindings = rows({
  sensitivityNoSpread: {
    severity: "warning",
    found: { en: "{output} is the same in all draws", sv: "{output} är lika i alla dragningar" },
    mend: {
      en: "Nothing carries what does not vary; ask about another figure, or give the assumptions a spread",
      sv: "Inget kan bära det som inte varierar; fråga om ett annat mått, eller ge antagandena en spridning",
    },
  },
  sensitivityNoBox: {
    severity: "warning",
    found: {
      en: "No values of at most {most} inputs together tell the outcomes asked about ({outcomes}) of {output} from the others",
      sv: "Inga värden hos högst {most} antaganden tillsammans skiljer de utfall det gäller ({outcomes}) för {output} från de övriga",
    },
    mend: {
      en: "Ask for more draws, or let a box restrict more inputs",
      sv: "Be om fler dragningar, eller låt en box begränsa fler antaganden",
    },
  },
  sensitivityNoTree: {
    severity: "warning",
    found: {
      en: "No question about an input tells the outcomes of {output} apart in draws that it was not made from",
      sv: "Ingen fråga om ett antagande skiljer utfallen för {output} åt i andra dragningar än dem den gjordes av",
    },
    mend: {
      en: "Ask for more draws; it may also be that inputs matter a little each, or only together",
      sv: "Be om fler dragningar; det kan också vara så att antagandena betyder lite var för sig, eller bara tillsammans",
    },
  },
  sensitivityNoBestCase: {
    severity: "warning",
    found: {
      en: "{output} has no answer where every input is at its best guess, or at its mean",
      sv: "{output} saknar svar när alla antaganden har sin bästa gissning, eller sitt medelvärde",
    },
    mend: {
      en: "Ask about a figure that has one there; see what is divided by",
      sv: "Fråga om ett mått som har ett svar där; se vad det divideras med",
    },
  },
  sensitivityNoMean: {
    severity: "warning",
    found: {
      en: "{inputs} have no mean, their tails being too heavy: the median stands for it",
      sv: "{inputs} saknar medelvärde eftersom svansarna är för tunga: medianen står för det",
    },
    mend: {
      en: "Choose another family, or set bounds",
      sv: "Välj en annan fördelning, eller sätt gränser",
    },
  },
  sensitivityRevised: {
    severity: "warning",
    found: {
      en: "What is believed has been revised by what has been observed; this method ({method}) has no answer then",
      sv: "Antagandena har reviderats efter det som har observerats; den här metoden ({method}) har då inget svar",
    },
    mend: {
      en: "Ask about the scenario without its follow-up",
      sv: "Fråga om scenariot utan uppföljningen",
    },
  },
  sensitivityNeverMet: {
    severity: "warning",
    found: { en: "{output} is met in none of the draws", sv: "{output} nås inte i någon dragning" },
    mend: {
      en: "There is nothing to tell apart; ask about the figure that it is tested on",
      sv: "Det finns inget att skilja åt; fråga om det mått som målet gäller",
    },
  },
  sensitivityAlwaysMet: {
    severity: "warning",
    found: { en: "{output} is met in all draws", sv: "{output} nås i alla dragningar" },
    mend: {
      en: "There is nothing to tell apart; ask about the figure that it is tested on",
      sv: "Det finns inget att skilja åt; fråga om det mått som målet gäller",
    },
  },
  sensitivityFewDraws: {
    severity: "warning",
    found: {
      en: "{draws} draws are too few for this method ({method}), which needs {needed}",
      sv: "{draws} dragningar är för få för den här metoden ({method}), som behöver {needed}",
    },
    mend: { en: "Ask for more draws", sv: "Be om fler dragningar" },
  },
  sensitivityFailedDraws: {
    severity: "warning",
    found: {
      en: "{failed} of {draws} draws have no answer and take no part",
      sv: "{failed} av {draws} dragningar saknar svar och deltar inte",
    },
    mend: {
      en: "See which quantity fails in the result of utfall run",
      sv: "Se i resultatet av utfall run vilken storhet som saknar svar",
    },
  },
  sensitivityCorrelated: {
    severity: "warning",
    found: {
      en: "{inputs} are correlated: shares of variance by this method ({method}) do not tell them apart",
      sv: "{inputs} samvarierar: variansandelar enligt den här metoden ({method}) skiljer dem inte åt",
    },
    mend: {
      en: "Read Shapley shares instead, which share what they have in common",
      sv: "Läs Shapleyandelarna i stället, som delar upp det gemensamma",
    },
  },
  sensitivityMovesAlong: {
    severity: "warning",
    found: {
      en: "{inputs} are correlated: a curve also shows what moves along with its assumption",
      sv: "{inputs} samvarierar: en kurva visar även det som följer med dess antagande",
    },
    mend: {
      en: "Hold the others still (method oneWay) to see the assumption alone",
      sv: "Håll de andra stilla (metoden oneWay) för att se antagandet för sig",
    },
  },
  sensitivityCollinear: {
    severity: "warning",
    found: {
      en: "In these draws one of {inputs} follows from the others, so that no regression can tell them apart",
      sv: "I de här dragningarna följer något av {inputs} av de andra, så att ingen regression kan skilja dem åt",
    },
    mend: {
      en: "Ask for more draws, or leave out what follows from the rest",
      sv: "Be om fler dragningar eller utelämna det som följer av resten",
    },
  },
  sensitivityNoAnswers: {
    severity: "warning",
    found: { en: "{output} has too few answers to say anything", sv: "{output} har för få svar för att säga något" },
    mend: {
      en: "See which quantity fails in the result of utfall run",
      sv: "Se i resultatet av utfall run vilken storhet som saknar svar",
    },
  },
  sensitivityDependenceGiven: {
    severity: "warning",
    found: {
      en: "What moves together follows from what has been seen, and is not changed here",
      sv: "Vad som samvarierar följer av det som har observerats och ändras inte här",
    },
    mend: {
      en: "Ask about the scenario without its follow-up",
      sv: "Fråga om scenariot utan uppföljningen",
    },
  },
  sensitivityCopulaKept: {
    severity: "warning",
    found: {
      en: "{pair}: one of the two has extremes in common with others (a t copula), so the pair was not tried",
      sv: "{pair}: det ena har extremvärden gemensamt med andra (en t-kopula), så paret prövades inte",
    },
    mend: {
      en: "Let the copula hold both if they may move together",
      sv: "Låt kopulan omfatta båda om de kan samvariera",
    },
  },
  sensitivityOthersFollow: {
    severity: "warning",
    found: {
      en: "{pair}: as the two move as one or as opposites, their correlations with others change by up to {most}",
      sv: "{pair}: när de två följs åt helt, eller går isär helt, ändras deras korrelationer med andra med upp till {most}",
    },
    mend: {
      en: "Two that move as one can't go with a third in different ways; read the pair together with these others",
      sv: "Två som följs åt helt kan inte samvariera olika med en tredje; läs paret tillsammans med de andra",
    },
  },
  sensitivityHeldAlone: {
    severity: "warning",
    found: {
      en: "{inputs} are correlated with others, but are moved here one at a time while the others keep their own draws",
      sv: "{inputs} samvarierar med andra, men ändras här var för sig medan de andra behåller sina egna dragningar",
    },
    mend: {
      en: "Where they would move together in practice, read what the draws themselves say (target): the others then follow",
      sv: "Där de i verkligheten följs åt, läs i stället av dragningarna själva (target): då följer de andra med",
    },
  },
  sensitivityStaysAbove: {
    severity: "warning",
    found: {
      en: "{output} stays above {threshold} over the whole range of each of these alone: {inputs}",
      sv: "{output} ligger över {threshold} inom hela spannet för vart och ett av dessa för sig: {inputs}",
    },
    mend: {
      en: "None of them can flip the answer alone; see two at a time (switchingPairs)",
      sv: "Inget av dem kan ensamt vända svaret; se på två i taget (switchingPairs)",
    },
  },
  sensitivityStaysBelow: {
    severity: "warning",
    found: {
      en: "{output} stays at or below {threshold} over the whole range of each of these alone: {inputs}",
      sv: "{output} når inte över {threshold} någonstans i spannet för vart och ett av dessa för sig: {inputs}",
    },
    mend: {
      en: "None of them can flip the answer alone; see two at a time (switchingPairs)",
      sv: "Inget av dem kan ensamt vända svaret; se på två i taget (switchingPairs)",
    },
  },
  sensitivityInputIdle: {
    severity: "error",
    found: {
      en: "{input} is certain, or nothing that is asked about depends on it",
      sv: "{input} är säkert, eller så beror inget av det som frågan gäller på det",
    },
    mend: {
      en: "Name assumptions that are uncertain and matter; --method correlations lists them",
      sv: "Ange antaganden som är osäkra och spelar roll; --method correlations räknar upp dem",
    },
  },
  sensitivityNoPair: {
    severity: "warning",
    found: {
      en: "There are fewer than two uncertain assumptions that {output} goes together with",
      sv: "Det finns färre än två osäkra antaganden som {output} följer med",
    },
    mend: {
      en: "Name two (--inputs), or look at one at a time",
      sv: "Ange två (--inputs), eller se på ett i taget",
    },
  },
  sensitivityRatio: {
    severity: "error",
    found: {
      en: "{output} is a ratio, and what moves a ratio cannot be added up or told apart input by input: where the divisor comes near zero a few draws decide everything",
      sv: "{output} är en kvot, och vad som ändrar en kvot kan inte läggas ihop eller skiljas åt antagande för antagande: där nämnaren kommer nära noll avgör några få dragningar allt",
    },
    mend: {
      en: "Ask about the net value ({instead}), which decides the same question, or about a criterion",
      sv: "Fråga om nettovärdet ({instead}), som avgör samma fråga, eller om ett mål",
    },
  },
  sensitivityDecisionStands: {
    severity: "warning",
    found: {
      en: "The verdict on {output} is the same in all {of} alternatives",
      sv: "Bedömningen av {output} är densamma i alla {of} alternativ",
    },
    mend: {
      en: "No choice among these matters for the decision; see what the alternatives leave out",
      sv: "Inget av dessa val spelar roll för beslutet; se efter vad alternativen inte täcker",
    },
  },
  sensitivityDecisionChanges: {
    severity: "warning",
    found: {
      en: "The verdict on {output} changes in {count} of {of} alternatives: {names}",
      sv: "Bedömningen av {output} ändras i {count} av {of} alternativ: {names}",
    },
    mend: {
      en: "Say in the decision which of them is meant, and why",
      sv: "Säg i beslutet vilket av dem som avses, och varför",
    },
  },
  sensitivityAlternativeLeftOut: {
    severity: "warning",
    found: {
      en: "The alternative {name} does not hold together in this scenario and was left out",
      sv: "Alternativet {name} går inte ihop i det här scenariot och har utelämnats",
    },
    mend: {
      en: "Write it as an option of the scenario to see what is missing",
      sv: "Skriv det som ett alternativ (options) i scenariot för att se vad som saknas",
    },
  },
});
