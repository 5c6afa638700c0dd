/** Groups of people that a consequence may be of, in place of an outcome: its amount is then per person. */
export const groupsOfPeople: readonly string[] = ["enrolled", "completed", "everyone", "harmed"];
