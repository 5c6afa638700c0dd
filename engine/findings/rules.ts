/**
 * Rules on numbers, in words: what must be so, as it follows on "that". The rules themselves are symbols that both languages share
 * (`low < high`); those that symbols alone leave unclear have a row here.
 */
export const ruleWords: Readonly<Record<string, { readonly en: string; readonly sv: string }>> = {
  "low < high": { en: "the lower end lies below the upper one", sv: "den undre änden ligger under den övre" },
  "low < best < high": { en: "the best guess lies between the ends", sv: "den bästa gissningen ligger mellan ändarna" },
  "low ≤ best ≤ high": { en: "the best guess lies between the ends", sv: "den bästa gissningen ligger mellan ändarna" },
  "low < mean < high": { en: "the mean lies between the ends", sv: "medelvärdet ligger mellan ändarna" },
  "low < estimate < high": { en: "the estimate lies in its interval", sv: "skattningen ligger i sitt intervall" },
  "low < values < high": { en: "all values lie between the ends", sv: "alla värden ligger mellan ändarna" },
  "0 < level < 1": { en: "a level lies between 0 and 100 %", sv: "en nivå ligger mellan 0 och 100 %" },
  "0 ≤ count ≤ of": { en: "no more are counted than there are", sv: "inte fler har räknats än det finns" },
  "sd² < mean·(1 − mean)": {
    en: "a share with that mean can have that spread",
    sv: "en andel med det medelvärdet kan ha den spridningen",
  },
  "sd² < (mean − low)·(high − mean)": {
    en: "the spread has room between the ends",
    sv: "spridningen ryms mellan ändarna",
  },
  "sd² > mean": { en: "it varies more than by luck alone", sv: "det varierar mer än av ren slump" },
  "P(low ≤ x ≤ high) = level": {
    en: "such a distribution can be that wide",
    sv: "en sådan fördelning kan vara så bred",
  },
  "level₁ < level₂ < …": { en: "each level is stated once", sv: "varje nivå anges en gång" },
  "value₁ < value₂ < …": { en: "a higher level has a higher value", sv: "en högre nivå har ett högre värde" },
  "x₁ < x₂": { en: "a higher level has a higher value", sv: "en högre nivå har ett högre värde" },
  "n(values) = n(levels) ≥ 2": { en: "there are two quantiles or more", sv: "det finns minst två kvantiler" },
  "quantiles ≥ 2": { en: "there are two quantiles or more", sv: "det finns minst två kvantiler" },
  "level₁ = 0 %": { en: "the first level is 0 %", sv: "den första nivån är 0 %" },
  "last level = 100 %": { en: "the last level is 100 %", sv: "den sista nivån är 100 %" },
  "density > 0": {
    en: "one smooth curve rises through all the quantiles",
    sv: "en mjuk kurva kan stiga genom alla kvantilerna",
  },
  "terms ≤ n(values)": { en: "there are no more terms than quantiles", sv: "det inte finns fler termer än kvantiler" },
  "edge₁ < edge₂ < …": { en: "the edges rise", sv: "fackens gränser stiger" },
  "n(edges) = n(chips) + 1 ≥ 2": {
    en: "there is one edge more than there are bins with chips",
    sv: "det finns en gräns mer än det finns fack med marker",
  },
  "Σ chips > 0": { en: "some chip is laid", sv: "någon marker är utlagd" },
  "chips ≥ 0": { en: "no bin has fewer chips than none", sv: "inget fack har färre marker än noll" },
  "Σ weights > 0": { en: "some weight is above zero", sv: "någon vikt är över noll" },
  "Σ weight > 0": { en: "some weight is above zero", sv: "någon vikt är över noll" },
  "weights > 0": { en: "every weight is above zero", sv: "varje vikt är över noll" },
  "weights ≥ 0": { en: "no weight is below zero", sv: "ingen vikt är under noll" },
  "n(weights) = n(values)": { en: "there is one weight for each value", sv: "det finns en vikt för varje värde" },
  "n(weights) = n(parts)": { en: "there is one weight for each part", sv: "det finns en vikt för varje del" },
  "n(weights) = n(experts)": { en: "there is one weight for each expert", sv: "det finns en vikt för varje expert" },
  "parts continuous | parts discrete": {
    en: "all parts vary without steps, or all of them in steps",
    sv: "alla delar varierar steglöst, eller alla i steg",
  },
  "experts continuous": {
    en: "what the experts say varies without steps",
    sv: "det som experterna anger varierar steglöst",
  },
  "studies ≥ 2": { en: "there are two studies or more", sv: "det finns minst två studier" },
  "se > 0": { en: "the standard error is above zero", sv: "medelfelet är över noll" },
  "n ≥ 3": { en: "there are three observations or more", sv: "det finns minst tre observationer" },
  "max > min": { en: "the observations are not all the same", sv: "observationerna inte är likadana allihop" },
  "0 < x < ∞": { en: "all values are above zero", sv: "alla värden är över noll" },
  "0 < x < 1": { en: "all values lie between 0 and 100 %", sv: "alla värden ligger mellan 0 och 100 %" },
  "0 < x < 1, sd > min(mean, 1 − mean)/200": {
    en: "all observations lie between 0 and 100 %, and differ",
    sv: "alla observationer ligger mellan 0 och 100 %, och skiljer sig åt",
  },
  "prior > 0": { en: "both weights of the prior are above zero", sv: "båda förhandsvikterna är över noll" },
  "of > 0": { en: "somebody was counted", sv: "någon har räknats" },
};
