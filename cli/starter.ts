import type { Language } from "../engine/issues.ts";

/** A small whole scenario with comments, for `utfall init`: it passes the check and runs as it stands. */
export const starter: Readonly<Record<Language, string>> = {
  en: `# Editors complete and check this file when they find the schema: utfall schema > scenario.schema.json
# yaml-language-server: $schema=./scenario.schema.json
format: utfall-scenario/1
id: my-programme                   # names the programme: its random numbers hang on it
version: 1
language: en
status: first draft
title: Mentors for young people without work or studies
summary: >-
  A mentor supports young people who neither work nor study, so that more of them find their way
  to work or education and fewer need social assistance.
decision:
  question: Shall the programme run for three years?
  without: Ordinary support goes on as today

sources:
  ours: Our own assumption, to be replaced by local figures
defaults: { source: ours, evidence: assumption }

currency: SEK
priceYear: 2025                    # all money below is at the prices of this year
programme: { years: 3 }            # years 0, 1 and 2
horizon: 10 years                  # how far ahead effects are counted: years 0 to 9
discounting: 3.5 %/year            # year 0 is not discounted
perspective: municipality          # whose result stands first

actors:
  municipality: The municipality
  state: The state

# --- Who ---------------------------------------------------------------------------------------
# An uncertain number says what is known: the lowest and highest that can be thought of, and the best guess.

target:
  title: Young people without work or studies
  size: { low: 45, best: 60, high: 70, unit: people/year }   # new ones each year

funnel:                            # shares that follow on each other
  reached:  { low: 70 %, best: 80 %, high: 90 % }
  accepted: { low: 55 %, best: 70 %, high: 80 % }
  dropout:  { low: 10 %, best: 20 %, high: 35 % }             # of those who started

# --- What changes ------------------------------------------------------------------------------

outcomes:
  stillOutside:
    title: Still without work or studies after a year
    better: lower
    baseline: { low: 35 %, best: 45 %, high: 55 % }           # without the programme
    effect:
      relativeReduction: { mean: 20 %, sd: 8 %, min: 0 %, max: 80 % }   # min below 0 if it may do harm
      measuredOn: completed        # the effect is that of those who completed
    starts: 1 year
    lasts: to horizon
    keeps: { low: 70 %, best: 80 %, high: 90 %, unit: share/year }   # of the effect, from year to year

consequences:                      # what each avoided case means in money, and for whom
  assistance:
    title: Social assistance
    of: stillOutside
    amount: { as: gamma, mean: 95 000, sd: 20 000, unit: kr/case/year }
    gains: municipality
    cashable: 80 %                 # of this, what a budget can be lowered by
  activitySupport:
    title: Activity support
    of: stillOutside
    share: { low: 20 %, best: 35 %, high: 50 % }              # of the cases
    amount: { as: gamma, mean: 110 000, sd: 25 000, unit: kr/case/year }
    gains: state

notCounted:
  - Higher earnings and better health of the young people

# --- What it costs -----------------------------------------------------------------------------

costs:
  mentors:
    title: Mentors
    post: { salary: { low: 36 000, best: 38 000, high: 40 000, unit: kr/month }, charges: 43 % }
    number: 1                      # posts
    paidBy: municipality
  activities:
    title: Activities
    amount: { low: 1 500, best: 2 500, high: 4 000, unit: kr/person }
    per: enrolled
    paidBy: municipality

# --- What counts as success, agreed before the start -------------------------------------------
# Try: utfall run FILE --require paysBack=60%

criteria:
  paysBack:
    title: The municipality gets its money back
    test: returnPerKrona.municipality >= 1
  fewer:
    title: At least five fewer remain without work or studies
    test: cases.stillOutside >= 5 cases
success: { all: [paysBack, fewer] }
`,
  sv: `# Redigeraren hjälper till och kontrollerar filen om den hittar schemat: utfall schema > scenario.schema.json
# yaml-language-server: $schema=./scenario.schema.json
format: utfall-scenario/1
id: min-satsning                   # satsningens namn: slumptalen hänger på det
version: 1
language: sv
status: första utkast
title: Mentorer för unga utan arbete eller studier
summary: >-
  En mentor stöttar unga som varken arbetar eller studerar, så att fler hittar vägen till jobb
  eller utbildning och färre behöver försörjningsstöd.
decision:
  question: Ska satsningen genomföras i tre år?
  without: Det vanliga stödet fortsätter som i dag

sources:
  ours: Vår egen bedömning, som ska ersättas med lokala uppgifter
defaults: { source: ours, evidence: assumption }

currency: SEK
priceYear: 2025                    # alla belopp nedan är i detta års prisnivå
programme: { years: 3 }            # år 0, 1 och 2
horizon: 10 years                  # så långt fram räknas effekter: år 0 till 9
discounting: 3.5 %/year            # år 0 diskonteras inte
perspective: municipality          # vems resultat som visas först

actors:
  municipality: Kommunen
  state: Staten

# --- Vilka -------------------------------------------------------------------------------------
# Ett osäkert tal säger vad man vet: lägsta och högsta tänkbara värde, och den bästa gissningen.
# Nyckelorden är engelska och decimaltecknet är punkt; alla texter får vara på svenska.

target:
  title: Unga utan arbete eller studier
  size: { low: 45, best: 60, high: 70, unit: people/year }   # nya varje år

funnel:                            # andelar som följer på varandra
  reached:  { low: 70 %, best: 80 %, high: 90 % }             # nådda
  accepted: { low: 55 %, best: 70 %, high: 80 % }             # tackar ja
  dropout:  { low: 10 %, best: 20 %, high: 35 % }             # avhopp, av dem som börjat

# --- Vad som förändras -------------------------------------------------------------------------

outcomes:
  stillOutside:
    title: Fortfarande utan arbete eller studier efter ett år
    better: lower
    baseline: { low: 35 %, best: 45 %, high: 55 % }           # utan satsningen
    effect:
      relativeReduction: { mean: 20 %, sd: 8 %, min: 0 %, max: 80 % }   # min under 0 om den kan skada
      measuredOn: completed        # effekten gäller dem som fullföljt
    starts: 1 year
    lasts: to horizon
    keeps: { low: 70 %, best: 80 %, high: 90 %, unit: share/year }   # så mycket av effekten finns kvar från år till år

consequences:                      # vad varje undvikbart fall betyder i pengar, och för vem
  assistance:
    title: Försörjningsstöd
    of: stillOutside
    amount: { as: gamma, mean: 95 000, sd: 20 000, unit: kr/case/year }
    gains: municipality
    cashable: 80 %                 # så mycket av detta kan en budget sänkas med
  activitySupport:
    title: Aktivitetsstöd
    of: stillOutside
    share: { low: 20 %, best: 35 %, high: 50 % }              # av fallen
    amount: { as: gamma, mean: 110 000, sd: 25 000, unit: kr/case/year }
    gains: state

notCounted:
  - Högre inkomster och bättre hälsa för de unga

# --- Vad det kostar ----------------------------------------------------------------------------

costs:
  mentors:
    title: Mentorer
    post: { salary: { low: 36 000, best: 38 000, high: 40 000, unit: kr/month }, charges: 43 % }   # med PO-pålägg
    number: 1                      # tjänster
    paidBy: municipality
  activities:
    title: Aktiviteter
    amount: { low: 1 500, best: 2 500, high: 4 000, unit: kr/person }
    per: enrolled                  # för var och en som börjar
    paidBy: municipality

# --- Vad som räknas som framgång, bestämt före starten -----------------------------------------
# Prova: utfall run FIL --require paysBack=60%

criteria:
  paysBack:
    title: Kommunen får igen sina pengar
    test: returnPerKrona.municipality >= 1
  fewer:
    title: Minst fem färre blir kvar utan arbete eller studier
    test: cases.stillOutside >= 5 cases
success: { all: [paysBack, fewer] }
`,
};
