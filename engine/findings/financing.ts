import { rows } from "./finding.ts";

/** Findings about what moves money between actors: repayment, shares of the result, a fund, contracts. */
export const financingFindings = rows({
  sharesByActorExpected: {
    severity: "error",
    found: { en: "{key} is no map of shares by actor", sv: "{key} anger inte andelar per aktör" },
    mend: {
      en: "Write the actors with their shares: { fund: 70 %, education: 30 % }",
      sv: "Skriv aktörerna med sina andelar: { fund: 70 %, education: 30 % }",
    },
  },
  repayersExpected: {
    severity: "error",
    found: { en: "It is unclear who repays", sv: "Det är oklart vem som återför" },
    mend: {
      en: "Write one actor, several ([education, social]), or each with its share ({ education: 50 %, social: 100 % })",
      sv: "Skriv en aktör, flera ([education, social]) eller var och en med sin andel ({ education: 50 %, social: 100 % })",
    },
  },
  financingEmpty: {
    severity: "error",
    found: { en: "financing says nothing", sv: "Avsnittet financing är tomt" },
    mend: {
      en: "Add repayment, lossShare, resultShare, fund or contracts, or leave the section out",
      sv: "Lägg till repayment, lossShare, resultShare, fund eller contracts, eller ta bort avsnittet",
    },
  },
  resultSharedTwice: {
    severity: "error",
    found: {
      en: "The result is shared twice: by lossShare and by resultShare",
      sv: "Resultatet delas två gånger: med lossShare och med resultShare",
    },
    mend: {
      en: "Keep lossShare if only a loss is shared, resultShare if a gain is as well",
      sv: "Behåll lossShare om bara en förlust delas, resultShare om även en vinst delas",
    },
  },
  repaysItself: {
    severity: "error",
    found: { en: "{name} repays itself", sv: "{name} återför till sig själv" },
    mend: { en: "Let others repay, or name another receiver", sv: "Låt andra återföra, eller ange en annan mottagare" },
  },
  repayerGainsNothing: {
    severity: "warning",
    found: {
      en: "{name} is to pay by what it gains ({base}), but no consequence gives it any of that",
      sv: "{name} ska betala av det som vinns ({base}), men ingen konsekvens ger något sådant",
    },
    mend: {
      en: "Add cashable: to a consequence that {name} gains by, choose another of:, or take {name} away",
      sv: "Lägg till cashable: på en konsekvens som {name} vinner på, välj ett annat of: eller ta bort {name}",
    },
  },
  listBeyondHorizon: {
    severity: "error",
    found: {
      en: "The list has more values than the {years} years of the horizon",
      sv: "Listan har fler värden än tidshorisontens {years} år",
    },
    mend: {
      en: "Give at most one value per year of the horizon; the last one holds afterwards",
      sv: "Ange högst ett värde per år av tidshorisonten; det sista gäller därefter",
    },
  },
  contractOf: {
    severity: "error",
    found: {
      en: "{name} is no outcome that a contract can pay for",
      sv: "{name} är inget utfall som ett kontrakt kan ersätta",
    },
    mend: {
      en: "Nearest known: {nearest}. Besides the outcomes: cashable, benefit or net, what the payer gains",
      sv: "Närmaste kända: {nearest}. Utöver utfallen: cashable, benefit eller net, det som betalaren vinner",
    },
  },
  contractWays: {
    severity: "error",
    found: {
      en: "It is unclear what the contract pays",
      sv: "Det är oklart vad kontraktet betalar",
    },
    mend: {
      en: "For an outcome write per: case (or point) with amount or tiers; for what the payer gains only a share, with shareBefore, shareAfter, cap and guarantee",
      sv: "För ett utfall: skriv per: case (eller point) med amount eller tiers; för det som betalaren vinner bara en andel (share), med shareBefore, shareAfter, cap och guarantee",
    },
  },
  contractThresholds: {
    severity: "error",
    found: {
      en: "The contract has several thresholds that say different things",
      sv: "Kontraktet har flera trösklar som säger olika saker",
    },
    mend: {
      en: "Keep one of from, tiers (each with its own from) and cohorts; tiers and cohorts may stand together",
      sv: "Behåll en av from, tiers (var och en med sitt from) och cohorts; tiers och cohorts får stå tillsammans",
    },
  },
  contractUnmeasured: {
    severity: "error",
    found: {
      en: "The contract pays by what a follow-up of {name} sees, but nothing says how it is measured",
      sv: "Kontraktet betalar efter vad en uppföljning av {name} visar, men det står inte hur utfallet mäts",
    },
    mend: {
      en: "Add measurement: to the outcome, or leave measured out",
      sv: "Lägg till measurement: på utfallet, eller ta bort measured",
    },
  },
  tiersOrder: {
    severity: "error",
    found: { en: "The tiers are not in rising order", sv: "Nivåerna står inte i stigande ordning" },
    mend: {
      en: "Write them by their from, the lowest first; the highest one reached holds for the whole",
      sv: "Skriv dem efter sitt from, den lägsta först; den högsta som nås gäller för alltihop",
    },
  },
  pointUnit: {
    severity: "error",
    found: {
      en: "{written} does not say that it is per percentage point",
      sv: "{written} säger inte att det är per procentenhet",
    },
    mend: { en: "Write for example 50 tkr/pp", sv: "Skriv till exempel 50 tkr/pp" },
  },
  contractCost: {
    severity: "error",
    found: {
      en: "There is no cost called {name} to invest in",
      sv: "Det finns ingen kostnad som heter {name} att investera i",
    },
    mend: { en: "Nearest known: {nearest}", sv: "Närmaste kända: {nearest}" },
  },
  investedOver: {
    severity: "error",
    found: { en: "{sum} of the cost {name} is invested", sv: "{sum} av kostnaden {name} investeras" },
    mend: {
      en: "Of all contracts together at most 100 % of a cost",
      sv: "Låt alla kontrakt tillsammans investera högst 100 % av en kostnad",
    },
  },
  contractSelf: {
    severity: "error",
    found: { en: "{name} is both financier and payer", sv: "{name} är både finansiär och betalare" },
    mend: { en: "A contract has two parties: name another one", sv: "Ett kontrakt har två parter: ange en annan" },
  },
  providerMissing: {
    severity: "error",
    found: {
      en: "A part is paid to the provider, but the contract names none",
      sv: "En del betalas till utföraren, men kontraktet anger ingen",
    },
    mend: { en: "Add provider: with an actor", sv: "Lägg till provider: med en aktör" },
  },
});
