import type { ComparisonDesign } from "../../engine/evidence/designs.ts";
import type { AssumptionAbout, Text } from "../../engine/result/about.ts";
import { tierId } from "../financing.ts";
import type { ScenarioContent } from "../schema/index.ts";
import { designNames } from "./designNames.ts";
import { titleOfRiskPlace } from "./risks.ts";
import { both, joined, titleOfId } from "./texts.ts";

const kinds: Readonly<Record<string, Text>> = {
  outcomes: both("Outcome", "Utfall"),
  consequences: both("Consequence", "Konsekvens"),
  costs: both("Cost", "Kostnad"),
  formulas: both("Formula", "Formel"),
  comparators: both("Other programme", "Annan satsning"),
  stopRules: both("Rule at a look", "Kriterium vid avstämning"),
};

const keys: Readonly<Record<string, Text>> = {
  "target.size": both("Target group: size", "Målgrupp: antal"),
  discounting: both("Discount rate", "Diskonteringsränta"),
  "taxation.costPerKrona": both(
    "Cost of taxation: per krona of net public spending",
    "Kostnad för skattefinansiering: per krona offentlig nettoutgift",
  ),
  "target.planned": both("Target group: planned number", "Målgrupp: planerat antal"),
  "target.stock.start": both("Target group: people at the start", "Målgrupp: antal från början"),
  "target.stock.inflow": both("Target group: new people", "Målgrupp: inflöde"),
  "target.stock.leaves.death": both("Target group: share that dies in a year", "Målgrupp: andel som avlider per år"),
  "target.stock.leaves.moved": both(
    "Target group: share that moves away in a year",
    "Målgrupp: andel som flyttar per år",
  ),
  "weights.median": both("Distributional weights: median income", "Fördelningsvikter: medianinkomst"),
  "weights.elasticity": both(
    "Distributional weights: elasticity of marginal utility of income",
    "Fördelningsvikter: inkomstens gränsnyttoelasticitet",
  ),
  "budget.inflation": both("Budget: inflation", "Budget: inflation"),
  "funnel.reached": both("Reach: reached of the target group", "Räckvidd: nådda av målgruppen"),
  "funnel.accepted": both("Reach: accepted of the reached", "Räckvidd: tackat ja av de nådda"),
  "funnel.dropout": both("Reach: dropouts of those who started", "Räckvidd: avhopp bland dem som börjat"),
  "funnel.dropouts.effectKept": both(
    "Dropouts: share of the effect they keep",
    "Avhopp: andel av effekten som finns kvar",
  ),
  "funnel.dropouts.costKept": both(
    "Dropouts: share of the cost that arises",
    "Avhopp: andel av kostnaden som ändå uppstår",
  ),
  "funnel.dropouts.costOver": both(
    "Dropouts: time over which the cost of a person arises",
    "Avhopp: tid som kostnaden per person fördelas på",
  ),
  "funnel.dropouts.dose.threshold": both(
    "Dropouts: time that gives the whole effect",
    "Avhopp: tid som ger hela effekten",
  ),
  "funnel.dropouts.dose.from": both("Dropouts: time that gives no effect", "Avhopp: tid som inte ger någon effekt"),
  "funnel.dropouts.dose.full": both("Dropouts: time to the whole effect", "Avhopp: tid till full effekt"),
  "funnel.dropouts.harmed": both("Dropouts: share that is harmed", "Avhopp: andel som försämras"),
  "funnel.harmed": both("Reach: harmed of those who started", "Räckvidd: försämrade bland dem som börjat"),
  "funnel.capacity.places": both("Capacity: places", "Kapacitet: platser"),
  "funnel.capacity.posts": both("Capacity: posts", "Kapacitet: tjänster"),
  "funnel.capacity.perPost": both("Capacity: people per post", "Kapacitet: personer per tjänst"),
  "outcomes.baseline": both("level at the start", "utgångsläge"),
  "outcomes.among": both("people it concerns", "antal berörda"),
  "outcomes.effect": both("effect", "effekt"),
  "outcomes.effect.relativeReduction": both("relative reduction", "relativ minskning"),
  "outcomes.effect.points": both("change", "förändring"),
  "outcomes.effect.changes.participants": both("change among participants", "förändring bland deltagarna"),
  "outcomes.effect.changes.comparison": both("change in the comparison group", "förändring i jämförelsegruppen"),
  "outcomes.effect.shares.participants": both("level among participants", "nivå bland deltagarna"),
  "outcomes.effect.shares.comparison": both("level in the comparison group", "nivå i jämförelsegruppen"),
  "outcomes.effect.difference": both("difference from the comparison group", "skillnad mot jämförelsegruppen"),
  "outcomes.effect.difference.participants": both("change among participants", "förändring bland deltagarna"),
  "outcomes.effect.difference.comparison": both("change in the comparison group", "förändring i jämförelsegruppen"),
  "outcomes.effect.postponedBy": both("postponed by", "skjuts upp med"),
  "outcomes.effect.relativeRisk": both("relative risk", "relativ risk"),
  "outcomes.effect.oddsRatio": both("odds ratio", "oddskvot"),
  "outcomes.effect.hazardRatio": both("hazard ratio", "hazardkvot"),
  "outcomes.effect.smd": both("standardised mean difference", "standardiserad medelvärdesskillnad"),
  "outcomes.effect.adjust.factor": both(
    "share of the effect kept, for how it was compared",
    "andel av effekten som räknas, för hur den jämfördes",
  ),
  "outcomes.effect.adjust.extraSd": both(
    "further uncertainty, for how it was compared",
    "ytterligare osäkerhet, för hur den jämfördes",
  ),
  "outcomes.effect.buildUp": both("build-up to the full effect", "uppbyggnad till full effekt"),
  "outcomes.uncertaintyGrows": both(
    "relative uncertainty that grows each year",
    "relativ osäkerhet som växer för varje år",
  ),
  "outcomes.deductions.deadweight": both("deadweight", "dödvikt"),
  "outcomes.deductions.attribution": both("attribution: share due to others", "andras bidrag"),
  "outcomes.deductions.displacement": both("displacement", "undanträngning"),
  "outcomes.deductions.dropOff": both("drop-off from year to year", "avklingning från år till år"),
  "outcomes.measurement.sd": both(
    "error of a year's follow-up of the change (standard deviation)",
    "mätfel i ett års uppföljning av förändringen (standardavvikelse)",
  ),
  "outcomes.measurement.participants": both("participants who are followed up", "deltagare som följs upp"),
  "outcomes.measurement.comparison": both(
    "people in the comparison group who are followed up",
    "personer i jämförelsegruppen som följs upp",
  ),
  "outcomes.measurement.sdBetweenPeople": both(
    "standard deviation between people",
    "standardavvikelse mellan personer",
  ),
  "stopRules.notice": both("from the look until it takes effect", "från avstämning till dess att det verkställs"),
  "stopRules.windDownCost.amount": both("cost of winding down", "avvecklingskostnad"),
  "stopRules.windDownCost.paidBy": both(
    "share of the cost of winding down paid by",
    "andel av avvecklingskostnaden som betalas av",
  ),
  "outcomes.fidelity": both("fidelity", "programtrohet"),
  "outcomes.learning": both("gained by learning, by cohort", "vinst av lärande, per årskull"),
  "outcomes.learning.perCohort": both("gained by learning for each cohort", "vinst av lärande för varje årskull"),
  "outcomes.learning.most": both("gained by learning at most", "vinst av lärande som mest"),
  "outcomes.harm.points": both("change for the worse of whoever is harmed", "försämring för den som försämras"),
  "outcomes.harm.relative": both(
    "change for the worse of whoever is harmed, of the level at the start",
    "försämring för den som försämras, av utgångsläget",
  ),
  "consequences.share": both("share of the cases", "andel av fallen"),
  "consequences.amount": both("unit cost", "enhetskostnad"),
  "comparators.costPer": both("cost per unit of effect", "kostnad per effektenhet"),
  "consequences.number": both("events or days of each case", "händelser eller dagar per fall"),
  "consequences.cashable.share": both("share that is cashable", "andel som är hemtagbar"),
  "consequences.cashable.inStepsOf": both("cashable in steps of", "hemtagbart i steg om"),
  "consequences.cashable.delay": both("cashable after", "hemtagbart efter"),
  "consequences.gains": both("share gained by", "andel som tillfaller"),
  "consequences.loses": both("share lost by", "andel som förloras av"),
  "equalFunding.share": both(
    "equal funding, share of the pupils who go to independent schools",
    "lika villkor, andel av eleverna som går i fristående skolor",
  ),
  "equalFunding.markup": both(
    "equal funding, on top of the grant per pupil",
    "lika villkor, påslag på bidraget per elev",
  ),
  "costs.amount": both("amount", "belopp"),
  "costs.number": both("number", "antal"),
  "costs.post.salary": both("salary", "lön"),
  "costs.post.charges": both("wage on-cost", "PO-pålägg"),
  "costs.post.overhead": both("overhead", "omkostnader"),
  "costs.rampUp": both("share of the full amount by programme year", "andel av fullt belopp per programår"),
  "costs.fullAfter": both("full after", "full efter"),
  "costs.paidBy": both("share paid by", "andel som betalas av"),
  "optimism.cost": both(
    "Allowance for optimism: costs are higher by",
    "Justering för optimism: kostnaderna blir högre med",
  ),
  "optimism.benefit": both(
    "Allowance for optimism: benefits are lower by",
    "Justering för optimism: nyttan blir lägre med",
  ),
  "optimism.delay": both(
    "Allowance for optimism: benefits come later by",
    "Justering för optimism: nyttan kommer senare med",
  ),
  "optimism.mitigated": both(
    "Allowance for optimism: share dealt with",
    "Justering för optimism: andel som har åtgärdats",
  ),
  "optimism.mitigated.cost": both(
    "Allowance for optimism: share dealt with, costs",
    "Justering för optimism: andel som har åtgärdats, kostnader",
  ),
  "optimism.mitigated.benefit": both(
    "Allowance for optimism: share dealt with, benefits",
    "Justering för optimism: andel som har åtgärdats, nytta",
  ),
  "optimism.mitigated.delay": both(
    "Allowance for optimism: share dealt with, time",
    "Justering för optimism: andel som har åtgärdats, tid",
  ),
  "implementation.target": both("Ordinary operation: target group", "Ordinarie verksamhet: målgrupp"),
  "implementation.amount": both("Ordinary operation: cost a year", "Ordinarie verksamhet: kostnad per år"),
  "implementation.posts": both("Ordinary operation: posts", "Ordinarie verksamhet: tjänster"),
  "implementation.post.salary": both("Ordinary operation: salary", "Ordinarie verksamhet: lön"),
  "implementation.post.charges": both("Ordinary operation: wage on-cost", "Ordinarie verksamhet: PO-pålägg"),
  "implementation.post.overhead": both("Ordinary operation: overhead", "Ordinarie verksamhet: omkostnader"),
  "implementation.premises": both("Ordinary operation: premises", "Ordinarie verksamhet: lokaler"),
  "implementation.drift": both(
    "Ordinary operation: growth above general prices",
    "Ordinarie verksamhet: ökning utöver allmänna priser",
  ),
  "implementation.replaces.amount": both("Ordinary operation: cost released", "Ordinarie verksamhet: frigjord kostnad"),
  "implementation.room": both("Ordinary operation: room in the frame", "Ordinarie verksamhet: utrymme i ramen"),
  "implementation.oneOff": both("Ordinary operation: once", "Ordinarie verksamhet: en gång"),
  "implementation.stages": both("Ordinary operation: share of full scale", "Ordinarie verksamhet: andel av full skala"),
  "implementation.paidBy": both("Ordinary operation: share paid by", "Ordinarie verksamhet: andel som betalas av"),
  "implementation.replaces.by": both(
    "Ordinary operation: share released for",
    "Ordinarie verksamhet: andel som frigörs hos",
  ),
  "financing.repayment.share": both("Repayment: share", "Återföring: andel"),
  "financing.repayment.from": both("Repayment: share of", "Återföring: andel för"),
  "financing.repayment.until": both("Repayment: amount", "Återföring: belopp"),
  "financing.repayment.interest": both("Repayment: interest", "Återföring: ränta"),
  "financing.lossShare": both("Share of a loss", "Andel av en förlust"),
  "financing.resultShare": both("Share of the result", "Andel av resultatet"),
  "financing.fund.start": both("The fund: at the start", "Fonden: från början"),
  "financing.fund.topUps": both("The fund: top-up a year", "Fonden: påfyllning per år"),
  "financing.fund.commitments": both("The fund: drawn by others", "Fonden: andra satsningars uttag"),
  "financing.fund.least": both("The fund: least balance", "Fonden: lägsta behållning"),
  "contracts.payer": both("share paid by", "andel som betalas av"),
  "contracts.invests": both("share invested of", "andel som investeras av"),
  "contracts.pays.amount": both("payment", "ersättning"),
  "contracts.pays.share": both("share of what the payer gains", "andel av det som betalaren vinner"),
  "contracts.pays.from": both("threshold", "tröskel"),
  "contracts.pays.cohorts.each": both("threshold of each group", "tröskel för varje årskull"),
  "contracts.pays.cohorts.pooled": both("threshold of all groups together", "tröskel för alla årskullar tillsammans"),
  "contracts.pays.shareBefore": both("share paid before break-even", "andel som betalas före nollpunkten"),
  "contracts.pays.shareAfter": both("share paid after break-even", "andel som betalas efter nollpunkten"),
  "contracts.pays.cap": both("cap", "tak"),
  "contracts.pays.guarantee": both("guarantee", "garanti"),
  "contracts.pays.toProvider": both("share to the provider", "andel till utföraren"),
  "implementation.effectKept": both(
    "Ordinary operation: share of the effect that is kept",
    "Ordinarie verksamhet: andel av effekten som håller",
  ),
  "implementation.effectKept.fidelity": both("Ordinary operation: fidelity", "Ordinarie verksamhet: programtrohet"),
  "implementation.effectKept.context": both(
    "Ordinary operation: share of the effect kept in other places",
    "Ordinarie verksamhet: andel av effekten som håller på andra platser",
  ),
  "implementation.effectKept.loss": both(
    "Ordinary operation: share of the effect lost besides",
    "Ordinarie verksamhet: andel av effekten som går förlorad därutöver",
  ),
  "implementation.funnel.reached": both(
    "Ordinary operation: reached of the target group",
    "Ordinarie verksamhet: nådda av målgruppen",
  ),
  "implementation.funnel.accepted": both(
    "Ordinary operation: accepted of the reached",
    "Ordinarie verksamhet: tackat ja av de nådda",
  ),
  "implementation.funnel.dropout": both(
    "Ordinary operation: dropouts of those who started",
    "Ordinarie verksamhet: avhopp bland dem som börjat",
  ),
  "implementation.marginalCost.perDoubling": both(
    "Ordinary operation: rise in cost per person for each doubling",
    "Ordinarie verksamhet: ökning av kostnaden per person vid varje fördubbling",
  ),
  "implementation.marginalCost.stages": both(
    "Ordinary operation: cost of what the stage adds, of the stated cost",
    "Ordinarie verksamhet: kostnad för det som steget lägger till, av den angivna",
  ),
  "implementation.sites.number": both("Ordinary operation: sites", "Ordinarie verksamhet: antal enheter"),
  "implementation.sites.open": both("Ordinary operation: open sites", "Ordinarie verksamhet: enheter i gång"),
  training: both("training", "utbildning"),
  recruitment: both("recruitment", "rekrytering"),
  "programme.years": both("Programme: years", "Satsningen: antal år"),
  "programme.start": both("Programme: start", "Satsningen: start"),
  "costs.when": both("years in which it comes", "år då den uppstår"),
  "costs.per": both("counted per", "räknas per"),
  "costs.component": both("share that is", "andel som är"),
  "outcomes.effect.byComponent": both("share of the effect that comes from", "andel av effekten som kommer från"),
  starts: both("starts after", "börjar efter"),
  lasts: both("duration", "varaktighet"),
  keeps: both("kept from year to year", "kvar från år till år"),
  drift: both("growth above general prices", "ökning utöver allmänna priser"),
};

