import { rows } from "./finding.ts";

/** Findings about the target group and its way through the programme. */
export const peopleFindings = rows({
  targetWays: {
    severity: "error",
    found: {
      en: "How many are in the target group is said in exactly one way, and here are {given}",
      sv: "Hur många målgruppen är anges på precis ett sätt, och här finns {given}",
    },
    mend: {
      en: "Write size (a number of people) or stock (people at the start, inflow, and who leaves)",
      sv: "Skriv size (ett antal personer) eller stock (antal från början, inflöde och vilka som lämnar)",
    },
  },
  plannedUncertain: {
    severity: "error",
    found: {
      en: "planned is what somebody has decided to plan for, not an uncertain number",
      sv: "planned är det antal man planerat för, inte ett osäkert tal",
    },
    mend: {
      en: "Write the number of the plan; what is unsure about the group stands in size",
      sv: "Skriv planens antal; det osäkra om målgruppen skrivs i size",
    },
  },
  capacityWays: {
    severity: "error",
    found: {
      en: "Capacity is said in exactly one way, and here are {given}",
      sv: "Kapacitet anges på precis ett sätt, och här finns {given}",
    },
    mend: {
      en: "Write places, or posts with perPost (such as 25 people/post/year)",
      sv: "Skriv places, eller posts tillsammans med perPost (t.ex. 25 people/post/year)",
    },
  },
  capacityOrder: {
    severity: "error",
    found: {
      en: "The order of who gets the places names every segment once, and {id} is not there once",
      sv: "Turordningen till platserna nämner varje segment en gång, och {id} står inte där en gång",
    },
    mend: {
      en: "List all segments, the first served first; or remove order, and all get places in proportion",
      sv: "Räkna upp alla segment, med dem som får plats först överst; eller ta bort order, så får alla plats i proportion",
    },
  },
  dropoutTwoWays: {
    severity: "error",
    found: {
      en: "{first} and {second} say the same thing in two ways",
      sv: "{first} och {second} säger samma sak på två sätt",
    },
    mend: { en: "Keep one of them", sv: "Behåll ett av dem" },
  },
  stageTimes: {
    severity: "error",
    found: {
      en: "The stages of dropout are not in order of time: until is not later than that of the stage before",
      sv: "Skedena för avhopp står inte i tidsordning: until är inte senare än i skedet före",
    },
    mend: {
      en: "Write for each stage when it ends, counted from when a person starts: 3 months, 6 months, 12 months",
      sv: "Skriv för varje skede när det slutar, räknat från att en person börjar: 3 months, 6 months, 12 months",
    },
  },
  stageCertain: {
    severity: "error",
    found: {
      en: "{key} is a time that divides the stages, and has to be a certain number",
      sv: "{key} är en tid som delar in skedena, och måste vara ett bestämt tal",
    },
    mend: { en: "Write a number with its unit, such as 3 months", sv: "Skriv ett tal med enhet, t.ex. 3 months" },
  },
  doseWithoutStages: {
    severity: "error",
    found: {
      en: "{key} asks how long dropouts stayed, but there are no stages that tell",
      sv: "{key} frågar hur länge de som hoppade av var med, men inga skeden säger det",
    },
    mend: {
      en: "Add stages under dropouts, each with until and leave; or write effectKept and costKept instead",
      sv: "Lägg till stages under dropouts, vart och ett med until och leave; eller skriv effectKept och costKept i stället",
    },
  },
  doseForm: {
    severity: "error",
    found: {
      en: "dose says how much time gives how much effect, and that is said in exactly one way",
      sv: "dose anger hur mycket tid som ger hur mycket effekt, och det anges på precis ett sätt",
    },
    mend: {
      en: "Write full (in proportion up to that time, from an earlier time with from), or threshold (all or nothing)",
      sv: "Skriv full (i proportion fram till den tiden, från en tidigare tid med from), eller threshold (allt eller inget)",
    },
  },
  harmNobody: {
    severity: "error",
    found: {
      en: "{place} is about those who are harmed, but nothing says how many they are",
      sv: "{place} handlar om dem som försämras, men ingenting säger hur många de är",
    },
    mend: {
      en: "Add harmed under funnel: the share of those who started",
      sv: "Lägg till harmed under funnel: andelen av dem som börjat",
    },
  },
  harmWays: {
    severity: "error",
    found: {
      en: "What harm means for the outcome is said in exactly one way, and here are {given}",
      sv: "Vad en försämring innebär för utfallet anges på precis ett sätt, och här finns {given}",
    },
    mend: {
      en: "Write points (in the outcome's own unit) or relative (of its level at the start), both as numbers above 0",
      sv: "Skriv points (i utfallets egen enhet) eller relative (av utgångsläget), båda som tal över 0",
    },
  },
  harmPostponed: {
    severity: "error",
    found: {
      en: "The effect of {name} is that cases come later, which has no unit in which harm could be said",
      sv: "Effekten på {name} är att fall kommer senare, och där finns ingen enhet att ange en försämring i",
    },
    mend: {
      en: "Remove harm here; say what it costs as a consequence of: harmed, or add an outcome of its own",
      sv: "Ta bort harm här; ange vad försämringen kostar som en konsekvens med of: harmed, eller lägg till ett eget utfall",
    },
  },
  harmMeasured: {
    severity: "error",
    found: {
      en: "The effect of {name} was measured on a whole group, and those who were harmed are already in it",
      sv: "Effekten på {name} mättes på en hel grupp, och de som försämrades ingår redan i den",
    },
    mend: {
      en: "Remove harm here, or state the effect on those who completed (measuredOn: completed)",
      sv: "Ta bort harm här, eller ange effekten bland dem som fullföljt (measuredOn: completed)",
    },
  },
});
