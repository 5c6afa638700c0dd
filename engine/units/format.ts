import { isPlain, type Unit } from "./unit.ts";

interface Forms {
  readonly one: string;
  readonly many: string;
}

const forms: Readonly<Record<"en" | "sv", Readonly<Record<string, Forms>>>> = {
  en: {
    people: { one: "person", many: "people" },
    case: { one: "case", many: "cases" },
    post: { one: "post", many: "posts" },
    group: { one: "group", many: "groups" },
    hour: { one: "hour", many: "hours" },
    year: { one: "year", many: "years" },
  },
  sv: {
    people: { one: "person", many: "personer" },
    case: { one: "fall", many: "fall" },
    post: { one: "tjänst", many: "tjänster" },
    group: { one: "grupp", many: "grupper" },
    hour: { one: "timme", many: "timmar" },
    year: { one: "år", many: "år" },
  },
};

const order = ["people", "case", "post", "group", "hour"];
/** Money first, counting words next, time last: kr/visit/year. */
function rank(name: string): number {
  if (name === "year") return 100;
  const known = order.indexOf(name);
  if (known >= 0) return 10 + known;
  return name === "kr" || /^[A-Z]{3}$/.test(name) ? 0 : 50;
}

/**
 * A unit in words, `kr/case/year` or `kr/fall/år`; a plain number is a `share` (`andel`).
 * The English text is what a file may say, and reads back as the same unit.
 */
export function formatUnit(unit: Unit, language: "en" | "sv" = "en"): string {
  const share = language === "en" ? "share" : "andel";
  if (isPlain(unit)) return share;
  const names = Object.keys(unit).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const above: string[] = [];
  const below: string[] = [];
  for (const name of names) {
    const own = forms[language][name];
    const exponent = unit[name];
    for (let i = 0; i < Math.abs(exponent); i++) {
      if (exponent < 0) below.push(own?.one ?? name);
      else above.push((above.length === 0 ? own?.many : own?.one) ?? name);
    }
  }
  return [above.length > 0 ? above.join("*") : share, ...below].join("/");
}