/** Of the stages of dropout: "Dropouts, stage 2: share that leaves". */
const stageKeys: Readonly<Record<string, Text>> = {
  until: both("ends after", "slutar efter"),
  leave: both("leave, of those still there", "hoppar av, bland dem som är kvar"),
  effectKept: both("share of the effect they keep", "andel av effekten som finns kvar"),
  costKept: both("share of the cost that arises", "andel av kostnaden som ändå uppstår"),
};
const deductionForms = {
  gross: both("(taken off the stated effect)", "(dras av från den angivna effekten)"),
  net: both("(taken off already)", "(redan avdraget)"),
} as const;

/** How the effect differs from site to site, and by what that is drawn. */
function siteText(key: string, wave: string | undefined): Text {
  if (key === "sd") return both("standard deviation between sites", "standardavvikelse mellan enheter");
  if (key === "se") return both("standard error of a site's own follow-up", "medelfel i en enhets egen uppföljning");
  if (wave === "oneSite") return both("one site taken at random", "en slumpvis vald enhet");
  if (wave === "followUp") return both("chance in a site's own follow-up", "slump i en enhets egen uppföljning");
  const year = /^y(\d+)$/.exec(wave ?? "")?.[1];
  if (year === undefined) return both("how good these sites are for it", "hur väl just dessa enheter lyckas");
  return both(`how good the sites opened in year ${year} are for it`, `hur väl enheterna som öppnar år ${year} lyckas`);
}

