/** Letters to insert, remove, replace or swap with their neighbour to get from one word to the other (Damerau 1964). */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    before = row;
    row = next;
  }
  return row[to.length];
}

/** Names that are looked at: a file of a person has fewer, and a file made to keep us busy gets no further. */
const mostCandidates = 300;

/** What a Swedish writer may take for a key, and the keys it can stand for: keys are English in every file. */
const fromSwedish: Readonly<Record<string, readonly string[]>> = {
  avhopp: ["dropout"],
  aktörer: ["actors"],
  antaganden: ["quantities"],
  antal: ["number", "size", "count"],
  andel: ["share"],
  av: ["of"],
  beroenden: ["dependence"],
  beslut: ["decision"],
  belopp: ["amount"],
  betalas: ["paidBy"],
  bäst: ["best"],
  delar: ["parts"],
  diskontering: ["discounting"],
  diskonteringsränta: ["discounting"],
  effekt: ["effect"],
  enhet: ["unit"],
  enheter: ["units"],
  formler: ["formulas"],
  framgång: ["success"],
  fullföljt: ["completed"],
  fördelning: ["as"],
  hög: ["high"],
  högst: ["high", "max"],
  högre: ["higher"],
  konsekvenser: ["consequences"],
  kostnad: ["costs", "amount"],
  kostnader: ["costs"],
  kriterier: ["criteria"],
  källa: ["source"],
  källor: ["sources"],
  lön: ["salary"],
  låg: ["low"],
  lägst: ["low", "min"],
  lägre: ["lower"],
  medel: ["mean"],
  medelvärde: ["mean"],
  mål: ["criteria"],
  målgrupp: ["target"],
  namn: ["title", "id"],
  nådda: ["reached"],
  nämnder: ["actors", "parts"],
  prisår: ["priceYear"],
  rubrik: ["title"],
  sammanfattning: ["summary"],
  satsning: ["programme"],
  segment: ["segments"],
  språk: ["language"],
  standardavvikelse: ["sd"],
  start: ["starts"],
  startar: ["starts"],
  storlek: ["size"],
  tackatja: ["accepted"],
  titel: ["title"],
  tjänst: ["post"],
  troligast: ["best"],
  utfall: ["outcomes"],
  utgångsläge: ["baseline"],
  varar: ["lasts"],
  villkor: ["test"],
  värde: ["value"],
  år: ["years", "year"],
};

/** The known name most like this one, or undefined where none is near enough to be a slip of the pen. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(2, Math.floor(name.length / 3)) + 1;
  let looked = 0;
  for (const candidate of known) {
    looked += 1;
    if (looked > mostCandidates) break;
    if (Math.abs(candidate.length - name.length) >= fewest) continue;
    const changes = distance(name.toLowerCase().slice(0, 60), candidate.toLowerCase().slice(0, 60));
    if (changes < fewest) {
      fewest = changes;
      best = candidate;
    }
  }
  return best;
}

/** What to show after "nearest known": the likeliest one, else the first few of the known. */
export function suggestion(name: string, known: Iterable<string>): string {
  const all = [...known];
  const word = name.toLowerCase();
  const translated = Object.hasOwn(fromSwedish, word) ? fromSwedish[word].find((key) => all.includes(key)) : undefined;
  if (translated !== undefined) return translated;
  const near = nearestName(name, all);
  if (near !== undefined) return near;
  if (all.length === 0) return "–";
  return all.length > 12 ? `${all.slice(0, 12).join(", ")} …` : all.join(", ");
}