/** Where a quantity stands, in words: "Cost: Attendance team, salary". */
export function titleOfPlace(place: string, titles: Readonly<Record<string, Text>>): Text {
  const parts = place.split(".");
  const [section, id] = parts;
  if (keys[place] !== undefined) return keys[place];
  const ofRisk = titleOfRiskPlace(place, titles, (struck) => titleOfPlace(struck, titles));
  if (ofRisk !== undefined) return ofRisk;
  const stage = /^funnel\.dropouts\.stages\.(\d+)\.(\w+)$/.exec(place);
  if (stage !== null) {
    const number = Number(stage[1]) + 1;
    return joined([both(`Dropouts, stage ${number}`, `Avhopp, skede ${number}`), stageKeys[stage[2]]], ": ");
  }
  if (place.startsWith("weights.incomes.")) {
    const whose = parts.slice(2).map((part) => titles[part] ?? titleOfId(part));
    return joined([both("Distributional weights: income", "Fördelningsvikter: inkomst"), ...whose], ", ");
  }
  if (place.startsWith("budget.inflation."))
    return joined([keys["budget.inflation"], both(`year ${Number(parts[2]) + 1}`, `år ${Number(parts[2]) + 1}`)], ", ");
  if (section === "adjustments") {
    const what = keys[`outcomes.effect.adjust.${parts.at(-1)!}`] ?? titleOfId(parts.at(-1)!);
    return joined(
      [
        both("Table of adjustments", "Justeringstabell"),
        joined([designNames[parts[2] as ComparisonDesign], what], ", "),
      ],
      ": ",
    );
  }
  const between = /^implementation\.sites\.between\.(\w+)\.(sd|se|score)(?:\.(\w+))?$/.exec(place);
  if (between !== null) {
    const [, outcome, key, wave] = between;
    const whole = joined(
      [both("Ordinary operation", "Ordinarie verksamhet"), titles[outcome] ?? titleOfId(outcome)],
      ": ",
    );
    return joined([whole, siteText(key, wave)], ", ");
  }
  if (section === "implementation") {
    const last = parts.at(-1)!;
    const above = keys[parts.slice(0, -1).join(".")] ?? titleOfId(section);
    const year = /^year (\d+)$/.exec(last)?.[1];
    const named = year === undefined ? (titles[last] ?? keys[last] ?? titleOfId(last)) : both(last, `år ${year}`);
    return joined([above, named], ", ");
  }
  if (section === "financing") return titleOfFinancing(parts, titles);
  const kind = kinds[section];
  if (kind === undefined) {
    const named = titles[section] ?? titleOfId(section);
    return parts.length === 1 ? named : joined([named, titles[id] ?? titleOfId(id)], ": ");
  }
  const whole = joined([kind, titles[id] ?? titleOfId(id)], ": ");
  const key = parts.slice(2).join(".");
  if (key === "value" || key === "") return whole;
  const shared = ["windDownCost.paidBy.", "paidBy.", "gains.", "loses.", "component.", "effect.byComponent."].find(
    (start) => key.startsWith(start),
  );
  if (shared !== undefined) {
    const whose = parts.at(-1)!;
    const what = keys[`${section}.${shared.slice(0, -1)}`];
    return joined([joined([whole, what], ", "), titles[whose] ?? titleOfId(whose)], " ");
  }
  const year = /^keeps\.schedule\.(\d+)$/.exec(key);
  if (year !== null) {
    const nth = Number(year[1]) + 1;
    return joined([whole, both(`left in year ${nth}`, `kvar år ${nth}`)], ", ");
  }
  const deduction = /^(deductions\.\w+)\.(gross|net)$/.exec(key);
  if (deduction !== null) {
    const [, own, form] = deduction;
    return joined([joined([whole, keys[`outcomes.${own}`]], ", "), deductionForms[form as "gross" | "net"]], " ");
  }
  return joined([whole, keys[`${section}.${key}`] ?? keys[key] ?? titleOfId(key)], ", ");
}

/** "Share of a loss: Education", "The bond, tier 1: payment". */
function titleOfFinancing(parts: readonly string[], titles: Readonly<Record<string, Text>>): Text {
  const last = parts.at(-1)!;
  const named = titles[last] ?? titleOfId(last);
  if (parts[1] !== "contracts") return joined([keys[parts.slice(0, -1).join(".")] ?? titleOfId(parts[1]), named], ": ");
  const [, , id, ...rest] = parts;
  const whole = titles[id] ?? titleOfId(id);
  if (rest[1] === "tiers") {
    const tier = titles[tierId(id, Number(rest[2]))] ?? whole;
    return joined([tier, keys[`contracts.pays.${last}`]], ": ");
  }
  const own = keys[`contracts.${rest.join(".")}`];
  if (own !== undefined) return joined([whole, own], ": ");
  return joined([joined([whole, keys[`contracts.${rest[0]}`] ?? titleOfId(rest[0])], ": "), named], " ");
}

/** The row of the logic model that a place belongs to. */
export function rowOfPlace(place: string, content: ScenarioContent): AssumptionAbout["row"] {
  const [section, id, key] = place.split(".");
  const struck = /^(?:risks\.[^.]+|stopRules\.[^.]+\.then\.[^.]+)\.hits\.(.+)\.(?:times|plus|to)(?:\.|$)/.exec(place);
  if (struck !== null) return rowOfPlace(struck[1], content);
  if (section === "risks" && (key === "cost" || key === "mitigated")) return "resources";
  if (section === "costs" || section === "implementation" || section === "stopRules") return "resources";
  if (section === "target" || section === "funnel" || key === "among") return "reach";
  if (section === "adjustments") return "shortTerm";
  if (section === "outcomes") return content.outcomes[id]?.term === "long" ? "longTerm" : "shortTerm";
  if (
    ["consequences", "discounting", "taxation", "budget", "weights", "optimism", "comparators", "financing"].includes(
      section,
    )
  )
    return "economy";
  if (section === "formulas") {
    const formula = content.formulas[id];
    return formula?.gains !== undefined || formula?.paidBy !== undefined ? "economy" : "other";
  }
  return "other";
}
